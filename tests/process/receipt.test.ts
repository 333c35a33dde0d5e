/** Receipts on a real disk, by the real program: what stands there may be anything. */
import { execFileSync } from 'node:child_process';
import { copyFile, readdir, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

import { runProgram } from '../support/run-program.ts';
import { CLEAN } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a receipt is written whole, and read back by the as-of day and never by the time of the file', async () => {
  const cwd = await temporaryFolder({ 'ledger.yaml': CLEAN });
  const check = ['check', '--as-of', '2026-11-21', '--receipt', '回执 1.json'];
  expect(await runProgram(check, { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect((await readdir(cwd)).toSorted()).toEqual(['ledger.yaml', '回执 1.json']);
  await copyFile(path.join(cwd, '回执 1.json'), path.join(cwd, 'copy.json'));
  await utimes(path.join(cwd, 'copy.json'), new Date(), new Date());
  for (const [asOf, code] of [
    ['2026-11-29', 0],
    ['2026-11-30', 1],
  ] as const) {
    const argv = ['receipt', 'copy.json', '--max-age', '8d', '--as-of', asOf];
    expect(await runProgram(argv, { cwd })).toMatchObject({ code, stderr: '' });
  }
});

test('what is no small file is refused at once: a device, a pipe, a folder, two gigabytes', async () => {
  const cwd = await temporaryFolder({ 'folder/a': '' });
  execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
  await symlink('/dev/zero', path.join(cwd, 'link'));
  await writeFile(path.join(cwd, 'large.json'), '');
  await truncate(path.join(cwd, 'large.json'), 2 ** 31);
  for (const [file, words] of [
    ['/dev/zero', 'a device or a pipe'],
    ['/dev/stdin', 'a device or a pipe'],
    ['link', 'a device or a pipe'],
    ['pipe', 'a device or a pipe'],
    ['folder', 'is a folder'],
    ['large.json', 'the file is too large'],
    ['gone.json', 'does not exist'],
  ] as const) {
    const run = await runProgram(['receipt', file, '--max-age', '8d', '--lang', 'en'], { cwd });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain(words);
  }
});
