/** What is read of a check that another job made, and why a file is none that tells how ledgers stand. */
import { describe, expect, test } from 'vitest';

import { parseCheckReport } from '../../src/schema/read-check-report.ts';
import { day } from '../support/days.ts';

const COUNTS = { error: 1, warning: 2, info: 3, waived: 4, undetermined: 5 };
const ROW = {
  file: 'a.yaml',
  company: '甲公司',
  extends: 'shared.yaml',
  verdict: 'fail',
  counts: COUNTS,
  next: { date: '2026-12-31', actBy: '2026-12-30', rule: 'isp/expiry', subject: 'isp' },
  breach: { day: '2027-03-15', licence: 'isp' },
};
const REPORT = { schema: 'ledger/check@1', asOf: '2026-11-21', verdict: 'fail', results: [ROW], findings: ['any'] };

const reasonOf = (data: unknown): string | undefined => {
  const read = parseCheckReport(data, 'reports/a.json');
  return 'problem' in read ? read.problem.en : undefined;
};

test('a row has what the report says of its ledger, and the name of the report', () => {
  const asOf = day('2026-11-21');
  expect(parseCheckReport(REPORT, 'reports/a.json')).toEqual({
    head: {
      asOf,
      verdict: 'fail',
      rows: [
        {
          report: 'reports/a.json',
          asOf,
          file: 'a.yaml',
          company: '甲公司',
          shares: 'shared.yaml',
          verdict: 'fail',
          counts: COUNTS,
          next: { ...ROW.next, date: day('2026-12-31'), actBy: day('2026-12-30') },
          breach: { licence: 'isp', day: day('2027-03-15') },
        },
      ],
    },
  });
});

test('a ledger with nothing to come, and one that is none, have less to say', () => {
  const { file, verdict, counts } = ROW;
  const next = { date: '2026-12-31', rule: 'isp/expiry', subject: 'isp' };
  const read = parseCheckReport(
    {
      ...REPORT,
      results: [
        { file, verdict, counts },
        { ...ROW, next },
      ],
    },
    'a.json',
  );
  expect(read).toMatchObject({
    head: {
      rows: [
        { company: undefined, shares: undefined, next: undefined, breach: undefined },
        { next: { ...next, date: day('2026-12-31'), actBy: undefined } },
      ],
    },
  });
});

describe('a file is refused', () => {
  test.each<[what: string, data: unknown, reason: string]>([
    ['of no program', [], 'it is not a report of a check'],
    ['of another program', { schema: 'x-ledger/check@1' }, 'it is not a report of a check'],
    ['that is no version', { schema: 'ledger/check@1-beta' }, 'it is not a report of a check'],
    ['of another sort', { schema: 'ledger/todo@12' }, 'it is a ledger/todo@12, not a report of a check'],
    [
      'of another sort, of a longer name',
      { schema: 'ledger/check-list@1' },
      'it is a ledger/check-list@1, not a report of a check',
    ],
    [
      'that is newer',
      { schema: 'ledger/check@12' },
      'it is a newer report of a check (ledger/check@12); this program supports ledger/check@1',
    ],
    ['without its ledgers', { ...REPORT, results: undefined }, 'its results is missing or wrong'],
    [
      'with a wrong row',
      { ...REPORT, results: [ROW, { ...ROW, verdict: 'good' }] },
      'its results[1].verdict is missing or wrong',
    ],
    [
      'with a day of no calendar',
      { ...REPORT, results: [{ ...ROW, breach: { day: '2026-02-30', licence: 'isp' } }] },
      'its results[0].breach.day is missing or wrong',
    ],
  ])('%s', (_, data, reason) => {
    expect(reasonOf(data)).toBe(reason);
  });

  test.each<[part: object, options: string]>([
    [{ only: ['--select isp'] }, '`--select isp`'],
    [{ since: { ref: 'main', commit: 'a'.repeat(40), counts: COUNTS } }, '`--since`'],
    [
      { assumed: ['policy.warnWithin=30', 'isp.closed=2026-12-01'] },
      '`--assume policy.warnWithin=30`, `--assume isp.closed=2026-12-01`',
    ],
    [{ assumed: ['a=1'], only: ['--ignore x'] }, '`--ignore x`, `--assume a=1`'],
  ])('that is about a part or an assumption: %j', (part, options) => {
    expect(reasonOf({ ...REPORT, ...part })).toBe(
      `that check was made with ${options}, so it does not cover the whole ledger`,
    );
  });

  test.each([{ only: [] }, { assumed: [] }])('but not for saying that it is about no part: %j', (part) => {
    expect(reasonOf({ ...REPORT, ...part })).toBeUndefined();
  });
});
