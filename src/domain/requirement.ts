/** "A service needs a valid resource of kind R on every day": the cover of one service by one kind of resource. */
import { addDays, type CalendarDay, daysBetween, earlier, FOREVER, formatDay } from './calendar-day.ts';
import { coverOf, isInForce } from './contract.ts';
import { type CoverFault, coverOn, type CoverOnDay, type Interval, openDays } from './cover.ts';
import type { Status } from './finding.ts';
import type { GrantedService, Resource } from './ledger.ts';
import { hasEnded, lastDayAsked } from './licence-term.ts';
import { bridge, describeFault } from './requirement-words.ts';
import { nameOfResourceKind } from './resource-kinds.ts';
import { MET, notApplicable, type Outcome, type Place, type Problem, type RuleContext } from './rule.ts';
import type { Severity } from './severity.ts';

/** The statuses that a requirement may report: what is open today is graver than what will be. */
export const REQUIREMENT_STATUSES = {
  missing: 'error',
  expired: 'error',
  pending: 'error',
  expiring: 'warning',
  gap: 'warning',
} as const satisfies Partial<Record<Status, Severity>>;

/** The cause that a finding claims when it speaks of a resource's end. */
export function endOf(resource: Resource): string {
  return `end of ${resource.id}`;
}

/** Yields at most one problem: the first thing that is wrong with the cover from the as-of day on. */
export function* checkRequirement(
  granted: GrantedService,
  kind: string,
  context: RuleContext,
): Generator<Problem, Outcome, void> {
  const { licence } = granted;
  if (hasEnded(licence, context)) return LICENCE_ENDED;
  return yield* checkCover(
    context.index.resourcesServing(granted, kind),
    kind,
    lastDayAsked(licence, context),
    context,
  );
}

/** The same for what is needed up to a day, whatever asks for it. */
export function* checkCover(
  resources: readonly Resource[],
  kind: string,
  lastDay: CalendarDay,
  context: RuleContext,
): Generator<Problem, Outcome, void> {
  const { asOf } = context;
  const cover = coverOn(asOf, resources.map(coverOf));
  const fault = findFault(cover, resources, lastDay, context);
  if (fault === undefined) {
    const { current } = cover;
    const by = resources.filter((resource) => isInForce(resource, asOf)).map(({ id }) => id);
    return { state: 'met', until: current === undefined ? undefined : earlier(current.to, lastDay), by };
  }
  yield {
    status: fault.status,
    ...causeOf(fault, resources),
    ...(fault.status === 'gap' ? { gaps: fault.gaps, gapDays: daysOpen(fault.gaps) } : {}),
    message: describeFault(fault, nameOfResourceKind(kind), asOf),
    ...bridgeOf(fault, resources),
  };
  return MET;
}

/** Nothing but its expiry is asked of a licence whose term is over. */
export const LICENCE_ENDED = notApplicable('许可证不在有效期内', 'the licence is not in its term');

/** Cover must hold on every day from the as-of day to the end of the window, or to the last day asked if that is sooner. */
function findFault(
  { before, current, after: next }: CoverOnDay,
  resources: readonly Resource[],
  lastDay: CalendarDay,
  context: RuleContext,
): CoverFault | undefined {
  const { asOf } = context;
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
  if (next === undefined || next.from > horizon) return { status: 'expiring', end, next };
  const span = { from: asOf, to: lastDay === FOREVER ? horizon : lastDay };
  const gaps = openDays(span, resources.map(coverOf)).filter(({ from }) => from <= horizon);
  return { status: 'gap', end, next, gaps };
}

function daysOpen(gaps: readonly Interval[]): number {
  return gaps.reduce((days, { from, to }) => days + daysBetween(from, to) + 1, 0);
}

/** Where the next contract is on record, only the days before it are open: an entry of its own for those. */
function bridgeOf(fault: CoverFault, resources: readonly Resource[]): Pick<Problem, 'remedy' | 'fix'> {
  if (!('next' in fault) || fault.next === undefined || fault.status === 'pending') return {};
  const [ending] = endingOn(fault.end, resources);
  if (ending === undefined) return { remedy: bridge(fault.next) };
  const { kind, title = kind, serves } = ending;
  const [starts, expires] = [formatDay(addDays(fault.end, 1)), formatDay(addDays(fault.next.from, -1))];
  const term = ['--starts', starts, '--expires', expires];
  const command = ['ledger', 'add', kind, '--title', title, ...term, '--serves', serves.join(',')];
  return { remedy: bridge(fault.next), fix: { command } };
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
  const [first] = ending;
  const field = first?.ended === fault.end ? 'ended' : 'expires';
  const gaps = fault.status === 'gap' ? fault.gaps.slice(1) : [];
  const later = gaps.flatMap(({ from }) => endingOn(addDays(from, -1), resources));
  return {
    date: fault.end,
    related: idsOf([...ending, ...later]),
    at: fieldOf(ending, field),
    claims: [...ending, ...later].map(endOf),
  };
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
