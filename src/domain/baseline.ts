/** What a change brought in: the findings of a ledger beside those that it had at the base, on the same day. */
import type { Baseline, LedgerSince, LocatedFinding } from './report.ts';
import { SEVERITIES } from './severity.ts';

export interface Compared {
  /** Those of now, each with its baseline. */
  readonly findings: readonly LocatedFinding[];
  readonly fixed: LedgerSince['fixed'];
}

/** By identity: what is the same finding is no question of lines, days or words. */
export function compareWithBase(now: readonly LocatedFinding[], then: readonly LocatedFinding[]): Compared {
  const before = new Map(then.map((finding) => [finding.identity, finding]));
  const still = new Set(now.map(({ identity }) => identity));
  return {
    findings: now.map((finding) => ({ ...finding, baseline: baselineOf(finding, before.get(finding.identity)) })),
    fixed: then.filter(({ identity }) => !still.has(identity)),
  };
}

/** Of a ledger in which nothing has changed. */
export function allUnchanged(findings: readonly LocatedFinding[]): Compared {
  return { findings: findings.map((finding) => ({ ...finding, baseline: 'unchanged' })), fixed: [] };
}

function baselineOf(now: LocatedFinding, then: LocatedFinding | undefined): Baseline {
  if (then === undefined) return 'new';
  if (now.waived !== undefined) return 'unchanged';
  return then.waived !== undefined || compareGravity(now, then) < 0 ? 'worse' : 'unchanged';
}

/** Graver first: the severity, else the earlier day, else more open days. */
function compareGravity(one: LocatedFinding, other: LocatedFinding): number {
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    (one.date === undefined || other.date === undefined ? 0 : one.date - other.date) ||
    (other.gapDays ?? 0) - (one.gapDays ?? 0)
  );
}

/** Whether the change answers for a finding; without a base it answers for all. */
export function isBroughtIn({ baseline }: Pick<LocatedFinding, 'baseline'>): boolean {
  return baseline !== 'unchanged';
}
