/** What was reported in public, or seen in public files, from the text of a ledger to the answer of the program. */
/* oxlint-disable unicorn/consistent-function-scoping -- what a test needs stands beside it */
/* oxlint-disable typescript/no-unsafe-type-assertion -- documents of the program itself, whose schema has tests of its own */
import { describe, expect, test } from 'vitest';

import { runInMemory } from '../support/memory-io.ts';

interface Found {
  readonly rule: string;
  readonly status: string;
  readonly severity: string;
  readonly subject: string;
  readonly date?: string;
  readonly actBy?: string;
  readonly actByCalendar?: string;
}

async function findings(ledger: string, ...more: readonly string[]): Promise<readonly Found[]> {
  const argv = ['check', '--as-of', '2026-11-26', '--format', 'json', ...more];
  const run = await runInMemory(argv, { files: { 'ledger.yaml': ledger } });
  const { findings: all } = JSON.parse(run.stdout) as { readonly findings: readonly Found[] };
  // What these small ledgers do not record besides is none of a case's business.
  return all.filter(({ status }) => status !== 'undetermined');
}

/** Set up this year, and all that it owes by itself is on record. */
const FACTS =
  'established: 2026-01-05, paidIn: { done: 2026-01-05 }, personalInformation: { persons: 0 }, security: { body: 网络安全部, staff: 2 }';
const COMPANY = `company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, registeredCapital: 100000000, ${FACTS} }`;

describe('five touching yearly terms of one line', () => {
  const term = (year: number): string =>
    `  - { id: line-${year}, kind: leased-line, title: 专线, starts: ${year}-01-01, expires: ${year}-12-31, serves: [isp] }`;
  const register = (...years: readonly number[]): string =>
    [
      'version: 1',
      COMPANY,
      'policy: { since: 2026-11-01 }',
      'licences:',
      '  - { id: isp, kind: isp, number: B1-20227777, scope: national, issued: 2024-03-15, expires: 2029-03-14, opened: 2024-06-01, publicised: 2024-03-20, scopeEntered: 2024-04-01, shown: 2026-06-01 }',
      'resources:',
      ...years.map(term),
      '  - { id: ip, kind: ip-addresses, starts: 2024-01-01, expires: never, serves: [isp] }',
      '  - { id: evaluation, kind: system-evaluation, expires: never, serves: [isp] }',
      '',
    ].join('\n');

  test('are cover without a word, though none of them says `follows`', async () => {
    expect(await findings(register(2023, 2024, 2025, 2026, 2027))).toEqual([]);
  });

  test('are told where one is missing, once', async () => {
    const found = await findings(register(2023, 2024, 2025, 2026));
    expect(found.map(({ rule, date }) => [rule, date])).toEqual([['isp/leased-line', '2026-12-31']]);
  });
});

describe('one paper', () => {
  const split = `version: 1
${COMPANY}
policy: { since: 2026-01-01 }
licences:
  - { id: isp, kind: isp, number: A2.B1.B2-20227777, scope: national, issued: 2022-03-15, expires: 2027-03-14 }
  - { id: idc, kind: idc, number: A2.B1.B2-20227777, scope: national, issued: 2022-03-15, expires: 2027-03-14 }
`;
  const whole = `version: 1
${COMPANY}
policy: { since: 2026-01-01 }
licences:
  - id: telecom
    number: A2.B1.B2-20227777
    issued: 2022-03-15
    expires: 2027-03-14
    services:
      - { kind: isp, scope: national, opened: 2022-06-01 }
      - { kind: idc, scope: national, opened: 2022-06-01 }
`;

  test('written as two licences is no ledger, and the error says how to write it', async () => {
    const run = await runInMemory(['check', '--as-of', '2026-11-26', '--lang', 'en'], {
      files: { 'ledger.yaml': split },
    });
    expect(run.code).toBe(3);
    expect(run.stdout).toContain('ledger/duplicate-number');
    expect(run.stdout).toContain('services:');
  });

  test('owes one renewal and one report, and one record settles it', async () => {
    const owed = (await findings(whole)).filter(({ rule }) => rule.startsWith('licence/'));
    expect(owed.map(({ rule, subject }) => `${rule} ${subject}`).toSorted()).toEqual([
      'licence/annual-report telecom',
      'licence/renewal telecom',
    ]);
    const recorded = await runInMemory(['record', 'annual-report', 'telecom', '2025', '--on', '2026-03-01', '--yes'], {
      files: { 'ledger.yaml': whole },
    });
    expect(recorded.code).toBe(0);
    const text = String(recorded.written.get('/company/ledger.yaml'));
    expect((await findings(text)).map(({ rule }) => rule)).not.toContain('licence/annual-report');
  });
});

describe('a credit code that was issued with a wrong check character', () => {
  const ledger = (more = ''): string => `version: 1
company: { name: 示例, creditCode: 91110108MA01ABCD51, ${FACTS}${more} }
resources: [{ id: tool, kind: maintenance, expires: never }]
`;

  test('is a warning', async () => {
    expect(await findings(ledger())).toMatchObject([{ rule: 'company/credit-code', severity: 'warning' }]);
  });

  test('is settled for good once the company was checked against the business licence', async () => {
    expect(await findings(ledger(', verified: 2026-10-01'))).toEqual([]);
  });
});

describe('notice in months', () => {
  test.each([
    [3, '2026-09-30'],
    [1, '2026-11-30'],
  ])('%d before 2026-12-31 is by %s', async (months, date) => {
    const ledger = `version: 1
${COMPANY}
resources:
  - { id: a, kind: maintenance, starts: 2026-01-01, expires: 2026-12-31, autoRenew: { months: 12, noticeMonths: ${months} } }
`;
    expect(await findings(ledger, '--within', '90')).toMatchObject([{ rule: 'resource/notice', date }]);
  });
});

test('days off of a year whose arrangement is not known are those that law fixes', async () => {
  const until = (id: string, expires: string): string => `  - { id: ${id}, kind: maintenance, expires: ${expires} }`;
  const entries = [until('a', '2027-01-01'), until('b', '2027-02-08'), until('c', '2026-12-31')];
  const found = await findings(['version: 1', COMPANY, 'resources:', ...entries, ''].join('\n'), '--within', '90');
  expect(found.map(({ subject, actBy, actByCalendar }) => [subject, actBy, actByCalendar])).toEqual([
    ['a', '2026-12-31', 'weekends'],
    ['b', '2027-02-04', 'weekends'],
    ['c', '2026-12-31', 'weekends'],
  ]);
});

describe('terms of a year and of a month', () => {
  test.each([
    ['2022-03-01', '2023-02-28', 12, '2024-02-10', '2024-02-29'],
    ['2025-08-31', '2026-08-30', 1, '2026-09-20', '2026-09-30'],
  ])('from %s to %s, every %d months: `list` on %s tells %s%s', async (starts, expires, months, asOf, ends) => {
    const ledger = `version: 1
${COMPANY}
resources:
  - { id: a, kind: leased-line, starts: ${starts}, expires: ${expires}, autoRenew: { months: ${months}, noticeDays: 0 } }
`;
    const run = await runInMemory(['list', '--as-of', asOf, '--format', 'json'], { files: { 'ledger.yaml': ledger } });
    expect(run.stdout).toContain(`"ends": "${ends}"`);
  });

  test.each([
    ['2022-03-01', '2023-02-28', '+1y', '2024-02-29'],
    ['2025-08-31', '2026-08-30', '+1m', '2026-09-30'],
  ])('from %s to %s: `renew` by %s ends on %s', async (starts, expires, term, ends) => {
    const ledger = `version: 1
${COMPANY}
resources:
  - { id: a, kind: leased-line, title: 专线, starts: ${starts}, expires: ${expires} }
`;
    const run = await runInMemory(['renew', 'a', '--expires', term, '--yes'], { files: { 'ledger.yaml': ledger } });
    expect(String(run.written.get('/company/ledger.yaml'))).toContain(`expires: ${ends}`);
  });

  test.each([
    ['2027-01-31', '+1m', '2027-02-28'],
    ['2028-02-29', '+1y', '2029-02-28'],
  ])('from %s: `add` of %s ends on %s', async (starts, term, ends) => {
    const ledger = `version: 1\n${COMPANY}\nresources: [{ id: tool, kind: maintenance, expires: never }]\n`;
    const argv = ['add', 'leased-line', '--title', 'x', '--starts', starts, '--expires', term, '--yes'];
    const run = await runInMemory(argv, { files: { 'ledger.yaml': ledger } });
    expect(String(run.written.get('/company/ledger.yaml'))).toContain(`expires: ${ends}`);
  });
});
