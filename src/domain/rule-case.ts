/** Cases for lawyers: a small ledger, a day, and every finding that it must have. */
import type { CalendarDay } from './calendar-day.ts';
import type { Finding, Status } from './finding.ts';
import type { Ledger } from './ledger.ts';
import type { Severity } from './severity.ts';
import type { Text } from './text.ts';

/** What one finding must say; a field that is not given may be anything. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly status: Status;
  readonly severity?: Severity | undefined;
  readonly subject?: string | undefined;
  readonly service?: string | undefined;
  readonly owner?: string | undefined;
  readonly date?: CalendarDay | undefined;
  readonly daysLeft?: number | undefined;
  readonly actBy?: CalendarDay | undefined;
  readonly period?: string | undefined;
  readonly gapDays?: number | undefined;
  /** In any order. */
  readonly related?: readonly string[] | undefined;
}

export interface RuleCase {
  readonly asOf: CalendarDay;
  /** Rules or modules that take part; all of them where it is empty. */
  readonly select: readonly string[];
  readonly ledger: Ledger;
  readonly expect: readonly ExpectedFinding[];
}

/** An expectation that nothing met, with the finding that comes nearest to it; or a finding that nobody expected. */
export interface Difference {
  readonly expected?: ExpectedFinding | undefined;
  readonly found?: Finding | undefined;
}

/** Something that keeps a case, or a whole file of them, from being run. */
export interface CaseProblem {
  /** From 1. */
  readonly line: number;
  /** Where in the case it stands, as `resources[0].expires`; empty for the case as a whole. */
  readonly field: string;
  readonly message: Text;
  readonly remedy: Text;
}

export interface CaseOutcome {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** What it asks for; nothing where it could not be read. */
  readonly expected: readonly ExpectedFinding[];
  readonly differences: readonly Difference[];
  /** Not empty: the case was not run. */
  readonly problems: readonly CaseProblem[];
}

export interface CaseFileOutcome {
  readonly file: string;
  /** Not empty: none of its cases was run. */
  readonly problems: readonly CaseProblem[];
  readonly cases: readonly CaseOutcome[];
}

export type CaseResult = 'passed' | 'failed' | 'invalid';

export function resultOf({ differences: found, problems }: CaseOutcome): CaseResult {
  if (problems.length > 0) return 'invalid';
  return found.length > 0 ? 'failed' : 'passed';
}

/**
 * What keeps the findings from being those expected; empty where each expectation is met by a finding of its own and
 * none is left over. As many as can be are paired, whatever the order on either side.
 */
export function differences(expected: readonly ExpectedFinding[], found: readonly Finding[]): readonly Difference[] {
  const metBy = pairUp(expected, found, isMet);
  const met = new Set(metBy.values());
  const left = found.filter((_, at) => !metBy.has(at));
  const lacking: Difference[] = [];
  for (const [at, one] of expected.entries()) {
    if (met.has(at)) continue;
    const nearest = nearestTo(one, left);
    if (nearest !== undefined) left.splice(left.indexOf(nearest), 1);
    lacking.push({ expected: one, found: nearest });
  }
  return [...lacking, ...left.map((finding) => ({ found: finding }))];
}

function isMet({ related, ...plain }: ExpectedFinding, found: Finding): boolean {
  const fields: Readonly<Record<string, unknown>> = { ...found };
  const isSame = Object.entries(plain).every(([key, value]) => value === undefined || fields[key] === value);
  return isSame && (related === undefined || sorted(related) === sorted(found.related));
}

function sorted(ids: readonly string[]): string {
  return ids.toSorted().join(' ');
}

/** Of the same rule, and of the same subject if there is one. */
function nearestTo({ rule, subject }: ExpectedFinding, findings: readonly Finding[]): Finding | undefined {
  const ofRule = findings.filter((finding) => finding.rule === rule);
  return ofRule.find((finding) => finding.subject === subject) ?? ofRule[0];
}

/** The largest set of pairs that fit (Kuhn's augmenting paths), as indexes from the right side to the left. */
function pairUp<Left, Right>(
  lefts: readonly Left[],
  rights: readonly Right[],
  fits: (left: Left, right: Right) => boolean,
): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const findPartner = (at: number, left: Left, tried: Set<number>): boolean => {
    for (const [other, right] of rights.entries()) {
      if (tried.has(other) || !fits(left, right)) continue;
      tried.add(other);
      const taken = partners.get(other);
      const rival = taken === undefined ? undefined : lefts[taken];
      if (taken !== undefined && rival !== undefined && !findPartner(taken, rival, tried)) continue;
      partners.set(other, at);
      return true;
    }
    return false;
  };
  for (const [at, left] of lefts.entries()) findPartner(at, left, new Set());
  return partners;
}
