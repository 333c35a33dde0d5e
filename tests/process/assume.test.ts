/** `--assume` by the built program: the answer to what falls if a line goes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from 'vitest';

import { HORIZON_LEDGER } from '../support/horizon-ledger.ts';
import { runProgram } from '../support/run-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const AS_OF = ['--as-of', '2026-11-21', '--lang', 'en'];

test('check, status and horizon answer as if, say so first, and leave the ledger as it is', async () => {
  const cwd = await temporaryFolder({ 'ledger.yaml': HORIZON_LEDGER });
  for (const [command, code] of [
    ['check', 1],
    ['status', 0],
    ['horizon', 0],
  ] as const) {
    const run = await runProgram([command, ...AS_OF, '--assume', 'bandwidth=gone'], { cwd });
    expect(run).toMatchObject({ code, stderr: '' });
    expect(run.stdout).toMatch(/^assumed {2}bandwidth=gone\n\nledger\.yaml/u);
  }
  expect(await readFile(path.join(cwd, 'ledger.yaml'), 'utf8')).toBe(HORIZON_LEDGER);
});

test('horizon names what a licence loses, and what still holds it up', async () => {
  const cwd = await temporaryFolder({ 'ledger.yaml': HORIZON_LEDGER });
  const { stdout } = await runProgram(['horizon', ...AS_OF, '--assume', 'bandwidth=gone'], { cwd });
  expect(stdout).toContain('IDC bandwidth contract: nothing (recorded: bandwidth until 2027-07-31)');
  expect(stdout).toContain('IDC IP address contract: ip without end');
  expect(stdout).toMatch(/\n {2}recorded {2}stops being compliant on 2027-04-01, 131 days later\n/u);
});

test('what no ledger has, and what the schema does not let in, end in 2 with a word on what is meant', async () => {
  const cwd = await temporaryFolder({ 'ledger.yaml': HORIZON_LEDGER });
  for (const [word, says] of [
    ['bandwith=gone', 'Did you mean `bandwidth`?'],
    ['bandwidth.expire=2027-01-01', 'Did you mean `expires`?'],
    ['bandwidth.expires=2027-1-1', 'Write `2027-01-01`.'],
  ] as const) {
    const run = await runProgram(['check', ...AS_OF, '--assume', word], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(says) });
  }
});
