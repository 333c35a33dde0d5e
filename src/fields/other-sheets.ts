/** What a workbook holds beside licences and contracts: a sheet for each list, each mapping and each record of the ledger. */
import type { DataPath } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';
import { companyFields } from './company.ts';
import { type EntryFields, type Field, field, filled, required } from './field.ts';
import { ledgerFields } from './ledger.ts';
import { policyFields } from './policy.ts';
import { fieldsIn } from './uses.ts';

export interface OtherSheet {
  /** Its name. */
  readonly title: Text;
  /** Of the value in the ledger. */
  readonly path: DataPath;
  /** A row is the record itself, an item of a list, or a key with its value. */
  readonly form: 'record' | 'list' | 'mapping';
  readonly columns: readonly OtherColumn[];
  /** The fields of a record, an item, or a value; the columns of the parts of one belong to it. */
  readonly fields: readonly Field[];
}

/** A column holds a field, or a part of one that is a record. */
export interface OtherColumn {
  /** `months`, `every.months`; of a mapping `key` and `value`, or the fields of its values. */
  readonly key: string;
  readonly heading: Text;
  readonly field: Field;
}

/** The record in one row; what of it is a list of records or a mapping of them has a sheet of its own. */
function sheetsOfRecord({ title }: Field, entry: EntryFields, path: DataPath): readonly OtherSheet[] {
  const below = fieldsIn(entry).map((one) => ({ one, sheet: sheetOfField(one, [...path, one.key]) }));
  const fields = below.flatMap(({ one, sheet }) => (sheet === undefined ? [one] : []));
  const columns = fields.flatMap(columnsOfField);
  return [{ title, path, form: 'record', fields, columns }, ...below.flatMap(({ sheet }) => sheet ?? [])];
}

function sheetOfField({ title, shape, key }: Field, path: DataPath): OtherSheet | undefined {
  if (shape.type === 'list' && shape.item.type === 'record') {
    const fields = fieldsIn(shape.item.entry);
    return { title, path, form: 'list', fields, columns: fields.flatMap(columnsOfField) };
  }
  const isSheet = shape.type === 'mapping' && (shape.of.type === 'record' || key === 'rules');
  if (!isSheet) return undefined;
  const name = required(
    field('key', { title: KEY_TITLES[shape.keys], describes: title, shape: filled(), example: '' }),
  );
  const value = field('value', { title, describes: title, shape: shape.of, example: '' });
  const fields = shape.of.type === 'record' ? fieldsIn(shape.of.entry) : [value];
  return { title, path, form: 'mapping', fields, columns: [name, ...fields].flatMap(columnsOfField) };
}

const KEY_TITLES = {
  year: { zh: '年份', en: 'Year' },
  quarter: { zh: '季度', en: 'Quarter' },
  period: { zh: '期间', en: 'Period' },
  date: { zh: '日期', en: 'Day' },
  province: { zh: '省份', en: 'Province' },
  rule: { zh: '规则', en: 'Rule' },
} as const satisfies Readonly<Record<string, Text>>;

function columnsOfField(one: Field): readonly OtherColumn[] {
  const { key, title, shape } = one;
  if (shape.type !== 'record') return [{ key, heading: title, field: one }];
  return fieldsIn(shape.entry).map((part) => ({
    key: `${key}.${part.key}`,
    heading: { zh: `${title.zh} ${part.title.zh}`, en: `${title.en} ${part.title.en}` },
    field: part,
  }));
}

/** In the order in which a ledger writes them. */
export const OTHER_SHEETS: readonly OtherSheet[] = [
  ...sheetsOfRecord(ledgerFields.fields.company, companyFields, ['company']),
  ...sheetsOfRecord(ledgerFields.fields.policy, policyFields, ['policy']),
  ...(['requirements', 'duties', 'waivers', 'rules'] as const).flatMap((key) => {
    const sheet = sheetOfField(ledgerFields.fields[key], [key]);
    return sheet === undefined ? [] : [sheet];
  }),
];
