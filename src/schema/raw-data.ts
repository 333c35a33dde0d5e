/** A tolerant look at data that may not be a ledger: what has the right form is seen, the rest is passed over. */
import type { DataPath } from '../domain/ledger.ts';

export type Mapping = Readonly<Record<string, unknown>>;

export interface RawEntry {
  readonly list: DataPath;
  readonly at: number;
  readonly fields: Mapping;
  readonly id: string | undefined;
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mappings in a list of the file, with their places. */
export function entriesOf(data: unknown, field: string, base: DataPath = []): readonly RawEntry[] {
  const list = [...base, field];
  const entries: RawEntry[] = [];
  itemsOf(data, field).forEach((fields, at) => {
    if (isMapping(fields)) entries.push({ list, at, fields, id: textOf(fields, 'id') });
  });
  return entries;
}

/** The path of an entry, or of what lies below it. */
export function pathOf({ list, at }: RawEntry, ...below: DataPath): DataPath {
  return [...list, at, ...below];
}

/** The items of a list; none where it is absent, empty or no list. */
export function itemsOf(data: unknown, field: string): readonly unknown[] {
  const value = fieldOf(data, field);
  return Array.isArray(value) ? value : [];
}

export function textOf(data: unknown, field: string): string | undefined {
  const value = fieldOf(data, field);
  return typeof value === 'string' ? value : undefined;
}

/** Undefined where there is none; a word such as `constructor` is a field only if the file says so. */
export function fieldOf(data: unknown, field: string): unknown {
  return isMapping(data) && Object.hasOwn(data, field) ? data[field] : undefined;
}

export function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof step === 'string') return fieldOf(value, step);
    return Array.isArray(value) ? value[step] : undefined;
  }, data);
}
