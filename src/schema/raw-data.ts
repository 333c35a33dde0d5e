/** A tolerant look at data that may not be a ledger: what has the right form is seen, the rest is passed over. */
import type { FileProblem } from '../domain/file-problem.ts';
import type { FixEdit } from '../domain/finding.ts';
import { type DataPath, formatPath } from '../domain/ledger.ts';
import { fieldOf, isMapping, type Mapping } from '../domain/plain-data.ts';
import type { Text } from '../domain/text.ts';
import { LONGEST } from '../fields/field.ts';
import { isWithin } from './forms.ts';

export { fieldOf, isMapping, type Mapping } from '../domain/plain-data.ts';

export interface RawEntry {
  readonly list: DataPath;
  readonly at: number;
  readonly fields: Mapping;
  readonly id: string | undefined;
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
  return isName(value) ? value : undefined;
}

/** A text that is short enough to name something. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && isWithin(value, LONGEST.text);
}

export function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof step === 'string') return fieldOf(value, step);
    return Array.isArray(value) ? value[step] : undefined;
  }, data);
}

/** The same data without the keys that begin with `x-`: they are the company's own. */
export function withoutOwnKeys(data: unknown): unknown {
  return holdsOwnKeys(data) ? copyWithoutOwnKeys(data) : data;
}

/** `x-owner`: a key that is the company's own business. */
export function isOwnKey(key: string): boolean {
  return key.startsWith('x-');
}

function holdsOwnKeys(data: unknown): boolean {
  if (Array.isArray(data)) return data.some(holdsOwnKeys);
  if (!isMapping(data)) return false;
  for (const key in data) {
    if (isOwnKey(key) || holdsOwnKeys(data[key])) return true;
  }
  return false;
}

function copyWithoutOwnKeys(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(copyWithoutOwnKeys);
  if (!isMapping(data)) return data;
  const kept = Object.entries(data).filter(([key]) => !isOwnKey(key));
  // This defines a key `__proto__` like any other.
  return Object.fromEntries(kept.map(([key, value]) => [key, copyWithoutOwnKeys(value)]));
}

/** What is wrong at a path; whose problem it is stands in the data. */
export interface DataProblem {
  readonly rule: `${'schema' | 'ledger'}/${string}`;
  readonly status?: FileProblem['status'];
  readonly path: DataPath;
  readonly atKey?: boolean;
  readonly message: Text;
  readonly remedy?: Text | undefined;
  readonly edits?: readonly FixEdit[] | undefined;
}

/** Names the entry that holds the place: by id where it has one, else by path. */
export function toFileProblem(data: unknown, problem: DataProblem): FileProblem {
  const { rule, status = 'invalid', path, atKey, message, remedy, edits } = problem;
  return { rule, status, subject: subjectOf(data, path), message, remedy, edits, at: { path, atKey } };
}

function subjectOf(data: unknown, path: DataPath): string {
  if (path.length === 0) return 'ledger';
  const id = typeof path[1] === 'number' ? textOf(valueAt(data, path.slice(0, 2)), 'id') : undefined;
  return id === undefined || id === '' ? formatPath(path) : id;
}
