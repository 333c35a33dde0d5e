/** Terms: how long one runs (`+1y`, `+36m`, `+90d`), and how a licence stands in its own on a day. */
import {
  addDays,
  addMonths,
  type CalendarDay,
  dateOf,
  daysBetween,
  earlier,
  FOREVER,
  LAST_YEAR,
  yearOf,
} from './calendar-day.ts';
import type { Licence } from './ledger.ts';
import type { RuleContext } from './rule.ts';

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
  const isWhole = months > 0 && months <= MOST_MONTHS && endOfTerm(first, { months }) === last;
  return isWhole ? { months } : { days };
}

const AVERAGE_MONTH = 30.436875;

/** The last day on which an application for renewal is in time; undefined for kinds without that duty. */
export function renewalDeadline(licence: Licence, context: RuleContext): CalendarDay | undefined {
  const lead = context.renewalLeadOf(licence);
  return lead === undefined ? undefined : addDays(licence.expires, -lead);
}

/** The day of the application, if it lies on or before the as-of day: later facts have not happened yet. */
export function renewalApplied(licence: Licence, { asOf }: RuleContext): CalendarDay | undefined {
  const applied = licence.renewal?.applied;
  return applied !== undefined && applied <= asOf ? applied : undefined;
}

/** The day on which the authority was told in time that the licence will not be continued: nothing more is asked about its renewal. */
export function renewalDeclined(licence: Licence, context: RuleContext): CalendarDay | undefined {
  const declined = licence.renewal?.declined;
  const deadline = renewalDeadline(licence, context);
  const isInTime = declined !== undefined && declined <= context.asOf && deadline !== undefined && declined <= deadline;
  return isInTime ? declined : undefined;
}

/** Not issued yet, or given up: nothing is asked of it. */
export function isDormant(licence: Licence, { asOf }: RuleContext): boolean {
  return (
    (licence.issued !== undefined && licence.issued > asOf) || (licence.closed !== undefined && licence.closed <= asOf)
  );
}

/** Applied for in time, term over, no decision recorded: silence counts as consent, but that is unproven (Licensing Law, article 50). */
export function isUndetermined(licence: Licence, context: RuleContext): boolean {
  const applied = renewalApplied(licence, context);
  const deadline = renewalDeadline(licence, context);
  return licence.expires < context.asOf && applied !== undefined && deadline !== undefined && applied <= deadline;
}

/** Nothing but its expiry is asked of a licence whose term is over, and nothing at all of a dormant one. */
export function hasEnded(licence: Licence, context: RuleContext): boolean {
  return isDormant(licence, context) || (licence.expires < context.asOf && !isUndetermined(licence, context));
}

/** The last day for which anything is asked: the end of the term, or the eve of giving the licence up. */
export function lastDayAsked(licence: Licence, context: RuleContext): CalendarDay {
  const endOfTerm = isUndetermined(licence, context) ? FOREVER : licence.expires;
  return licence.closed === undefined ? endOfTerm : earlier(endOfTerm, addDays(licence.closed, -1));
}

/** Whether a deadline of this licence is asked for: not when it falls on or after the day on which it is given up. */
export function isAsked(licence: Licence, deadline: CalendarDay): boolean {
  return licence.closed === undefined || deadline < licence.closed;
}
