import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test, vi } from 'vitest';

import {
  addDays,
  addMonths,
  BEGINNING,
  dateOf,
  dayAt,
  dayOf,
  daysBetween,
  earlier,
  FOREVER,
  formatDay,
  isTimezone,
  monthNamed,
  parseDay,
  partsOf,
  weekdayOf,
} from '../../src/domain/calendar-day.ts';
import { day } from '../support/days.ts';

const anyDay = fc
  .integer({ min: Number(dayOf(1900, 1, 1)), max: Number(dayOf(2999, 12, 31)) })
  .map((n) => addDays(dayOf(1970, 1, 1), n));

describe('a day is written YYYY-MM-DD', () => {
  test.each(['1900-01-01', '1970-01-01', '2024-02-29', '2026-12-31', '2999-12-31'])('%s', (iso) => {
    expect(formatDay(day(iso))).toBe(iso);
  });

  test.each([
    '1899-12-31',
    '3000-01-01',
    '2026-02-29',
    '2026-00-10',
    '2026-00-00',
    '2026-01-00',
    '2026-12-99',
    '2026-13-01',
    '2026-01-32',
    '2026-1-5',
    '2026/01/05',
    '2026-01-05T00:00:00Z',
    ' 2026-01-05',
    '20260105',
    'never',
    '',
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test('every day of the range survives the round trip', () => {
    fc.assert(
      fc.property(anyDay, (it) => {
        expect(parseDay(formatDay(it))).toBe(it);
      }),
    );
  });

  test('is put into words once', () => {
    const put = vi.spyOn(Date.prototype, 'toISOString');
    const seldom = dayOf(2345, 6, 7);
    expect([formatDay(seldom), formatDay(seldom), put.mock.calls.length]).toEqual(['2345-06-07', '2345-06-07', 1]);
    put.mockRestore();
  });

  test('has a year, a month and a date', () => {
    expect(partsOf(day('2026-11-21'))).toEqual({ year: 2026, month: 11, date: 21 });
    expect(dateOf(day('2026-11-21'))).toBe(21);
  });

  test('never stands for the day that does not come', () => {
    expect(formatDay(FOREVER)).toBe('never');
  });
});

describe('sums of days', () => {
  test('the next day is the next in the calendar', () => {
    fc.assert(
      fc.property(anyDay, (it) => {
        const next = new Date(Date.parse(formatDay(it)) + 86_400_000).toISOString().slice(0, 10);
        expect(formatDay(addDays(it, 1))).toBe(next);
      }),
    );
  });

  test('from one to another, and which of them comes first', () => {
    const [one, other] = [day('2026-11-21'), day('2026-12-01')];
    expect([daysBetween(one, other), daysBetween(other, one)]).toEqual([10, -10]);
    expect([earlier(one, other), earlier(other, one), earlier(one, FOREVER)]).toEqual([one, one, one]);
    expect(earlier(one, BEGINNING)).toBe(BEGINNING);
  });

  test.each([
    ['2027-03-14', -90, '2026-12-14'],
    ['2026-12-31', -90, '2026-10-02'],
    ['2027-01-15', -90, '2026-10-17'],
    ['2024-02-28', 2, '2024-03-01'],
  ])('%s %i days is %s', (from, days, to) => {
    expect(formatDay(addDays(day(from), days))).toBe(to);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-15', -3, '2025-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });

  test('weekdays follow the calendar', () => {
    fc.assert(
      fc.property(anyDay, (it) => {
        expect(weekdayOf(it)).toBe(new Date(formatDay(it)).getUTCDay());
      }),
    );
  });
});

describe('the day of an instant', () => {
  test.each([
    ['2026-11-20T15:59:59Z', 'Asia/Shanghai', '2026-11-20'],
    ['2026-11-20T16:00:00Z', 'Asia/Shanghai', '2026-11-21'],
    ['2026-11-20T16:00:00Z', 'America/New_York', '2026-11-20'],
    ['2026-11-20T09:59:00Z', 'Pacific/Kiritimati', '2026-11-20'],
    ['2026-11-20T10:00:00Z', 'Pacific/Kiritimati', '2026-11-21'],
    // In summer time, which China had until 1991.
    ['1988-07-01T14:59:59Z', 'Asia/Shanghai', '1988-07-01'],
    ['1988-07-01T15:00:00Z', 'Asia/Shanghai', '1988-07-02'],
  ])('%s in %s is %s', async (instant, zone, iso) => {
    expect(formatDay(await dayAt(new Date(instant), zone))).toBe(iso);
  });
});

/** What is known of steady zones by heart is what the zone tables of this Node say, until the last year that days reach to. */
test.each(['Asia/Shanghai', 'Etc/UTC'])('%s has the days that luxon gives it', async (zone) => {
  const anInstant = fc.date({ min: new Date('1980-01-01'), max: new Date('2999-12-30'), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(anInstant, async (instant) => {
      expect(formatDay(await dayAt(instant, zone))).toBe(DateTime.fromJSDate(instant, { zone }).toISODate());
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['Asia/Shanghai', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
])('the zone %j: %s', (name, isKnown) => {
  expect(isTimezone(name)).toBe(isKnown);
});

test.each([
  ['jan', 1],
  ['January', 1],
  ['Jun', 6],
  ['JUL', 7],
  ['sept', 9],
  ['december', 12],
  ['Mai', undefined],
  ['decembers', undefined],
  ['anuary', undefined],
  ['', undefined],
])('the month %j is number %s', (word, number) => {
  expect(monthNamed(word)).toBe(number);
});
