/** From a row of a table to what would be an entry of the ledger. */
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import { didYouMean } from '../../domain/near-word.ts';
import type { Text } from '../../domain/text.ts';
import type { Field } from '../../fields/field.ts';
import { fieldsOfPaper } from '../../fields/kind-fields.ts';
import type { KnownKind } from '../../fields/kind-words.ts';
import { resourceFields } from '../../fields/resource.ts';
import { fieldsIn, rowLabel } from '../../fields/uses.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { REQUIRED_FIELDS, withoutAbsent } from '../../run/recording/given-entry.ts';
import { kindNamed, kindWords, nearestKind } from '../../run/recording/kinds.ts';
import type { CellPlace } from '../../spreadsheet/sheet.ts';
import { type CellProblem, type CellReader, cellReader, saysNothing } from './cell-reader.ts';
import { columnsOf, type ImportField } from './headings.ts';
import type { Table } from './table.ts';

/** An entry before its id is made and its licences are looked up. */
export interface Draft {
  readonly list: KnownKind['list'];
  /** One; of a licence, each service that the row names. */
  readonly kinds: readonly [string, ...string[]];
  /** The first cell of its row. */
  readonly place: CellPlace;
  /** Where a field of the entry comes from. */
  readonly placeOf: (field: string) => CellPlace;
  readonly id: string | undefined;
  /** The words for the licences that it serves. */
  readonly serves: readonly string[];
  /** The other fields; those of a service stand among those of its licence. */
  readonly fields: PlainMapping;
}

export interface RowReading {
  readonly draft: Draft | undefined;
  readonly problems: readonly CellProblem[];
}

/** A row as an entry, or what keeps it from being one. */
export function readRow(table: Table, row: number): RowReading {
  const reader = cellReader(table, row);
  const kinds = readKinds(table, reader);
  const [first] = kinds;
  if (first === undefined) return { draft: undefined, problems: reader.problems };
  const { sheet, columns } = table;
  const draft = first.list === 'licences' ? licenceDraft(reader, table, kinds) : resourceDraft(reader, table);
  return {
    draft: {
      list: first.list,
      kinds: [first.kind, ...kinds.slice(1).map(({ kind }) => kind)],
      ...draft,
      place: { sheet, row, column: 0 },
      placeOf: (field) => ({ sheet, row, column: columns.get(sourceOf(field, table))?.at ?? 0 }),
    },
    problems: reader.problems,
  };
}

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Without a column that says it, the name of the sheet may. A kebab-case word is a kind of the company's own. */
function readKinds({ sheet, columns }: Table, reader: CellReader): readonly KnownKind[] {
  const word = columns.has('kind') ? reader.text('kind') : sheet.name;
  const known = word === undefined ? undefined : kindWords().allNamed(word);
  const [first, another] = known ?? [];
  if (first !== undefined && (another === undefined || known?.every(isService) === true)) return known ?? [];
  const own = word?.normalize('NFKC').trim() ?? '';
  if (KEBAB_CASE.test(own) && !/^\d+$/u.test(own)) return [{ list: 'resources', kind: own }];
  if (reader.problems.length === 0) reader.complain('kind', whyNoKind(word, columns.has('kind')));
  return [];
}

/** Only services stand several on one paper. */
function isService({ kind }: KnownKind): boolean {
  return catalogue.kinds.get(kind)?.family === 'service';
}

function whyNoKind(word: string | undefined, hasColumn: boolean): Text {
  if (!hasColumn) return { zh: '没有种类这一列', en: 'no column says the kind' };
  if (word === undefined) return { zh: '没有写种类', en: 'the kind is missing' };
  const meant = didYouMean(nearestKind(word)) ?? {
    zh: '可写英文种类，如 `leased-line`；公司自己的种类用小写字母和连字符。',
    en: 'Write a kind such as `leased-line`, or one of your own in lower case with hyphens.',
  };
  return { zh: `不认识种类「${word}」。${meant.zh}`, en: `the kind “${word}” is not known. ${meant.en}` };
}

type DraftFields = Pick<Draft, 'id' | 'serves' | 'fields'>;

function licenceDraft(reader: CellReader, table: Table, kinds: readonly KnownKind[]): DraftFields {
  const term = reader.term();
  const { id, original } = idOf(reader.text('id'));
  const number = reader.text('number') ?? original;
  const title = reader.text('title');
  const profiles = kinds.flatMap(({ kind }) => catalogue.kinds.get(kind) ?? []);
  const others = readFields(reader, fieldsOfPaper(profiles), ['id', 'kind', 'number', 'issued', 'expires', 'notes']);
  const issued = reader.day('issued');
  const fields = withoutAbsent({
    ...others.fields,
    number: number?.normalize('NFKC'),
    issued: issued ?? reader.day('starts') ?? term.starts,
    expires: reader.day('expires') ?? term.expires,
    notes: notesOf(reader, table, {
      told: [...others.told, 'kind', 'number', 'issued', 'expires', ...(issued === undefined ? ['starts'] : [])],
      left: [
        ['title', kinds.some(({ kind }) => title !== undefined && kindNamed(title)?.kind === kind) ? undefined : title],
        ['id', number === original ? undefined : original],
      ],
    }),
  });
  requireFields(reader, fields, 'licences');
  return { id, serves: [], fields };
}

function resourceDraft(reader: CellReader, table: Table): DraftFields {
  const term = reader.term();
  const { id, original } = idOf(reader.text('id'));
  const others = readFields(reader, fieldsIn(resourceFields), ['id', 'kind', 'starts', 'expires', 'serves', 'notes']);
  const starts = reader.day('starts');
  const fields = withoutAbsent({
    ...others.fields,
    starts: starts ?? reader.day('issued') ?? term.starts,
    expires: reader.day('expires') ?? term.expires,
    notes: notesOf(reader, table, {
      told: [...others.told, 'kind', 'starts', 'expires', 'serves', ...(starts === undefined ? ['issued'] : [])],
      left: [['id', original]],
    }),
  });
  requireFields(reader, fields, 'resources');
  return { id, serves: wordsOf(reader.text('serves')), fields };
}

interface ReadFields {
  readonly fields: PlainMapping;
  /** The columns that were read; what one says that its field cannot hold goes to the notes. */
  readonly told: readonly ImportField[];
}

/** The fields that have columns, but for those that are read otherwise. */
function readFields(reader: CellReader, all: readonly Field[], except: readonly string[]): ReadFields {
  const fields: Record<string, Plain> = {};
  const told: ImportField[] = [];
  for (const { key, field } of columnsOf(all)) {
    if (except.includes(key)) continue;
    const value = reader.value(key, field);
    if (value === undefined) continue;
    told.push(key);
    const [whole = key, part] = key.split('.');
    const before = fields[whole];
    fields[whole] = part === undefined ? value : { ...(isMapping(before) ? before : {}), [part]: value };
  }
  return { fields, told };
}

function isMapping(value: Plain | undefined): value is PlainMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What was there and could not be read has been complained of already. */
function requireFields(reader: CellReader, fields: PlainMapping, list: 'licences' | 'resources'): void {
  if (reader.problems.length > 0) return;
  const all = list === 'licences' ? fieldsOfPaper() : fieldsIn(resourceFields);
  for (const key of REQUIRED_FIELDS[list]) {
    const field = all.find((one) => one.key === key);
    if (Object.hasOwn(fields, key) || field === undefined) continue;
    const { zh, en } = rowLabel(field);
    reader.complain(key, { zh: `缺少${zh}`, en: `${en} is missing` });
  }
}

const ID = /^[a-z0-9][a-z0-9-]*$/u;

/** A word that can be an id, or be made one; `original` where it says more than the id does. */
function idOf(word: string | undefined): { readonly id?: string; readonly original?: string } {
  if (word === undefined || saysNothing(word)) return {};
  const plain = word.normalize('NFKC').toLowerCase();
  if (ID.test(plain)) return { id: plain };
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (/[^\u0000-\u007F]/u.test(plain)) return { original: word };
  const id = plain.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '');
  return ID.test(id) ? { id, original: word } : { original: word };
}

function wordsOf(text: string | undefined): readonly string[] {
  if (text === undefined || saysNothing(text)) return [];
  const words = text.split(/[,，、;；\r\n]+/u).map((word) => word.trim());
  return words.filter((word) => word !== '');
}

interface Told {
  /** Columns whose cells are in fields. */
  readonly told: readonly ImportField[];
  /** What remains of others. */
  readonly left: readonly (readonly [ImportField, string | undefined])[];
}

/** What the ledger has no field for is kept here, under the heading that it had. */
function notesOf(reader: CellReader, { columns }: Table, { told, left }: Told): string | undefined {
  const known = new Map(left);
  const kept = [...columns.keys()].flatMap((key) => {
    if (key === 'notes' || key === 'term' || told.includes(key)) return [];
    const text = known.has(key) ? known.get(key) : reader.text(key);
    return text === undefined || saysNothing(text) ? [] : [`${reader.headingOf(key)}：${text}`];
  });
  const notes = [reader.text('notes'), ...kept].filter((note) => note !== undefined);
  return notes.length === 0 ? undefined : notes.join('；');
}

/** The column that a field was read from. */
function sourceOf(field: string, { columns }: Table): ImportField {
  const sources: Readonly<Record<string, readonly ImportField[]>> = {
    starts: ['starts', 'issued', 'term'],
    issued: ['issued', 'starts', 'term'],
    expires: ['expires', 'term'],
    number: ['number', 'id'],
  };
  const candidates = (Object.hasOwn(sources, field) ? sources[field] : undefined) ?? [field];
  const parts = [...columns.keys()].filter((key) => key.startsWith(`${field}.`));
  return [...candidates, ...parts].find((one) => columns.has(one)) ?? 'id';
}
