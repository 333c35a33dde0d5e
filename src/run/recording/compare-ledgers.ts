/** What a change to a ledger did to its findings. */
import type { LocatedFinding } from '../../domain/report.ts';

export interface FindingChanges {
  readonly gone: readonly LocatedFinding[];
  readonly come: readonly LocatedFinding[];
  /** Still there, and waived from now on. */
  readonly waived: readonly LocatedFinding[];
}

/** Findings are known again by their identity, wherever their lines have moved. */
export function compareLedgers(before: readonly LocatedFinding[], after: readonly LocatedFinding[]): FindingChanges {
  const [old, now] = [byIdentity(before), byIdentity(after)];
  const counted = ({ identity }: LocatedFinding): boolean => isCounted(old.get(identity));
  return {
    gone: before.filter((finding) => isCounted(finding) && !now.has(finding.identity)),
    come: after.filter((finding) => isCounted(finding) && !counted(finding)),
    waived: after.filter((finding) => !isCounted(finding) && counted(finding)),
  };
}

function isCounted(finding: LocatedFinding | undefined): boolean {
  return finding !== undefined && finding.waived === undefined;
}

function byIdentity(findings: readonly LocatedFinding[]): ReadonlyMap<string, LocatedFinding> {
  return new Map(findings.map((finding) => [finding.identity, finding]));
}
