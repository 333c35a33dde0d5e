/** Whole ledgers that say on their own lines what the program must find there: too little fails, and so does too much. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { runProgram } from '../support/run-program.ts';

const folder = fileURLToPath(new URL('../fixtures/ledgers', import.meta.url));
const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));

interface JsonFinding {
  readonly rule: string;
  readonly status: string;
  readonly date?: string;
  readonly waived?: object;
  readonly location: { readonly line: number };
}

/** `12: isp/expiry expired 2026-11-20`, with `waived` in front where it is; the date only where the mark gives one. */
function marksOf(source: string): readonly string[] {
  return source.split('\n').flatMap((line, at) => {
    const marks = /# expect: (?<marks>.*)$/u.exec(line)?.groups?.['marks'];
    return marks === undefined ? [] : marks.split(', ').map((mark) => `${at + 1}: ${mark.trim()}`);
  });
}

function header(source: string, name: string): string | undefined {
  return new RegExp(`^# ${name}: (?<value>.*)$`, 'mu').exec(source)?.groups?.['value'];
}

describe('a ledger with marks', () => {
  test.each(files)('%s', async (file) => {
    const source = await readFile(`${folder}/${file}`, 'utf8');
    const asOf = header(source, 'as-of') ?? '2026-11-21';
    const options = header(source, 'options')?.split(' ') ?? [];
    const { stdout, stderr } = await runProgram(['check', file, '--as-of', asOf, '--format', 'json', ...options], {
      cwd: folder,
    });
    expect(stderr).toBe('');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape is held by the schema test of the reporter
    const { findings } = JSON.parse(stdout) as { findings: readonly JsonFinding[] };
    const found = findings.map(({ rule, status, date, waived, location }) =>
      [
        `${location.line}:`,
        ...(waived === undefined ? [] : ['waived']),
        rule,
        status,
        ...(date === undefined ? [] : [date]),
      ].join(' '),
    );
    expect(found.toSorted()).toEqual(marksOf(source).toSorted());
  });
});
