/** Holds a ledger against the rules of a day. */
import { type Basis, isInForce } from './basis.ts';
import { type CalendarDay, daysBetween, lastWorkingDay } from './calendar-day.ts';
import type { EvidenceFacts } from './evidence.ts';
import type { Finding } from './finding.ts';
import { indexLedger, type LedgerIndex } from './ledger-index.ts';
import type { DataPath, Ledger } from './ledger.ts';
import type { LicenceKind } from './licence-kind.ts';
import { weigh } from './policy.ts';
import type { Place, Problem, Rule, RuleContext } from './rule.ts';

/** All that is asked: the kinds of licence and the rules that hold for every ledger. */
export interface Catalogue {
  readonly kinds: ReadonlyMap<string, LicenceKind>;
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
}

/** All findings of the rules that take part, in the order of the ledger; waivers are not yet applied. */
export function check(ledger: Ledger, catalogue: Catalogue, options: CheckOptions): readonly Finding[] {
  const context = contextOf(ledger, catalogue, options);
  const takesPart = (rule: Rule): boolean => options.selects(rule.id) && isAskedOn(rule, options.asOf);

  const found: Found[] = [];
  const common = catalogue.common.filter(takesPart);
  for (const rule of common) {
    if (rule.check.of === 'company') collect(rule, 'company', rule.check.run(context));
  }
  const kinds = new Set(ledger.licences.map(({ kind }) => kind));
  const rulesByKind = new Map([...kinds].map((kind) => [kind, catalogue.kinds.get(kind)?.rules.filter(takesPart)]));
  for (const licence of ledger.licences) {
    for (const rule of rulesByKind.get(licence.kind) ?? []) {
      if (rule.check.of === 'licence') collect(rule, licence.id, rule.check.run(licence, context));
    }
    for (const rule of common) {
      if (rule.check.of === 'licence') collect(rule, licence.id, rule.check.run(licence, context));
    }
  }
  for (const rule of common) {
    if (rule.check.of !== 'resource') continue;
    for (const resource of ledger.resources) collect(rule, resource.id, rule.check.run(resource, context));
  }

  return settle(found, context);

  function collect(rule: Rule, subject: string, problems: Iterable<Problem>): void {
    for (const problem of problems) found.push({ rule, subject, problem });
  }
}

/** A problem before it is a finding. */
export interface Found {
  readonly rule: Rule;
  readonly subject: string;
  readonly problem: Problem;
}

/** Whether a rule that rests on law has any that is in force on a day. */
export function isAskedOn({ basis }: Rule, day: CalendarDay): boolean {
  return basis.length === 0 || basis.some((one) => isInForce(one, day));
}

/** Drops what yields to a claimed cause and turns the rest into findings. */
export function settle(found: readonly Found[], context: RuleContext): readonly Finding[] {
  const claimed = new Set(found.flatMap(({ problem }) => problem.claims ?? []));
  const inForce = new Map<Rule, readonly Basis[]>();
  return found
    .filter(({ problem }) => problem.yieldsTo === undefined || !claimed.has(problem.yieldsTo))
    .map((one) => toFinding(one, basisOf(one.rule), context));

  function basisOf(rule: Rule): readonly Basis[] {
    const known = inForce.get(rule);
    if (known !== undefined) return known;
    const basis = rule.basis.filter((one) => isInForce(one, context.asOf));
    inForce.set(rule, basis);
    return basis;
  }
}

/** @param index of the same ledger, where there is one already */
export function contextOf(
  ledger: Ledger,
  catalogue: Catalogue,
  { asOf, within, evidence }: Omit<CheckOptions, 'selects'>,
  index: LedgerIndex = indexLedger(ledger),
): RuleContext {
  return {
    ledger,
    index,
    asOf,
    evidence: evidence ?? new Map(),
    windowOf: (entry) => within ?? entry.warnWithin ?? ledger.policy.warnWithin,
    renewalLeadOf: ({ kind }) => catalogue.kinds.get(kind)?.renewalLeadDays,
  };
}

function toFinding(
  { rule, subject: given, problem }: Found,
  basis: readonly Basis[],
  { asOf, index }: RuleContext,
): Finding {
  const subject = problem.subject ?? given;
  const { date, daysLeft, actBy, actByCalendar } = datesOf(problem.date, asOf);
  return {
    rule: rule.id,
    status: problem.status,
    severity: weigh(rule.statuses[problem.status] ?? 'error', basis),
    subject,
    related: problem.related ?? [],
    date,
    daysLeft,
    actBy,
    actByCalendar,
    period: problem.period,
    gapDays: problem.gapDays,
    message: problem.message,
    remedy: problem.remedy ?? rule.remedy,
    sum: problem.sum,
    basis,
    path: pathOf(problem.at, subject, index),
  };
}

/** A date with what follows from it: the days left and the last working day to act. */
export function datesOf(
  date: CalendarDay | undefined,
  asOf: CalendarDay,
): Pick<Finding, 'date' | 'daysLeft' | 'actBy' | 'actByCalendar'> {
  if (date === undefined) return {};
  const { day: actBy, calendar: actByCalendar } = lastWorkingDay(date);
  return { date, daysLeft: daysBetween(asOf, date), actBy, actByCalendar };
}

function pathOf(place: Place | undefined, subject: string, index: LedgerIndex): DataPath {
  if (place === undefined) return [...(index.pathOf(subject) ?? ['company']), 'id'];
  if ('company' in place) return ['company', ...place.company];
  return [...(index.pathOf(place.entry) ?? []), place.field, ...(place.below ?? [])];
}
