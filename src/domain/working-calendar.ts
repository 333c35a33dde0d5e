/**
 * The Chinese working calendar: which days are worked, and how sure that is.
 *
 * The State Council arranges each year some weeks before it begins: holidays are joined with weekends, and other
 * weekend days are worked in their place. The holidays themselves are fixed by 全国年节及纪念日放假办法, so that they are days
 * off in every year, arranged or not. The only file that knows the table of the arrangements, which `npm run law:calendar` writes.
 */
import arrangements from './arrangements.json' with { type: 'json' };
import { addDays, type CalendarDay, dayOf, partsOf, weekdayOf, yearOf } from './calendar-day.ts';

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
  const lastDays = new Map<CalendarDay, WorkingDay>();
  /** By the number of days, then by the day that they are counted from. */
  const counted = new Map<number, Map<CalendarDay, WorkingDay>>();
  const years = new Map(Object.entries(given).map(([year, arrangement]) => [Number(year), setsOf(arrangement)]));
  const arrangementOf = (year: number): DaysOfYear | undefined => years.get(year) ?? yearsArranged().get(year);
  return { lastWorkingDay, addWorkingDays };

  function lastWorkingDay(onOrBefore: CalendarDay): WorkingDay {
    const known = lastDays.get(onOrBefore);
    if (known !== undefined) return known;
    let day = onOrBefore;
    let isSure = isArranged(day);
    while (!isWorkingDay(day)) {
      day = addDays(day, -1);
      isSure &&= isArranged(day);
    }
    const found: WorkingDay = { day, calendar: isSure ? 'published' : 'weekends' };
    lastDays.set(onOrBefore, found);
    return found;
  }

  function addWorkingDays(from: CalendarDay, workingDays: number): WorkingDay {
    const ofThisNumber = counted.get(workingDays) ?? new Map<CalendarDay, WorkingDay>();
    counted.set(workingDays, ofThisNumber);
    const found = ofThisNumber.get(from) ?? countWorkingDays(from, workingDays);
    ofThisNumber.set(from, found);
    return found;
  }

  function countWorkingDays(from: CalendarDay, workingDays: number): WorkingDay {
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
    if (arrangementOf(year) === undefined) return false;
    return month < 12 || date < LAST_WEEK || arrangementOf(year + 1) !== undefined;
  }

  function isWorkingDay(day: CalendarDay): boolean {
    const arranged = arrangementOf(yearOf(day));
    const weekday = weekdayOf(day);
    const isWeekend = weekday === 0 || weekday === 6;
    if (arranged === undefined) return !isWeekend && !isStatutoryHoliday(day);
    return arranged.workdays.has(day) || (!isWeekend && !arranged.holidays.has(day));
  }
}

/** The first day of December that the notice of the next year may still move. */
const LAST_WEEK = 25;

type DaysOfYear = Readonly<Record<keyof YearArrangement, ReadonlySet<CalendarDay>>>;

function setsOf({ holidays, workdays }: YearArrangement): DaysOfYear {
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

let known: ReadonlyMap<number, DaysOfYear> | undefined;

/** The arrangements that the table has, by year. */
export function yearsArranged(): ReadonlyMap<number, DaysOfYear> {
  known ??= new Map(
    Object.entries(arrangements).map(([written, { holidays, workdays }]) => {
      const year = Number(written);
      const daysOf = (all: readonly string[]): readonly CalendarDay[] => all.map((one) => dayInYear(year, one));
      return [year, setsOf({ holidays: daysOf(holidays), workdays: daysOf(workdays) })];
    }),
  );
  return known;
}

/** `10-01` of a year. */
function dayInYear(year: number, written: string): CalendarDay {
  return dayOf(year, Number(written.slice(0, 2)), Number(written.slice(3)));
}

/** Month and day of the month. */
export type MonthAndDate = readonly [month: number, date: number];

export interface LunarHolidays {
  /** The first day of the lunar year; its eve is a holiday too. */
  readonly springFestival: MonthAndDate;
  readonly qingming: MonthAndDate;
  readonly dragonBoat: MonthAndDate;
  readonly midAutumn: MonthAndDate;
}

const FIRST_YEAR = 2025;

/** For each year, in this order: 春节 清明 端午 中秋, each as MMDD. */
const TABLE =
  '0129 0404 0531 1006, 0217 0405 0619 0925, 0206 0405 0609 0915, 0126 0404 0528 1003, ' + // 2025
  '0213 0404 0616 0922, 0203 0405 0605 0912, 0123 0405 0624 1001, 0211 0404 0612 0919, ' + // 2029
  '0131 0404 0601 0908, 0219 0405 0620 0927, 0208 0405 0610 0916, 0128 0404 0530 1004, ' + // 2033
  '0215 0404 0618 0924, 0204 0405 0607 0913, 0124 0405 0527 1002, 0212 0404 0614 0920, ' + // 2037
  '0201 0404 0603 0910, 0122 0404 0622 0928, 0210 0405 0611 0917, 0130 0404 0531 1005, ' + // 2041
  '0217 0404 0619 0925, 0206 0404 0608 0915, 0126 0405 0529 1004, 0214 0404 0615 0922, ' + // 2045
  '0202 0404 0604 0911, 0123 0404 0623 0930, 0211 0405 0613 0919, 0201 0404 0601 0907, ' + // 2049
  '0219 0404 0620 0926, 0208 0404 0610 0916, 0128 0405 0530 1005, 0215 0404 0617 0924, ' + // 2053
  '0204 0404 0606 0913, 0124 0404 0625 1002, 0212 0405 0614 0921, 0202 0404 0603 0909, ' + // 2057
  '0121 0404 0622 0928, 0209 0404 0611 0917, 0129 0405 0601 1006, 0217 0404 0619 0925, ' + // 2061
  '0205 0404 0608 0915, 0126 0404 0528 1003, 0214 0405 0616 0923, 0203 0404 0604 0911, ' + // 2065
  '0123 0404 0623 0929, 0211 0404 0613 0919, 0131 0405 0602 0908, 0219 0404 0620 0926, ' + // 2069
  '0207 0404 0610 0916, 0127 0404 0530 1005, 0215 0404 0617 0924, 0205 0404 0606 0912, ' + // 2073
  '0124 0404 0624 1001, 0212 0404 0614 0920, 0202 0404 0604 0910, 0122 0404 0622 0928, ' + // 2077
  '0209 0404 0611 0917, 0129 0404 0601 1006, 0217 0404 0619 0926, 0206 0404 0607 0914, ' + // 2081
  '0126 0404 0527 1003, 0214 0404 0615 0922, 0203 0404 0605 0911, 0124 0404 0623 0929, ' + // 2085
  '0210 0404 0613 0918, 0130 0404 0602 0908, 0218 0404 0621 0927, 0207 0404 0609 0916, ' + // 2089
  '0127 0404 0529 1005, 0215 0404 0617 0924, 0205 0404 0606 0913, 0125 0404 0624 0930, ' + // 2093
  '0212 0404 0614 0920, 0201 0404 0604 0909, 0121 0404 0623 0929, 0209 0404 0612 0918'; // 2097

const years = TABLE.split(', ');

/** Undefined for years before 2025, whose arrangements are all known, and after 2100. */
export function lunarHolidaysOf(year: number): LunarHolidays | undefined {
  const [springFestival, qingming, dragonBoat, midAutumn] =
    years[year - FIRST_YEAR]?.split(' ').map(monthAndDate) ?? [];
  if (springFestival === undefined || qingming === undefined) return undefined;
  if (dragonBoat === undefined || midAutumn === undefined) return undefined;
  return { springFestival, qingming, dragonBoat, midAutumn };
}

function monthAndDate(written: string): MonthAndDate {
  return [Number(written.slice(0, 2)), Number(written.slice(2))];
}
