/** Quarters of the calendar year, as number fees and other periodic duties count them. */
import { addMonths, type CalendarDay, dayOf, yearOf } from './calendar-day.ts';

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
