/** Deadlines that lie ahead of a day, whatever the window. */
import type { CalendarDay } from './calendar-day.ts';
import type { Finding, Status } from './finding.ts';
import type { Licence } from './ledger.ts';
import type { LicenceChecker } from './licence-checker.ts';
import { quarterOf } from './quarter.ts';

/** The statuses whose date is a day by which to act. The date of the others is past, or the day on which cover begins. */
const ASK_TO_ACT: ReadonlySet<Status> = new Set(['expiring', 'gap', 'due']);

export function isDeadline({ status, date }: Finding): boolean {
  return date !== undefined && ASK_TO_ACT.has(status);
}

/**
 * What a licence must have dealt with from the as-of day to another, in the order of the days. Periodic duties of periods
 * that have not begun yet are among them; what has been announced on an earlier day is not told again.
 *
 * @param checker with a window without end
 */
export function deadlinesAhead(
  licence: Licence,
  {
    asOf,
    until,
    checker,
  }: { readonly asOf: CalendarDay; readonly until: CalendarDay; readonly checker: LicenceChecker },
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (let day = asOf; day <= until; day = quarterOf(day).over) {
    if (licence.closed !== undefined && day >= licence.closed) break;
    for (const finding of checker.findingsOn(licence, day)) {
      const { rule, period, date } = finding;
      if (date === undefined || date > until || !isDeadline(finding)) continue;
      const key = JSON.stringify([rule, period, date]);
      if (!found.has(key)) found.set(key, finding);
    }
  }
  return [...found.values()].sort((one, other) => (one.date ?? 0) - (other.date ?? 0));
}
