/** A ledger that was found good: an entry that is the same object is not judged again when others change. */
import type { Ledger } from '../domain/ledger.ts';
import { areSame, formerPlaces } from '../domain/plain-data.ts';
import { isMapping, itemsOf, type Mapping } from './raw-data.ts';
import { type ChangedItems, suspectPart } from './suspect-part.ts';

/** What a ledger has become, of which the rest is known. */
interface Change {
  /** The data without the entries that are known. */
  readonly fresh: Mapping;
  /** As much of the data as the change can have broken a bond in. */
  readonly suspect: Mapping;
  /** The ledger of all the data. @param ledger that of the fresh data */
  readonly complete: (ledger: Ledger) => Ledger;
}

/** Remembers the last good data and what the schema made of it. Data that was read never changes. */
export class KnownEntries {
  private last: { readonly data: Mapping; readonly ledger: Ledger } | undefined;

  /** Takes down a ledger, with the data that it was made from. */
  note(data: unknown, ledger: Ledger): void {
    if (isMapping(data)) this.last = { data, ledger };
  }

  /** What data says that is the same as the last: who writes asks before the text is made, and after. */
  again(data: unknown): Ledger | undefined {
    return this.last !== undefined && areSame(this.last.data, data) ? this.last.ledger : undefined;
  }

  /** Undefined where nothing is known. */
  changeTo(data: unknown): Change | undefined {
    if (this.last === undefined || !isMapping(data)) return undefined;
    const { data: before, ledger: known } = this.last;
    const licences = changeOf(itemsOf(before, 'licences'), itemsOf(data, 'licences'));
    const resources = changeOf(itemsOf(before, 'resources'), itemsOf(data, 'resources'));
    return {
      // What is no list is left for the schema to name.
      fresh: { ...data, ...given(data, 'licences', licences.fresh), ...given(data, 'resources', resources.fresh) },
      suspect: suspectPart(before, data, resources),
      complete: (ledger) => ({
        ...ledger,
        licences: licences.complete(known.licences, ledger.licences),
        resources: resources.complete(known.resources, ledger.resources),
      }),
    };
  }
}

function given(data: Mapping, list: string, items: readonly unknown[]): Mapping {
  return Array.isArray(data[list]) ? { [list]: items } : {};
}

/** What a list has become. */
interface ListChange extends ChangedItems {
  /** What was made of each item now, from what was made of those before and of the fresh ones. */
  readonly complete: <Entry>(before: readonly Entry[], fresh: readonly Entry[]) => readonly Entry[];
}

function changeOf(before: readonly unknown[], now: readonly unknown[]): ListChange {
  const places = formerPlaces(before, now);
  const kept: unknown[] = [];
  const fresh: unknown[] = [];
  const gone: unknown[] = [];
  let next = 0;
  places.forEach((place, at) => {
    if (place === undefined) {
      fresh.push(now[at]);
      return;
    }
    kept.push(now[at]);
    for (; next < place; next += 1) gone.push(before[next]);
    next = place + 1;
  });
  for (; next < before.length; next += 1) gone.push(before[next]);
  return { kept, fresh, gone, complete };

  function complete<Entry>(known: readonly Entry[], read: readonly Entry[]): readonly Entry[] {
    const rest = read.values();
    const all: Entry[] = [];
    for (const place of places) {
      const entry = place === undefined ? rest.next().value : known[place];
      if (entry !== undefined) all.push(entry);
    }
    return all;
  }
}
