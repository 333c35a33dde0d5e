/** The papers of a sheet: those that are new, the services that known ones lack, and what is there already. */
import { type CalendarDay, FOREVER, parseDay } from '../../domain/calendar-day.ts';
import type { Edit, PlainMapping } from '../../domain/edit.ts';
import type { DataPath, Ledger, Licence } from '../../domain/ledger.ts';
import { idGiver } from '../../domain/new-id.ts';
import { fieldsOfPaper, fieldsOfService } from '../../fields/kind-fields.ts';
import { licenceFields } from '../../fields/licence.ts';
import { fieldsIn, rowLabel } from '../../fields/uses.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { addServices, paperStem, paperWith } from '../../run/recording/add-service.ts';
import { firstDayOf } from '../../run/recording/given-days.ts';
import { plainNumber } from '../../run/recording/named-entry.ts';
import type { KnownEntries } from '../../schema/known-entries.ts';
import { itemsOf } from '../../schema/raw-data.ts';
import type { Draft, SheetRow } from './draft.ts';
import type { NamedLicence } from './licence-words.ts';
import { type DraftProblem, joinPapers, type PaperDraft, saysOtherwise, textIn } from './papers.ts';
import {
  type Change,
  changesOf,
  editsOfChange,
  endChange,
  isLaterEnd,
  licencesIn,
  notLater,
  type PlacedLicence,
} from './sameness.ts';

/** What a later end means: another term of the same thing, or that the ledger had it wrong. */
export const END_MEANINGS = ['renewal', 'correction'] as const;
export type EndMeaning = (typeof END_MEANINGS)[number];

/** A row whose entry stands in the ledger, or higher up in the file. */
export interface Present {
  readonly draft: SheetRow;
  readonly id: string;
  /** What it says otherwise. */
  readonly changes: readonly Change[];
  /** What makes the ledger say so, too; none where nobody wants it. */
  readonly edits: readonly Edit[];
  /** Whether somebody must say first what its other end means. */
  readonly isUndecided: boolean;
  /** The entry that is added instead, because its end is a renewal. */
  readonly follower?: string | undefined;
}

/** What a row brings: an entry of its own, or services of a licence that is there. */
export interface Added {
  readonly draft: SheetRow;
  readonly id: string;
  readonly edits: readonly Edit[];
  /** Where it stands afterwards. */
  readonly path: DataPath;
  /** The row that each service below that path comes from, by its place in the list. */
  readonly services: ReadonlyMap<number, SheetRow>;
}

export interface Settled {
  /** Licences first, otherwise in the order of the file. */
  readonly added: readonly Added[];
  readonly present: readonly Present[];
  readonly problems: readonly DraftProblem[];
}

/** The ledger that rows are added to. */
export interface Place {
  readonly ledger: Ledger;
  /** The file as it stands, from which the ledger was made. */
  readonly data: unknown;
  /** Its entries that are good. */
  readonly known: KnownEntries;
  /** Ids that are taken; those that are given are added. */
  readonly taken: Set<string>;
  readonly today: CalendarDay;
  /** Whether rows that are known change the ledger. */
  readonly update: boolean;
  readonly meaningOf: (draft: SheetRow) => EndMeaning | undefined;
}

export interface SettledLicences extends Settled {
  /** Those that are new, and known ones with what is added to them. */
  readonly named: readonly NamedLicence[];
}

/** Rows of one number are one paper; a paper of the ledger gets the services that it lacks. */
export function settleLicences(drafts: readonly Draft[], place: Place): SettledLicences {
  const { papers, repeated, problems } = joinPapers(drafts);
  const settled: SettledLicences[] = [];
  const rows = new Map<Draft, string>();
  const grown = new Map<Licence, Draft>();
  const findKnown = licencesIn(place.ledger);
  const giveId = idGiver(place.taken);
  let next = itemsOf(place.data, 'licences').length;
  for (const paper of papers) {
    const known = findKnown(paper);
    const one = known === undefined ? newPaper(paper, next, giveId) : knownPaper(paper, known, grown, place);
    if (known === undefined) next += 1;
    const id = known?.licence.id ?? one.named[0]?.id ?? '';
    for (const { draft } of paper.services) rows.set(draft, id);
    settled.push(one);
  }
  const again = repeated.map(([draft, first]) => unchanged(draft, rows.get(first) ?? ''));
  return {
    added: settled.flatMap(({ added }) => added),
    present: settled.flatMap(({ present }) => present).concat(again),
    problems: [...problems, ...settled.flatMap((one) => one.problems)],
    named: settled.flatMap(({ named }) => named),
  };
}

function newPaper(
  { id: given, draft, fields, services }: PaperDraft,
  at: number,
  giveId: ReturnType<typeof idGiver>,
): SettledLicences {
  const kinds = services.map(({ kind }) => kind);
  const id = given ?? giveId(paperStem(kinds), dayOf(fields));
  const own = services.map((service) => service.fields);
  const edits: readonly Edit[] = [{ kind: 'append-entry', list: 'licences', entry: paperWith({ id, ...fields }, own) }];
  return {
    added: [{ draft, id, edits, path: ['licences', at], services: rowsOf(services, 0) }],
    present: [],
    problems: [],
    named: [{ id, kinds, number: textIn(fields, 'number') }],
  };
}

function unchanged(draft: Draft, id: string): Present {
  return { draft, id, changes: [], edits: [], isUndecided: false };
}

/** @param grown the licences that rows above have added to */
function knownPaper(
  paper: PaperDraft,
  { licence: known, at }: PlacedLicence,
  grown: Map<Licence, Draft>,
  place: Place,
): SettledLicences {
  const { draft, services } = paper;
  const { data, update } = place;
  const kinds = known.services.map(({ kind }) => kind);
  const canGrow = [...kinds, ...services.map(({ kind }) => kind)].every(isService);
  const fresh = services.filter(({ kind }) => !kinds.includes(kind));
  const nothing: SettledLicences = { added: [], present: [], problems: [], named: [] };
  if (!canGrow && fresh.length > 0) return { ...nothing, problems: [otherThan(draft, known.id, 'kind')] };

  const changes = changesOfPaper(paper, known, { at, grows: fresh.length > 0 });
  const others = services.filter((one) => !fresh.includes(one) && one.draft !== draft);
  const rest = [...new Set(others.map((one) => one.draft))].map((row) => unchanged(row, known.id));
  const settled = settleChanges({ ...unchanged(draft, known.id), changes }, known, place);
  const isSaid = changes.length > 0 || services.some((one) => one.draft === draft && !fresh.includes(one));
  const present = isSaid ? [settled.present, ...rest] : rest;
  if (fresh.length === 0) return { ...nothing, present, problems: settled.problems };

  const [other] = changes;
  const before = grown.get(known);
  if (other !== undefined && !update)
    return { ...nothing, present, problems: [otherThan(draft, known.id, other.field.key)] };
  if (before !== undefined) return { ...nothing, present, problems: [saysOtherwise(draft, before)] };
  grown.set(known, draft);
  const own = fresh.map((service) => service.fields);
  const { edits } = addServices(known, at, data, own);
  return {
    added: [{ draft, id: known.id, edits, path: ['licences', at], services: rowsOf(fresh, kinds.length) }],
    present,
    problems: settled.problems,
    named: [{ id: known.id, number: known.number, kinds: [...kinds, ...fresh.map(({ kind }) => kind)] }],
  };
}

/** In the short form the fields of the only service stand on the paper, until others join it. */
function changesOfPaper(
  { draft, fields, services }: PaperDraft,
  known: Licence,
  { at, grows }: { readonly at: number; readonly grows: boolean },
): readonly Change[] {
  const path: DataPath = ['licences', at];
  const ofServices = services.flatMap(({ kind, draft: row, fields: own }) => {
    const index = known.services.findIndex((one) => one.kind === kind);
    const service = known.services[index];
    if (service === undefined) return [];
    const where = known.isShort && !grows ? path : [...path, 'services', index];
    return changesOf(own, service, fieldsOfService(catalogue.kinds.get(kind)), { path: where, placeOf: row.placeOf });
  });
  const ofPaper = fieldsIn(licenceFields).filter(({ key }) => key !== 'services' && key !== 'id');
  const { number } = fields;
  const isSameNumber = typeof number === 'string' && plainNumber(number) === plainNumber(known.number ?? '');
  const given = isSameNumber ? { ...fields, number: known.number ?? number } : fields;
  return [...changesOf(given, known, ofPaper, { path, placeOf: draft.placeOf }), ...ofServices];
}

/** A renewal ends the application for it. The reports of earlier terms stay: they were filed. */
function settleChanges(
  present: Present,
  known: Licence,
  { update, meaningOf }: Place,
): { readonly present: Present; readonly problems: readonly DraftProblem[] } {
  const { draft, changes } = present;
  const none = { present, problems: [] };
  if (!update || changes.length === 0) return none;
  const edits = changes.flatMap(editsOfChange);
  const end = endChange(changes);
  if (end === undefined) return { present: { ...present, edits }, problems: [] };
  const asked = meaningOf(draft);
  const isLater = isLaterEnd(end);
  if (asked === 'renewal' && !isLater) return { present, problems: [notLater(draft, end)] };
  const meaning = isLater ? asked : 'correction';
  if (meaning === undefined) return { present: { ...present, isUndecided: true }, problems: [] };
  const path = end.path;
  const isApplied = known.renewal !== undefined && !changes.some(({ field }) => field.key === 'renewal');
  const renewed: readonly Edit[] = isApplied ? [{ kind: 'remove-field', path, field: 'renewal' }] : [];
  return { present: { ...present, edits: meaning === 'renewal' ? [...edits, ...renewed] : edits }, problems: [] };
}

function isService(kind: string): boolean {
  return catalogue.kinds.get(kind)?.family === 'service';
}

function rowsOf(services: PaperDraft['services'], from: number): ReadonlyMap<number, Draft> {
  return new Map(services.map(({ draft }, at) => [from + at, draft]));
}

function otherThan(draft: Draft, id: string, field: string): DraftProblem {
  const found = fieldsOfPaper().find(({ key }) => key === field);
  const title = found === undefined ? { zh: field, en: field } : rowLabel(found);
  return {
    draft,
    where: draft.placeOf(field),
    what: {
      zh: `许可证${id}已登记，而${title.zh}与台账不同，这项业务不能加上`,
      en: `the licence ${id} is on record with a different ${title.en}, so this service cannot be added to it`,
    },
  };
}

/** The day that an id is made from: the first, or the last where there is no first. */
export function dayOf(fields: PlainMapping): CalendarDay {
  return firstDayOf(fields) ?? parseDay(textIn(fields, 'expires') ?? '') ?? FOREVER;
}
