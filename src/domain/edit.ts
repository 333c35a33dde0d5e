/** An edit of the ledger as a value: what changes in the data, whatever the text looks like. */
import type { DataPath } from './ledger.ts';
import { fieldOf, isMapping, type Mapping } from './plain-data.ts';

/** A value as the file holds it: days are texts here. */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainMapping;

export interface PlainMapping {
  readonly [key: string]: Plain;
}

/** A value as a word; `''` where there is none. */
export function wordOf(value: Plain | undefined): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** A licence, a resource … with its fields in the order in which they are to be written. */
export type Entry = PlainMapping;

export type EntryList = 'licences' | 'resources' | 'requirements' | 'duties' | 'waivers';

/** Sections of the file in their usual order. */
export const SECTIONS = [
  'version',
  'extends',
  'company',
  'policy',
  'licences',
  'resources',
  'requirements',
  'duties',
  'waivers',
  'rules',
] as const;

/** A value that stands on one line: of a field, or the items of a short list. */
export type Value = string | number | boolean | readonly string[];

export type Edit =
  | { readonly kind: 'append-entry'; readonly list: EntryList; readonly entry: Entry }
  /** Sets a field of the mapping at the path. A mapping is merged into one that is there, key by key. */
  | { readonly kind: 'set-field'; readonly path: DataPath; readonly field: string; readonly value: Plain }
  /** A field that is not there is no mistake. */
  | { readonly kind: 'remove-field'; readonly path: DataPath; readonly field: string }
  /** Puts a value at the end of a list of the mapping at the path; the list may be empty or absent. */
  | { readonly kind: 'append-item'; readonly path: DataPath; readonly field: string; readonly value: Plain }
  /** Puts another value in the place of the one at the path, which is a field or an item of a list. */
  | { readonly kind: 'replace'; readonly path: DataPath; readonly value: Value }
  /** Gives a field that is there a name that is not; its value stays. */
  | { readonly kind: 'rename-field'; readonly path: DataPath; readonly field: string; readonly to: string }
  /** Takes an item out of the list at the path. */
  | { readonly kind: 'remove-item'; readonly path: DataPath; readonly at: number };

/** Fields that hold the company's own words: there, `2026-01-01` is a text that happens to look like a day. */
const WORDS: ReadonlySet<string> = new Set([
  'name',
  'number',
  'title',
  'provider',
  'owner',
  'registrant',
  'notes',
  'path',
  'reason',
  'approvedBy',
  'body',
]);

export function holdsWords(field: string): boolean {
  return WORDS.has(field);
}

/**
 * What the data of a file must be after an edit; the old data stays as it is. Undefined where the edit does not fit:
 * there is no mapping at its path, or no list where it appends.
 */
export function applyToData(data: unknown, edit: Edit): unknown {
  return applyAllToData(data, [edit]);
}

/** The same for edits one after the other. What none of them changes is the same object afterwards. */
export function applyAllToData(data: unknown, edits: readonly Edit[]): unknown {
  const copies: Copies = new Map();
  let changed = data;
  for (const edit of edits) {
    changed = apply(changed, edit, copies);
    if (changed === undefined) return undefined;
  }
  return changed;
}

/** Lists that were copied for these edits: a thousand changes of entries are not a thousand copies of their list. */
type Copies = Map<readonly unknown[], unknown[]>;

function apply(data: unknown, edit: Edit, copies: Copies): unknown {
  switch (edit.kind) {
    case 'append-entry':
      return changeMapping(data ?? {}, [], copies, (file) => withItem(file, edit.list, edit.entry, copies));
    case 'append-item':
      return changeMapping(data, edit.path, copies, (entry) => withItem(entry, edit.field, edit.value, copies));
    case 'set-field':
      return changeMapping(data, edit.path, copies, (entry) => withField(entry, edit.field, edit.value));
    case 'remove-field':
      return changeMapping(data, edit.path, copies, (entry) => withoutField(entry, edit.field));
    case 'replace':
      return changeAt(data, edit.path, copies, () => edit.value);
    case 'rename-field':
      return changeMapping(data, edit.path, copies, (entry) => withName(entry, edit.field, edit.to));
    case 'remove-item':
      return changeAt(data, edit.path, copies, (list) => withoutItem(list, edit.at));
  }
}

function changeMapping(data: unknown, path: DataPath, copies: Copies, change: (mapping: Mapping) => unknown): unknown {
  return changeAt(data, path, copies, (value) => (isMapping(value) ? change(value) : undefined));
}

function changeAt(data: unknown, path: DataPath, copies: Copies, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(data);
  if (typeof step === 'number') {
    if (!Array.isArray(data) || !(step in data)) return undefined;
    const changed = changeAt(data[step], rest, copies, change);
    if (changed === undefined) return undefined;
    const list = copyOf(data, copies);
    list[step] = changed;
    return list;
  }
  if (!isMapping(data) || !Object.hasOwn(data, step)) return undefined;
  const changed = changeAt(data[step], rest, copies, change);
  return changed === undefined ? undefined : { ...data, [step]: changed };
}

/** The list itself where it is a copy already. */
function copyOf(list: readonly unknown[], copies: Copies): unknown[] {
  const own = copies.get(list);
  if (own !== undefined) return own;
  const copy = [...list];
  copies.set(copy, copy);
  return copy;
}

function withItem(mapping: Mapping, field: string, item: Plain, copies: Copies): Mapping | undefined {
  const list: unknown = fieldOf(mapping, field) ?? [];
  if (!Array.isArray(list)) return undefined;
  const longer = copyOf(list, copies);
  longer.push(item);
  return { ...mapping, [field]: longer };
}

function withField(mapping: Mapping, field: string, value: unknown): Mapping {
  const old = fieldOf(mapping, field);
  return { ...mapping, [field]: isMapping(old) && isMapping(value) ? merge(old, value) : value };
}

function merge(old: Mapping, added: Mapping): Mapping {
  return Object.entries(added).reduce((merged, [key, value]) => withField(merged, key, value), old);
}

function withoutField(mapping: Mapping, field: string): Mapping {
  return Object.fromEntries(Object.entries(mapping).filter(([key]) => key !== field));
}

function withName(mapping: Mapping, field: string, name: string): Mapping | undefined {
  if (!Object.hasOwn(mapping, field) || Object.hasOwn(mapping, name)) return undefined;
  return Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key === field ? name : key, value]));
}

function withoutItem(list: unknown, at: number): unknown {
  return Array.isArray(list) && at in list ? list.toSpliced(at, 1) : undefined;
}
