/** Sheets beside licences and contracts, as `export` writes them: what they say that the ledger does not, or has otherwise. */
import type { Edit, Plain, PlainMapping } from '../../domain/edit.ts';
import type { DataPath } from '../../domain/ledger.ts';
import { OTHER_SHEETS, type OtherSheet } from '../../fields/other-sheets.ts';
import { bareHeading } from '../../fields/uses.ts';
import { recordsOf } from '../../reporters/register/other-rows.ts';
import { plainValue } from '../../reporters/register/values.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { itemsOf, valueAt } from '../../schema/raw-data.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';
import { type CellProblem, cellReader } from './cell-reader.ts';
import type { SheetRow } from './draft.ts';
import { textIn } from './papers.ts';
import { isOurs, otherCompany, type Surroundings } from './row-life.ts';
import { type Change, changesOf } from './sameness.ts';
import type { Added, Place, Present } from './settle-licences.ts';
import type { Column, Table } from './table.ts';

/** A row as it says a record, an item or a pair. */
export interface OtherRow extends SheetRow {
  readonly of: OtherSheet;
  readonly fields: PlainMapping;
  /** Of a mapping. */
  readonly key: string | undefined;
}

export interface OtherReading {
  readonly rows: readonly OtherRow[];
  readonly problems: readonly CellProblem[];
}

/** What a sheet says if it is one that `export` writes, heading for heading; else undefined. */
export function readOtherSheet(sheet: Sheet, around: Surroundings): OtherReading | undefined {
  const of = OTHER_SHEETS.find(({ title }) => title.zh === sheet.name || title.en === sheet.name);
  const table = of === undefined ? undefined : tableOf(sheet, of);
  if (of === undefined || table === undefined) return undefined;
  const problems: CellProblem[] = [];
  const rows = table.rows.map((row): OtherRow => {
    const reader = cellReader(table, row, around.values);
    const fields: Record<string, Plain> = {};
    for (const { key, field } of of.columns) {
      const value = reader.value(key, field);
      if (value === undefined) continue;
      const [whole = key, part] = key.split('.');
      const before = fields[whole];
      fields[whole] = part === undefined ? value : { ...(isMapping(before) ? before : {}), [part]: value };
    }
    const name = of.path.join() === 'company' ? textIn(fields, 'name') : undefined;
    if (name !== undefined && !isOurs(name, around)) reader.complain('name', otherCompany(name, around.company));
    problems.push(...reader.problems);
    return {
      of,
      fields: of.form === 'mapping' ? withoutKey(fields) : fields,
      key: of.form === 'mapping' ? textIn(fields, 'key') : undefined,
      place: { sheet, row, column: 0 },
      placeOf: (field) => ({ sheet, row, column: columnOf(field, table) }),
    };
  });
  const bad = new Set(problems.map(({ where }) => where.row));
  return { rows: rows.filter(({ place }) => !bad.has(place.row)), problems };
}

function withoutKey(fields: PlainMapping): PlainMapping {
  return Object.fromEntries(Object.entries(fields).filter(([one]) => one !== 'key'));
}

function columnOf(field: string, { columns }: Table): number {
  const found = [...columns].find(([key]) => key === field || key.startsWith(`${field}.`));
  return found?.[1].at ?? 0;
}

/** Every heading of its first row must be one of the sheet's. */
function tableOf(sheet: Sheet, { columns }: OtherSheet): Table | undefined {
  const found = new Map<string, Column>();
  for (const [at, cell] of (sheet.rows[0] ?? []).entries()) {
    if (typeof cell !== 'string') return undefined;
    const column = columns.find(({ heading }) =>
      [heading.zh, heading.en].some((one) => bareHeading(one) === bareHeading(cell)),
    );
    if (column === undefined || found.has(column.key)) return undefined;
    found.set(column.key, { heading: cell, at });
  }
  if (found.size === 0) return undefined;
  const rows = sheet.rows.flatMap((row, at) => (at > 0 && row.some((cell) => cell !== undefined) ? [at] : []));
  return {
    sheet,
    headingRow: 0,
    columns: found,
    rows,
    isOurs: true,
    statuses: [],
    companies: [],
    leftOut: [],
    footers: [],
    titles: [],
    captions: [],
    captionOf: new Map(),
    unheaded: [],
  };
}

/** What rows bring that the ledger lacks, and what they say otherwise. */
export function settleOthers(
  rows: readonly OtherRow[],
  { ledger, data, update }: Place,
): { readonly added: readonly Added[]; readonly present: readonly Present[] } {
  const added: Added[] = [];
  const present: Present[] = [];
  const lengths = new Map<OtherSheet, number>();
  for (const row of rows) {
    const { of, fields, key } = row;
    const name = nameOf(row);
    const records = recordsOf(of, ledger);
    const index = records.findIndex((record) => isKnown(row, record));
    const path: DataPath = of.form === 'list' ? [...of.path, index] : of.path;
    const entry = withoutStandards(records[index], of);
    const changes = changesOf(fields, entry, of.fields, { path, placeOf: row.placeOf });
    if (index === -1 && of.form === 'list') {
      const at = lengths.get(of) ?? itemsOf(valueAt(data, of.path.slice(0, -1)), String(of.path.at(-1))).length;
      lengths.set(of, at + 1);
      added.push({
        draft: row,
        id: name,
        edits: [appendTo(of.path, fields)],
        path: [...of.path, at],
        services: new Map(),
      });
      continue;
    }
    const fresh = changes.filter(({ before }) => before === undefined);
    const other = changes.filter(({ before }) => before !== undefined);
    const edits = (wanted: readonly Change[]): readonly Edit[] => wanted.map((change) => editOf(change, of, key));
    if (fresh.length > 0) {
      added.push({ draft: row, id: name, edits: edits(fresh), path: of.path, services: new Map() });
    }
    if (fresh.length > 0 && other.length === 0) continue;
    present.push({ draft: row, id: name, changes: other, edits: update ? edits(other) : [], isUndecided: false });
  }
  return { added, present };
}

/** An entry by its id, a waiver by what it waives from when, all else by all that the row says. */
function isKnown({ of, fields, key }: OtherRow, record: unknown): boolean {
  if (of.form === 'record') return true;
  const values: Readonly<Record<string, unknown>> = isRecord(record) ? record : {};
  if (of.form === 'mapping') return values['key'] === key;
  const keys = ['id' in fields ? ['id'] : [], 'rule' in fields ? ['rule', 'entry', 'from'] : []].flat();
  return (keys.length > 0 ? keys : Object.keys(fields)).every((one) => {
    const shape = of.fields.find((field) => field.key === one)?.shape;
    return (
      shape !== undefined &&
      JSON.stringify(plainValue(values[one], shape, catalogue.kinds)) === JSON.stringify(fields[one])
    );
  });
}

/** What stands for a field where it is absent is not recorded. */
function withoutStandards(record: unknown, { fields }: OtherSheet): object {
  const values: Readonly<Record<string, unknown>> = isRecord(record) ? record : {};
  return Object.fromEntries(
    fields.flatMap(({ key, standard }) =>
      JSON.stringify(values[key]) === JSON.stringify(standard) ? [] : [[key, values[key]]],
    ),
  );
}

function appendTo(path: DataPath, value: PlainMapping): Edit {
  const [first, field] = path;
  if (field !== undefined) return { kind: 'append-item', path: [String(first)], field: String(field), value };
  if (first === 'requirements' || first === 'duties' || first === 'waivers') {
    return { kind: 'append-entry', list: first, entry: value };
  }
  throw new Error(`${String(first)} is no list of entries`);
}

/** Records and mappings are merged from the top, so that they need not be there. */
function editOf({ field, after, path }: Change, { form, path: of }: OtherSheet, key: string | undefined): Edit {
  if (form === 'list') return { kind: 'set-field', path, field: field.key, value: after };
  const value =
    form === 'record'
      ? { [field.key]: after }
      : { [key ?? '']: field.key === 'value' ? after : { [field.key]: after } };
  const [first, ...below] = of.map(String);
  return {
    kind: 'set-field',
    path: [],
    field: first ?? '',
    value: below.reduceRight<PlainMapping>((inner, step) => ({ [step]: inner }), value),
  };
}

function nameOf({ of, fields, key }: OtherRow): string {
  return key ?? textIn(fields, 'id') ?? textIn(fields, 'rule') ?? of.path.join('.');
}

function isMapping(value: Plain | undefined): value is PlainMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
