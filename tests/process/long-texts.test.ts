/** Nothing overflows or takes for ever where a ledger is long: regular expressions and arguments have limits of their own. */
import { stat } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { runProgram } from '../support/run-program.ts';
import { AS_OF, CLEAN, largeLedger } from '../support/sample-ledgers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MANY = 20_000;
const FILES = ['json', 'sarif', 'junit', 'gitlab', 'github', 'csv', 'markdown', 'text'];
const TO_FILES = FILES.flatMap((format) => ['--format', `${format}=report.${format}`]);

async function checkInEveryFormat(ledger: string, sizes: Readonly<Record<string, number>>): Promise<void> {
  const cwd = await temporaryFolder({ 'ledger.yaml': ledger });
  const { code, stderr } = await runProgram(['check', ...AS_OF, ...TO_FILES], { cwd });
  expect({ code, stderr }).toEqual({ code: sizes['code'], stderr: '' });
  for (const format of FILES) {
    const { size } = await stat(path.join(cwd, `report.${format}`));
    // The summary of a job may hold a megabyte: Markdown lists the first findings alone.
    expect(size).toBeGreaterThan(format === 'markdown' ? 10_000 : (sizes['least'] ?? 0));
  }
}

describe('every format of check', () => {
  test('with 20,000 findings', { timeout: 120_000 }, async () => {
    await checkInEveryFormat(largeLedger(MANY), { code: 1, least: MANY * 100 });
  });

  test('with 20,000 names on one line', { timeout: 120_000 }, async () => {
    const names = Array.from({ length: MANY }, (_, at) => `n${at}`).join(', ');
    const ledger = CLEAN.replace('expires: 2027-11-20', `expires: 2027-11-20, serves: [${names}]`);
    await checkInEveryFormat(ledger, { code: 3, least: MANY * 100 });
  });
});

describe('list', () => {
  test.each(['text', 'json', 'csv'])('with 20,000 entries as %s', async (format) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': largeLedger(MANY) });
    const { code, stdout, stderr } = await runProgram(['list', ...AS_OF, '--format', format], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`cert-${MANY - 1}`);
  });
});
