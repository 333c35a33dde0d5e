/** Contracts that the ledger, or a row above, has named already: by their id, or by their title and their days. */
import { type CalendarDay, FOREVER, formatDay, parseDay } from '../../domain/calendar-day.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import type { Ledger, Resource } from '../../domain/ledger.ts';
import type { Draft } from './draft.ts';
import { textIn } from './papers.ts';
import { inWords } from './sameness.ts';

/** A contract that a row may be the same as. */
export interface Known {
  readonly id: string;
  /** The row that it comes from; undefined for an entry of the ledger. */
  readonly draft: Draft | undefined;
  /** That entry, with its place in the list. */
  readonly entry: { readonly resource: Resource; readonly at: number } | undefined;
  readonly kind: string;
  readonly values: PlainMapping;
  /** How many were known before it. */
  readonly order: number;
}

export interface KnownContracts {
  find(draft: Draft): Known | undefined;
  add(draft: Draft, id: string): void;
}

/** The contracts of a ledger and those that are added to them. */
export function contractsIn({ resources }: Ledger): KnownContracts {
  const followed = new Set(resources.map(({ follows }) => follows));
  const byId = new Map<string, Known>();
  const byEnd = { withId: new Alike(isEarlier), others: new Alike(isEarlier) };
  const byTitle = new Alike(endsLater);
  for (const [at, resource] of resources.entries()) {
    const { id, kind, title, provider, starts, expires } = resource;
    const values = {
      ...(title === undefined ? {} : { title }),
      ...(provider === undefined ? {} : { provider }),
      ...(starts === undefined ? {} : { starts: formatDay(starts) }),
      expires: formatDay(expires),
    };
    const known: Known = { id, kind, draft: undefined, entry: { resource, at }, values, order: at };
    remember(known);
    if (!followed.has(id)) byTitle.add([kind, title], known);
  }
  return {
    find: (draft) =>
      (draft.id === undefined ? undefined : byId.get(draft.id)) ?? withSameEnd(draft) ?? withOtherEnd(draft),
    add: (draft, id) => {
      remember({ id, kind: draft.kinds[0], draft, entry: undefined, values: draft.fields, order: byId.size });
    },
  };

  function remember(known: Known): void {
    const { id, draft, kind, values } = known;
    byId.set(id, known);
    (draft?.id === undefined ? byEnd.others : byEnd.withId).add([kind, values['title'], values['expires']], known);
  }

  /** Two rows that bear ids of their own are two entries, whatever else they say. */
  function withSameEnd({ id, kinds: [kind], fields }: Draft): Known | undefined {
    const alike = [kind, fields['title'], fields['expires']];
    const found = byEnd.others.find(alike, fields);
    const other = id === undefined ? byEnd.withId.find(alike, fields) : undefined;
    return found === undefined || (other !== undefined && isEarlier(other, found)) ? other : found;
  }

  /** The contract of the ledger whose end the row changes. One that begins after the old end is another term, not a change of it. */
  function withOtherEnd({ id, kinds: [kind], fields }: Draft): Known | undefined {
    if (id !== undefined || textIn(fields, 'title') === undefined) return undefined;
    const last = byTitle.find([kind, fields['title']], fields);
    const starts = dayIn(fields, 'starts');
    return last === undefined || (starts !== undefined && starts > endOf(last)) ? undefined : last;
  }
}

/**
 * Contracts that say the same in some words. Of those that agree in provider and first day, too, the best is kept, so that
 * no row is compared with all others. Whoever leaves one of the two unsaid agrees with all.
 */
class Alike {
  readonly #groups = new Map<string, Group>();
  readonly #isBetter: (one: Known, other: Known) => boolean;

  constructor(isBetter: (one: Known, other: Known) => boolean) {
    this.#isBetter = isBetter;
  }

  add(alike: readonly unknown[], known: Known): void {
    const key = JSON.stringify(alike);
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { unsorted: [known], best: new Map() });
    else group.unsorted.push(known);
  }

  find(alike: readonly unknown[], { provider, starts }: PlainMapping): Known | undefined {
    const group = this.#groups.get(JSON.stringify(alike));
    if (group === undefined) return undefined;
    this.#sort(group);
    let best: Known | undefined;
    for (const key of keysOf(agreeingWith(provider), agreeingWith(starts))) {
      const one = group.best.get(key);
      if (one !== undefined && (best === undefined || this.#isBetter(one, best))) best = one;
    }
    return best;
  }

  #sort({ unsorted, best }: Group): void {
    for (const known of unsorted.splice(0)) {
      const { provider, starts } = known.values;
      for (const key of keysOf([ANY, said(provider)], [ANY, said(starts)])) {
        const other = best.get(key);
        if (other === undefined || this.#isBetter(known, other)) best.set(key, known);
      }
    }
  }
}

interface Group {
  /** Most of them nobody asks for. */
  readonly unsorted: Known[];
  /** By provider and first day. */
  readonly best: Map<string, Known>;
}

const ANY = '*';

/** What a contract says, or that it says nothing. */
function said(value: Plain | undefined): string {
  return value === undefined ? '-' : `=${inWords(value)}`;
}

function agreeingWith(value: Plain | undefined): readonly string[] {
  return value === undefined ? [ANY] : [said(value), said(undefined)];
}

function keysOf(providers: readonly string[], starts: readonly string[]): readonly string[] {
  return providers.flatMap((provider) => starts.map((day) => `${day} ${provider}`));
}

function isEarlier(one: Known, other: Known): boolean {
  return one.order < other.order;
}

function endsLater(one: Known, other: Known): boolean {
  const [end, otherEnd] = [endOf(one), endOf(other)];
  return end > otherEnd || (end === otherEnd && isEarlier(one, other));
}

function endOf({ values }: Known): CalendarDay {
  return dayIn(values, 'expires') ?? FOREVER;
}

export function dayIn(fields: PlainMapping, key: string): CalendarDay | undefined {
  const word = textIn(fields, key);
  return word === 'never' ? FOREVER : parseDay(word ?? '');
}
