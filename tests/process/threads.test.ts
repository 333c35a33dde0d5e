/** A run that several threads share: the same bytes as alone, and no silence where one of them dies. */
import { readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { CHECK_FORMATS } from '../../src/command-line/option-values.ts';
import { largeLedger } from '../bench/large-ledger.ts';
import { ending, PROGRAM, type ProgramRun, startProgram } from '../support/run-program.ts';
import { CLEAN, EXPIRED, NO_YAML } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Makes each look at the clock a second later than the last, so that help is called at once; and tells of each thread. */
const HURRY = `
  const { isMainThread, threadId } = require('node:worker_threads');
  let passed = 0;
  globalThis.Date = class extends Date { constructor(...given) { super(...(given.length > 0 ? given : [(passed += 1000)])); } };
  if (!isMainThread) { require('node:fs').writeFileSync('thread-' + threadId + '.txt', ''); IN_THREAD }
`;
/** Runs the program as the single executable does: as one piece, which has no file for another thread. */
const ALONE = `require(${JSON.stringify(path.join(PROGRAM, '../../dist/cli.cjs'))}).main();`;

const LEDGERS: Readonly<Record<string, string>> = {
  'clean.ledger.yaml': CLEAN,
  'one/ledger.yaml': EXPIRED,
  'two/ledger.yaml': EXPIRED,
  'broken.ledger.yaml': NO_YAML,
  'empty.ledger.yaml': '',
  ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`many/${at}.ledger.yaml`, largeLedger(10 + at)])),
};

async function company(inThread = '', ledgers = LEDGERS): Promise<string> {
  const folder = await temporaryFolder({
    ...ledgers,
    'hurry.cjs': HURRY.replace('IN_THREAD', inThread),
    'alone.cjs': ALONE,
  });
  return folder;
}

async function run(folder: string, program: string, ...words: readonly string[]): Promise<ProgramRun> {
  const env = program === PROGRAM ? { NODE_OPTIONS: `--require ${path.join(folder, 'hurry.cjs')}` } : {};
  return ending(startProgram([...words, '--as-of', '2026-11-21'], { cwd: folder, env, program }));
}

async function check(folder: string, program: string, ...options: readonly string[]): Promise<ProgramRun> {
  return run(folder, program, 'check', '.', ...options);
}

async function threadsSeen(folder: string): Promise<number> {
  return (await readdir(folder)).filter((name) => name.startsWith('thread-')).length;
}

describe('threads', () => {
  test.each(CHECK_FORMATS)('%s is the same with and without', { timeout: 60_000 }, async (format) => {
    const folder = await company();
    await symlink('nowhere', path.join(folder, 'lost.ledger.yaml'));
    const alone = await check(folder, path.join(folder, 'alone.cjs'), '--format', format);
    expect(await threadsSeen(folder)).toBe(0);
    const shared = await check(folder, PROGRAM, '--format', format);
    expect(await threadsSeen(folder)).toBeGreaterThan(0);
    expect(shared).toEqual(alone);
    expect(shared.code).toBe(3);
    expect(shared.stderr).toContain('lost.ledger.yaml');
  });

  test('several documents and a receipt are the same', { timeout: 60_000 }, async () => {
    const folder = await company();
    const options = ['--format', 'json=report.json', '--format', 'text', '--receipt', 'receipt.json'];
    const contents = async (): Promise<readonly string[]> =>
      Promise.all(['report.json', 'receipt.json'].map(async (name) => readFile(path.join(folder, name), 'utf8')));
    const alone = await check(folder, path.join(folder, 'alone.cjs'), ...options);
    const written = await contents();
    const shared = await check(folder, PROGRAM, ...options);
    expect(await threadsSeen(folder)).toBeGreaterThan(0);
    expect(shared).toEqual(alone);
    expect(await contents()).toEqual(written);
  });

  test('a calendar is the same, and so is what keeps it from being written', { timeout: 60_000 }, async () => {
    const folder = await company();
    for (const words of [['many'], ['.'], ['many', '--owner', '网络部']]) {
      const alone = await run(folder, path.join(folder, 'alone.cjs'), 'calendar', ...words);
      expect(await run(folder, PROGRAM, 'calendar', ...words)).toEqual(alone);
      expect(alone.code).toBe(words.includes('.') ? 3 : 0);
    }
    expect(await threadsSeen(folder)).toBeGreaterThan(0);
  });

  test('a site is the same', { timeout: 60_000 }, async () => {
    const folder = await company();
    const contents = async (site: string): Promise<ReadonlyMap<string, string>> => {
      const names = await readdir(path.join(folder, site), { recursive: true, withFileTypes: true });
      const files = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
      const texts = files.map(
        async (file) => [path.relative(path.join(folder, site), file), await readFile(file, 'utf8')] as const,
      );
      return new Map(await Promise.all(texts));
    };
    const alone = await run(folder, path.join(folder, 'alone.cjs'), 'report', '.', '--output', 'alone/');
    const shared = await run(folder, PROGRAM, 'report', '.', '--output', 'shared/');
    expect(await threadsSeen(folder)).toBeGreaterThan(0);
    expect(shared).toEqual(alone);
    const site = await contents('alone');
    expect(site.size).toBeGreaterThan(45);
    expect(await contents('shared')).toEqual(site);
  });

  test('a word that names nothing is refused as it is alone', { timeout: 60_000 }, async () => {
    const folder = await company('', { ...LEDGERS, 'broken.ledger.yaml': CLEAN, 'empty.ledger.yaml': CLEAN });
    const refused = await check(folder, PROGRAM, '--owner', '无此人');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('owner of nothing in the ledger');
  });

  test.each([
    ['throws', "throw new Error('struck by lightning')", 'struck by lightning'],
    ['dies', 'process.exit(9)', 'a thread of the program ended with 9'],
  ])('one that %s is a fault', { timeout: 60_000 }, async (_, death, words) => {
    const ended = await check(await company(death), PROGRAM, '--format', 'json');
    expect(ended).toMatchObject({ code: 70, stdout: '' });
    expect(ended.stderr).toContain(words);
  });
});
