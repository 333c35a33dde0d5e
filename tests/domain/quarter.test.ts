import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, formatDay, quarterOf, quartersOver } from '../../src/domain/calendar-day.ts';
import { day } from '../support/days.ts';

const anyDay = fc
  .integer({ min: day('1900-01-01'), max: day('2999-12-31') })
  .map((days) => addDays(day('1970-01-01'), days));

describe('the quarter of a day', () => {
  test.each([
    ['2026-01-01', '2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-03-31', '2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-04-01', '2026-Q2', '2026-04-01', '2026-07-01'],
    ['2026-09-30', '2026-Q3', '2026-07-01', '2026-10-01'],
    ['2026-10-01', '2026-Q4', '2026-10-01', '2027-01-01'],
    ['2026-12-31', '2026-Q4', '2026-10-01', '2027-01-01'],
  ])('%s lies in %s', (iso, period, starts, over) => {
    const quarter = quarterOf(day(iso));
    expect([quarter.period, formatDay(quarter.starts), formatDay(quarter.over)]).toEqual([period, starts, over]);
  });

  test('holds the day, and neighbours join without a gap', () => {
    fc.assert(
      fc.property(anyDay, (given) => {
        const { starts, over } = quarterOf(given);
        expect(starts <= given && given < over).toBe(true);
        expect(quarterOf(addDays(starts, -1)).over).toBe(starts);
        expect(quarterOf(over).starts).toBe(over);
      }),
    );
  });
});

describe('quarters that are over', () => {
  test.each([
    ['2026-02-15', '2026-12-31', ['2026-Q1', '2026-Q2', '2026-Q3']],
    ['2026-02-15', '2027-01-01', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
    ['2026-02-15', '2026-03-31', []],
    ['2026-02-15', '2026-04-01', ['2026-Q1']],
    ['2026-12-31', '2026-01-01', []],
  ])('from %s as of %s', (from, asOf, periods) => {
    expect([...quartersOver(day(from), day(asOf))].map(({ period }) => period)).toEqual(periods);
  });
});
