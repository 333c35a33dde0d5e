/** What `npm pack` makes, unpacked into a folder in which nothing else is. */
import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { importedPackages, thirdPartyNotices } from '../../src/dev/documents/third-party-notices.ts';
import { packProject, type Packed } from '../support/packed-program.ts';
import { EXPIRED } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
let packed: Packed;

beforeAll(async () => {
  packed = await packProject();
  await run('tar', ['-xzf', packed.tarball, '-C', packed.folder]);
});

afterAll(async () => packed.remove());

/** The program of the package, with no package beside it. */
async function runPacked(
  argv: readonly string[],
  cwd: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const program = path.join(packed.folder, 'package', packageJson.bin['licence-ledger']);
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...argv], { cwd, env: {} }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe('the package', () => {
  test('runs without any other package', async () => {
    const folder = await temporaryFolder({ 'ledger.yaml': EXPIRED });
    const check = await runPacked(['check', '--as-of', '2026-11-21', '--format', 'json'], folder);
    expect({ code: check.code, stderr: check.stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(check.stdout)).toMatchObject({ verdict: 'fail', counts: { error: 1 } });
    expect(await runPacked(['--version'], folder)).toMatchObject({ stdout: `${packageJson.version}\n` });
  });

  test.each([
    'CHANGELOG.md',
    'THIRD-PARTY-NOTICES.txt',
    'action.yml',
    'ci/gitlab-ci.yml',
    'docs/schemas/ledger.schema.json',
    'docs/schemas/check.schema.json',
    packageJson.bin.ledger,
    packageJson.bin['licence-ledger'],
  ])('holds %s', async (name) => {
    expect((await stat(path.join(packed.folder, 'package', name))).isFile()).toBe(true);
  });

  test('its changes name its version', async () => {
    expect(await readFile(path.join(packed.folder, 'package/CHANGELOG.md'), 'utf8')).toContain(
      `\n## ${packageJson.version}\n`,
    );
  });

  test('brings no other package with it', () => {
    expect(packageJson).not.toHaveProperty('dependencies');
    expect(packageJson).not.toHaveProperty('optionalDependencies');
  });

  test('publint has nothing to say', async () => {
    const { messages, pkg } = await publint({ pkgDir: path.join(packed.folder, 'package'), pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
  });
});

test('the notices name every package that is inside the program, with the text of its licence', () => {
  const { text } = thirdPartyNotices(new URL('../../', import.meta.url));
  const names = importedPackages(path.join(root, 'src'));
  expect(names).toContain('yaml');
  for (const name of names) expect(text).toContain(`\n${name} `);
  expect(text).toContain('\nyaml 2');
  expect(text).toMatch(/\nfdir \d/u);
  expect(text).not.toMatch(/\nvitest \d/u);
  expect(text.match(/Permission is hereby granted/gu)?.length).toBeGreaterThan(15);
});
