import { describe, expect, test } from 'vitest';

import { companyRules } from '../../src/rules/company.ts';
import { checkText } from '../support/check-text.ts';
import { type MemoryMachine, type MemoryRun, runInMemory } from '../support/memory-io.ts';
import { LEDGER, PAPERS, runWriter } from '../support/recording-ledger.ts';

const PATH = '/company/ledger.yaml';

async function record(argv: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  return runWriter(['record', ...argv], machine);
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
    [['audit'], ['+  personalInformation: { audits: [2026-11-21] }']],
    [['self-check', '--on', '2026-10-20'], ['+  personalInformation: { selfChecks: [2026-10-20] }']],
    [['officer'], ['+  personalInformation: { officerReported: 2026-11-21 }']],
    [['established', '--on', '2018-05-20'], ['+  established: 2018-05-20']],
    [['paid-in', '--on', '2026-05-20'], ['+  paidIn: { done: 2026-05-20 }']],
    [['paid-in-by', '--on', '2032-06-30'], ['+  paidIn: { by: 2032-06-30 }']],
    [['public-report', '2025', '--on', '2026-05-11'], ['+  publicReports: { 2025: 2026-05-11 }']],
    [['service-report'], ['+  serviceReports: [2026-11-21]']],
    [
      ['penalty', '2026-10-12', '--on', '2026-10-30'],
      ['+  penalties:', '+    - { received: 2026-10-12, publicised: 2026-10-30 }'],
    ],
    [
      ['security-body', '网络安全部', '2', '--on', '2026-03-01'],
      ['+  security: { body: 网络安全部, staff: 2, since: 2026-03-01 }'],
    ],
    [['platform', '--on', '2026-03-01'], ['+  platform: { started: 2026-03-01 }']],
    [['publicised', 'isp', '--on', '2022-03-28'], ['+    publicised: 2022-03-28']],
    [['business-scope', 'isp', '--on', '2022-04-06'], ['+    scopeEntered: 2022-04-06']],
    [
      ['filed', 'portal'],
      [
        '-    - { id: portal, kind: information-system, level: 3, evaluations: [2025-11-20] }',
        '+    - { id: portal, kind: information-system, level: 3, evaluations: [2025-11-20], filed: 2026-11-21 }',
      ],
    ],
    [
      ['branch', '河北', 'opened', '--decided', '2026-11-01'],
      ['+  branches:', '+    - { province: 河北, what: opened, decided: 2026-11-01 }'],
    ],
    [
      ['change', 'address', '--approved', '2026-11-01', '--publicised', '2026-11-20'],
      [
        '-    - { what: address, registered: 2026-08-20 }',
        '+    - { what: address, registered: 2026-08-20, approved: 2026-11-01, publicised: 2026-11-20 }',
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
      'ledger.yaml:19  isp 2025年度报告 2026-02-20 已登记\n  ✔ 已消除  licence/annual-report  isp',
    );
    const corrected = await record(['opened', 'isp', '--on', '2022-05-01']);
    expect(corrected.stdout).toContain('isp: the start of service is recorded for 2022-05-01 (it was 2022-06-01)');
  });

  test('writes nothing where it is recorded already', async () => {
    const run = await record(['annual-report', 'isp', '2024', '--on', '2025-02-20']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('nothing to change');
    expect(run.written.size).toBe(0);
    expect((await record(['evaluation', 'portal', '--on', '2025-11-20'])).written.size).toBe(0);
  });
});

describe('papers and services', () => {
  test.each([
    [['opened', 'telecom/idc', '--on', '2022-09-01'], '- { kind: idc, scope: [北京, 上海], opened: 2022-09-01 }'],
    [['opened', 'A2.B1.B2-20222637/idc', '--on', '2022-09-01'], 'scope: [北京, 上海], opened: 2022-09-01 }'],
    [['declined', 'telecom', '--on', '2026-11-20'], '\n    renewal: { declined: 2026-11-20 }\n'],
    [
      ['declined', 'telecom/cdn', '--on', '2026-11-20'],
      '- { kind: cdn, scope: national, opened: 2022-09-01, renewal: { declined: 2026-11-20 } }',
    ],
    [['renewal', 'A2.B1.B2-20222637', '--on', '2026-11-20'], '\n    renewal: { applied: 2026-11-20 }\n'],
    [['annual-report', 'telecom', '2025', '--on', '2026-03-01'], 'annualReports: { 2025: 2026-03-01 }'],
    [['verified', 'telecom'], '\n    verified: 2026-11-21\n'],
    [['verified', 'company'], 'registeredCapital: 100000000, verified: 2026-11-21 }'],
    [['ended', 'room', '--on', '2026-10-15'], 'serves: [telecom], ended: 2026-10-15 }'],
    [['ended', 'room', '--on', '2027-06-30'], 'serves: [telecom], ended: 2027-06-30 }'],
    [['duty', 'fire-drill', '2026-Q3', '--on', '2026-09-12'], 'done: { 2026-Q1: 2026-03-12, 2026-Q3: 2026-09-12 } }'],
    [
      ['contact-change', 'n95', '--changed', '2026-09-18', '--on', '2026-09-30'],
      'contactChanges: [{ changed: 2026-09-18, reported: 2026-09-30 }] }',
    ],
    [
      ['contact-change', '95123', '--changed', '2026-11-10'],
      'contactChanges: [{ changed: 2026-09-18 }, { changed: 2026-11-10 }] }',
    ],
  ])('%j', async (argv, text) => {
    const run = await record(argv, { files: { 'ledger.yaml': PAPERS } });
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    expect(run.written.get(PATH)).toContain(text);
  });

  test.each([
    [['opened', 'telecom'], 'telecom: the licence telecom has 3 services', 'telecom/isp, telecom/idc, telecom/cdn'],
    [['opened', 'telecom/icp'], 'the licence telecom has no such service', 'Did you mean'],
    [['declined', 'telecom/dns'], 'the licence telecom has no such service', ''],
    [['duty', 'fire-dril', '2026-Q3'], 'fire-dril: the ledger has no such duty', 'Did you mean `fire-drill`?'],
    [
      ['duty', 'fire-drill', '2026-09'],
      '2026-09: 机房消防演练 has no such period',
      'Open periods: 2026-Q2, 2026-Q3, 2026-Q4.',
    ],
    [['duty', 'fire-drill', '2027-Q1'], 'or the period has not begun', ''],
    [['contact-change', 'telecom', '--changed', '2026-09-18'], 'telecom: the licence telecom has 3 services', ''],
    [['contact-change', 'n95', '--changed', '2026-12-01'], '--changed 2026-12-01: in the future', ''],
    [['ended', 'telecom'], 'telecom is a licence, not a contract or proof', ''],
    [['ended', 'room', '--on', '2028-06-30'], 'ended (2028-06-30) is after expires', ''],
  ])('%j is refused', async (argv, complaint, remedy) => {
    const run = await record(argv, { files: { 'ledger.yaml': PAPERS } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(complaint);
    expect(run.stderr).toContain(remedy);
    expect(run.written.size).toBe(0);
  });

  // Case 10: one paper, one duty, one record.
  test('one record settles the report of the whole paper', async () => {
    const run = await record(['annual-report', 'telecom', '2025', '--on', '2026-03-01'], {
      files: { 'ledger.yaml': PAPERS },
    });
    expect(run.stdout.match(/licence\/annual-report/gu)).toHaveLength(1);
    expect(run.stdout).toContain('settled  licence/annual-report  telecom');
  });

  test('nothing is recorded for two entries of one paper: how they become one is said', async () => {
    const twice = `version: 1
company: { name: 示例云网科技有限公司, registeredCapital: 100000000 }
licences:
  - { id: isp, kind: isp, number: A2.B1.B2-20227777, scope: national, issued: 2022-03-15, expires: 2027-03-14 }
  - { id: icp, kind: icp, number: A2.B1.B2-20227777, scope: national, issued: 2022-03-15, expires: 2028-03-14 }
`;
    const run = await record(['annual-report', 'isp', '2025', '--on', '2026-03-01'], {
      files: { 'ledger.yaml': twice },
    });
    expect([run.code, run.written.size]).toEqual([3, 0]);
    expect(run.stderr).toContain('ledger/duplicate-number');
    expect(run.stderr).toContain('services: [{ kind: isp }, { kind: icp }]');
  });

  test('what became of the renewal is one thing: the other goes', async () => {
    const applied = await record(['renewal', 'telecom', '--on', '2026-11-01'], { files: { 'ledger.yaml': PAPERS } });
    const files = { 'ledger.yaml': applied.written.get(PATH) ?? '' };
    const declined = await record(['declined', 'telecom', '--on', '2026-11-20'], { files });
    expect(declined.written.get(PATH)).toContain('renewal: { declined: 2026-11-20 }');
    const again = await record(['renewal', 'telecom'], { files: { 'ledger.yaml': declined.written.get(PATH) ?? '' } });
    expect(again.written.get(PATH)).toContain('renewal: { applied: 2026-11-21 }');
  });
});

describe('is refused', () => {
  test.each([
    [['annual-report', 'isp', '2025', '--on', '2026-11-22'], '--on 2026-11-22: in the future (today is 2026-11-21)'],
    [['annual-report', 'isp', '2026'], '2026: the report for 2026 cannot have been filed on 2026-11-21'],
    [['annual-report', 'isp', '2027'], 'Did you mean `2025`?'],
    [['annual-report', 'isp', '2021'], '2021: there is no report for 2021: isp was issued in 2022'],
    [['annual-report', 'isp', '2025', '--on', '2025-03-01'], 'usually last year'],
    [['annual-report', 'isp', '25'], '25: not a year'],
    [['annual-report', 'ips', '2025'], 'Did you mean `isp`?'],
    [['annual-report', 'seal', '2025'], 'seal is a contract or proof, not a licence'],
    [['annual-report', 'isp'], 'YEAR'],
    [['fee', 'isp', '2026-Q3'], 'isp: there is no quarterly number fee for kind isp'],
    [['disused', 'isp'], 'isp: kind isp is not an allotted number'],
    [['province-filing', 'n95', 'Peking'], 'Peking: not a province'],
    [['fee', 'n95', '2026-3'], '2026-3: not a quarter'],
    [['change', 'name'], 'name: the ledger has no such change that is still unreported'],
    [['change', 'adress'], 'Did you mean `address`?'],
    [['change', 'name', '--publicised', '2026-11-01'], 'name: the ledger has no such change that is still without'],
    [['change', 'cessation', '--of', 'ips', '--effective', '2027-01-31'], '--of: there is no licence with the id ips'],
    [['branch', '河北', 'opened'], '河北 opened: the ledger has no such branch that is still unreported'],
    [['branch', '香港', 'opened'], '香港'],
    [['public-report', '2026'], '2026: the report for 2026 cannot have been filed on 2026-11-21'],
    [['security-body', '安全部', '两人'], '两人: not a number of people'],
    [['platform-report', '2026-Q3'], 'company.platform: no platform is on record'],
    [['penalty', '2026-12-01'], '2026-12-01: in the future'],
    [['change', 'name', '--registered', '2026-12-01'], '--registered 2026-12-01: in the future'],
    [['evaluation', 'isp'], 'isp is a licence, not a system'],
    [
      ['result-sent', 'portal', '2025-11-21'],
      '2025-11-21: portal has no evaluation or assessment on record that ended',
    ],
    [['result-sent', 'portal', '2025-11-21'], 'Did you mean `2025-11-20`?'],
    [['filed', 'n95'], 'n95 is a licence, not a system or contract or proof'],
    [['verified', 'line'], 'the ledger has no licence or contract or proof line'],
    [['renewal', 'isp', '--on', '2026-02-30'], '--on 2026-02-30'],
    [['report', 'isp'], 'unknown command'],
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

  test('is the one of the day that is given', async () => {
    const twice = LEDGER.replace(
      '    - { what: address',
      '    - { what: address, registered: 2026-09-01 }\n    - { what: address',
    );
    const files = { 'ledger.yaml': twice };
    const { written } = await record(['change', 'address', '--registered', '2026-09-01', '--on', '2026-09-20'], {
      files,
    });
    expect(written.get(PATH)).toBe(twice.replace('2026-09-01 }', '2026-09-01, reported: 2026-09-20 }'));
    const again = await record(['change', 'address', '--registered', '2026-09-01'], { files });
    expect([again.code, again.written.size]).toEqual([0, 0]);
  });

  test.each([
    [
      'a change that was decided is registered',
      ['change', 'name', '--decided', '2026-09-01', '--registered', '2026-09-20'],
      '{ what: name, decided: 2026-09-01, registered: 2026-09-20 }',
    ],
    [
      'of two that were granted, the one of that day is made public',
      ['change', 'scope', '--approved', '2026-10-09', '--publicised', '2026-10-20'],
      '{ what: scope, approved: 2026-10-09, publicised: 2026-10-20 }',
    ],
    [
      'one service stops on a day to come',
      ['change', 'cessation', '--of', 'B1-20220315', '--decided', '2026-10-01', '--effective', '2027-01-31'],
      '- { what: cessation, of: isp, decided: 2026-10-01, effective: 2027-01-31 }',
    ],
    [
      'a branch is reported',
      ['branch', '河北', 'opened', '--decided', '2026-10-01', '--on', '2026-10-20'],
      '{ province: 河北, what: opened, decided: 2026-10-01, reported: 2026-10-20 }',
    ],
    [
      'another branch is added',
      ['branch', '河北', 'opened', '--decided', '2026-10-02'],
      '- { province: 河北, what: opened, decided: 2026-10-02 }',
    ],
  ])('%s', async (_, argv, line) => {
    const many = LEDGER.replace(
      '    - { what: address',
      [
        '    - { what: name, decided: 2026-09-01 }',
        '    - { what: scope, approved: 2026-09-18 }',
        '    - { what: scope, approved: 2026-10-09 }',
        '    - { what: address',
      ].join('\n'),
    ).replace('  systems:', '  branches:\n    - { province: 河北, what: opened, decided: 2026-10-01 }\n  systems:');
    const run = await record(argv, { files: { 'ledger.yaml': many } });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const before = new Set(many.split('\n'));
    const fresh = (run.written.get(PATH) ?? '').split('\n').filter((one) => !before.has(one));
    expect(fresh).toEqual([expect.stringContaining(line)]);
  });
});

describe('what a rule of the company found is settled by its own command:', () => {
  const fillers = new Map([
    ['DATE', '2032-06-30'],
    ['NAME', '网络安全部'],
    ['STAFF', '2'],
  ]);

  test.each(companyRules.map((rule) => [rule.id, rule] as const))('%s', async (id, { examples }) => {
    const { asOf, fails } = examples();
    const found = (await checkText(fails, asOf)).find(({ rule, fix }) => rule === id && fix !== undefined);
    const argv = (found?.fix?.command ?? []).slice(2).map((word) => fillers.get(word) ?? word);
    const run = await record(argv, { files: { 'ledger.yaml': fails }, now: `${asOf}T04:00:00Z` });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const left = await checkText(run.written.get(PATH) ?? '', asOf);
    const same = left.filter(
      ({ rule, period, subject }) => rule === id && period === found?.period && subject === found?.subject,
    );
    expect(same.map(({ status }) => status).filter((status) => status !== 'late')).toEqual([]);
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

test('without a terminal `--yes` or `--dry-run` must be given, else nothing is written', async () => {
  const files = { 'ledger.yaml': LEDGER };
  const run = await runInMemory(['record', 'verified', 'seal', '--lang', 'zh'], { files });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('没有终端可供确认，没有写入');
  expect(run.stderr).toContain('加 `--yes` 直接写入');
  expect(run.written.size).toBe(0);
  const dry = await runInMemory(['record', 'verified', 'seal', '--dry-run'], { files });
  expect([dry.code, dry.written.size]).toEqual([0, 0]);
});

test('a ledger without entries is opened with what it extends', async () => {
  const files = {
    'group.yaml': 'duties: [{ id: drill, title: 消防演练, for: company, every: { months: 3 }, from: 2026-01-01 }]\n',
    'ledger.yaml': 'version: 1\nextends: group.yaml\ncompany: { name: 示例公司 }\n',
  };
  const run = await record(['duty', 'drill', '2026-Q3', '--on', '2026-09-12', '--dry-run'], { files });
  expect(run.stderr).not.toContain('no duties');
  expect(run.stderr).toContain('group.yaml');
});
