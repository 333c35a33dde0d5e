/** What the cells of a row say of the fields of its entry; what no field can hold goes to the notes. */
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import type { Text } from '../../domain/text.ts';
import type { Field } from '../../fields/field.ts';
import { fieldsOfPaper } from '../../fields/kind-fields.ts';
import type { KnownKind } from '../../fields/kind-words.ts';
import { SERVICE_DECLINED } from '../../fields/licence.ts';
import { resourceFields } from '../../fields/resource.ts';
import { fieldsIn } from '../../fields/uses.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import { kindNamed } from '../../run/recording/kinds.ts';
import { type CellReader, saysNothing, wordsOf } from './cell-reader.ts';
import type { Draft } from './draft.ts';
import { columnsOf, type ImportColumn, type ImportField } from './headings.ts';
import { isOurs, type Surroundings } from './row-life.ts';
import type { Table } from './table.ts';

type DraftFields = Pick<Draft, 'id' | 'serves' | 'fields'>;

/** What is read by other ways than the fields that simply have a column. */
const PAPER_DAYS = ['kind', 'number', 'issued', 'expires', 'closed', 'ended'];
const CONTRACT_DAYS = ['kind', 'provider', 'starts', 'expires', 'ended', 'closed', 'serves'];

/** The fields of a licence with those of the services that its row names. */
export function licenceDraft(reader: CellReader, table: Table, kinds: readonly KnownKind[]): DraftFields {
  const { id, original } = idOf(reader.text('id'));
  const number = reader.text('number') ?? original;
  const title = reader.text('title');
  const profiles = kinds.flatMap(({ kind }) => catalogue.kinds.get(kind) ?? []);
  const own = [...fieldsOfPaper(profiles), SERVICE_DECLINED];
  const others = readFields(reader, columnsBeside(PAPER_DAYS, own));
  const issued = reader.day('issued');
  const first = issued ?? reader.day('starts');
  const end = reader.day('expires');
  const term = end === undefined ? reader.term(first) : {};
  const fields = withoutAbsent({
    ...others.fields,
    number: table.isOurs ? number : number?.normalize('NFKC'),
    issued: first ?? term.starts,
    expires: end ?? term.expires,
    closed: reader.day('closed') ?? reader.day('ended'),
    notes: notesOf(reader, table, {
      told: [
        ...others.told,
        ...PAPER_DAYS,
        ...(issued === undefined ? ['starts'] : []),
        ...(end === undefined ? ['term'] : []),
      ],
      left: [
        ['title', kinds.some(({ kind }) => title !== undefined && kindNamed(title)?.kind === kind) ? undefined : title],
        ['id', number === original ? undefined : original],
      ],
    }),
  });
  return { id, serves: [], fields };
}

const CONTRACT_COLUMNS = columnsBeside(CONTRACT_DAYS, fieldsIn(resourceFields));

/** The fields of a contract. */
export function resourceDraft(reader: CellReader, table: Table, around: Surroundings): DraftFields {
  const { id, original } = idOf(reader.text('id'));
  const others = readFields(reader, CONTRACT_COLUMNS);
  const starts = reader.day('starts');
  const first = starts ?? reader.day('issued');
  const end = reader.day('expires');
  const term = end === undefined ? reader.term(first) : {};
  const fields = withoutAbsent({
    ...others.fields,
    provider: reader.text('provider') ?? otherParty(reader, around),
    starts: first ?? term.starts,
    expires: end ?? term.expires,
    ended: reader.day('ended') ?? reader.day('closed'),
    notes: notesOf(reader, table, {
      told: [
        ...others.told,
        ...CONTRACT_DAYS,
        ...(reader.text('provider') === undefined ? ['partyA', 'partyB'] : []),
        ...(starts === undefined ? ['issued'] : []),
        ...(end === undefined ? ['term'] : []),
      ],
      left: [['id', original]],
    }),
  });
  return { id, serves: meantWords(reader.text('serves'), around), fields };
}

function neitherIsOurs(names: readonly string[], { company }: Surroundings): Text {
  const [one = '', other = ''] = names;
  return {
    zh: `“${one}”和“${other}”都不是台账的公司“${company}”。其中一方是的，加\`--map '${one}=${company}'\``,
    en: `neither "${one}" nor "${other}" is the company of the ledger, "${company}". If one of them is, add \`--map '${one}=${company}'\``,
  };
}

/** Of 甲方 and 乙方 one is the company itself. */
function otherParty(reader: CellReader, around: Surroundings): string | undefined {
  const parties = [reader.text('partyA'), reader.text('partyB')].filter((name) => name !== undefined);
  const others = parties.filter((name) => !isOurs(name, around));
  if (others.length === 2) reader.complain('partyA', neitherIsOurs(others, around));
  return others[0];
}

interface ReadFields {
  readonly fields: PlainMapping;
  /** The columns that were read; what one says that its field cannot hold goes to the notes. */
  readonly told: readonly ImportField[];
}

/** The columns of fields but for those that are read otherwise. */
function columnsBeside(readOtherwise: readonly string[], fields: readonly Field[]): readonly ImportColumn[] {
  const others = new Set(['id', ...readOtherwise, 'notes']);
  return columnsOf(fields).filter(({ key }) => !others.has(key));
}

function readFields(reader: CellReader, columns: readonly ImportColumn[]): ReadFields {
  const fields: Record<string, Plain> = {};
  const told: ImportField[] = [];
  for (const { key, field } of columns) {
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

const ID = /^[a-z0-9][a-z0-9-]*$/u;

/** A word that can be an id, or be made one; `original` where it says more than the id does. */
function idOf(word: string | undefined): { readonly id?: string; readonly original?: string } {
  if (word === undefined || saysNothing(word)) return {};
  const plain = word.normalize('NFKC').trim().toLowerCase();
  if (ID.test(plain)) return { id: plain };
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (/[^\u0000-\u007F]/u.test(plain)) return { original: word };
  const id = plain.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '');
  return ID.test(id) ? { id, original: word } : { original: word };
}

/** `--map` may say what the whole cell means, or one word of it. */
function meantWords(text: string | undefined, { values }: Surroundings): readonly string[] {
  if (text === undefined) return [];
  return wordsOf(values.get(text) ?? text).flatMap((word) => wordsOf(values.get(word) ?? word));
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
    if (key === 'notes' || told.includes(key)) return [];
    const text = known.has(key) ? known.get(key) : reader.text(key);
    return text === undefined || saysNothing(text) ? [] : [`${reader.headingOf(key)}：${text}`];
  });
  const notes = [reader.text('notes'), ...kept].filter((note) => note !== undefined);
  return notes.length === 0 ? undefined : notes.join('；');
}
