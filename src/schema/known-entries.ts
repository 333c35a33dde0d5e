/** Entries of a ledger that were found good: one that is the same object is not judged again when others change. */
import type { Ledger } from '../domain/ledger.ts';
import { areSame } from '../domain/plain-data.ts';
import { isMapping, itemsOf, type Mapping } from './raw-data.ts';

/** The lists that may have thousands of entries, each of which is judged by itself. */
const LISTS = ['licences', 'resources'] as const;

type Known = { readonly [List in (typeof LISTS)[number]]: Map<unknown, Ledger[List][number]> };

/** Remembers by object what the schema made of an entry. Data that was read never changes. */
export class KnownEntries {
  private last: { readonly data: unknown; readonly ledger: Ledger } | undefined;
  private readonly known: Known = { licences: new Map(), resources: new Map() };

  /** Takes down the entries of a ledger, with the data that they were made from. */
  note(data: unknown, ledger: Ledger): void {
    itemsOf(data, 'licences').forEach((item, at) => add(this.known.licences, item, ledger.licences[at]));
    itemsOf(data, 'resources').forEach((item, at) => add(this.known.resources, item, ledger.resources[at]));
  }

  /** What data says that is the same as the last that was completed: who writes asks before the text is made, and after. */
  again(data: unknown): Ledger | undefined {
    return this.last !== undefined && areSame(this.last.data, data) ? this.last.ledger : undefined;
  }

  /** The data without the entries that are known; undefined where none is. */
  withoutKnown(data: unknown): Mapping | undefined {
    if (!isMapping(data) || LISTS.every((list) => this.known[list].size === 0)) return undefined;
    const rest: Record<string, unknown> = { ...data };
    for (const list of LISTS) {
      const items = data[list];
      if (Array.isArray(items)) rest[list] = items.filter((item) => !this.known[list].has(item));
    }
    return rest;
  }

  /** A sound ledger with all entries of the data, which are all known. */
  complete(data: unknown, ledger: Ledger): Ledger {
    const whole = {
      ...ledger,
      licences: itemsOf(data, 'licences').flatMap((item) => this.known.licences.get(item) ?? []),
      resources: itemsOf(data, 'resources').flatMap((item) => this.known.resources.get(item) ?? []),
    };
    this.last = { data, ledger: whole };
    return whole;
  }
}

function add<Entry>(known: Map<unknown, Entry>, item: unknown, entry: Entry | undefined): void {
  if (entry !== undefined) known.set(item, entry);
}
