/** When the company's own duties come round, and what their periods are called. */
import { expect, test } from 'vitest';

import { formatDay } from '../../src/domain/calendar-day.ts';
import { periodsOf } from '../../src/rules/own-duty.ts';
import { day } from '../support/days.ts';

function firstPeriods(from: string, months: number, count: number, grace = 0): readonly string[] {
  const periods = [];
  for (const { name, starts, ends, due } of periodsOf({ from: day(from), every: { months }, grace })) {
    periods.push(`${name}: ${formatDay(starts)} ${formatDay(ends)} ${formatDay(due)}`);
    if (periods.length === count) break;
  }
  return periods;
}

test.each<[string, number, readonly string[]]>([
  ['2026-01-01', 1, ['2026-01: 2026-01-01 2026-01-31 2026-01-31', '2026-02: 2026-02-01 2026-02-28 2026-02-28']],
  ['2026-10-01', 3, ['2026-Q4: 2026-10-01 2026-12-31 2026-12-31', '2027-Q1: 2027-01-01 2027-03-31 2027-03-31']],
  ['2026-01-01', 12, ['2026: 2026-01-01 2026-12-31 2026-12-31', '2027: 2027-01-01 2027-12-31 2027-12-31']],
  // No whole quarter, year or half-year of a name.
  ['2026-02-01', 3, ['2026-02-01: 2026-02-01 2026-04-30 2026-04-30', '2026-05-01: 2026-05-01 2026-07-31 2026-07-31']],
  ['2026-04-01', 12, ['2026-04-01: 2026-04-01 2027-03-31 2027-03-31']],
  ['2026-01-01', 6, ['2026-01-01: 2026-01-01 2026-06-30 2026-06-30']],
  ['2026-09-15', 1, ['2026-09-15: 2026-09-15 2026-10-14 2026-10-14']],
])('from %s every %i months', (from, months, expected) => {
  expect(firstPeriods(from, months, expected.length)).toEqual(expected);
});

test('the end of the month does not drift, and a month without its last day has no name of its own', () => {
  expect(firstPeriods('2026-01-31', 1, 4)).toEqual([
    '2026-01-31: 2026-01-31 2026-02-28 2026-02-28',
    '2026-03-01: 2026-03-01 2026-03-30 2026-03-30',
    '2026-03-31: 2026-03-31 2026-04-30 2026-04-30',
    '2026-05-01: 2026-05-01 2026-05-30 2026-05-30',
  ]);
});

test('days of grace come after the last day of the period', () => {
  expect(firstPeriods('2026-07-01', 3, 1, 10)).toEqual(['2026-Q3: 2026-07-01 2026-09-30 2026-10-10']);
});

test('the calendar ends', () => {
  expect(firstPeriods('2999-01-01', 12, 5)).toEqual(['2999: 2999-01-01 2999-12-31 2999-12-31']);
});
