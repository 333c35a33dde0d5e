/** How a licence stands in its term on a day: facts that several rules share. */
import { addDays, type CalendarDay, earlier, FOREVER } from './calendar-day.ts';
import type { Licence } from './ledger.ts';
import type { RuleContext } from './rule.ts';

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
