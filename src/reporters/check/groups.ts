import type { Finding } from '../../domain/finding.ts';
import type { Licence } from '../../domain/ledger.ts';
import type { LedgerReport, LocatedFinding } from '../../domain/report.ts';
import { groupBy } from '../writing/group-by.ts';

/** Findings that stand under one heading. */
export interface FindingGroup {
  readonly about: Licence | Topic;
  readonly findings: readonly LocatedFinding[];
}

/** In the order of the page. */
const TOPICS = ['resources', 'company', 'waivers', 'file'] as const;
export type Topic = (typeof TOPICS)[number];

/** The findings of a ledger by licence, in the ledger's order, then those about no licence; empty groups are left out. */
export function groupFindings({ ledger, findings }: LedgerReport): readonly FindingGroup[] {
  const licences = new Map(ledger?.licences.map((licence) => [licence.id, licence]));
  const groups = groupBy(findings, (finding) => (ledger === undefined ? 'file' : aboutOf(finding, licences)));
  return [...licences.values(), ...TOPICS].flatMap((about) => {
    const ofGroup = groups.get(about);
    return ofGroup === undefined ? [] : [{ about, findings: ofGroup }];
  });
}

function aboutOf({ subject, path }: Finding, licences: ReadonlyMap<string, Licence>): Licence | Topic {
  if (path[0] === 'waivers') return 'waivers';
  return licences.get(subject) ?? (path[0] === 'resources' ? 'resources' : 'company');
}
