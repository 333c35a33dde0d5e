/** What the parts of the page share of a ledger: the findings by what they are about, and what entries are called. */
import { FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Timeline } from '../../domain/horizon.ts';
import type { Ledger, Licence } from '../../domain/ledger.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { FirstBreach } from '../../domain/overview.ts';
import type { LedgerReport } from '../../domain/report.ts';
import { nameOfResourceKind } from '../../domain/resource-kinds.ts';
import type { Text } from '../../domain/text.ts';
import type { TodoItem } from '../../domain/todo.ts';
import { blocksOf, type FindingBlock } from '../check/finding-text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { groupBy } from '../writing/layout.ts';
import { servicesOf, shortName } from '../writing/licence-heading.ts';
import { GROUP_NAMES } from '../writing/words.ts';
import { both, inEach, recorded, weightOf, WEIGHTS } from './bilingual.ts';

/** What the page needs of one ledger. */
export interface PageContext extends Ahead {
  readonly of: LedgerReport;
  readonly names: EntryNames;
  readonly kinds: ReadonlyMap<string, LicenceProfile>;
  /** Whether the page tells of several ledgers. */
  readonly isOneOfSeveral: boolean;
  /** What a link to a finding names: the same on every page of the same report. Undefined for what it does not list. */
  readonly anchorOf: (finding: Finding) => string | undefined;
  /** All findings, by what they are about. */
  readonly groups: readonly PageGroup[];
}

/** What lies ahead of a ledger; nothing of one that could not be read. */
export interface Ahead {
  readonly timeline?: Timeline | undefined;
  /** What is to be done. */
  readonly todo: readonly TodoItem[];
}

export type Topic = keyof typeof GROUP_NAMES;

/** What is said of one licence, or of what belongs to none. */
export interface PageGroup {
  readonly about: Licence | Topic;
  /** The gravest first, then by date. */
  readonly blocks: readonly FindingBlock[];
}

/** Looks entries up by id, once for each ledger. */
export type EntryNames = ReadonlyMap<string, NamedEntry>;

export type NamedEntry =
  | { readonly list: 'licences'; readonly licence: Licence; readonly name: string | undefined }
  /** The title of a contract or a system. */
  | { readonly list: 'resources' | 'systems'; readonly kind: string; readonly name: string | undefined };

/** What a page needs beside the findings: names of the kinds of licence, what the time line draws, and what is to be done. */
export interface PageParts extends Pick<PageContext, 'kinds'> {
  readonly aheadOf: (ledger: LedgerReport) => Ahead;
  /** Where all companies are told about, as a link names it; absent where the page stands alone. */
  readonly overview?: string | undefined;
}

/** @param before how many findings of other ledgers stand before those of this one */
export function pageContextOf(
  of: LedgerReport,
  { kinds, aheadOf }: PageParts,
  { isOneOfSeveral = false, before = 0 }: { readonly isOneOfSeveral?: boolean; readonly before?: number } = {},
): PageContext {
  const numbers = new Map<Finding, number>(of.findings.map((finding, at) => [finding, before + at + 1]));
  const names = namesIn(of.ledger);
  return {
    ...aheadOf(of),
    of,
    names,
    kinds,
    isOneOfSeveral,
    anchorOf(finding) {
      const number = numbers.get(finding);
      return number === undefined ? undefined : `finding-${number}`;
    },
    groups: groupFindings(of, names),
  };
}

const TOPICS: readonly Topic[] = ['resources', 'company', 'waivers', 'file'];

/** Licences in the order of the ledger, then what belongs to none; without those that nothing is said of. */
function groupFindings(of: LedgerReport, names: EntryNames): readonly PageGroup[] {
  const groups = groupBy(of.findings, (finding) => aboutOf(finding, of, names));
  return [...(of.ledger?.licences ?? []), ...TOPICS].flatMap((about) => {
    const ofGroup = groups.get(about);
    if (ofGroup === undefined) return [];
    return [{ about, blocks: blocksOf(about === 'file' ? ofGroup : ofGroup.toSorted(compareGravity)) }];
  });
}

function aboutOf({ subject, path }: Finding, { ledger }: LedgerReport, names: EntryNames): PageGroup['about'] {
  if (ledger === undefined) return 'file';
  if (path[0] === 'waivers') return 'waivers';
  const entry = names.get(subject);
  if (entry?.list === 'licences') return entry.licence;
  return entry?.list === 'resources' || path[0] === 'resources' ? 'resources' : 'company';
}

function compareGravity(one: Finding, other: Finding): number {
  const [day, otherDay] = [one.date ?? FOREVER, other.date ?? FOREVER];
  return gravityOf(one) - gravityOf(other) || (day === otherDay ? 0 : day - otherDay);
}

function gravityOf(finding: Finding): number {
  return WEIGHTS.indexOf(weightOf(finding));
}

/** The first day on which a licence is no longer good; of several on one day the first in the ledger. */
export function firstBreachIn(timeline: Timeline | undefined): FirstBreach | undefined {
  let first: FirstBreach | undefined;
  for (const { licence, breach } of timeline?.licences ?? []) {
    if (breach !== undefined && breach.day < (first?.day ?? FOREVER)) first = { day: breach.day, licence: licence.id };
  }
  return first;
}

/** What the entries of a ledger are called. */
export function namesIn(ledger: Ledger | undefined): EntryNames {
  if (ledger === undefined) return new Map();
  const { licences, resources, company } = ledger;
  return new Map<string, NamedEntry>([
    ...licences.map((licence) => [licence.id, { list: 'licences', licence, name: licence.number }] as const),
    ...resources.map(({ id, kind, title }) => [id, { list: 'resources', kind, name: title }] as const),
    ...company.systems.map(({ id, kind, title }) => [id, { list: 'systems', kind, name: title }] as const),
  ]);
}

const COMPANY: Text = { zh: '公司', en: 'Company' };
const SYSTEM: Text = { zh: '系统', en: 'System' };
const BETWEEN: Text = { zh: '，', en: ', ' };

/** `telecom ISP · IDC，A2.B1.B2-20222637`; the id alone of what is no entry. */
export function entryName(id: string, names: EntryNames, kinds: PageContext['kinds']): Markup {
  const entry = names.get(id);
  if (entry === undefined) return id === 'company' ? both(COMPANY) : markup`<code>${id}</code>`;
  return markup`<code>${id}</code> ${titleOf(entry, kinds)}`;
}

function titleOf(entry: NamedEntry, kinds: PageContext['kinds']): Markup {
  const { list, name } = entry;
  if (list !== 'licences' && name !== undefined) return recorded(name);
  const number = name === undefined ? undefined : markup`${both(BETWEEN)}<span class="number">${recorded(name)}</span>`;
  if (list === 'licences') return markup`${inEach((language) => servicesOf(entry.licence, language, kinds))}${number}`;
  return both(list === 'systems' ? SYSTEM : nameOfResourceKind(entry.kind));
}

/** What stands over what is said of a licence: its id, number, services and last day; or what it is that belongs to none. */
export function groupName(about: PageGroup['about'], names: EntryNames, kinds: PageContext['kinds']): Markup {
  if (typeof about === 'string') return both(GROUP_NAMES[about]);
  const day = formatDay(about.expires);
  return markup`${entryName(about.id, names, kinds)} <span class="dim">${both({
    zh: `有效期至${day}`,
    en: `until ${day}`,
  })}</span>`;
}

/** What people say for a service of a licence. */
export function serviceName(service: string, kinds: PageContext['kinds']): Markup {
  return inEach((language) => shortName(service, language, kinds));
}
