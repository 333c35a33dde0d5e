/** Checks a ledger against the rules of a day. */
import { type Basis, isInForce } from './basis.ts';
import type { CalendarDay } from './calendar-day.ts';
import type { EvidenceFacts } from './evidence.ts';
import type { Finding } from './finding.ts';
import { indexLedger, type LedgerIndex, type NeedersOf } from './ledger-index.ts';
import { type GrantedService, type Ledger, type Licence, type Resource, windowIn } from './ledger.ts';
import type { Family, LicenceKind } from './licence-kind.ts';
import { settingOf } from './policy.ts';
import { type Judgement, notApplicable, type Outcome, type Problem, type Rule, type RuleContext } from './rule.ts';
import { calendarOf, type Judged, toFinding } from './to-finding.ts';

/** All that is asked: of every paper of a family, of the kinds of service, and of every ledger. */
export interface Catalogue {
  readonly kinds: ReadonlyMap<string, LicenceKind>;
  readonly families: Readonly<Record<Family, readonly Rule[]>>;
  readonly common: readonly Rule[];
}

export interface CheckOptions {
  readonly asOf: CalendarDay;
  /** Days of warning that override every other. */
  readonly within?: number | undefined;
  /** Absent: no evidence was looked at, and none is reported. */
  readonly evidence?: EvidenceFacts | undefined;
  /** Whether a rule takes part. */
  readonly selects: (rule: string) => boolean;
  /** Whether only rules whose problems may name a period take part. */
  readonly onlyPeriods?: boolean | undefined;
  /** Of the same entries, where they are checked on several days; absent: it is made. */
  readonly index?: LedgerIndex | undefined;
  /** Told of each thing that a rule looked at without reporting it. */
  readonly onQuiet?: OnQuiet | undefined;
}

/** Called for each rule and each entry of a ledger, so that no value is made for what only is counted. */
export type OnQuiet = (outcome: Outcome, rule: Rule, subject: string, service: string | undefined) => void;

/** All findings of the rules that take part, in the order of the ledger; waivers are not yet applied. */
export function check(ledger: Ledger, catalogue: Catalogue, options: CheckOptions): readonly Finding[] {
  return [...findEach(ledger, catalogue, options)];
}

/** The same, made as they are asked for, and once: whoever keeps few of them has no room for the others. */
export function findEach(ledger: Ledger, catalogue: Catalogue, options: CheckOptions): Iterable<Finding> {
  const context = contextOf(ledger, catalogue, options);
  const { asOf, onlyPeriods = false } = options;
  const takesPart = (rule: Rule): boolean =>
    (!onlyPeriods || rule.hasPeriods === true) && isSelected(rule, ledger, options) && isAskedOn(rule, asOf);
  const found = new Collector(options.onQuiet);
  const common = catalogue.common.filter(takesPart);

  for (const rule of common) {
    if (rule.check.of === 'company') found.add(rule.check.run(context), rule, 'company');
  }
  const rulesOf = rulesByKind(catalogue, takesPart);
  for (const licence of ledger.licences) checkLicence(licence, rulesOf, common, context, found);
  for (const rule of common) askOfResources(ledger.resources, rule, context, found);
  return found.settle(context);
}

/** A function of its own, so that what is optimised for one rule and one ledger serves the next. */
function askOfResources(resources: readonly Resource[], rule: Rule, context: RuleContext, found: Collector): void {
  const { check: look } = rule;
  if (look.of !== 'resource' && look.of !== 'entry') return;
  for (const resource of resources) found.add(look.run(resource, context), rule, resource.id);
}

/** Whether the run and the ledger ask for a rule. */
export function isSelected({ id }: Rule, ledger: Ledger, { selects }: Pick<CheckOptions, 'selects'>): boolean {
  return selects(id) && settingOf(id, ledger) !== 'off';
}

/** Whether a rule that rests on law has any that is in force on a day. */
export function isAskedOn({ basis }: Rule, day: CalendarDay): boolean {
  return basis.length === 0 || basis.some((one) => isInForce(one, day));
}

/** The rules of a kind, and those that every paper of its family owes. */
export interface RulesOfKind {
  readonly family: readonly Rule[];
  readonly own: readonly Rule[];
}

/** Worked out once for each kind that a ledger has. */
export function rulesByKind(catalogue: Catalogue, takesPart: (rule: Rule) => boolean): (kind: string) => RulesOfKind {
  const known = new Map<string, RulesOfKind>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const kind = catalogue.kinds.get(name);
    const rules = {
      family: kind === undefined ? [] : catalogue.families[kind.family].filter(takesPart),
      own: (kind?.rules ?? []).filter(takesPart),
    };
    known.set(name, rules);
    return rules;
  };
}

/** What the paper owes, then what each of its services does. */
export function checkLicence(
  licence: Licence,
  rulesOf: (kind: string) => RulesOfKind,
  common: readonly Rule[],
  context: RuleContext,
  found: Collector,
): void {
  const { id, services } = licence;
  const ofPaper = [...(services[0] === undefined ? [] : rulesOf(services[0].kind).family), ...common];
  for (const rule of ofPaper) {
    const { check: look } = rule;
    if (look.of === 'licence' || look.of === 'entry') {
      found.add(look.run(licence, context), rule, id);
    }
  }
  for (const service of services) {
    const granted: GrantedService = { licence, service };
    const name = services.length > 1 ? service.kind : undefined;
    for (const rule of [...ofPaper, ...rulesOf(service.kind).own]) {
      if (rule.check.of === 'service') found.add(rule.check.run(granted, context), rule, id, name);
    }
  }
}

/** Gathers what rules say, and makes findings of it once all have spoken. */
export class Collector {
  readonly #found: { readonly judged: Judged; readonly problems: readonly Problem[] }[] = [];
  readonly #onQuiet: OnQuiet;

  constructor(onQuiet: OnQuiet = noBody) {
    this.#onQuiet = onQuiet;
  }

  add(judgement: Judgement, rule: Rule, subject: string, service?: string): void {
    if ('state' in judgement) {
      this.#onQuiet(judgement, rule, subject, service);
      return;
    }
    const first = judgement.next();
    if (first.done === true) {
      this.#onQuiet(first.value, rule, subject, service);
      return;
    }
    this.#found.push({ judged: { rule, subject, service }, problems: [first.value, ...judgement] });
  }

  /** Drops what yields to a claimed cause and turns the rest into findings, once. */
  *settle(context: RuleContext): Generator<Finding> {
    const claimed = new Set<string>();
    for (const { problems } of this.#found) {
      for (const { claims = [] } of problems) for (const cause of claims) claimed.add(cause);
    }
    const basisOf = groundsOn(context.asOf);
    const left = this.#found.toReversed();
    // Nothing is kept of what was told.
    this.#found.length = 0;
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const { judged, problems } = next;
      const told = problems.filter(({ yieldsTo }) => yieldsTo === undefined || !claimed.has(yieldsTo));
      if (told.length === 0) this.#onQuiet(TOLD_ELSEWHERE, judged.rule, judged.subject, judged.service);
      for (const problem of told) {
        yield toFinding(judged, problem, basisOf(problem.basis ?? judged.rule.basis), context);
      }
    }
  }
}

function noBody(): void {}

const TOLD_ELSEWHERE = notApplicable('同一原因已在另一条规则下报告', 'the same cause is reported under another rule');

/** What of a ground is in force on a day; worked out once for each. */
function groundsOn(day: CalendarDay): (basis: readonly Basis[]) => readonly Basis[] {
  const known = new Map<readonly Basis[], readonly Basis[]>();
  return (basis) => {
    const found = known.get(basis) ?? basis.filter((one) => isInForce(one, day));
    known.set(basis, found);
    return found;
  };
}

/** Which services of a licence need a kind of resource, whatever they record of themselves. */
export function needersIn({ kinds }: Catalogue): NeedersOf {
  const needs = new Map<string, ReadonlySet<string>>();
  const neededBy = (kind: string): ReadonlySet<string> => {
    const known = needs.get(kind);
    if (known !== undefined) return known;
    const found = new Set((kinds.get(kind)?.rules ?? []).flatMap((rule) => rule.needs?.resource ?? []));
    needs.set(kind, found);
    return found;
  };
  return ({ services }, resource) => {
    const needers: string[] = [];
    for (const { kind } of services) if (neededBy(kind).has(resource)) needers.push(kind);
    return needers;
  };
}

/** Looked up more than once in a run: by the check, and by whoever looks ahead. */
const indexes = new WeakMap<Catalogue['kinds'], WeakMap<Ledger, LedgerIndex>>();

/** The index of a ledger whose services need what their kinds ask for; made once for each ledger. */
export function indexFor(ledger: Ledger, catalogue: Catalogue): LedgerIndex {
  const ofKinds = indexes.get(catalogue.kinds) ?? new WeakMap<Ledger, LedgerIndex>();
  indexes.set(catalogue.kinds, ofKinds);
  const index = ofKinds.get(ledger) ?? indexLedger(ledger, needersIn(catalogue));
  ofKinds.set(ledger, index);
  return index;
}

export function contextOf(
  ledger: Ledger,
  catalogue: Catalogue,
  { asOf, within, evidence, index = indexFor(ledger, catalogue) }: Omit<CheckOptions, 'selects'>,
): RuleContext {
  return {
    ledger,
    index,
    asOf,
    calendar: calendarOf(ledger),
    evidence: evidence ?? new Map(),
    windowOf: (entry, what) => within ?? windowIn(ledger.policy, entry, what),
    renewalLeadOf: ({ services }) => catalogue.kinds.get(services[0]?.kind ?? '')?.renewalLeadDays,
    familyOf: ({ services }) => catalogue.kinds.get(services[0]?.kind ?? '')?.family,
  };
}
