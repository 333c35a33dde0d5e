/** From drafts to entries: what is there already, which ids the others get, which licences they serve. */
import { type CalendarDay, FOREVER, parseDay } from '../../domain/calendar-day.ts';
import { applyToData, type Edit, type Entry, type PlainMapping } from '../../domain/edit.ts';
import type { FileProblem } from '../../domain/file-problem.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { newId } from '../../domain/new-id.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { inOrder } from '../../run/recording/entry-fields.ts';
import { firstDayOf } from '../../run/recording/given-days.ts';
import { takenIds } from '../../run/recording/named-entry.ts';
import { parseLedger } from '../../schema/parse-ledger.ts';
import { itemsOf } from '../../schema/raw-data.ts';
import { formatPlace } from '../../spreadsheet/sheet.ts';
import type { CellProblem } from './cell-reader.ts';
import { type FindLicence, licenceFinder } from './kind-words.ts';
import type { Draft } from './read-row.ts';
import { samenessIn } from './sameness.ts';

/** A row whose entry stands in the ledger, or higher up in the file. */
export interface Present {
  readonly draft: Draft;
  readonly id: string;
  /** Fields in which the two differ. */
  readonly differs: readonly string[];
}

export interface Added {
  readonly draft: Draft;
  readonly id: string;
  readonly entry: Entry;
}

export interface DraftProblem extends CellProblem {
  readonly draft: Draft;
}

export interface Settled {
  /** Licences first, otherwise in the order of the file. */
  readonly added: readonly Added[];
  readonly present: readonly Present[];
  readonly problems: readonly DraftProblem[];
}

/** @param data the file as it stands, from which the ledger was made */
export function settleDrafts(drafts: readonly Draft[], ledger: Ledger, data: unknown): Settled {
  const { fresh, present, problems } = sortOut(drafts, ledger);
  const findLicence = licenceFinder([
    ...ledger.licences,
    ...fresh.flatMap(({ draft, id }) =>
      draft.list === 'licences' ? [{ id, kind: draft.kind, number: textIn(draft.fields, 'number') }] : [],
    ),
  ]);
  const served = fresh.map((one) => lookUp(one, findLicence));
  const added = served.map(({ added }) => added);
  return {
    added,
    present,
    problems: [...problems, ...served.flatMap((one) => one.problems), ...findInvalid(added, data)],
  };
}

export function editsFor(added: readonly Added[]): readonly Edit[] {
  return added.map(({ draft, entry }) => ({ kind: 'append-entry', list: draft.list, entry }));
}

interface Fresh {
  readonly draft: Draft;
  readonly id: string;
}

function sortOut(
  drafts: readonly Draft[],
  ledger: Ledger,
): { readonly fresh: readonly Fresh[] } & Pick<Settled, 'present' | 'problems'> {
  const sameness = samenessIn(ledger);
  const taken = new Set([...takenIds(ledger), ...drafts.flatMap(({ id }) => id ?? [])]);
  const fresh: Fresh[] = [];
  const present: Present[] = [];
  const problems: DraftProblem[] = [];
  for (const draft of drafts.toSorted((one, other) => rankOf(one) - rankOf(other))) {
    const known = sameness.find(draft);
    if (known === undefined) {
      const id = draft.id ?? newId(draft.kind, dayOf(draft.fields), taken);
      taken.add(id);
      sameness.add(draft, id);
      fresh.push({ draft, id });
      continue;
    }
    const differs = sameness.differences(draft, known);
    if (known.draft === undefined || differs.length === 0) present.push({ draft, id: known.id, differs });
    else problems.push(idTakenBy(known.draft, draft));
  }
  return { fresh, present, problems };
}

function idTakenBy(first: Draft, draft: Draft): DraftProblem {
  const place = formatPlace(first.place);
  return {
    draft,
    where: draft.placeOf(draft.list === 'licences' && draft.id === undefined ? 'number' : 'id'),
    what: {
      zh: `与${place}一行重复，但内容不同`,
      en: `it is the same as the row of ${place}, yet says otherwise`,
    },
  };
}

/** Contracts find the licences that come with them. */
function rankOf({ list }: Draft): number {
  return list === 'licences' ? 0 : 1;
}

/** The day that an id is made from: the first, or the last where there is no first. */
function dayOf(fields: PlainMapping): CalendarDay {
  return firstDayOf(fields) ?? parseDay(textIn(fields, 'expires') ?? '') ?? FOREVER;
}

function textIn(fields: PlainMapping, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

interface Served {
  readonly added: Added;
  readonly problems: readonly DraftProblem[];
}

function lookUp({ draft, id }: Fresh, findLicence: FindLicence): Served {
  const problems: DraftProblem[] = [];
  const serves = new Set<string>();
  for (const word of draft.serves) {
    const found = findLicence(word);
    if (typeof found === 'string') serves.add(found);
    else problems.push({ draft, where: draft.placeOf('serves'), what: found.problem });
  }
  const bonds = serves.size === 0 ? {} : { serves: [...serves] };
  const entry = inOrder({ ...draft.fields, ...bonds, id, kind: draft.kind }, draft.list);
  return { added: { draft, id, entry }, problems };
}

/** The schema has the last word: what it finds wrong with the ledger as it would be comes from these rows. */
function findInvalid(added: readonly Added[], data: unknown): readonly DraftProblem[] {
  const after = editsFor(added).reduce<unknown>((changed, edit) => applyToData(changed, edit), data);
  const byPlace = placesOf(added, data);
  return parseLedger(after, catalogue.kinds).problems.flatMap((problem) => {
    const [list, at, field] = 'path' in problem.at ? problem.at.path : [];
    const draft = byPlace.get(`${list} ${at}`);
    return draft === undefined ? [] : [explain(problem, draft, typeof field === 'string' ? field : 'id')];
  });
}

function explain({ message, remedy }: FileProblem, draft: Draft, field: string): DraftProblem {
  const what =
    remedy === undefined ? message : { zh: `${message.zh}。${remedy.zh}`, en: `${message.en}. ${remedy.en}` };
  return { draft, where: draft.placeOf(field), what };
}

/** Which draft will stand where. */
function placesOf(added: readonly Added[], data: unknown): ReadonlyMap<string, Draft> {
  const next = { licences: countIn(data, 'licences'), resources: countIn(data, 'resources') };
  return new Map(added.map(({ draft }) => [`${draft.list} ${next[draft.list]++}`, draft]));
}

/** How many entries a list of the file has. */
export function countIn(data: unknown, list: Draft['list']): number {
  return itemsOf(data, list).length;
}
