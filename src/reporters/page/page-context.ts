/** What the parts of the page share: the findings, and what entries are called. */
import type { Timeline } from '../../domain/horizon.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { LedgerReport, LocatedFinding, Report } from '../../domain/report.ts';
import { nameOfResourceKind } from '../../domain/resource-kinds.ts';
import type { Text } from '../../domain/text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { both, recorded } from './bilingual.ts';

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

/** Who looks after the entries that a finding is about, each once. */
export function ownersOf({ finding, names }: PageFinding): readonly string[] {
  const owners = [finding.subject, ...finding.related].flatMap((id) => names.get(id)?.owner ?? []);
  return [...new Set(owners)];
}

const COMPANY: Text = { zh: '公司', en: 'Company' };
const SYSTEM: Text = { zh: '系统', en: 'System' };
const BETWEEN: Text = { zh: '，', en: ', ' };

/** `isp 互联网接入服务业务，B1-20220315`; the id alone of what is no entry. */
export function entryName(id: string, names: EntryNames, kinds: PageContext['kinds']): Markup {
  const entry = names.get(id);
  if (entry === undefined) return id === 'company' ? both(COMPANY) : markup`<code>${id}</code>`;
  return markup`<code>${id}</code> ${titleOf(entry, kinds)}`;
}

function titleOf({ kind, list, name }: NamedEntry, kinds: PageContext['kinds']): Markup {
  if (list !== 'licences' && name !== undefined) return recorded(name);
  const number = name === undefined ? undefined : markup`${both(BETWEEN)}<span class="number">${recorded(name)}</span>`;
  return markup`${both(kindName(kind, list, kinds))}${number}`;
}

function kindName(kind: string, list: NamedEntry['list'], kinds: PageContext['kinds']): Text {
  if (list === 'systems') return SYSTEM;
  if (list === 'resources') return nameOfResourceKind(kind);
  return kinds.get(kind)?.name ?? { zh: kind, en: kind };
}
