/** What a change brought in: the findings of a ledger beside those that it had at the base, on the same day. */
import type { Baseline, LedgerSince, LocatedFinding } from './report.ts';
import { SEVERITIES } from './severity.ts';

export interface Compared {
  /** Those of now, each with its baseline. */
  readonly findings: readonly LocatedFinding[];
  readonly fixed: LedgerSince['fixed'];
}

export function compareWithBase(now: readonly LocatedFinding[], then: readonly LocatedFinding[]): Compared {
  const before = knownAgain(now, then);
  const still = new Set(before.values());
  return {
    findings: now.map((finding) => ({ ...finding, baseline: baselineOf(finding, before.get(finding)) })),
    fixed: then.filter((finding) => !still.has(finding)),
  };
}

/**
 * What findings were in an earlier state of the ledger: what is the same finding is no question of lines or days, but of
 * identity. Where that has changed, it is the one that said the same: a finding names its service as soon as the paper has a
 * second one.
 */
export function knownAgain(
  now: readonly LocatedFinding[],
  then: readonly LocatedFinding[],
): ReadonlyMap<LocatedFinding, LocatedFinding> {
  const left = new Map(then.map((finding) => [finding.identity, finding]));
  const known = new Map<LocatedFinding, LocatedFinding>();
  const take = (finding: LocatedFinding, was: LocatedFinding | undefined): void => {
    if (was === undefined) return;
    known.set(finding, was);
    left.delete(was.identity);
  };
  for (const finding of now) take(finding, left.get(finding.identity));
  const bySaying = new Map([...left.values()].map((finding) => [sayingOf(finding), finding]));
  for (const finding of now) {
    if (known.has(finding)) continue;
    const was = bySaying.get(sayingOf(finding));
    if (was !== undefined && left.has(was.identity) && isNamed(was) !== isNamed(finding)) take(finding, was);
  }
  return known;
}

/** Whether it names the service of its licence. */
function isNamed({ service }: LocatedFinding): boolean {
  return service !== undefined;
}

/** What a finding says, whatever else is behind it. */
export function sayingOf({ rule, status, severity, subject, message }: LocatedFinding): string {
  return JSON.stringify([rule, status, severity, subject, message.zh]);
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
