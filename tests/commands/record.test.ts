import { describe, expect, test } from 'vitest';

import { runInMemory, type MemoryMachine, type MemoryRun } from '../support/memory-io.ts';
import { LEDGER } from '../support/recording-ledger.ts';

const PATH = '/company/ledger.yaml';

async function record(argv: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  return runInMemory(['record', ...argv], { files: { 'ledger.yaml': LEDGER }, ...machine });
}

/** The lines that were added, and those that went, with their signs. */
function changed({ written }: MemoryRun): readonly string[] {
  const [before, after] = [LEDGER.split('\n'), written.get(PATH)?.split('\n') ?? []];
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}

describe('ledger record', () => {
  test.each([
    [
      ['annual-report', 'isp', '2025', '--on', '2026-02-20'],
      ['-    annualReports: { 2024: 2025-02-20 }', '+    annualReports: { 2024: 2025-02-20, 2025: 2026-02-20 }'],
    ],
    [['renewal', 'isp', '--on', '2026-11-20'], ['+    renewal: { applied: 2026-11-20 }']],
    [['renewal', 'isp'], ['+    renewal: { applied: 2026-11-21 }']],
    [
      ['opened', 'isp', '--on', '2022-05-01'],
      ['-    opened: 2022-06-01', '+    opened: 2022-05-01'],
    ],
    [['closed', 'isp', '--on', '2027-01-31'], ['+    closed: 2027-01-31']],
    [['verified', 'line-bj-2025'], ['+    verified: 2026-11-21']],
    [
      ['fee', 'n95', '2026-Q3', '--on', '2026-10-09'],
      [
        '-  - { id: n95, kind: number-95, number: "95123", issued: 2024-01-01, expires: 2029-12-31 }',
        '+  - { id: n95, kind: number-95, number: "95123", issued: 2024-01-01, expires: 2029-12-31, feesPaid: { 2026-Q3: 2026-10-09 } }',
      ],
    ],
    [
      ['annual-report', 'n95', '2025', '--on', '2026-01-10'],
      [
        '-  - { id: n95, kind: number-95, number: "95123", issued: 2024-01-01, expires: 2029-12-31 }',
        '+  - { id: n95, kind: number-95, number: "95123", issued: 2024-01-01, expires: 2029-12-31, annualReports: { 2025: 2026-01-10 } }',
      ],
    ],
    [
      ['evaluation', 'portal', '--on', '2026-11-10'],
      [
        '-    - { id: portal, kind: information-system, level: 3, evaluations: [2025-11-20] }',
        '+    - { id: portal, kind: information-system, level: 3, evaluations: [2025-11-20, 2026-11-10] }',
      ],
    ],
    [
      ['assessment', 'portal'],
      [
        '-    - { id: portal, kind: information-system, level: 3, evaluations: [2025-11-20] }',
        '+    - { id: portal, kind: information-system, level: 3, evaluations: [2025-11-20], assessments: [2026-11-21] }',
      ],
    ],
    [
      ['audit', 'portal'],
      [
        '-    - { id: portal, kind: information-system, level: 3, evaluations: [2025-11-20] }',
        '+    - { id: portal, kind: information-system, level: 3, evaluations: [2025-11-20], audits: [2026-11-21] }',
      ],
    ],
    [
      ['change', 'address', '--on', '2026-09-02'],
      [
        '-    - { what: address, registered: 2026-08-20 }',
        '+    - { what: address, registered: 2026-08-20, reported: 2026-09-02 }',
      ],
    ],
    [
      ['change', 'name', '--decided', '2026-11-01', '--registered', '2026-11-10'],
      ['+    - { what: name, decided: 2026-11-01, registered: 2026-11-10 }'],
    ],
    [
      ['change', 'name', '--registered', '2026-11-10', '--on', '2026-11-20'],
      ['+    - { what: name, registered: 2026-11-10, reported: 2026-11-20 }'],
    ],
  ])('%j', async (argv, lines) => {
    const run = await record(argv);
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    expect(changed(run)).toEqual(lines);
  });

  test('says where it stands, which finding went, and what was there before', async () => {
    const filed = await record(['annual-report', 'isp', '2025', '--on', '2026-02-20', '--lang', 'zh']);
    expect(filed.stdout).toContain(
      'ledger.yaml:19  isp 2025年度报告 2026-02-20 已登记\n  ✔ 已消除  isp/annual-report  isp',
    );
    const corrected = await record(['opened', 'isp', '--on', '2022-05-01']);
    expect(corrected.stdout).toContain('isp: the opening is recorded for 2022-05-01 (it was 2022-06-01)');
  });

  test('writes nothing where it is recorded already', async () => {
    const run = await record(['annual-report', 'isp', '2024', '--on', '2025-02-20']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('nothing to change');
    expect(run.written.size).toBe(0);
    expect((await record(['evaluation', 'portal', '--on', '2025-11-20'])).written.size).toBe(0);
  });
});

describe('is refused', () => {
  test.each([
    [
      ['annual-report', 'isp', '2025', '--on', '2026-11-22'],
      '--on 2026-11-22: this day has not come yet (today is 2026-11-21)',
    ],
    [['annual-report', 'isp', '2027'], '2027: that year has not come'],
    [['annual-report', 'isp', '25'], '25: it is not a year'],
    [['annual-report', 'ips', '2025'], 'Did you mean `isp`?'],
    [['annual-report', 'seal', '2025'], 'seal is a contract or proof, not a licence'],
    [['annual-report', 'isp'], 'YEAR'],
    [['fee', 'isp', '2026-Q3'], 'isp: a licence of kind isp owes no quarterly fee'],
    [['fee', 'n95', '2026-3'], '2026-3: it is not a quarter'],
    [['change', 'name'], 'name: the ledger has no such change that is still unreported'],
    [['change', 'adress'], 'Did you mean `address`?'],
    [['change', 'name', '--registered', '2026-12-01'], '--registered 2026-12-01: this day has not come yet'],
    [['evaluation', 'isp'], 'isp is a licence, not a system'],
    [['verified', 'line'], 'the ledger has no contract or proof line'],
    [['renewal', 'isp', '--on', '2026-02-30'], '--on 2026-02-30'],
    [['report', 'isp'], 'there is no such command'],
  ])('%j', async (argv, complaint) => {
    const run = await record(argv);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(complaint);
    expect(run.written.size).toBe(0);
  });

  test('a change that stands unreported twice', async () => {
    const twice = LEDGER.replace('    - { what: address', '    - { what: address }\n    - { what: address');
    const run = await record(['change', 'address'], { files: { 'ledger.yaml': twice } });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('company.changes[0], company.changes[1]');
  });
});

test('today is the day in the ledger’s own zone', async () => {
  // 18:00 in London is the 22nd in Shanghai.
  const now = '2026-11-21T18:00:00Z';
  expect(changed(await record(['verified', 'seal'], { now }))[1]).toContain('verified: 2026-11-22');
  const london = LEDGER.replace('policy: {', 'policy: { timezone: Europe/London,');
  const run = await record(['verified', 'seal'], { now, files: { 'ledger.yaml': london } });
  expect(run.written.get(PATH)).toContain('verified: 2026-11-21');
});

test('a terminal confirms, and --yes skips that', async () => {
  expect((await record(['verified', 'seal'], { answers: [true] })).written.size).toBe(1);
  expect((await record(['verified', 'seal'], { answers: [false] })).code).toBe(130);
  expect((await record(['verified', 'seal', '--yes'], { answers: [] })).written.size).toBe(1);
});
