/** Duties that come back each quarter, half-year or year: which periods are open, and how they stand. */
import { addMonths, type CalendarDay, dayOf, quarterOf, yearOf } from '../../domain/calendar-day.ts';
import { happened, judgeOpen } from '../../domain/occasion.ts';
import { MET, notApplicable, type Outcome, type Place, type Problem, type RuleContext } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import type { Instrument } from '../../law/instrument.ts';

/** One time that a duty comes back. */
export interface Period {
  /** As the ledger writes it: `2025`, `2026-Q3`. */
  readonly period: string;
  /** As it begins a sentence: `2025年度公司年报`. */
  readonly name: Text;
  /** The first day on which it can be done. */
  readonly opens: CalendarDay;
  /** The last day in time. */
  readonly due: CalendarDay;
  readonly done: CalendarDay | undefined;
}

export interface RecurringDuty {
  /** No period that fell due before this was in force is asked for. */
  readonly law: Instrument;
  /** What must be done; in English as it follows "must be". */
  readonly act: Text;
  /** Where it is recorded. */
  readonly at: Place;
}

const NONE_YET = notApplicable('还没有到期应办的', 'nothing is due yet');

/** @param periods the earliest first, without end; none that fell due before `policy.since` is asked for */
export function* judgePeriods(
  periods: Iterable<Period>,
  duty: RecurringDuty,
  context: RuleContext,
): Generator<Problem, Outcome, void> {
  const { asOf, ledger } = context;
  const { since = duty.law.from } = ledger.policy;
  let until: CalendarDay | undefined;
  let isAsked = false;
  for (const { period, name, opens, due, done } of periods) {
    if (due < duty.law.from || due < since) continue;
    if (opens > asOf) return isAsked ? { state: 'met', until: until ?? due } : NONE_YET;
    isAsked = true;
    if (happened(done, asOf) !== undefined) continue;
    const judged = judgeOpen({ name, date: due, act: duty.act }, context.windowOf({}), asOf);
    if ('state' in judged) until ??= due;
    else yield { ...judged, at: duty.at, period };
  }
  return MET;
}

/** Years, half-years or quarters in order, from the one in which a day lies; `months` divides a year. */
export function* periodsFrom(
  day: CalendarDay,
  months: 3 | 6 | 12,
): Generator<{ readonly period: string; readonly starts: CalendarDay; readonly over: CalendarDay }> {
  const year = yearOf(day);
  let starts = dayOf(year, 1, 1);
  for (;;) {
    const over = addMonths(starts, months);
    if (over > day) yield { period: periodName(starts, months), starts, over };
    starts = over;
  }
}

function periodName(starts: CalendarDay, months: 3 | 6 | 12): string {
  const year = String(yearOf(starts));
  if (months === 12) return year;
  const quarter = quarterOf(starts).period;
  return months === 3 ? quarter : `${year}-H${quarter.endsWith('1') ? 1 : 2}`;
}

/** The first of several days that lies on or after another: what is done late makes good what was left out before. */
export function firstSince(days: readonly CalendarDay[], since: CalendarDay): CalendarDay | undefined {
  return days.reduce<CalendarDay | undefined>(
    (first, day) => (day >= since && (first === undefined || day < first) ? day : first),
    undefined,
  );
}
