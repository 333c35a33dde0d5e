/** The rows of many companies: the worst first, each ledger once. */
import { describe, expect, test } from 'vitest';

import { actByOf, type CompanyRow, compareRows, nextDayIn, rowOf, settleRows } from '../../src/domain/overview.ts';
import type { Counts } from '../../src/domain/policy.ts';
import { buildFinding, buildLedgerReport } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const NO_COUNTS: Counts = { error: 0, warning: 0, info: 0, waived: 0, undetermined: 0 };
const NEXT = { date: day('2026-12-31'), actBy: day('2026-12-30'), rule: 'isp/expiry', subject: 'isp' };
const BREACH = { day: day('2027-03-15'), licence: 'isp' };

function row(parts: Partial<CompanyRow> = {}): CompanyRow {
  return {
    file: 'a.yaml',
    asOf: day('2026-11-21'),
    company: '甲公司',
    shares: undefined,
    verdict: 'fail',
    counts: NO_COUNTS,
    next: undefined,
    breach: undefined,
    ...parts,
  };
}

const counts = (parts: Partial<Counts>): Partial<CompanyRow> => ({ counts: { ...NO_COUNTS, ...parts } });

describe('the worse row', () => {
  test.each<[what: string, worse: Partial<CompanyRow>, better: Partial<CompanyRow>]>([
    ['is not known, before it fails', { verdict: 'none' }, { verdict: 'fail', ...counts({ error: 9 }) }],
    ['fails, whatever was found', { verdict: 'fail' }, { verdict: 'pass', ...counts({ warning: 9 }) }],
    ['has more errors', counts({ error: 2 }), { ...counts({ error: 1 }), breach: BREACH }],
    ['is broken', { breach: BREACH }, counts({ warning: 9 })],
    ['is broken earlier', { breach: { ...BREACH, day: day('2027-03-14') } }, { breach: BREACH }],
    ['has more warnings', counts({ warning: 2 }), { ...counts({ warning: 1 }), next: NEXT }],
    ['has something to do', { next: NEXT }, counts({ undetermined: 9 })],
    [
      'has to act earlier',
      { next: { ...NEXT, date: day('2027-12-31') } },
      { next: { ...NEXT, actBy: day('2026-12-31') } },
    ],
    ['has less that is known', counts({ undetermined: 2 }), counts({ undetermined: 1, info: 9, waived: 9 })],
    ['has the earlier name', { company: '乙', file: 'z' }, { company: '甲', file: 'a' }],
    ['has no name', { company: undefined }, {}],
    ['has the earlier report', { report: 'a.json', file: 'z' }, { report: 'b.json', file: 'a' }],
    ['is no report', { file: 'z' }, { report: 'a.json', file: 'a' }],
    ['has the earlier file', { file: 'a' }, { file: 'b' }],
  ])('%s', (_, worse, better) => {
    expect(compareRows(row(worse), row(better))).toBeLessThan(0);
    expect(compareRows(row(better), row(worse))).toBeGreaterThan(0);
    expect(compareRows(row(worse), row(worse))).toBe(0);
  });
});

test('by when to act: the working day, else the day itself', () => {
  expect(actByOf(row({ next: NEXT }))).toBe(day('2026-12-30'));
  expect(actByOf(row({ next: { ...NEXT, actBy: undefined } }))).toBe(day('2026-12-31'));
  expect(actByOf(row())).toBeUndefined();
});

function due(date: string, parts: Parameters<typeof buildFinding>[0] = {}) {
  return buildFinding({ status: 'due', date, subject: date, ...parts });
}

describe('the next day', () => {
  test('is the first to come, and the first finding of it', () => {
    const found = [
      due('2026-11-20'),
      due('2026-12-31'),
      due('2026-12-01', { subject: 'one' }),
      due('2026-12-01', { subject: 'other' }),
      due('2026-11-30', { status: 'expired' }),
      due('2026-11-30', { waived: { until: day('2027-01-31'), reason: 'x', approvedBy: '张三' } }),
    ];
    const { date, actBy, rule } = due('2026-12-01');
    expect(nextDayIn(found)).toEqual({ date, actBy, rule, subject: 'one' });
  });

  test.each(['due', 'expiring', 'gap'] as const)('may be that of what is %s, on its day too', (status) => {
    expect(nextDayIn([due('2026-11-21', { status })])?.date).toBe(day('2026-11-21'));
  });

  test.each(['missing', 'expired', 'pending', 'overdue', 'late', 'stale'] as const)(
    'is none of what is %s',
    (status) => {
      expect(nextDayIn([due('2026-11-22', { status })])).toBeUndefined();
    },
  );

  test('there is none without a day', () => {
    expect(nextDayIn([])).toBeUndefined();
    expect(nextDayIn([buildFinding({ status: 'due' })])).toBeUndefined();
  });

  test('stands in the row of a ledger that was checked', () => {
    const checked = buildLedgerReport({ findings: [due('2026-12-01')], shares: 'shared.yaml' });
    const { file, asOf, shares, verdict, counts: found } = checked;
    expect(rowOf(checked, BREACH)).toEqual({
      file,
      asOf,
      shares,
      verdict,
      counts: found,
      breach: BREACH,
      company: '示例云网科技有限公司',
      next: nextDayIn(checked.findings),
    });
    expect(rowOf(buildLedgerReport({ ledger: undefined }), undefined)).toMatchObject({
      company: undefined,
      verdict: 'none',
      next: undefined,
      breach: undefined,
    });
  });
});

describe('of a ledger that is told twice', () => {
  const later = row({ asOf: day('2026-11-22') });
  const whole = row({ next: NEXT, breach: BREACH });

  test.each<[what: string, rows: readonly CompanyRow[], kept: readonly number[], left: readonly number[]]>([
    ['the later day is kept', [row(), later], [1], [0]],
    ['the later day is kept, in whatever order', [later, row()], [0], [1]],
    ['what is the same is left out', [whole, row({ ...whole, report: 'b.json' })], [0], [1]],
    ['another name of the file is another ledger', [row(), row({ file: 'b' })], [0, 1], []],
    ['another company is another ledger', [row(), row({ company: '乙公司' })], [0, 1], []],
    [
      'files that are no ledgers are each by themselves',
      [row({ company: undefined }), row({ company: undefined })],
      [0, 1],
      [],
    ],
    [
      'another licence that breaks, or another working day, says the same',
      [whole, row({ next: { ...NEXT, actBy: undefined }, breach: { ...BREACH, licence: 'x' } })],
      [0],
      [1],
    ],
  ])('%s', (_, rows, kept, left) => {
    const settled = settleRows(rows);
    expect(settled.rows).toEqual(kept.map((at) => rows[at]));
    expect(settled.left).toEqual(left.map((at) => rows[at]));
    expect(settled.contradicting).toEqual([]);
  });

  test.each<[what: string, parts: Partial<CompanyRow>]>([
    ['verdict', { verdict: 'pass' }],
    ['shared file', { shares: 'x.yaml' }],
    ['count', counts({ info: 1 })],
    ['next day', { next: { ...NEXT, date: day('2027-01-01') } }],
    ['rule', { next: { ...NEXT, rule: 'isp/scope' } }],
    ['subject', { next: { ...NEXT, subject: 'idc' } }],
    ['lack of a next day', { next: undefined }],
    ['breach', { breach: { ...BREACH, day: day('2027-03-16') } }],
    ['lack of a breach', { breach: undefined }],
  ])('one of the same day with another %s is kept beside it', (_, parts) => {
    const other = row({ next: NEXT, breach: BREACH, ...parts });
    expect(settleRows([whole, other])).toEqual({ rows: [whole, other], left: [], contradicting: [other] });
  });
});
