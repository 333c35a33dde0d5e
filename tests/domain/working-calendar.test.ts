import { readFile } from 'node:fs/promises';

import { getSolarDateFromLunar, getSolarTermDate } from 'chinese-days';
import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';

import { arrangementsOf, written } from '../../src/dev/law-calendar.ts';
import { addDays, dayOf, formatDay } from '../../src/domain/calendar-day.ts';
import {
  isStatutoryHoliday,
  lunarHolidaysOf,
  workingCalendar,
  yearsArranged,
} from '../../src/domain/working-calendar.ts';
import { day } from '../support/days.ts';

const calendar = workingCalendar();

describe('the last working day on or before', () => {
  test.each([
    ['2026-12-14', '2026-12-14', 'published', 'a Monday'],
    ['2026-10-02', '2026-09-30', 'published', 'the National Day holiday'],
    ['2026-10-17', '2026-10-16', 'published', 'a Saturday'],
    ['2026-10-10', '2026-10-10', 'published', 'a Saturday made a workday'],
    ['2026-02-23', '2026-02-14', 'published', 'the Spring Festival, with a Saturday made a workday before it'],
    ['2025-01-01', '2024-12-31', 'published', 'a holiday on the first day of a year'],
    ['2026-12-24', '2026-12-24', 'published', 'the last day that no notice of the next year can move'],
    ['2026-12-31', '2026-12-31', 'weekends', 'a day that the notice of the next year may still move'],
    ['2027-01-01', '2026-12-31', 'weekends', 'New Year, a day off by law'],
    ['2027-01-31', '2027-01-29', 'weekends', 'a Sunday of a year that is not known yet'],
    ['2027-02-08', '2027-02-04', 'weekends', 'the third day of the Spring Festival'],
    ['2027-05-02', '2027-04-30', 'weekends', 'Labour Day, two days since 2025'],
    ['2027-03-31', '2027-03-31', 'weekends', 'a Wednesday of a year that is not known yet'],
    ['2101-10-03', '2101-09-30', 'weekends', 'National Day beyond the lunar table'],
    ['2003-06-01', '2003-05-30', 'weekends', 'a year before the table begins'],
    ['2003-05-02', '2003-05-02', 'weekends', 'a year before the law that names two days'],
  ])('%s is %s (%s: %s)', (from, to, knowledge) => {
    const { day: found, calendar: used } = calendar.lastWorkingDay(day(from));
    expect([formatDay(found), used]).toEqual([to, knowledge]);
  });
});

describe('working days are counted', () => {
  test.each([
    ['2026-10-08', 20, '2026-11-04', 'published'],
    ['2026-09-18', 10, '2026-10-09', 'published'],
    ['2027-02-01', 5, '2027-02-10', 'weekends'],
    ['2026-12-23', 2, '2026-12-25', 'weekends'],
    ['2026-12-22', 2, '2026-12-24', 'published'],
  ])('%s and %d working days is %s (%s)', (from, days, to, knowledge) => {
    const { day: found, calendar: used } = calendar.addWorkingDays(day(from), days);
    expect([formatDay(found), used]).toEqual([to, knowledge]);
  });
});

test('a ledger brings the arrangement of a year that is not known', () => {
  const arranged = workingCalendar({
    2027: { holidays: [day('2027-01-01'), day('2027-01-04')], workdays: [day('2027-01-09')] },
  });
  expect(arranged.lastWorkingDay(day('2027-01-04'))).toEqual({ day: day('2026-12-31'), calendar: 'published' });
  expect(arranged.lastWorkingDay(day('2027-01-09'))).toEqual({ day: day('2027-01-09'), calendar: 'published' });
  expect(arranged.lastWorkingDay(day('2026-12-31')).calendar).toBe('published');
});

test('no working day after a day is the day itself', () => {
  expect(calendar.addWorkingDays(day('2026-10-03'), 0)).toEqual({ day: day('2026-10-03'), calendar: 'published' });
});

test('a day that was looked up is not looked up again', () => {
  expect(calendar.lastWorkingDay(day('2026-10-07'))).toBe(calendar.lastWorkingDay(day('2026-10-07')));
  expect(yearsArranged()).toBe(yearsArranged());
});

describe('the days beside those that law fixes', () => {
  /** 1 for a day off. */
  test.each([
    ['2026-12-31', '0100'],
    ['2027-02-04', '011110'],
    ['2027-04-04', '010'],
    ['2027-04-30', '0110'],
    ['2027-06-08', '010'],
    ['2027-09-14', '010'],
    ['2027-09-30', '01110'],
    ['2024-12-31', '01'],
    ['2024-05-01', '0'],
    ['2101-04-05', '0'],
  ])('from %s on: %s', (from, expected) => {
    const found = Array.from(expected, (_, at) => (isStatutoryHoliday(addDays(day(from), at)) ? '1' : '0'));
    expect(found.join('')).toBe(expected);
  });
});

describe('the holidays that law fixes', () => {
  const years = Array.from({ length: 76 }, (_, at) => 2025 + at);

  test.each(years)('are in %d where a library of the lunar calendar has them', (year) => {
    const lunar = (month: number, date: number): string =>
      getSolarDateFromLunar(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`).date;
    const found = lunarHolidaysOf(year);
    const shown = Object.values(found ?? {}).map((parts: readonly [number, number]) =>
      formatDay(dayOf(year, ...parts)),
    );
    expect(shown).toEqual([lunar(1, 1), getSolarTermDate(year, 4, 'pure_brightness'), lunar(5, 5), lunar(8, 15)]);
  });

  test('are days off in every arrangement since they were fixed, thirteen in a year', () => {
    const since2025 = [...yearsArranged().keys()].filter((year) => year >= 2025);
    expect(since2025.length).toBeGreaterThan(1);
    for (const year of since2025) {
      const days = Array.from({ length: 366 }, (_, at) => addDays(dayOf(year, 1, 1), at));
      const fixed = days.filter((one) => one < dayOf(year + 1, 1, 1) && isStatutoryHoliday(one)).map(formatDay);
      expect(fixed).toHaveLength(13);
      expect(fixed.filter((iso) => !Object.hasOwn(table.holidays, iso))).toEqual([]);
    }
  });
});

describe('the table of arrangements', () => {
  test('is what `npm run law:calendar` writes from the installed package', async () => {
    const stored = await readFile(new URL('../../src/domain/arrangements.json', import.meta.url), 'utf8');
    expect(stored).toBe(written(arrangementsOf(table)));
    expect([...yearsArranged().keys()]).toEqual(Object.keys(arrangementsOf(table)).map(Number));
  });

  test('has no year of which the package knows the first days alone', () => {
    const holidays = { ...table.holidays, '2027-01-01': 'New Year', '2027-01-02': 'New Year' };
    expect(Object.keys(arrangementsOf({ ...table, holidays })).at(-1)).toBe('2026');
  });
});
