import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, FOREVER, formatDay } from '../../src/domain/calendar-day.ts';
import { endOfTerm, parseTerm, termBetween } from '../../src/domain/term.ts';
import { day } from '../support/days.ts';

describe('a term', () => {
  test.each([
    ['+1y', '2026-01-01', '2026-12-31'],
    ['+36m', '2026-01-01', '2028-12-31'],
    ['+90d', '2026-01-01', '2026-03-31'],
    ['+1d', '2026-01-01', '2026-01-01'],
    ['+1y', '2027-03-01', '2028-02-29'],
    ['+1m', '2027-01-31', '2027-02-28'],
    ['+1y', '2028-02-29', '2029-02-28'],
    ['+1y', '2023-03-01', '2024-02-29'],
    ['+1m', '2026-08-31', '2026-09-30'],
    ['+12m', '2027-01-30', '2028-01-29'],
    ['+2年', '2026-11-21', '2028-11-20'],
    ['+6个月', '2026-07-01', '2026-12-31'],
    ['+30天', '2026-11-01', '2026-11-30'],
    [' +1Y ', '2026-01-01', '2026-12-31'],
  ])('%s from %s ends on %s', (word, first, last) => {
    const term = parseTerm(word);
    expect(term).toBeDefined();
    const end = term === undefined ? undefined : endOfTerm(day(first), term);
    expect(end === undefined ? undefined : formatDay(end)).toBe(last);
  });

  test.each(['1y', '+y', '+0d', '+1w', '+1.5y', '+-1y', '2027-12-31', 'never', ''])('%j is none', (word) => {
    expect(parseTerm(word)).toBeUndefined();
  });

  test.each(['+999y', '+99999y', '+99999m', '+99999d'])('%s may lead beyond the calendar', (word) => {
    const term = parseTerm(word);
    expect(term === undefined ? undefined : endOfTerm(day('2999-01-01'), term)).toBeUndefined();
  });

  test('is known again from its first and last day', () => {
    const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('1990-01-01'), days));
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 40_000 }), (first, days) => {
        const last = addDays(first, days);
        const term = termBetween(first, last);
        expect(term === undefined ? undefined : endOfTerm(first, term)).toBe(last);
      }),
    );
  });

  test.each([
    ['2026-01-01', '2026-12-31', { months: 12 }],
    ['2022-03-15', '2027-03-14', { months: 60 }],
    ['2026-01-01', '2026-03-30', { days: 89 }],
    ['2026-01-01', '2026-01-01', { days: 1 }],
    ['2026-01-01', '2125-12-31', { months: 1200 }],
    ['2026-01-01', '2126-01-31', { days: 36_555 }],
    ['2026-01-02', '2026-01-01', undefined],
    ['2026-01-01', 'never', undefined],
  ])('from %s to %s', (first, last, term) => {
    expect(termBetween(day(first), last === 'never' ? FOREVER : day(last))).toEqual(term);
  });
});
