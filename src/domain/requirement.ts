/** "A licence needs a valid resource of kind R on every day": the cover of one licence by one kind of resource. */
import { addDays, BEGINNING, type CalendarDay, daysBetween, earlier, FOREVER } from './calendar-day.ts';
import { type CoverFault, coverOn, type Interval } from './cover.ts';
import type { Severity, Status } from './finding.ts';
import type { Licence, Resource } from './ledger.ts';
import { hasEnded, lastDayAsked } from './licence-term.ts';
import { bridge, describeFault } from './requirement-words.ts';
import { nameOfResourceKind } from './resource-kinds.ts';
import type { Place, Problem, RuleContext } from './rule.ts';

/** The statuses that a requirement may report: what is open today is graver than what will be. */
export const REQUIREMENT_STATUSES = {
  missing: 'error',
  expired: 'error',
  pending: 'error',
  expiring: 'warning',
  gap: 'warning',
} as const satisfies Partial<Record<Status, Severity>>;

/** Whether a contract goes on by itself after its term. Asking to let it end (`renew: false`) means that notice is given. */
export function renewsItself(resource: Resource): boolean {
  return resource.autoRenew !== undefined && resource.renew;
}

/** The days that a resource covers. */
export function coverOf(resource: Resource): Interval {
  return { from: resource.starts ?? BEGINNING, to: renewsItself(resource) ? FOREVER : resource.expires };
}

/** The cause that a finding claims when it speaks of a resource's end. */
export function endOf(resource: Resource): string {
  return `end of ${resource.id}`;
}

/** Yields at most one problem: the first thing that is wrong with the cover from the as-of day on. */
export function* checkRequirement(licence: Licence, kind: string, context: RuleContext): Generator<Problem> {
  if (hasEnded(licence, context)) return;
  const resources = context.index.resourcesServing(licence.id, kind);
  const fault = findFault(resources, lastDayAsked(licence, context), context);
  if (fault === undefined) return;
  yield {
    status: fault.status,
    ...causeOf(fault, resources),
    gapDays: fault.status === 'gap' ? daysBetween(fault.end, fault.next.from) - 1 : undefined,
    message: describeFault(fault, nameOfResourceKind(kind), context.asOf),
    remedy: 'next' in fault && fault.next !== undefined ? bridge(fault.next) : undefined,
  };
}

/** Cover must hold on every day from the as-of day to the end of the window, or to the last day asked if that is sooner. */
function findFault(resources: readonly Resource[], lastDay: CalendarDay, context: RuleContext): CoverFault | undefined {
  const { asOf } = context;
  const { before, current, after: next } = coverOn(asOf, resources.map(coverOf));
  if (current === undefined) {
    if (before !== undefined) return { status: 'expired', end: before.to, next };
    if (next !== undefined) return { status: 'pending', next };
    return { status: 'missing', onRecord: resources.length };
  }
  const end = current.to;
  if (end >= lastDay) return undefined;
  const window = endingOn(end, resources).reduce((widest, one) => Math.max(widest, context.windowOf(one)), 0);
  if (daysBetween(asOf, end) > window) return undefined;
  const horizon = earlier(addDays(asOf, window), lastDay);
  return next !== undefined && next.from <= horizon ? { status: 'gap', end, next } : { status: 'expiring', end, next };
}

/** The entries whose day it is, and what must change about them. */
function causeOf(
  fault: CoverFault,
  resources: readonly Resource[],
): Pick<Problem, 'date' | 'related' | 'at' | 'claims'> {
  if (fault.status === 'missing') return {};
  if (fault.status === 'pending') {
    const starting = resources.filter(({ starts }) => starts === fault.next.from);
    return { date: fault.next.from, related: idsOf(starting), at: fieldOf(starting, 'starts') };
  }
  const ending = endingOn(fault.end, resources);
  return { date: fault.end, related: idsOf(ending), at: fieldOf(ending, 'expires'), claims: ending.map(endOf) };
}

function endingOn(day: CalendarDay, resources: readonly Resource[]): readonly Resource[] {
  return resources.filter((resource) => coverOf(resource).to === day);
}

function idsOf(resources: readonly Resource[]): readonly string[] {
  return resources.map(({ id }) => id);
}

function fieldOf([first]: readonly Resource[], field: string): Place | undefined {
  return first === undefined ? undefined : { entry: first.id, field };
}
