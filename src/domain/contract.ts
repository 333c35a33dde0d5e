/** How a contract runs: its last day, the terms that it renews itself for, and the days that it covers. */
import { addDays, addMonths, BEGINNING, type CalendarDay, earlier, FOREVER } from './calendar-day.ts';
import type { Interval } from './cover.ts';
import type { AutoRenew, Resource } from './ledger.ts';
import { endOfTerm } from './term.ts';

/** Whether a contract goes on by itself after its term. Asking to let it end (`renew: false`) means that notice is given. */
export function renewsItself({ autoRenew, renew, ended }: Resource): boolean {
  return autoRenew !== undefined && renew && ended === undefined;
}

/** The last day on which it holds as far as is known: `FOREVER` where it renews itself. */
export function lastDayOf(resource: Resource): CalendarDay {
  if (renewsItself(resource)) return FOREVER;
  return resource.ended === undefined ? resource.expires : earlier(resource.expires, resource.ended);
}

/** The days that it covers. */
export function coverOf(resource: Resource): Interval {
  return { from: resource.starts ?? BEGINNING, to: lastDayOf(resource) };
}

/** Begun and not ended: nothing else is asked of a contract that is to come or has gone. */
export function isInForce(resource: Resource, day: CalendarDay): boolean {
  const { from, to } = coverOf(resource);
  return from <= day && day <= to;
}

/** The last day of the term that runs on a day. Every term is counted from the day after the first end, so that month ends do not drift. */
export function endOfCurrentTerm({ expires, autoRenew }: Resource, day: CalendarDay): CalendarDay {
  if (autoRenew === undefined || expires === FOREVER || day <= expires) return expires;
  const first = addDays(expires, 1);
  let end = expires;
  for (let terms = 1; end < day; terms += 1) end = endOfTerm(first, { months: autoRenew.months * terms }) ?? FOREVER;
  return end;
}

/** The last day on which notice can be given that a term is not to be continued. */
export function noticeDay(end: CalendarDay, { noticeDays, noticeMonths }: AutoRenew): CalendarDay {
  return noticeMonths === undefined ? addDays(end, -(noticeDays ?? 0)) : addMonths(end, -noticeMonths);
}
