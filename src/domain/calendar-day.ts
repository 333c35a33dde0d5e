/**
 * Calendar days as whole numbers.
 *
 * The only file that knows luxon. Nothing here reads a clock: the present instant comes in as a parameter.
 */
declare const calendarDay: unique symbol;

/** Days since 1970-01-01, without a zone. `BEGINNING` and `FOREVER` stand for "no such limit". */
export type CalendarDay = number & { readonly [calendarDay]: true };

export const BEGINNING = dayNumber(Number.NEGATIVE_INFINITY);
export const FOREVER = dayNumber(Number.POSITIVE_INFINITY);

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2999;

const MILLISECONDS_AN_HOUR = 3_600_000;
const MILLISECONDS_A_DAY = 24 * MILLISECONDS_AN_HOUR;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day written `YYYY-MM-DD`; undefined when it is written otherwise, does not exist or lies outside 1900 to 2999. */
export function parseDay(text: string): CalendarDay | undefined {
  const parts = ISO_DAY.exec(text);
  if (parts === null) return undefined;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const day = dayOf(year, month, date);
  // A date that the month does not have carries over into another.
  return partsOf(day).month === month ? day : undefined;
}

/** A day from its parts; months count from 1, and a part too large carries over. */
export function dayOf(year: number, month: number, date: number): CalendarDay {
  return dayNumber(Date.UTC(year, month - 1, date) / MILLISECONDS_A_DAY);
}

/** `YYYY-MM-DD`, and `never` for `FOREVER`: as the ledger file writes it. */
export function formatDay(day: CalendarDay): string {
  if (day === FOREVER) return 'never';
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  written.set(day, text);
  return text;
}

/** A report asks for few days many times. */
const written = new Map<CalendarDay, string>();

export function yearOf(day: CalendarDay): number {
  return partsOf(day).year;
}

/** Of the month, from 1. */
export function dateOf(day: CalendarDay): number {
  return partsOf(day).date;
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayNumber(day + days);
}

/**
 * The same date some months later, or the last day of a shorter month (Civil Code, article 202).
 * Repeated terms are counted from their first day, so that 31 January does not shrink to the 28th for good.
 */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const { year, month, date } = partsOf(day);
  const lastOfMonth = partsOf(dayOf(year, month + months + 1, 0)).date;
  return dayOf(year, month + months, Math.min(date, lastOfMonth));
}

/** Whole days from one day to another; negative when the other lies earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return to - from;
}

export function earlier(one: CalendarDay, other: CalendarDay): CalendarDay {
  return dayNumber(Math.min(one, other));
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: CalendarDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Hours ahead of UTC, of zones whose clocks stand still since 1992: luxon and the zone tables take longer than a small check. */
const STEADY_ZONES: ReadonlyMap<string, number> = new Map([
  ['Asia/Shanghai', 8],
  ['Etc/UTC', 0],
]);
const STEADY_SINCE = Date.UTC(1992, 0, 1);

/** The calendar day of an instant in a zone. luxon is loaded only here, and only where a zone may move its clocks. */
export async function dayAt(instant: Date, timezone: string): Promise<CalendarDay> {
  const time = instant.getTime();
  const hours = STEADY_ZONES.get(timezone);
  if (hours !== undefined && time >= STEADY_SINCE) {
    return dayNumber(Math.floor((time + hours * MILLISECONDS_AN_HOUR) / MILLISECONDS_A_DAY));
  }
  const { DateTime } = await import('luxon');
  const { year, month, day } = DateTime.fromJSDate(instant, { zone: timezone });
  return dayOf(year, month, day);
}

/** Whether a name such as `Asia/Shanghai` is in the IANA zone table of this Node. */
export function isTimezone(name: string): boolean {
  if (STEADY_ZONES.has(name)) return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Year, month from 1, and day of the month. */
export function partsOf(day: CalendarDay): { readonly year: number; readonly month: number; readonly date: number } {
  const at = new Date(day * MILLISECONDS_A_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

function dayNumber(count: number): CalendarDay {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one door through which a number becomes a day
  return count as CalendarDay;
}

export interface Quarter {
  /** As the ledger writes it: `2026-Q3`. */
  readonly period: string;
  readonly starts: CalendarDay;
  /** The first day after it. */
  readonly over: CalendarDay;
}

/** The quarter in which a day lies. */
export function quarterOf(day: CalendarDay): Quarter {
  const year = yearOf(day);
  const number = [1, 2, 3].find((quarter) => day < dayOf(year, quarter * 3 + 1, 1)) ?? 4;
  const starts = dayOf(year, number * 3 - 2, 1);
  return { period: `${year}-Q${number}`, starts, over: addMonths(starts, 3) };
}

/** The quarters that are over on a day, from the one in which another day lies; the earliest first. */
export function* quartersOver(from: CalendarDay, asOf: CalendarDay): Generator<Quarter> {
  for (let quarter = quarterOf(from); quarter.over <= asOf; quarter = quarterOf(quarter.over)) yield quarter;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** `Jan`, `january`: 1; undefined for what begins no English name of a month. */
export function monthNamed(word: string): number | undefined {
  const at = word === '' ? -1 : MONTHS.findIndex((name) => name.startsWith(word.toLowerCase()));
  return at < 0 ? undefined : at + 1;
}
