/** From a row of a table to what would be an entry of the ledger. */
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import type { Text } from '../../domain/text.ts';
import { REQUIRED_FIELDS, withoutAbsent } from '../../run/recording/entry-fields.ts';
import { didYouMean } from '../../schema/did-you-mean.ts';
import { shortNameOf } from '../../schema/provinces.ts';
import type { CellPlace } from '../../spreadsheet/sheet.ts';
import { type CellProblem, type CellReader, cellReader, saysNothing } from './cell-reader.ts';
import type { ImportField } from './headings.ts';
import { kindNamed, type KnownKind, nearestKind } from './kind-words.ts';
import type { Table } from './table.ts';

/** An entry before its id is made and its licences are looked up. */
export interface Draft extends KnownKind {
  /** The first cell of its row. */
  readonly place: CellPlace;
  /** Where a field of the entry comes from. */
  readonly placeOf: (field: string) => CellPlace;
  readonly id: string | undefined;
  /** The words for the licences that it serves. */
  readonly serves: readonly string[];
  /** The other fields, in the order in which they are written. */
  readonly fields: PlainMapping;
}

export interface RowReading {
  readonly draft: Draft | undefined;
  readonly problems: readonly CellProblem[];
}

export function readRow(table: Table, row: number): RowReading {
  const reader = cellReader(table, row);
  const known = readKind(table, reader);
  if (known === undefined) return { draft: undefined, problems: reader.problems };
  const draft = known.list === 'licences' ? licenceDraft(reader, known) : resourceDraft(reader);
  const { sheet, columns } = table;
  return {
    draft: {
      ...known,
      ...draft,
      place: { sheet, row, column: 0 },
      placeOf: (field) => ({ sheet, row, column: columns.get(sourceOf(field, table))?.at ?? 0 }),
    },
    problems: reader.problems,
  };
}

/** Without a column that says it, the name of the sheet may. */
function readKind({ sheet, columns }: Table, reader: CellReader): KnownKind | undefined {
  const word = columns.has('kind') ? reader.text('kind') : sheet.name;
  const known = word === undefined ? undefined : kindNamed(word);
  if (known !== undefined) return known;
  if (reader.problems.length === 0) reader.complain('kind', whyNoKind(word, columns.has('kind')));
  return undefined;
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

function licenceDraft(reader: CellReader, { kind }: KnownKind): DraftFields {
  const term = reader.term();
  const { id, original } = idOf(reader.text('id'));
  const title = reader.text('title');
  const number = reader.text('number') ?? original;
  const fields = withoutAbsent({
    number: number?.normalize('NFKC'),
    scope: scopeOf(reader.text('scope')),
    issued: reader.day('issued') ?? reader.day('starts') ?? term.starts,
    expires: reader.day('expires') ?? term.expires,
    opened: reader.day('opened'),
    owner: reader.text('owner'),
    notes: notesOf(reader, [
      ['title', title === undefined || kindNamed(title)?.kind === kind ? undefined : title],
      ['provider', reader.text('provider')],
      ['reference', reader.text('reference')],
      ['id', number === original ? undefined : original],
    ]),
  });
  requireFields(reader, fields, REQUIRED_FIELDS.licences);
  return { id, serves: [], fields };
}

function resourceDraft(reader: CellReader): DraftFields {
  const term = reader.term();
  const { id, original } = idOf(reader.text('id'));
  const fields = withoutAbsent({
    title: onOneLine(reader.text('title')),
    provider: onOneLine(reader.text('provider')),
    starts: reader.day('starts') ?? reader.day('issued') ?? term.starts,
    expires: reader.day('expires') ?? term.expires,
    follows: reader.text('follows'),
    owner: reader.text('owner'),
    registrant: reader.text('registrant'),
    verified: reader.day('verified'),
    notes: notesOf(reader, [
      ['reference', reader.text('reference')],
      ['id', original],
      ['number', reader.text('number')],
      ['scope', reader.text('scope')],
    ]),
  });
  requireFields(reader, fields, REQUIRED_FIELDS.resources);
  return { id, serves: wordsOf(reader.text('serves')), fields };
}

/** Each run of space is looked at once, however long it is. */
function onOneLine(text: string | undefined): string | undefined {
  return text?.replaceAll(/\s+/gu, (space) => (/[\r\n]/u.test(space) ? ' ' : space));
}

const NAMES: Readonly<Record<string, Text>> = {
  number: { zh: '许可证号', en: 'the number' },
  scope: { zh: '业务覆盖范围', en: 'the scope' },
  issued: { zh: '发证日期', en: 'the day of issue' },
  title: { zh: '名称', en: 'the title' },
  expires: { zh: '到期日', en: 'the last day' },
};

/** What was there and could not be read has been complained of already. */
function requireFields(reader: CellReader, fields: PlainMapping, required: readonly ImportField[]): void {
  if (reader.problems.length > 0) return;
  for (const field of required) {
    const { zh, en } = NAMES[field] ?? { zh: field, en: field };
    if (!Object.hasOwn(fields, field)) reader.complain(field, { zh: `缺少${zh}`, en: `${en} is missing` });
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

function scopeOf(word: string | undefined): Plain | undefined {
  if (word === undefined) return undefined;
  if (/^(?:全国|全网|全国范围|national|nationwide)$/iu.test(word)) return 'national';
  return word.split(/[\s,，、;；/]+/u).map((province) => shortNameOf(province) ?? province);
}

function wordsOf(text: string | undefined): readonly string[] {
  if (text === undefined || saysNothing(text)) return [];
  const words = text.split(/[,，、;；\r\n]+/u).map((word) => word.trim());
  return words.filter((word) => word !== '');
}

/** What the ledger has no field for is kept here, under the heading that it had. */
function notesOf(
  reader: CellReader,
  others: readonly (readonly [ImportField, string | undefined])[],
): string | undefined {
  const kept = others.flatMap(([field, text]) =>
    text === undefined || saysNothing(text) ? [] : `${reader.headingOf(field)}：${text}`,
  );
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
  return candidates.find((one): one is ImportField => isColumn(one, columns)) ?? 'id';
}

function isColumn(word: string, columns: Table['columns']): word is ImportField {
  return [...columns.keys()].some((field) => field === word);
}
