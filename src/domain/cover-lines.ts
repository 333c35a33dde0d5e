/** What covers the needs of a licence, day by day: the bars of a time line, the gaps between them, and what holds. */
import { type CalendarDay, earlier } from './calendar-day.ts';
import { coverOf, type Interval, merge, openDays } from './cover.ts';
import type { Licence, Resource } from './ledger.ts';
import type { LicenceChecker } from './licence-checker.ts';
import { weigh } from './policy.ts';
import { nameOfResourceKind } from './resource-kinds.ts';
import type { Rule } from './rule.ts';
import type { Severity } from './severity.ts';
import type { Text } from './text.ts';

/** The days that are drawn, and the as-of day among them. */
export interface Span {
  /** Some days before the as-of day, so that what has just ended is seen. */
  readonly from: CalendarDay;
  /** Where the line for "now" stands. */
  readonly asOf: CalendarDay;
  /** On or after the as-of day. */
  readonly until: CalendarDay;
}

export interface CoverLine {
  /** Which service of the licence needs it, where there are several. */
  readonly service: string | undefined;
  /** Resource kind: `leased-line`. */
  readonly kind: string;
  readonly name: Text;
  /** The rule that asks for it; that of the service's kind where the company asks for it too. */
  readonly rule: string;
  /** How grave a gap is: what only practice asks for is a warning at most and never the breach. */
  readonly severity: Severity;
  /** In the order of their first days; they may overlap. Only those that reach into the days drawn. */
  readonly bars: readonly CoverBar[];
  /** Days from the as-of day on that nothing covers while the licence runs, and those right before it. Cut to the days drawn. */
  readonly gaps: readonly Interval[];
  /** What holds from the as-of day on, in order. Not cut to the days drawn. */
  readonly held: readonly Hold[];
}

/** Days from the as-of day on that are covered without a break. */
export interface Hold {
  /** `to` is `FOREVER` where there is no end. */
  readonly days: Interval;
  /** Whatever covers one of them, in the order of their first days. */
  readonly by: readonly Resource[];
}

export interface CoverBar {
  readonly resource: Resource;
  /** `from` is `BEGINNING` where no first day is on record, `to` is `FOREVER` for what has no end or renews itself. Not cut to the days drawn. */
  readonly days: Interval;
}

/** What each service needs on the as-of day or on the last day that is drawn. */
export function coverLines(
  licence: Licence,
  asked: Interval,
  checker: LicenceChecker,
  span: Span,
): readonly CoverLine[] {
  const lines = new Map<string, CoverLine>();
  const [today, atEnd] = [checker.contextOn(span.asOf), checker.contextOn(span.until)];
  const rules = checker.rulesOf(licence);
  for (const service of licence.services) {
    const granted = { licence, service };
    for (const rule of rules) {
      const { id, needs } = rule;
      const key = `${service.kind} ${needs?.resource}`;
      if (needs === undefined || lines.has(key) || !isOfService(rule, service.kind)) continue;
      if (![today, atEnd].some((context) => needs.isNeededBy(granted, context))) continue;
      const { resource: kind } = needs;
      lines.set(key, {
        service: licence.services.length > 1 ? service.kind : undefined,
        kind,
        name: nameOfResourceKind(kind),
        rule: id,
        severity: weigh(rule, 'expired', rule.basis, today.ledger),
        ...barsAndGaps(today.index.resourcesServing(granted, kind), asked, span),
      });
    }
  }
  return [...lines.values()];
}

/** The rules of another kind on the same paper say nothing of this service. */
function isOfService({ module }: Rule, kind: string): boolean {
  return module === kind || module === 'own';
}

function barsAndGaps(
  serving: readonly Resource[],
  asked: Interval,
  { from, asOf, until }: Span,
): Pick<CoverLine, 'bars' | 'gaps' | 'held'> {
  const all = serving
    .map((resource) => ({ resource, days: coverOf(resource) }))
    .filter(({ days }) => days.from <= days.to)
    .sort((one, other) => compareDays(one.days.from, other.days.from) || compareDays(one.days.to, other.days.to));
  const bars = all.filter(({ days }) => days.from <= until && days.to >= from);
  const drawn = { from: later(asked.from, from), to: earlier(asked.to, until) };
  const covered = bars.map(({ days }) => days);
  return { bars, gaps: openDays(drawn, covered).filter(({ to }) => to >= asOf), held: holdsFrom(asOf, all) };
}

/** @param bars in the order of their first days */
function holdsFrom(day: CalendarDay, bars: readonly CoverBar[]): readonly Hold[] {
  const ahead = bars.filter(({ days }) => days.to >= day);
  return merge(ahead.map(({ days }) => ({ from: later(days.from, day), to: days.to }))).map((days) => ({
    days,
    by: ahead.filter((one) => one.days.from <= days.to && one.days.to >= days.from).map(({ resource }) => resource),
  }));
}

function later(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one > other ? one : other;
}

/** Infinite days included, of which a difference says nothing. */
function compareDays(one: CalendarDay, other: CalendarDay): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
