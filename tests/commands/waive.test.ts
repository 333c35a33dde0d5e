import { describe, expect, test } from 'vitest';

import type { MemoryMachine, MemoryRun } from '../support/memory-io.ts';
import { LEDGER, PAPERS, runWriter } from '../support/recording-ledger.ts';

const PATH = '/company/ledger.yaml';
const TERMS = ['--until', '2027-01-31', '--reason', '新线路验收中', '--approved-by', '张三'];

async function waive(argv: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  return runWriter(['waive', ...argv], machine);
}

describe('ledger waive', () => {
  test('adds a waiver and says what it waives', async () => {
    const run = await waive(['isp/leased-line', 'isp', ...TERMS]);
    expect(run.code).toBe(0);
    expect(run.written.get(PATH)).toBe(
      `${LEDGER}waivers:\n  - { rule: isp/leased-line, entry: isp, from: 2026-11-21, until: 2027-01-31, reason: 新线路验收中, approvedBy: 张三 }\n`,
    );
    expect(run.stdout).toContain(
      'isp/leased-line is waived for isp until 2027-01-31 (71 days)\n  ○ waived   isp/leased-line  isp',
    );
  });

  test('brings one that is there up to date', async () => {
    const before = `${LEDGER}waivers:\n  # 第一次\n  - { rule: isp/leased-line, entry: isp, from: 2026-10-01, until: 2026-11-30, reason: 旧, approvedBy: 李四 }\n`;
    const run = await waive(['isp/leased-line', 'isp', ...TERMS], { files: { 'ledger.yaml': before } });
    expect(run.written.get(PATH)).toBe(
      before.replace(
        '2026-10-01, until: 2026-11-30, reason: 旧, approvedBy: 李四',
        '2026-11-21, until: 2027-01-31, reason: 新线路验收中, approvedBy: 张三',
      ),
    );
  });

  test('takes one service of a licence, by id or number, and a first day', async () => {
    const files = { 'ledger.yaml': PAPERS };
    for (const name of ['telecom/idc', 'A2.B1.B2-20222637/idc']) {
      const run = await waive(['licence/opened', name, ...TERMS, '--from', '2026-11-01'], { files });
      expect(run.stderr).toBe('');
      expect(run.written.get(PATH)).toContain(
        '- { rule: licence/opened, entry: telecom/idc, from: 2026-11-01, until: 2027-01-31,',
      );
    }
    const whole = await waive(['licence/opened', 'telecom', ...TERMS], { files });
    expect(whole.written.get(PATH)).toContain('entry: telecom, from: 2026-11-21');
    const other = await waive(['licence/opened', 'telecom/isp', ...TERMS], { files });
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('there is no such finding');
  });

  test('counts its length from its first day', async () => {
    const argv = ['isp/leased-line', 'isp', ...TERMS, '--from', '2026-11-01', '--until', '2027-05-20'];
    const run = await waive(argv);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('Write `2027-04-30` at the latest');
  });

  test('counts days from today', async () => {
    const run = await waive(['isp/leased-line', 'isp', '--until', '+30d', '--reason', 'r', '--approved-by', 'a']);
    expect(run.written.get(PATH)).toContain('until: 2026-12-21');
  });

  test.each([
    [['isp/leased-lin', 'isp', ...TERMS], 'Did you mean `isp/leased-line`?'],
    [['isp/leased-line', 'ips', ...TERMS], 'Did you mean `isp`?'],
    [['licence/expiry', 'isp', ...TERMS], 'licence/expiry isp: there is no such finding'],
    [['schema/date', 'isp', ...TERMS], 'schema/date: findings of this rule cannot be waived'],
    [['waiver/unused', 'isp', ...TERMS], 'cannot be waived'],
    [['isp/leased-line', 'isp', ...TERMS, '--until', '2026-11-20'], 'in the past (today is 2026-11-21)'],
    [['isp/leased-line', 'isp', ...TERMS, '--until', '2027-05-21'], 'Write `2027-05-20` at the latest'],
    [['isp/leased-line', 'isp', ...TERMS, '--until', 'never'], '--until: "never" is not a date'],
    [['isp/leased-line', 'isp', '--reason', 'x'], 'missing: --until, --approved-by'],
    [['isp/leased-line', 'isp', ...TERMS, '--reason', ' '], '--reason: reason must be'],
  ])('refuses %j', async (argv, complaint) => {
    const run = await waive(argv);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(complaint);
    expect(run.written.size).toBe(0);
  });

  test.each([['2026-11-21'], ['2027-05-20']])('takes %s, the first or last day that is allowed', async (until) => {
    expect((await waive(['isp/leased-line', 'isp', ...TERMS, '--until', until])).code).toBe(0);
  });

  test('asks at a terminal', async () => {
    const run = await waive(['isp/leased-line', 'isp', '--reason', '验收中', '--lang', 'zh'], {
      answers: ['+400d', '+30d', '<', '2026-12-31', '张三', true],
    });
    expect(run.transcript).toEqual([
      '豁免到哪一天 ✖ 从2026-11-21算起，超过上限180天（policy.maxWaiverDays）。最迟写 `2027-05-20`。',
      '豁免到哪一天 +30d → 2026-12-21',
      '批准人 undefined',
      '豁免到哪一天 2026-12-31',
      '批准人 张三',
      '写入 ledger.yaml？ true',
    ]);
    expect(run.written.get(PATH)).toContain('until: 2026-12-31');
  });
});
