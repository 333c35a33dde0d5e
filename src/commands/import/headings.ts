/** What the columns of an officer's spreadsheet are called, and which fields they mean. */
import type { Field } from '../../fields/field.ts';
import { meaningByGrammar, OTHER_HEADINGS } from '../../fields/heading-words.ts';
import { fieldsOfKind, fieldsOfPaper } from '../../fields/kind-fields.ts';
import { licenceFields, SERVICE_DECLINED } from '../../fields/licence.ts';
import { resourceFields } from '../../fields/resource.ts';
import { bareHeading, columnHeading, fieldsIn, headingWords } from '../../fields/uses.ts';
import { licenceKinds } from '../../licences/index.ts';
import { companyHeading, WORKED_OUT } from '../../reporters/register/columns.ts';
import { remembered } from '../../spreadsheet/remembered.ts';

/** The key of a field, `autoRenew.months` for a part of one, or what stands for none: those of `OTHER_HEADINGS`. */
export type ImportField = string;

/** What a column of its own can hold: a field, or a part of one. */
export interface ImportColumn {
  readonly key: ImportField;
  readonly field: Field;
}

/** The columns of fields; a record has one for each of its parts. */
export function columnsOf(fields: readonly Field[]): readonly ImportColumn[] {
  return fields.flatMap((field): readonly ImportColumn[] => {
    const { key, shape } = field;
    if (key === licenceFields.fields.services.key) return [];
    return shape.type === 'record'
      ? fieldsIn(shape.entry).map((part) => ({ key: `${key}.${part.key}`, field: part }))
      : [{ key, field }];
  });
}

const COLUMNS: readonly ImportColumn[] = columnsOf([
  ...fieldsIn(resourceFields),
  ...fieldsOfPaper(),
  ...licenceKinds.flatMap(fieldsOfKind),
  SERVICE_DECLINED,
]).filter(({ key }, at, all) => all.findIndex((one) => one.key === key) === at);

/** In the order in which `--map` names them. */
export const IMPORT_FIELDS: readonly ImportField[] = [...COLUMNS.map(({ key }) => key), ...Object.keys(OTHER_HEADINGS)];

export interface HeadingMeaning {
  readonly field: ImportField;
  /** The lower, the surer. */
  readonly rank: number;
  /** Whether `export` writes it so. */
  readonly isWritten: boolean;
}

/** What `export` writes above a column, whole: `提前通知（天）` is not `提前通知（月）`. */
const WRITTEN: ReadonlyMap<string, ImportField> = firstOfEach(
  [
    ...COLUMNS.map(({ key, field }) => [key, columnHeading(field)] as const),
    ['ignore', WORKED_OUT.daysLeft] as const,
    ['status', WORKED_OUT.status] as const,
    ['company', { zh: companyHeading('zh'), en: companyHeading('en') }] as const,
  ].flatMap(([key, { zh, en }]) => [zh, en].map((heading) => [whole(heading), key] as const)),
);

/** Parts of a record have no words of their own: `月数` alone says nothing. */
const MEANINGS: ReadonlyMap<string, HeadingMeaning> = firstOfEach(
  [
    ...COLUMNS.flatMap(({ key, field }) => (key.includes('.') ? [] : [[key, headingWords(field)] as const])),
    ...Object.entries(OTHER_HEADINGS),
  ].flatMap(([field, words]) => words.map((word, rank) => [word, { field, rank, isWritten: false }] as const)),
);

function firstOfEach<Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map(entries.toReversed());
}

function whole(heading: string): string {
  return heading.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}

/** Where two columns of a sheet mean one field, the surer heading has it. */
export const meaningOf = remembered((heading): HeadingMeaning | undefined => {
  const written = WRITTEN.get(whole(heading));
  if (written !== undefined) return { field: written, rank: 0, isWritten: true };
  const bare = bareHeading(heading);
  const known = MEANINGS.get(bare);
  if (known !== undefined) return known;
  const built = meaningByGrammar(bare);
  return built === undefined ? undefined : { field: built.field, rank: MOST_WORDS + built.rank, isWritten: false };
});

/** What is put together is less sure than a word that is known. */
const MOST_WORDS = 1000;
