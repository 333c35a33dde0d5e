/** What the READMEs show is what the program says: every command in them is run, one after the other, as a reader would. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { ExitCode } from '../../src/exit-code.ts';
import { messyWorkbook } from '../support/messy-workbook.ts';
import { readLedger } from '../support/read-ledger.ts';
import { runShell } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = async (name: string): Promise<string> => readFile(path.join(root, name), 'utf8');
const READMES = [
  { name: 'README.md', language: 'en', text: await read('README.md') },
  { name: 'README.zh-CN.md', language: 'zh', text: await read('README.zh-CN.md') },
] as const;

interface Block {
  readonly language: string;
  readonly text: string;
}

function blocksOf(readme: string): readonly Block[] {
  return [...readme.matchAll(/^```(?<language>\w+)\n(?<text>.*?)^```$/gmsu)].map(({ groups }) => ({
    language: groups?.['language'] ?? '',
    text: groups?.['text'] ?? '',
  }));
}

/** The commands of a block, one a line, without remarks. */
function commandsOf({ text }: Block): readonly string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/\s+# .*$/u, ''));
}

const FIRST = /^npm ci && npx (?<check>ledger check .*)$/u;
const TESTS = 'npm ci && npm test';

/** How a command may end: `check` finds what there is on the day of the test, `pack` misses evidence, and the workbook has slips to point at. */
function endsOf(command: string): readonly number[] {
  if (/^ledger (?:check|pack)\b/u.test(command)) return [ExitCode.ok, ExitCode.findings];
  return command.startsWith('ledger import ') && command.endsWith('--dry-run') ? [ExitCode.usage] : [ExitCode.ok];
}

const GIT = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

describe.each(READMES)('$name', ({ language, text }) => {
  const blocks = blocksOf(text);

  test('the first command prints what stands below it', async () => {
    const [command, shown] = [blocks[0]?.text ?? '', blocks[1]?.text ?? ''];
    const check = FIRST.exec(command.trim())?.groups?.['check'] ?? '';
    const { stdout, code } = await runShell(check, { cwd: root });
    const [beginning = '', end = ''] = shown.split('…\n').slice(-2);
    expect(beginning.length).toBeGreaterThan(300);
    expect(stdout.startsWith(beginning)).toBe(true);
    expect(stdout.endsWith(end)).toBe(true);
    expect(code).toBe(ExitCode.findings);
  });

  test('every other command runs, in this order, and prints what is shown of it', { timeout: 600_000 }, async () => {
    const cwd = await temporaryFolder({ 'ledger.example.yaml': await read('ledger.example.yaml') });
    await writeFile(path.join(cwd, '台账.xlsx'), messyWorkbook());
    let said = '';
    for (const block of blocks.slice(2)) {
      if (block.language === 'text') {
        // What is left out between two lines is marked; the rest is found in this order.
        let from = 0;
        for (const part of block.text.split('…\n').filter((one) => one !== '')) {
          expect(said.slice(from)).toContain(part);
          from = said.indexOf(part, from) + part.length;
        }
      }
      if (block.language !== 'console' || block.text.trim() === TESTS) continue;
      for (const command of commandsOf(block)) {
        const { stdout, stderr, code } = await runShell(command, { cwd, env: { LEDGER_LANG: language, ...GIT } });
        expect(endsOf(command), `${command}\n${stdout}${stderr}`).toContain(code);
        said = stderr + stdout;
      }
    }
  });

  test('the last check of the walk is a green one', () => {
    const green = blocks.filter((one) => one.language === 'text' && /^✔ \d+ checked|^✔ 共检查/mu.test(one.text));
    expect(green).toHaveLength(1);
  });

  test('tells how to run the tests', () => {
    expect(blocks.map((one) => one.text.trim())).toContain(TESTS);
  });

  test('the ledger that it shows is a good one', async () => {
    const { problems } = await readLedger(blocks.find((one) => one.language === 'yaml')?.text ?? '');
    expect(problems).toEqual([]);
  });

  test('its exit codes are those of the program', () => {
    const codes = [...text.matchAll(/^\| (?<code>\d+) +\| /gmu)].map(({ groups }) => Number(groups?.['code']));
    expect(codes).toEqual(Object.values(ExitCode));
  });
});

test('both have the same headings and the same commands', () => {
  const [english, chinese] = READMES.map(({ text }) => ({
    levels: [...text.matchAll(/^#+(?= )/gmu)].map(([level]) => level),
    commands: blocksOf(text)
      .filter((one) => one.language === 'console')
      .map((one) => commandsOf(one).map((line) => line.replace(' --lang zh', ''))),
  }));
  expect(chinese).toEqual(english);
});
