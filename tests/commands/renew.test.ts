import { describe, expect, test } from 'vitest';

import type { MemoryMachine, MemoryRun } from '../support/memory-io.ts';
import { LEDGER, runWriter } from '../support/recording-ledger.ts';

const PATH = '/company/ledger.yaml';

async function renew(argv: readonly string[], machine: MemoryMachine = {}): Promise<MemoryRun> {
  return runWriter(['renew', ...argv], machine);
}

describe('ledger renew CONTRACT', () => {
  test('adds a successor that is like the old one and begins on the day after', async () => {
    const run = await renew(['line-bj-2025', '--expires', '2027-10-31']);
    expect(run.code).toBe(0);
    expect(run.written.get(PATH)?.slice(LEDGER.length)).toBe(
      '  - { id: line-bj-2026, kind: leased-line, title: 北京亦庄专线接入协议, provider: 中国电信股份有限公司北京分公司, starts: 2026-11-01, expires: 2027-10-31, serves: [isp], follows: line-bj-2025, owner: 网络部 }\n',
    );
    expect(run.stdout).toContain('ledger.yaml:31  line-bj-2026 is recorded; it follows line-bj-2025');
    expect(run.stdout).toContain('settled  isp/leased-line  isp');
  });

  test.each([
    [['--expires', '+1y'], 'starts: 2026-11-01, expires: 2027-10-31'],
    [['--expires', '+36m'], 'starts: 2026-11-01, expires: 2029-10-31'],
    [['--expires', '+90d'], 'starts: 2026-11-01, expires: 2027-01-29'],
    [['--expires', 'never'], 'starts: 2026-11-01, expires: never'],
    [['--expires', '+1y', '--starts', '2026-12-01'], 'starts: 2026-12-01, expires: 2027-11-30'],
    [['--expires', '+1y', '--id', 'line-x', '--title', '新协议'], 'id: line-x, kind: leased-line, title: 新协议'],
  ])('%j', async (argv, text) => {
    const run = await renew(['line-bj-2025', ...argv]);
    expect(run.stderr).toBe('');
    expect(run.written.get(PATH)).toContain(text);
  });

  test('keeps what was said of addresses', async () => {
    const more = '  - { id: ip, kind: ip-addresses, expires: 2027-01-10, allocates: true, filed: 2026-01-20 }\n';
    const run = await renew(['ip', '--expires', '+1y'], { files: { 'ledger.yaml': LEDGER + more } });
    expect(run.written.get(PATH)).toContain(
      '  - { id: ip-2027, kind: ip-addresses, starts: 2027-01-11, expires: 2028-01-10, follows: ip, allocates: true }\n',
    );
  });

  test('keeps its own lead and its registrant', async () => {
    const more = '  - { id: site, kind: domain, expires: 2027-01-10, warnWithin: 90, registrant: 示例公司 }\n';
    const run = await renew(['site', '--expires', '+1y'], { files: { 'ledger.yaml': LEDGER + more } });
    expect(run.written.get(PATH)?.slice((LEDGER + more).length)).toBe(
      '  - { id: site-2027, kind: domain, starts: 2027-01-11, expires: 2028-01-10, follows: site, warnWithin: 90, registrant: 示例公司 }\n',
    );
  });

  test('begins on the day after an early end', async () => {
    const more = '  - { id: site, kind: domain, expires: 2027-01-10, ended: 2026-11-15 }\n';
    const run = await renew(['site', '--expires', '+1y'], { files: { 'ledger.yaml': LEDGER + more } });
    expect(run.written.get(PATH)).toContain('starts: 2026-11-16, expires: 2027-11-15, follows: site');
  });

  test('begins after the term that runs, where the old one renews itself', async () => {
    const more =
      '  - { id: room, kind: machine-room, expires: 2024-12-31, autoRenew: { months: 12, noticeDays: 30 } }\n';
    const run = await renew(['room', '--expires', '+1y'], { files: { 'ledger.yaml': LEDGER + more } });
    expect(run.written.get(PATH)).toContain('starts: 2027-01-01, expires: 2027-12-31, follows: room');
  });

  test('refuses one that is followed already, and names the follower', async () => {
    const more = '  - { id: line-bj-2026, kind: leased-line, expires: 2027-10-31, follows: line-bj-2025 }\n';
    const run = await renew(['line-bj-2025', '--expires', '+1y'], { files: { 'ledger.yaml': LEDGER + more } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('line-bj-2025: line-bj-2026 already follows it');
    expect(run.stderr).toContain('`ledger renew line-bj-2026`');
  });
});

describe('ledger renew LICENCE', () => {
  test('writes its new end, and takes its application away', async () => {
    const before = LEDGER.replace('    opened:', '    renewal: { applied: 2026-11-01 } # 已受理\n    opened:');
    const run = await renew(['isp', '--expires', '2032-03-14', '--issued', '2026-11-20'], {
      files: { 'ledger.yaml': before },
    });
    expect(run.code).toBe(0);
    expect(run.written.get(PATH)).toBe(
      LEDGER.replace('issued: 2022-03-15', 'issued: 2026-11-20').replace('expires: 2027-03-14', 'expires: 2032-03-14'),
    );
    expect(run.stdout).toContain('ledger.yaml:17  isp now runs until 2032-03-14\n');
  });

  test.each(['isp', 'B1-20220315'])('counts a term from the day after the old end: %s', async (name) => {
    const run = await renew([name, '--expires', '+5y']);
    expect(run.written.get(PATH)).toBe(LEDGER.replace('2027-03-14', '2032-03-14'));
  });
});

describe('is refused', () => {
  test.each([
    [['line-bj-2025', '--expires', '2026-10-31'], 'not later than the current last day of line-bj-2025, 2026-10-31'],
    [['isp', '--expires', '2026-03-14'], 'not later'],
    [['isp', '--expires', 'never'], '--expires: "never" is not a date'],
    [['isp', '--expires', '+5y', '--starts', '2027-03-15'], '--starts: isp is a licence'],
    [['isp', '--expires', '+5y', '--issued', '2027-03-15'], 'in the future'],
    [['isp', '--expires', '+5y', '--issued', '+1d'], '--issued: "+1d" is not a date'],
    [['line-bj-2025', '--expires', '+1y', '--issued', '2026-11-01'], '--issued: line-bj-2025 is not a licence'],
    [['seal', '--expires', '+1y'], 'seal: it has no end (never)'],
    [['line-bj-2026', '--expires', '+1y'], 'Did you mean `line-bj-2025`?'],
    [['portal', '--expires', '+1y'], 'portal is a system, not a licence or contract or proof'],
    [['line-bj-2025', '--expires', '+1y', '--id', 'isp'], '--id: the id isp is already used'],
    [
      ['line-bj-2025', '--expires', '+1y', '--starts', '2027-02-30'],
      '--starts: "2027-02-30" is not a day of the calendar',
    ],
    [
      ['line-bj-2025', '--expires', '2026-11-30', '--starts', '2026-12-15'],
      '--expires: expires (2026-11-30) is before starts',
    ],
    [['line-bj-2025'], 'missing: --expires'],
  ])('%j', async (argv, complaint) => {
    const run = await renew(argv);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(complaint);
    expect(run.written.size).toBe(0);
  });
});

test('at a terminal the term is as long as the old one unless another is given', async () => {
  const run = await renew(['line-bj-2025', '--lang', 'zh'], { answers: ['2026-10-31', '', true] });
  expect(run.transcript).toEqual([
    'line-bj-2025新的到期日（最后有效日） ✖ 不晚于line-bj-2025现在的到期日2026-10-31。请核对新合同或新证上的日期。',
    'line-bj-2025新的到期日（最后有效日） 2027-10-31',
    '写入 ledger.yaml？ true',
  ]);
  expect(run.written.get(PATH)).toContain('expires: 2027-10-31, serves: [isp], follows: line-bj-2025');
});
