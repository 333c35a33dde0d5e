/** The rows of sheets beside licences and contracts, as cells: what `export` writes of company, policy, requirements, duties, waivers and rules. */
import type { Ledger } from '../../domain/ledger.ts';
import type { Language, Text } from '../../domain/text.ts';
import { OTHER_SHEETS, type OtherColumn, type OtherSheet } from '../../fields/other-sheets.ts';
import type { CellContent } from '../writing/csv.ts';
import { cellOf, type Kinds, plainValue } from './values.ts';

export interface OtherTable {
  readonly title: Text;
  readonly columns: readonly OtherColumn[];
  readonly rows: readonly (readonly CellContent[])[];
}

/** The sheets in which something is recorded, with the columns that say something. */
export function otherTables(ledger: Ledger, language: Language, kinds: Kinds): readonly OtherTable[] {
  return OTHER_SHEETS.flatMap((sheet): readonly OtherTable[] => {
    const rows = recordsOf(sheet, ledger).map((record) =>
      sheet.columns.map(({ key, field }) => {
        const value = partOf(record, key);
        const isStandard = same(plainValue(value, field.shape, kinds), plainValue(field.standard, field.shape, kinds));
        return isStandard ? undefined : cellOf(value, field, language, kinds);
      }),
    );
    const said = rows.filter((row) => row.some((cell) => cell !== undefined));
    const used = sheet.columns.map((_, at) => said.some((row) => row[at] !== undefined));
    const isUsed = (_: unknown, at: number): boolean => used[at] === true;
    if (said.length === 0) return [];
    return [{ title: sheet.title, columns: sheet.columns.filter(isUsed), rows: said.map((row) => row.filter(isUsed)) }];
  });
}

/** The records of a sheet: one, those of a list, or the pairs of a mapping. */
export function recordsOf({ path, form }: OtherSheet, ledger: Ledger): readonly unknown[] {
  const value = path.reduce<unknown>((whole, step) => (isRecord(whole) ? whole[step] : undefined), ledger);
  if (form === 'record') return [value];
  if (form === 'list') return Array.isArray(value) ? value : [];
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([key, one]): unknown =>
    Object.assign({ key }, isRecord(one) ? one : { value: one }),
  );
}

/** `every.months` of a duty. */
export function partOf(record: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((whole, step) => (isRecord(whole) ? whole[step] : undefined), record);
}

function same(one: unknown, other: unknown): boolean {
  return one === undefined || JSON.stringify(one) === JSON.stringify(other);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
