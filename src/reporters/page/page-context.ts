/** What the parts of the page share. */
import type { Timeline } from '../../domain/horizon.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { LedgerReport, LocatedFinding, Report } from '../../domain/report.ts';

export interface PageContext {
  readonly report: Report;
  readonly kinds: ReadonlyMap<string, LicenceProfile>;
  /** By file, for each that could be read. */
  readonly timelines: ReadonlyMap<string, Timeline>;
  /** All findings, in the order of the report. */
  readonly findings: readonly PageFinding[];
}

/** A finding with what it takes to tell about it. */
export interface PageFinding {
  readonly finding: LocatedFinding;
  readonly of: LedgerReport;
  /** The same on every page of the same report. */
  readonly anchor: string;
  readonly names: EntryNames;
}

/** Looks entries up by id, once for each ledger. */
export type EntryNames = ReadonlyMap<string, NamedEntry>;

export interface NamedEntry {
  readonly kind: string;
  readonly list: 'licences' | 'resources' | 'systems';
  /** The title of a contract, the number of a licence. */
  readonly name: string | undefined;
  readonly owner: string | undefined;
}

export function pageContextOf(report: Report, parts: Pick<PageContext, 'kinds' | 'timelines'>): PageContext {
  let number = 0;
  const findings = report.ledgers.flatMap((of) => {
    const names = namesIn(of.ledger);
    return of.findings.map((finding) => ({ finding, of, names, anchor: `finding-${(number += 1)}` }));
  });
  return { ...parts, report, findings };
}

export function namesIn(ledger: Ledger | undefined): EntryNames {
  if (ledger === undefined) return new Map();
  const { licences, resources, company } = ledger;
  return new Map<string, NamedEntry>([
    ...licences.map(({ id, kind, number, owner }) => [id, { kind, list: 'licences', name: number, owner }] as const),
    ...resources.map(({ id, kind, title, owner }) => [id, { kind, list: 'resources', name: title, owner }] as const),
    ...company.systems.map(
      ({ id, kind, title }) => [id, { kind, list: 'systems', name: title, owner: undefined }] as const,
    ),
  ]);
}
