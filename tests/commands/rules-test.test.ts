/** `ledger rules test`: cases in files, and what is said of those that fail. */
import { describe, expect, test } from 'vitest';

import { type MemoryEntry, type MemoryRun, runInMemory } from '../support/memory-io.ts';

/** A company of this year, which owes no report yet. */
const COMPANY =
  'company: { name: 示例云网科技有限公司, creditCode: 91110108MA01ABCD5T, established: 2026-01-05, paidIn: { done: 2026-01-05 } }';

const PASSING = `${COMPANY}
cases:
  - name: 证书还剩10天
    asOf: 2026-11-21
    resources: [{ id: cert, kind: maintenance, expires: 2026-12-01 }]
    expect:
      - { rule: resource/expiry, status: expiring, date: 2026-12-01, daysLeft: 10 }
  - name: 没有问题
    asOf: 2026-11-21
    select: [resource]
    resources: [{ id: cert, kind: maintenance, expires: never }]
    expect: []
`;

const FAILING = PASSING.replace('date: 2026-12-01, daysLeft: 10', 'date: 2026-12-02').replace(
  'expires: never',
  'expires: 2026-11-01',
);

async function runCases(text: MemoryEntry, ...words: readonly string[]): Promise<MemoryRun> {
  return runInMemory(['rules', 'test', 'a.cases.yaml', ...words], { files: { 'a.cases.yaml': text } });
}

/** Replaces a piece of the cases that pass, which must be there. */
function spoil(piece: string, by: string): string {
  if (!PASSING.includes(piece)) throw new Error(`not in the cases: ${piece}`);
  return PASSING.replace(piece, by);
}

describe('ledger rules test', () => {
  test('counts cases that pass', async () => {
    expect(await runCases(PASSING)).toMatchObject({
      code: 0,
      stdout: '✔ 2 cases in 1 file: 2 passed, 0 failed.\n',
      stderr: '',
    });
  });

  test('shows what was expected and what came', async () => {
    const { code, stdout } = await runCases(FAILING);
    expect(code).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "✖ a.cases.yaml:3  证书还剩10天
          − resource/expiry expiring  date 2026-12-02
          + resource/expiry expiring  date 2026-12-01

      ✖ a.cases.yaml:8  没有问题
          + resource/expiry expired  subject cert  date 2026-11-01
            it ended on 2026-11-01, 20 days ago

      ✖ 2 cases in 1 file: 0 passed, 2 failed.
      "
    `);
  });

  test('speaks Chinese', async () => {
    const { stdout } = await runCases(FAILING.replace('expires: 2026-12-01', 'expires: never'), '--lang', 'zh');
    expect(stdout).toMatchInlineSnapshot(`
      "✖ a.cases.yaml:3  证书还剩10天
          − resource/expiry expiring  date 2026-12-02
          + （没有报告）

      ✖ a.cases.yaml:8  没有问题
          + resource/expiry expired  subject cert  date 2026-11-01
            已于2026-11-01到期（20天前）

      ✖ 1个文件，2个用例：0个通过，2个不符。
      "
    `);
  });

  test('gives all of it as JSON', async () => {
    const { code, stdout } = await runCases(FAILING, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'ledger/rule-cases@1',
      exitCode: 1,
      counts: { passed: 0, failed: 2, invalid: 0 },
      files: [
        {
          file: 'a.cases.yaml',
          problems: [],
          cases: [
            {
              name: '证书还剩10天',
              line: 3,
              result: 'failed',
              differences: [
                {
                  expected: { rule: 'resource/expiry', status: 'expiring', date: '2026-12-02' },
                  found: { rule: 'resource/expiry', status: 'expiring', date: '2026-12-01', daysLeft: 10 },
                },
              ],
            },
            { name: '没有问题', line: 8, result: 'failed', differences: [{ found: { status: 'expired' } }] },
          ],
        },
      ],
    });
  });

  test("runs the company's own rules, and waivers", async () => {
    const text = `${COMPANY}
cases:
  - name: 自定要求
    asOf: 2026-11-21
    select: [own/iso27001, waiver]
    licences: [{ id: isp, kind: isp, expires: 2031-03-14 }]
    requirements: [{ id: iso27001, licence: isp, needs: iso27001, severity: error }]
    waivers:
      - { rule: own/iso27001, entry: isp, from: 2026-11-01, until: 2026-11-20, reason: 审核已排期, approvedBy: 张三 }
    expect:
      - { rule: own/iso27001, status: missing, severity: error, subject: isp }
      - { rule: waiver/expired, status: expired, date: 2026-11-20 }
`;
    expect(await runCases(text)).toMatchObject({ code: 0 });
  });
});

describe('a case file that is wrong ends with 3 and names the line', () => {
  test.each([
    ['not valid YAML', 'cases: [\n', 'a.cases.yaml:1  a bracket is not closed'],
    ['not UTF-8', new Uint8Array([0x63, 0xff, 0xfe]), 'a.cases.yaml:1  '],
    ['nothing in it', '', 'a.cases.yaml:1  cases: cases is missing'],
    ['no cases', 'cases: []\n', 'a.cases.yaml:1  cases: cases is an empty list'],
    [
      'an unknown key',
      spoil('asOf: 2026-11-21\n    select', 'asof: 2026-11-21\n    select'),
      'a.cases.yaml:9  cases[1].asof: unknown field asof',
    ],
    [
      'the field that was meant',
      spoil('asOf: 2026-11-21\n    select', 'asof: 2026-11-21\n    select'),
      'Write `asOf`.',
    ],
    ['an unknown key of the file', `colour: red\n${PASSING}`, 'a.cases.yaml:1  colour: unknown field colour'],
    ['an unknown key of an expectation', spoil('daysLeft: 10', 'dayLeft: 10'), 'Write `daysLeft`.'],
    ['no status', spoil('status: expiring, ', ''), 'a.cases.yaml:7  cases[0].expect[0].status: status is missing'],
    ['a status that is none', spoil('status: expiring', 'status: expiry'), 'Did you mean `expired`?'],
    ['a day that is none', spoil('date: 2026-12-01', 'date: 2026-13-01'), 'a.cases.yaml:7  cases[0].expect[0].date: '],
    ['no expectations', spoil('    expect: []\n', ''), 'a.cases.yaml:8  cases[1].expect: expect is missing'],
    [
      'an unknown field of an entry',
      spoil('expires: never', 'expire: never'),
      'a.cases.yaml:11  resources[0].expire: unknown field expire',
    ],
    [
      'a wrong day in an entry',
      spoil('expires: never', 'expires: 2026/11/21'),
      'a.cases.yaml:11  resources[0].expires: ',
    ],
    ['no company', spoil(`${COMPANY}\n`, ''), 'a.cases.yaml:2  company.name: name is missing'],
    [
      'a company without a name',
      spoil('name: 示例云网科技有限公司', 'registeredCapital: 1'),
      'a.cases.yaml:1  company.name: name is missing',
    ],
    [
      'nothing to check',
      spoil('    resources: [{ id: cert, kind: maintenance, expires: never }]\n', ''),
      'a.cases.yaml:8  the ledger has no licences and no resources',
    ],
    [
      'an unknown rule expected',
      spoil('rule: resource/expiry', 'rule: resource/expire'),
      'a.cases.yaml:7  expect[0].rule: unknown rule resource/expire',
    ],
    [
      'an unknown rule selected',
      spoil('select: [resource]', 'select: [resourse]'),
      'a.cases.yaml:10  select[0]: unknown rule resourse',
    ],
  ])('%s', async (_, text, words) => {
    const run = await runCases(text);
    expect(run.code).toBe(3);
    expect(run.stdout).toContain(words);
  });

  test('the other cases of the file are run', async () => {
    const { stdout } = await runCases(spoil('expires: never', 'expire: never'));
    expect(stdout).toContain('✖ 2 cases in 1 file: 1 passed, 0 failed, 1 invalid and not run.');
  });

  test('a shared part is the one of the file, a part of a case goes before it', async () => {
    const own = spoil(
      '  - name: 没有问题\n',
      '  - name: 没有问题\n    company: { name: 另一家公司, creditCode: 91110108MA01ABCD51 }\n',
    );
    const { code, stdout } = await runCases(own.replace('    select: [resource]\n', ''));
    expect(code).toBe(1);
    expect(stdout).toContain('+ company/credit-code invalid  subject company');
  });
});

describe('files that cannot be read', () => {
  test('end with 3, and the others are run', async () => {
    const files = { 'good.yaml': PASSING, 'shut.yaml': { kind: 'file', refuses: 'EACCES' }, 'folder/x': '' } as const;
    const argv = ['rules', 'test', 'gone.yaml', 'shut.yaml', 'folder', 'good.yaml'];
    const run = await runInMemory(argv, { files });
    expect(run).toMatchObject({ code: 3, stdout: '✔ 2 cases in 1 file: 2 passed, 0 failed.\n' });
    for (const words of ['gone.yaml: does not exist', 'shut.yaml: permission denied', 'folder: is a folder']) {
      expect(run.stderr).toContain(`error: ${words}`);
    }
  });

  test('no file is wrong usage', async () => {
    expect(await runInMemory(['rules', 'test'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('an option of the list is none of the test', async () => {
    const run = await runCases(PASSING, '--stale');
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toContain('See `ledger rules test --help`');
  });

  test('help has examples', async () => {
    const { code, stdout } = await runInMemory(['rules', 'test', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('ledger rules test own.cases.yaml');
  });
});

describe('ledger rules --stale', () => {
  test('lists nothing while all law was read within a year', async () => {
    const { code, stdout } = await runInMemory(['rules', '--stale', '--as-of', '2026-11-21']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'As of 2026-11-21 all law was read within a year.\n' });
  });

  test('lists each instrument with its rules a year after it was read', async () => {
    const before = await runInMemory(['rules', '--stale', '--as-of', '2027-11-25']);
    expect(before.stdout).not.toContain('MIIT Order 42');
    const { code, stdout } = await runInMemory(['rules', '--stale', '--as-of', '2027-11-26']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Telecommunications Business Licensing Measures (MIIT Order 42)\n  last read: 2026-11-26\n  https://www.gov.cn/',
    );
    expect(stdout).toContain('\n    licence/renewal article 27, paragraph 1\n');
  });

  test('passes over what is no longer in force', async () => {
    const { stdout } = await runInMemory(['rules', '--stale', '--as-of', '2027-11-21']);
    expect(stdout).not.toContain('MIIT Order 31 of 2015');
  });

  test('asks about today where no day is given', async () => {
    const { stdout } = await runInMemory(['rules', '--stale', '--lang', 'zh'], { now: '2027-11-20T16:00:00Z' });
    expect(stdout).toMatch(/截至2027-11-21，\d+项依据已满一年未核对，涉及\d+条规则。\n$/u);
  });

  test('gives the same as JSON', async () => {
    const { stdout } = await runInMemory(['rules', '--stale', '--as-of', '2027-11-26', '--format', 'json']);
    const { schema, asOf, rules }: { schema: string; asOf: string; rules: { id: string; basis: object[] }[] } =
      JSON.parse(stdout);
    expect({ schema, asOf }).toEqual({ schema: 'ledger/stale-rules@1', asOf: '2027-11-26' });
    expect(rules.find(({ id }) => id === 'licence/renewal')?.basis[0]).toMatchObject({
      article: '27.1',
      lastRead: '2026-11-26',
    });
  });

  test.each([['--as-of', '2027-11-21'], ['--fail']])('%s without it is wrong usage', async (...words) => {
    const run = await runInMemory(['rules', ...words]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('Use it with `--stale`');
  });

  test.each([
    ['2026-11-27', 0],
    ['2027-11-26', 1],
  ])('with --fail on %s it ends with %d', async (on, code) => {
    const text = await runInMemory(['rules', '--stale', '--fail', '--as-of', on]);
    const json = await runInMemory(['rules', '--stale', '--fail', '--as-of', on, '--format', 'json']);
    expect([text.code, json.code]).toEqual([code, code]);
  });

  test('what nobody read says when it was last heard of', async () => {
    const { stdout } = await runInMemory(['rules', '--stale', '--as-of', '2027-11-26']);
    expect(stdout).toContain('text not read; secondary source last checked on 2026-11-21');
  });
});
