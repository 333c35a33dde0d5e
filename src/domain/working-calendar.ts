/**
 * The Chinese working calendar: which days are worked, and how sure that is.
 *
 * The State Council arranges each year some weeks before it begins: holidays are joined with weekends, and other
 * weekend days are worked in their place. The holidays themselves are fixed by 全国年节及纪念日放假办法, so that they are days
 * off in every year, arranged or not. The only file that knows the table of the arrangements.
 */
import arrangements from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

import { addDays, type CalendarDay, dayOf, formatDay, partsOf, weekdayOf, yearOf } from './calendar-day.ts';
import { lunarHolidaysOf } from './lunar-holidays.ts';

/** `weekends` where the arrangement of a year that was looked at is not known: weekends and the holidays fixed by law are days off. */
export type CalendarKnowledge = 'published' | 'weekends';

export interface WorkingDay {
  readonly day: CalendarDay;
  readonly calendar: CalendarKnowledge;
}

/** The arrangement of one year, as its notice gives it. */
export interface YearArrangement {
  /** Days off that are no weekend days, or are named as holidays. */
  readonly holidays: readonly CalendarDay[];
  /** Weekend days that are worked. */
  readonly workdays: readonly CalendarDay[];
}

export interface WorkingCalendar {
  /** The last working day on or before a day. */
  lastWorkingDay(onOrBefore: CalendarDay): WorkingDay;
  /** The day that comes a number of working days after another, which itself does not count (Civil Code, article 201). */
  addWorkingDays(from: CalendarDay, workingDays: number): WorkingDay;
}

/** @param given arrangements by year that this version of the program does not have; they win where both have one */
export function workingCalendar(given: Readonly<Record<string, YearArrangement>> = {}): WorkingCalendar {
  const memory = new Map<CalendarDay, WorkingDay>();
  const years = new Map(Object.entries(given).map(([year, arrangement]) => [Number(year), setsOf(arrangement)]));
  return { lastWorkingDay, addWorkingDays };

  function lastWorkingDay(onOrBefore: CalendarDay): WorkingDay {
    const known = memory.get(onOrBefore);
    if (known !== undefined) return known;
    let day = onOrBefore;
    let isSure = isArranged(day);
    while (!isWorkingDay(day)) {
      day = addDays(day, -1);
      isSure &&= isArranged(day);
    }
    const found: WorkingDay = { day, calendar: isSure ? 'published' : 'weekends' };
    memory.set(onOrBefore, found);
    return found;
  }

  function addWorkingDays(from: CalendarDay, workingDays: number): WorkingDay {
    let day = from;
    let isSure = true;
    for (let left = workingDays; left > 0;) {
      day = addDays(day, 1);
      isSure &&= isArranged(day);
      if (isWorkingDay(day)) left -= 1;
    }
    return { day, calendar: isSure ? 'published' : 'weekends' };
  }

  /** The notice of a year may move days at the end of the year before it, as those of 2007, 2008, 2012 and 2019 did. */
  function isArranged(day: CalendarDay): boolean {
    const { year, month, date } = partsOf(day);
    return isYearKnown(year) && (month < 12 || date < LAST_WEEK || isYearKnown(year + 1));
  }

  function isYearKnown(year: number): boolean {
    return years.has(year) || yearsArranged().has(year);
  }

  function isWorkingDay(day: CalendarDay): boolean {
    const year = yearOf(day);
    const own = years.get(year);
    const weekday = weekdayOf(day);
    const isWeekend = weekday === 0 || weekday === 6;
    if (own !== undefined) return own.workdays.has(day) || (!isWeekend && !own.holidays.has(day));
    const iso = formatDay(day);
    if (Object.hasOwn(arrangements.workdays, iso)) return true;
    if (isWeekend || Object.hasOwn(arrangements.holidays, iso)) return false;
    return yearsArranged().has(year) || !isStatutoryHoliday(day);
  }
}

/** The first day of December that the notice of the next year may still move. */
const LAST_WEEK = 25;

function setsOf({
  holidays,
  workdays,
}: YearArrangement): Readonly<Record<keyof YearArrangement, ReadonlySet<CalendarDay>>> {
  return { holidays: new Set(holidays), workdays: new Set(workdays) };
}

/** The measures as amended on 2024-11-12 name these days; for earlier years the table has the arrangements. */
const IN_FORCE_FROM = 2025;

/** New Year, Labour Day and National Day by date; 除夕, 春节, 清明, 端午 and 中秋 by lunar calendar and solar term. False before 2025. */
export function isStatutoryHoliday(day: CalendarDay): boolean {
  const { year, month, date } = partsOf(day);
  if (year < IN_FORCE_FROM) return false;
  const isFixed = (month === 1 && date === 1) || (month === 5 && date <= 2) || (month === 10 && date <= 3);
  if (isFixed) return true;
  const lunar = lunarHolidaysOf(year);
  if (lunar === undefined) return false;
  const newYear = dayOf(year, ...lunar.springFestival);
  if (day >= addDays(newYear, -1) && day <= addDays(newYear, 2)) return true;
  return [lunar.qingming, lunar.dragonBoat, lunar.midAutumn].some((parts) => dayOf(year, ...parts) === day);
}

let known: ReadonlySet<number> | undefined;

/** The years whose arrangement the table has. */
export function yearsArranged(): ReadonlySet<number> {
  known ??= new Set(Object.keys(arrangements.holidays).map((iso) => Number(iso.slice(0, 4))));
  return known;
}
