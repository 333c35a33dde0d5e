/** Whether a span of days is covered by intervals, until when, and where it is open. */
import { addDays, type CalendarDay, earlier } from './calendar-day.ts';

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
    if (covered.from > from) open.push({ from, to: earlier(addDays(covered.from, -1), span.to) });
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
