/** "A service needs a valid resource of kind R on every day": the cover of one service by one kind of resource. */
import { addDays, type CalendarDay, daysBetween, earlier, FOREVER, formatDay } from './calendar-day.ts';
import {
  type CoverFault,
  coverOf,
  coverOn,
  type CoverOnDay,
  type Interval,
  isInForce,
  lastDayOf,
  openDays,
} from './cover.ts';
import type { Status } from './finding.ts';
import { type GrantedService, type Resource, serviceName } from './ledger.ts';
import { hasEnded, lastDayAsked } from './licence-term.ts';
import { nameOfResourceKind } from './resource-kinds.ts';
import { type Judgement, notApplicable, type Place, type Problem, report, type RuleContext } from './rule.ts';
import type { Severity } from './severity.ts';
import { count, type Text } from './text.ts';

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

/** At most one problem: the first thing that is wrong with the cover from the as-of day on. */
export function checkRequirement(granted: GrantedService, kind: string, context: RuleContext): Judgement {
  const { licence } = granted;
  if (hasEnded(licence, context)) return LICENCE_ENDED;
  const { index } = context;
  const instead = (): Text | undefined =>
    nameInOneOf(index.resourcesServingNothing(kind), granted) ??
    addToOneOf(servingBeside(granted, kind, context), granted);
  return checkCover(index.resourcesServing(granted, kind), kind, lastDayAsked(licence, context), context, instead);
}

const MOST_NAMED = 3;

/** Where nothing serves the service, what serves nothing may be meant for it. */
function nameInOneOf(resources: readonly Resource[], granted: GrantedService): Text | undefined {
  if (resources.length === 0) return undefined;
  const ids = namesOf(resources);
  const serves = `\`serves: [${granted.licence.services.length > 1 ? serviceName(granted) : granted.licence.id}]\``;
  return {
    zh: `${ids.zh}没有写明用于哪里：其中用于这里的，在它上面写${serves}；都不是的，另行登记。`,
    en: `${ids.en} ${resources.length === 1 ? 'does not say what it serves' : 'do not say what they serve'}: write ${serves} on the one that is for this; if none is, record one that is.`,
  };
}

/** What runs on and serves another service of the same paper, where nothing serves this one. */
function servingBeside({ licence }: GrantedService, kind: string, context: RuleContext): readonly Resource[] {
  const found = licence.services.flatMap((service) => context.index.resourcesServing({ licence, service }, kind));
  return [...new Set(found)].filter((resource) => lastDayOf(resource) >= context.asOf);
}

/** One contract or report may be for several services of a paper: recorded a second time it would be two. */
function addToOneOf(resources: readonly Resource[], granted: GrantedService): Text | undefined {
  if (resources.length === 0) return undefined;
  const ids = namesOf(resources);
  const serves = `\`${serviceName(granted)}\``;
  return {
    zh: `${ids.zh}用于这张许可证的其他业务：其中也用于这里的，在它的 \`serves\` 中加上${serves}；都不是的，另行登记。`,
    en: `${ids.en} ${resources.length === 1 ? 'serves' : 'serve'} other services of this licence: add ${serves} to \`serves\` of the one that is for this too; if none is, record one that is.`,
  };
}

function namesOf(resources: readonly Resource[]): Text {
  const ids = resources.slice(0, MOST_NAMED).map(({ id }) => `\`${id}\``);
  const more = resources.length > MOST_NAMED;
  return { zh: `${ids.join('、')}${more ? '等' : ''}`, en: `${ids.join(', ')}${more ? ' …' : ''}` };
}

/**
 * The same for what is needed up to a day, whatever asks for it.
 *
 * @param ifMissing what to do where nothing is on record, if it is not what the rule says
 */
export function checkCover(
  resources: readonly Resource[],
  kind: string,
  lastDay: CalendarDay,
  context: RuleContext,
  ifMissing?: () => Text | undefined,
): Judgement {
  const { asOf } = context;
  const cover = coverOn(asOf, resources.map(coverOf));
  const fault = findFault(cover, resources, lastDay, context);
  if (fault === undefined) {
    const { current } = cover;
    const by = resources.filter((resource) => isInForce(resource, asOf)).map(({ id }) => id);
    return { state: 'met', until: current === undefined ? undefined : earlier(current.to, lastDay), by };
  }
  return report({
    status: fault.status,
    ...causeOf(fault, resources),
    ...(fault.status === 'gap' ? { gaps: fault.gaps, gapDays: daysOpen(fault.gaps) } : {}),
    message: describeFault(fault, nameOfResourceKind(kind), asOf),
    ...(fault.status === 'missing' && fault.onRecord === 0 ? { remedy: ifMissing?.() } : bridgeOf(fault, resources)),
  });
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

/** What is wrong with the cover by a kind of resource, in words. */
export function describeFault(fault: CoverFault, name: Text, asOf: CalendarDay): Text {
  switch (fault.status) {
    case 'missing':
      return fault.onRecord === 0
        ? { zh: `没有登记${name.zh}`, en: `no ${name.en} on record` }
        : { zh: `登记的${name.zh}没有一天有效`, en: `no ${name.en} on record is valid on any day` };
    case 'pending': {
      const from = formatDay(fault.next.from);
      return { zh: `${name.zh}要到${from}才生效`, en: `the ${name.en} does not start until ${from}` };
    }
    case 'expired': {
      const open = formatDay(addDays(fault.end, 1));
      const days = daysBetween(fault.end, asOf);
      const back = fault.next === undefined ? undefined : formatDay(fault.next.from);
      return {
        zh: `${open}起没有有效的${name.zh}（已${days}天）${back === undefined ? '' : `，${back}恢复`}`,
        en: `no ${name.en} since ${open} (${count(days, 'day')})${back === undefined ? '' : `; the next one starts on ${back}`}`,
      };
    }
    case 'expiring': {
      const end = formatDay(fault.end);
      const days = daysBetween(asOf, fault.end);
      const back = fault.next === undefined ? undefined : formatDay(fault.next.from);
      return {
        zh: `${name.zh}最后有效日为${end}（还有${days}天），${back === undefined ? '之后没有接续' : `${back}才接上`}`,
        en: `the ${name.en} ends on ${end}, in ${count(days, 'day')}; ${back === undefined ? 'nothing follows it' : `the next one does not start until ${back}`}`,
      };
    }
    case 'gap': {
      const days = fault.gaps.map(({ from, to }) => daysBetween(from, to) + 1);
      const spans = fault.gaps.map(({ from, to }) => [formatDay(from), formatDay(to)] as const);
      return {
        zh: `${spans.map(([from, to]) => `${from}至${to}`).join('、')}没有有效的${name.zh}（断档${days.join('天、')}天）`,
        en: `no ${name.en} ${spans.map(([from, to], at) => `from ${from} to ${to} (${count(days[at] ?? 0, 'day')})`).join(' and ')}`,
      };
    }
  }
}

/** What to do where the next contract is on record and only the days before it are open. */
export function bridge(next: Interval): Text {
  const until = formatDay(addDays(next.from, -1));
  return {
    zh: `补上断档的日期：延长原合同，或另签一份有效至${until}的合同并登记。`,
    en: `Close the gap: have the old contract extended, or sign and record one that runs until ${until}.`,
  };
}
