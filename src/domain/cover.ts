/** How long a contract runs and renews itself, and whether a span of days is covered: until when, and where it is open. */
import { addDays, addMonths, BEGINNING, type CalendarDay, earlier, FOREVER } from './calendar-day.ts';
import type { AutoRenew, Resource } from './ledger.ts';
import { endOfTerm } from './term.ts';

/** Both days belong to it. */
export interface Interval {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** Joins intervals that overlap or touch; sorted by day. One that ends before it starts covers nothing. */
export function merge(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.filter(({ from, to }) => from <= to).sort((one, other) => one.from - other.from);
  const merged: { from: CalendarDay; to: CalendarDay }[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (last === undefined || addDays(last.to, 1) < from) merged.push({ from, to });
    else if (last.to < to) last.to = to;
  }
  return merged;
}

/** How cover stands on a day: what held before it, what holds on it and what comes after. */
export interface CoverOnDay {
  readonly before: Interval | undefined;
  readonly current: Interval | undefined;
  readonly after: Interval | undefined;
}

export function coverOn(day: CalendarDay, intervals: readonly Interval[]): CoverOnDay {
  const merged = merge(intervals);
  return {
    before: merged.findLast(({ to }) => to < day),
    current: merged.find(({ from, to }) => from <= day && day <= to),
    after: merged.find(({ from }) => from > day),
  };
}

/** The stretches of a span that no interval covers, in order. */
export function openDays(span: Interval, intervals: readonly Interval[]): readonly Interval[] {
  const open: Interval[] = [];
  let { from } = span;
  for (const covered of merge(intervals)) {
    open.push({ from, to: earlier(addDays(covered.from, -1), span.to) });
    if (covered.to >= from) from = addDays(covered.to, 1);
  }
  open.push({ from, to: span.to });
  return open.filter((gap) => gap.from <= gap.to);
}

/** The first thing that is wrong with the cover from a day on. */
export type CoverFault =
  | { readonly status: 'missing'; readonly onRecord: number }
  | { readonly status: 'pending'; readonly next: Interval }
  | { readonly status: 'expired' | 'expiring'; readonly end: CalendarDay; readonly next: Interval | undefined }
  | {
      readonly status: 'gap';
      readonly end: CalendarDay;
      readonly next: Interval;
      /** All stretches that are open inside the window; the first begins on the day after `end`. */
      readonly gaps: readonly Interval[];
    };

/** Whether a contract goes on by itself after its term. Asking to let it end (`renew: false`) means that notice is given. */
export function renewsItself(resource: Resource): boolean {
  return isRenewing(resource) && resource.ended === undefined;
}

function isRenewing({ autoRenew, renew }: Resource): boolean {
  return autoRenew !== undefined && renew;
}

/** The last day on which it holds as far as is known: `FOREVER` where it renews itself. */
export function lastDayOf(resource: Resource): CalendarDay {
  const { ended, expires } = resource;
  // One that renews itself may end in any of its terms.
  if (isRenewing(resource)) return ended ?? FOREVER;
  return ended === undefined ? expires : earlier(expires, ended);
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
  if (autoRenew === undefined) return expires;
  const first = addDays(expires, 1);
  let end = expires;
  for (let terms = 1; end < day; terms += 1) end = endOfTerm(first, { months: autoRenew.months * terms }) ?? FOREVER;
  return end;
}

/** The last day on which notice can be given that a term is not to be continued. */
export function noticeDay(end: CalendarDay, { noticeDays, noticeMonths }: AutoRenew): CalendarDay {
  return noticeMonths === undefined ? addDays(end, -(noticeDays ?? 0)) : addMonths(end, -noticeMonths);
}
