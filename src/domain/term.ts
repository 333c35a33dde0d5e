/** How long a contract runs: `+1y`, `+36m`, `+90d`. */
import {
  addDays,
  addMonths,
  type CalendarDay,
  dateOf,
  daysBetween,
  FOREVER,
  LAST_YEAR,
  yearOf,
} from './calendar-day.ts';

export type Term = { readonly months: number } | { readonly days: number };

const TERM = /^\+\s*(\d{1,5})\s*(?:(y|年)|(m|个?月)|(d|天|日))$/iu;

/** Undefined for a word that is no term. */
export function parseTerm(word: string): Term | undefined {
  const [, number, years, months] = TERM.exec(word.trim()) ?? [];
  const count = Number(number);
  if (number === undefined || count === 0) return undefined;
  if (years !== undefined) return { months: 12 * count };
  return months === undefined ? { days: count } : { months: count };
}

/**
 * The last day of a term that begins on a day, that day included: a year from 1 January ends on 31 December, a month from
 * 31 January on the last day of February (Civil Code, article 202). Undefined where that lies beyond the calendar.
 */
export function endOfTerm(first: CalendarDay, term: Term): CalendarDay | undefined {
  const last = 'months' in term ? endOfMonths(first, term.months) : addDays(first, term.days - 1);
  // What is far beyond the calendar is no number any more, and no comparison holds of it.
  return yearOf(last) <= LAST_YEAR ? last : undefined;
}

/** The eve of the same day some months later; the last day of that month where it has no such day. */
function endOfMonths(first: CalendarDay, months: number): CalendarDay {
  const sameDay = addMonths(first, months);
  return dateOf(sameDay) === dateOf(first) ? addDays(sameDay, -1) : sameDay;
}

const MOST_MONTHS = 1200;

/** How long something ran that began and ended on these days: in whole months where it can be said so. */
export function termBetween(first: CalendarDay, last: CalendarDay): Term | undefined {
  if (last === FOREVER || last < first) return undefined;
  const days = daysBetween(first, last) + 1;
  const months = Math.round(days / AVERAGE_MONTH);
  const isWhole = months <= MOST_MONTHS && endOfTerm(first, { months }) === last;
  return isWhole ? { months } : { days };
}

const AVERAGE_MONTH = 30.436875;
