/** Deadlines that lie ahead of a day, whatever the window, told so that they stay true until then. */
import { addDays, type CalendarDay, quarterOf } from './calendar-day.ts';
import type { Finding, Fix, Status } from './finding.ts';
import type { Licence, OwnDuty } from './ledger.ts';
import type { LicenceChecker } from './licence-checker.ts';
import { endOfTerm } from './term.ts';
import type { Text } from './text.ts';

/** The statuses whose date is a day by which to act. The date of the others is past, or the day on which cover begins. */
const ASK_TO_ACT: ReadonlySet<Status> = new Set(['expiring', 'gap', 'due']);

export function isDeadline({ status, date }: Finding): boolean {
  return date !== undefined && ASK_TO_ACT.has(status);
}

interface Span {
  readonly asOf: CalendarDay;
  readonly until: CalendarDay;
}

/**
 * What a licence must have dealt with from the as-of day to another, in the order of the days. Periodic duties of periods
 * that have not begun yet are among them; what has been announced on an earlier day is not told again.
 *
 * @param checker with a window without end
 */
export function deadlinesAhead(
  licence: Licence,
  { asOf, until, checker }: Span & { readonly checker: LicenceChecker },
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const day of daysOfPeriods(checker.contextOn(asOf).ledger.duties, { asOf, until })) {
    if (licence.closed !== undefined && day >= licence.closed) break;
    for (const finding of checker.findingsOn(licence, day)) {
      const { date } = finding;
      if (date === undefined || date > until || !isDeadline(finding)) continue;
      const key = deadlineKey(finding);
      if (!found.has(key)) found.set(key, finding);
    }
  }
  return [...found.values()].sort((one, other) => (one.date ?? 0) - (other.date ?? 0));
}

/** What makes two findings one deadline, on whatever days they were found. */
export function deadlineKey({ rule, subject, service, period, date }: Finding): string {
  return JSON.stringify([rule, subject, service, period, date]);
}

/** The as-of day and those after it on which periods of duties begin, in order: quarters, and those of the company's own. */
export function daysOfPeriods(duties: readonly OwnDuty[], { asOf, until }: Span): readonly CalendarDay[] {
  const days = new Set<CalendarDay>();
  for (let day = asOf; day <= until; day = quarterOf(day).over) days.add(day);
  for (const duty of duties) {
    for (const day of startsOfPeriods(duty)) {
      if (day > until) break;
      if (day > asOf) days.add(day);
    }
  }
  return [...days].sort((one, other) => one - other);
}

/** The first days of a duty's periods, to the end of the calendar. */
export function* startsOfPeriods({ from, every }: Pick<OwnDuty, 'from' | 'every'>): Generator<CalendarDay> {
  yield from;
  for (let number = 1; ; number += 1) {
    const end = endOfTerm(from, { months: every.months * number });
    if (end === undefined) return;
    yield addDays(end, 1);
  }
}

/**
 * The message of a deadline without the days that are left or gone: an entry in a calendar, or a thing told ahead of its
 * day, would tell them wrongly. Rules write them in a few ways: `（还有40天）`, `（1天前）`, `, in 40 days`, `, 1 day ago`.
 */
export function withoutDaysLeft({ zh, en }: Text): Text {
  return {
    zh: zh.replaceAll(/（(?:还有\d+天|\d+天前|已\d+天)）|，已过\d+天/gu, ''),
    en: en
      .replaceAll(/, (?:in \d+ days?(?![\w-])|\d+ days? ago)/gu, '')
      .replaceAll(/ since (\d{4}-\d{2}-\d{2}) \(\d+ days?\)/gu, ' since $1'),
  };
}

/** The command of a thing told ahead of its day: none where it records a day, which nobody knows yet. */
export function withoutDay(fix: Fix | undefined): Fix | undefined {
  return fix?.command.includes('--on') === true ? undefined : fix;
}
