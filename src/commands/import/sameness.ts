/** Whether a row says what the ledger, or a row above it, has said already: then it is not added again. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Plain } from '../../domain/edit.ts';
import type { Ledger, Licence } from '../../domain/ledger.ts';
import { licenceNumbered } from '../../run/recording/named-entry.ts';
import { type PaperDraft, textIn } from './papers.ts';
import type { Draft } from './read-row.ts';

/** A contract that a row may be the same as. */
export interface Known {
  readonly kind: string;
  readonly id: string;
  /** The row that it comes from; undefined for an entry of the ledger. */
  readonly draft: Draft | undefined;
  readonly values: Values;
}

type Values = Readonly<Record<string, Plain | undefined>>;

export interface Sameness {
  find(draft: Draft): Known | undefined;
  add(draft: Draft, id: string): void;
}

/** The contracts of a ledger and those that are added to them. A contract is known by its id, or by its title and its last day. */
export function samenessIn(ledger: Ledger): Sameness {
  const byId = new Map<string, Known>();
  const byKey = new Map<string, Known[]>();
  for (const { id, kind, title, provider, starts, expires } of ledger.resources) {
    const values = {
      title,
      provider,
      starts: starts === undefined ? undefined : formatDay(starts),
      expires: formatDay(expires),
    };
    remember({ kind, id, draft: undefined, values });
  }
  return {
    find: (draft) =>
      (draft.id === undefined ? undefined : byId.get(draft.id)) ??
      (byKey.get(keyOf(draft.kinds[0], draft.fields)) ?? []).find((known) => agrees(draft, known)),
    add: (draft, id) => remember({ kind: draft.kinds[0], id, draft, values: draft.fields }),
  };

  function remember(known: Known): void {
    byId.set(known.id, known);
    const key = keyOf(known.kind, known.values);
    byKey.set(key, [...(byKey.get(key) ?? []), known]);
  }
}

function keyOf(kind: string, { title, expires }: Values): string {
  return JSON.stringify([kind, title, expires]);
}

/** Two rows that bear ids of their own are two entries, whatever else they say. */
function agrees(draft: Draft, known: Known): boolean {
  if (draft.id !== undefined && known.draft?.id !== undefined) return false;
  return (['provider', 'starts'] as const).every((field) => !isDifferent(draft.fields[field], known.values[field]));
}

/** Fields that a row and what it is the same as both have, each with another value. */
export function differences(
  { kinds, fields }: Draft,
  { kind, values }: Pick<Known, 'kind' | 'values'>,
): readonly string[] {
  const compared = ['number', 'title', 'provider', 'issued', 'starts', 'expires'] as const;
  return [
    ...(kinds[0] === kind ? [] : ['kind']),
    ...compared.filter((field) => isDifferent(fields[field], values[field])),
  ];
}

function isDifferent(one: Plain | undefined, other: Plain | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** The licence of the ledger that a paper is: by its id, else by its number. */
export function licenceOfPaper({ id: given, fields }: PaperDraft, { licences }: Ledger): Licence | undefined {
  return licences.find(({ id }) => id === given) ?? licenceNumbered(textIn(fields, 'number') ?? '', licences);
}

/** What the ledger says of a licence that rows say, too. */
export function valuesOfLicence({ number, issued, expires }: Licence): Values {
  return { number, issued: issued === undefined ? undefined : formatDay(issued), expires: formatDay(expires) };
}
