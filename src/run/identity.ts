import { compareFindings, compareText, type LocatedFinding } from '../domain/report.ts';
import type { PlacedFinding } from './load-ledger.ts';

/**
 * Names each finding by what it is about, never by where it stands or how many days are left, so that it is known again
 * in the next run. Findings that share a name are numbered in the order of the text. Sorted.
 */
export function identify(findings: readonly PlacedFinding[]): readonly LocatedFinding[] {
  const used = new Map<string, number>();
  return findings.map(withName).toSorted(compareFindings).map(withNumber);

  function withNumber(finding: LocatedFinding): LocatedFinding {
    const { identity } = finding;
    const ordinal = (used.get(identity) ?? 0) + 1;
    used.set(identity, ordinal);
    return ordinal === 1 ? finding : { ...finding, identity: `${identity}#${ordinal}` };
  }
}

function withName({ finding, location, context }: PlacedFinding): LocatedFinding {
  const { rule, subject, related, period = '' } = finding;
  const name = [
    location.file,
    rule,
    subject,
    related.length > 1 ? related.toSorted(compareText) : related,
    period,
    context,
  ];
  return { ...finding, location, identity: JSON.stringify(name) };
}
