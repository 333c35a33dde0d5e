/** The papers of a sheet: those that are new, the services that known ones lack, and what is there already. */
import { type CalendarDay, FOREVER, parseDay } from '../../domain/calendar-day.ts';
import type { Edit, PlainMapping } from '../../domain/edit.ts';
import type { DataPath, Ledger, Licence } from '../../domain/ledger.ts';
import { newId } from '../../domain/new-id.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { addServices, paperStem, paperWith } from '../../run/recording/add-service.ts';
import { firstDayOf } from '../../run/recording/given-days.ts';
import { itemsOf } from '../../schema/raw-data.ts';
import { type DraftProblem, joinPapers, type PaperDraft, saysOtherwise, textIn } from './papers.ts';
import type { Draft } from './read-row.ts';
import { differences, licenceOfPaper, valuesOfLicence } from './sameness.ts';

/** A row whose entry stands in the ledger, or higher up in the file. */
export interface Present {
  readonly draft: Draft;
  readonly id: string;
  /** Fields in which the two differ. */
  readonly differs: readonly string[];
}

/** What a row brings: an entry of its own, or services of a licence that is there. */
export interface Added {
  readonly draft: Draft;
  readonly id: string;
  readonly edits: readonly Edit[];
  /** Where it stands afterwards. */
  readonly path: DataPath;
  /** The row that each service below that path comes from, by its place in the list. */
  readonly services: ReadonlyMap<number, Draft>;
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
  /** Ids that are taken; those that are given are added. */
  readonly taken: Set<string>;
}

/** A licence as contracts may name it. */
export interface NamedLicence {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly number?: string | undefined;
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
  let next = itemsOf(place.data, 'licences').length;
  for (const paper of papers) {
    const known = licenceOfPaper(paper, place.ledger);
    const one = known === undefined ? newPaper(paper, next, place) : knownPaper(paper, known, grown, place);
    if (known === undefined) next += 1;
    const id = known?.id ?? one.named[0]?.id ?? '';
    for (const { draft } of paper.services) rows.set(draft, id);
    settled.push(one);
  }
  const again = repeated.map(([draft, first]): Present => ({ draft, id: rows.get(first) ?? '', differs: [] }));
  return {
    added: settled.flatMap(({ added }) => added),
    present: settled.flatMap(({ present }) => present).concat(again),
    problems: [...problems, ...settled.flatMap((one) => one.problems)],
    named: settled.flatMap(({ named }) => named),
  };
}

function newPaper({ id: given, draft, fields, services }: PaperDraft, at: number, { taken }: Place): SettledLicences {
  const kinds = services.map(({ kind }) => kind);
  const id = given ?? newId(paperStem(kinds), dayOf(fields), taken);
  taken.add(id);
  const own = services.map((service) => service.fields);
  const edits: readonly Edit[] = [{ kind: 'append-entry', list: 'licences', entry: paperWith({ id, ...fields }, own) }];
  return {
    added: [{ draft, id, edits, path: ['licences', at], services: rowsOf(services, 0) }],
    present: [],
    problems: [],
    named: [{ id, kinds, number: textIn(fields, 'number') }],
  };
}

/** @param grown the licences that rows above have added to */
function knownPaper(
  { draft, services }: PaperDraft,
  known: Licence,
  grown: Map<Licence, Draft>,
  { ledger, data }: Place,
): SettledLicences {
  const kinds = known.services.map(({ kind }) => kind);
  const canGrow = [...kinds, ...services.map(({ kind }) => kind)].every(isService);
  const fresh = canGrow ? services.filter(({ kind }) => !kinds.includes(kind)) : [];
  const differs = differences(draft, {
    kind: canGrow ? draft.kinds[0] : (kinds[0] ?? ''),
    values: valuesOfLicence(known),
  });
  const there = new Set(services.filter((service) => !fresh.includes(service)).map((service) => service.draft));
  const present = [...there].map((row): Present => ({ draft: row, id: known.id, differs }));
  if (fresh.length === 0) return { added: [], present, problems: [], named: [] };

  const [other] = differs;
  const before = grown.get(known);
  if (other !== undefined) return { added: [], present, problems: [otherTerm(draft, known.id, other)], named: [] };
  if (before !== undefined) return { added: [], present, problems: [saysOtherwise(draft, before)], named: [] };
  grown.set(known, draft);
  const at = ledger.licences.indexOf(known);
  const own = fresh.map((service) => service.fields);
  const { edits } = addServices(known, at, data, own);
  return {
    added: [{ draft, id: known.id, edits, path: ['licences', at], services: rowsOf(fresh, kinds.length) }],
    present,
    problems: [],
    named: [{ id: known.id, number: known.number, kinds: [...kinds, ...fresh.map(({ kind }) => kind)] }],
  };
}

function isService(kind: string): boolean {
  return catalogue.kinds.get(kind)?.family === 'service';
}

function rowsOf(services: PaperDraft['services'], from: number): ReadonlyMap<number, Draft> {
  return new Map(services.map(({ draft }, at) => [from + at, draft]));
}

function otherTerm(draft: Draft, id: string, field: string): DraftProblem {
  return {
    draft,
    where: draft.placeOf(field),
    what: {
      zh: `许可证${id}已登记，而${field}与台账不同，这项业务不能加上`,
      en: `the licence ${id} is recorded with another ${field}, so this service cannot be added to it`,
    },
  };
}

/** The day that an id is made from: the first, or the last where there is no first. */
export function dayOf(fields: PlainMapping): CalendarDay {
  return firstDayOf(fields) ?? parseDay(textIn(fields, 'expires') ?? '') ?? FOREVER;
}
