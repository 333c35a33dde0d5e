/** Two versions of a ledger, entry by entry: what came, what went and what is said otherwise now. */
import { isDeepStrictEqual } from 'node:util';

import { END_FIELDS, type EntrySort, type LedgerChange } from '../domain/ledger-change.ts';
import { licenceFields } from '../fields/licence.ts';
import { fieldOf, isMapping, itemsOf, type Mapping, textOf } from './raw-data.ts';

interface Entry {
  readonly sort: EntrySort;
  readonly id: string;
  /** Of a waiver. */
  readonly rule?: string | undefined;
  readonly fields: Mapping;
}

/** The entries of a version by what they are known by. */
export type Outlined = ReadonlyMap<string, Entry>;

/** What is written of each entry; data that is no ledger gives what of it has the right form. */
export function outlineVersion(data: unknown): Outlined {
  const entries = new Map<string, Entry>();
  const add = (sort: EntrySort, id: string, fields: Mapping, rule?: string): void => {
    entries.set([sort, id, ...(rule === undefined ? [] : [rule])].join(' '), { sort, id, fields, rule });
  };
  const addAll = (sort: EntrySort, from: unknown, list: string): void => {
    for (const item of itemsOf(from, list)) if (isMapping(item)) add(sort, textOf(item, 'id') ?? '', item);
  };
  const { company, policy, rules } = isMapping(data) ? data : {};
  if (isMapping(data)) add('ledger', 'ledger', only(data, ['version', 'extends']));
  if (isMapping(company)) add('company', 'company', without(company, ['systems']));
  addAll('system', company, 'systems');
  if (isMapping(policy)) add('policy', 'policy', policy);
  if (isMapping(rules)) add('rules', 'rules', rules);
  for (const licence of itemsOf(data, 'licences')) if (isMapping(licence)) addLicence(licence, add);
  addAll('resource', data, 'resources');
  addAll('requirement', data, 'requirements');
  addAll('duty', data, 'duties');
  for (const waiver of itemsOf(data, 'waivers')) {
    if (isMapping(waiver)) add('waiver', textOf(waiver, 'entry') ?? '', waiver, textOf(waiver, 'rule') ?? '');
  }
  return entries;
}

const OF_PAPER = new Set(Object.keys(licenceFields.fields));

/** In the short form the fields of the only service stand beside those of the paper. */
function addLicence(licence: Mapping, add: (sort: EntrySort, id: string, fields: Mapping) => void): void {
  const id = textOf(licence, 'id') ?? '';
  if (licence['services'] === undefined) {
    const ofService = Object.keys(licence).filter((key) => !OF_PAPER.has(key));
    add('licence', id, without(licence, ofService));
    add('service', `${id}/${textOf(licence, 'kind') ?? ''}`, only(licence, ofService));
    return;
  }
  add('licence', id, without(licence, ['services']));
  for (const service of itemsOf(licence, 'services')) {
    if (isMapping(service)) add('service', `${id}/${textOf(service, 'kind') ?? ''}`, service);
  }
}

function only(data: unknown, keys: readonly string[]): Mapping {
  return Object.fromEntries(
    keys.flatMap((key) => (fieldOf(data, key) === undefined ? [] : [[key, fieldOf(data, key)]])),
  );
}

function without(data: unknown, keys: readonly string[]): Mapping {
  const left = new Set(keys);
  return isMapping(data) ? Object.fromEntries(Object.entries(data).filter(([key]) => !left.has(key))) : {};
}

/** What came between two versions, in the order of the later one; what went stands last. */
export function compareVersions(earlier: Outlined, after: Outlined): readonly LedgerChange[] {
  const ids = renamedIds(earlier, after);
  const before = ids.size === 0 ? earlier : renamed(earlier, ids);
  const changes: LedgerChange[] = [];
  for (const [old, { sort, id }] of ids)
    changes.push({ sort, entry: id, what: 'changed', field: 'id', before: old, after: id });
  for (const [key, entry] of after) {
    const old = before.get(key);
    if (old === undefined) {
      // A paper comes with its services.
      if (entry.sort !== 'service' || before.has(paperOf(entry)))
        changes.push({ ...nameOf(entry), what: 'added', after: entry.fields });
    } else if (old.fields !== entry.fields) changes.push(...changedFields(old, entry));
  }
  for (const [key, entry] of before) {
    if (after.has(key) || (entry.sort === 'service' && !after.has(paperOf(entry)))) continue;
    changes.push({ ...nameOf(entry), what: 'removed', before: entry.fields });
  }
  return changes;
}

function nameOf({ sort, id, rule }: Entry): Pick<LedgerChange, 'sort' | 'entry' | 'rule'> {
  return { sort, entry: id, rule };
}

function paperOf({ id }: Entry): string {
  return `licence ${id.split('/', 1)[0]}`;
}

function changedFields(before: Entry, after: Entry): readonly LedgerChange[] {
  const name = nameOf(after);
  return [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].flatMap(
    (field): readonly LedgerChange[] => {
      const [was, is] = [before.fields[field], after.fields[field]];
      if (isDeepStrictEqual(was, is)) return [];
      if (isPart(was) && isPart(is)) return changedParts(name, field, was ?? {}, is ?? {});
      const change: LedgerChange = { ...name, what: 'changed', field, before: was, after: is };
      return [
        isPushedOut(after, field, was, is)
          ? { ...change, extension: { newEvidence: hasNewFile(before, after) } }
          : change,
      ];
    },
  );
}

/** A mapping changes part by part; one that is not there has no parts. */
function isPart(value: unknown): value is Mapping | undefined {
  return value === undefined || isMapping(value);
}

function changedParts(
  name: Pick<LedgerChange, 'sort' | 'entry'>,
  field: string,
  was: Mapping,
  is: Mapping,
): readonly LedgerChange[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key): readonly LedgerChange[] => {
    const [before, after] = [fieldOf(was, key), fieldOf(is, key)];
    return isDeepStrictEqual(before, after)
      ? []
      : [{ ...name, what: 'changed', field: `${field}.${key}`, before, after }];
  });
}

function isPushedOut({ sort }: Entry, field: string, was: unknown, is: unknown): boolean {
  if (END_FIELDS[sort] !== field || typeof was !== 'string' || typeof is !== 'string') return false;
  // Days sort as their text does, and `never` after all of them.
  return was < is;
}

function hasNewFile(before: Entry, after: Entry): boolean {
  const known = itemsOf(before.fields, 'evidence');
  return itemsOf(after.fields, 'evidence').some((file) => !known.some((one) => isDeepStrictEqual(one, file)));
}

/** Sorts whose entries are known by an id of their own; what refers to others comes after them. */
const WITH_ID: readonly EntrySort[] = ['licence', 'system', 'resource', 'requirement', 'duty'];

/** By the id of before: what an entry is that has another one now. */
type NewNames = ReadonlyMap<string, Entry>;

/** Entries that went and came under another id with all else as it was. */
function renamedIds(before: Outlined, after: Outlined): NewNames {
  const ids = new Map<string, Entry>();
  for (const sort of WITH_ID) {
    const came = new Set(
      [...after].flatMap(([key, entry]) => (entry.sort === sort && !before.has(key) ? [entry] : [])),
    );
    if (came.size === 0) continue;
    for (const [key, { id, fields, sort: old }] of before) {
      if (old !== sort || after.has(key)) continue;
      const wanted = { ...withNames(fields, ids), id: '' };
      const match = [...came].find((entry) => isDeepStrictEqual({ ...entry.fields, id: '' }, wanted));
      if (match === undefined) continue;
      came.delete(match);
      ids.set(id, match);
    }
  }
  return ids;
}

/** A version as it would read with the new ids. */
function renamed(entries: Outlined, ids: NewNames): Outlined {
  return new Map(
    [...entries.values()].map((entry): [string, Entry] => {
      const id = newName(entry.id, ids);
      const fields = withNames(entry.fields, ids);
      const { sort, rule } = entry;
      return [[sort, id, ...(rule === undefined ? [] : [rule])].join(' '), { sort, rule, id, fields }];
    }),
  );
}

/** Fields that name other entries. */
const REFERENCES = ['id', 'serves', 'follows', 'licence', 'for', 'entry'];

function withNames(fields: Mapping, ids: NewNames): Mapping {
  const named = REFERENCES.flatMap((key): readonly [string, unknown][] => {
    const value = fieldOf(fields, key);
    if (typeof value === 'string') return [[key, newName(value, ids)]];
    return Array.isArray(value) ? [[key, value.map((one) => (typeof one === 'string' ? newName(one, ids) : one))]] : [];
  });
  return { ...fields, ...Object.fromEntries(named) };
}

/** `telecom/idc` where `telecom` has a new name too. */
function newName(name: string, ids: NewNames): string {
  const [licence = name, ...service] = name.split('/');
  return [ids.get(licence)?.id ?? licence, ...service].join('/');
}
