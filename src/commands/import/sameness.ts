/** Whether a row says what the ledger, or a row above it, has said already: then it is not added again. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Plain } from '../../domain/edit.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Draft } from './read-row.ts';

/** An entry that a row may be the same as. */
export interface Known {
  readonly list: Draft['list'];
  readonly kind: string;
  readonly id: string;
  /** The row that it comes from; undefined for an entry of the ledger. */
  readonly draft: Draft | undefined;
  readonly values: Values;
}

type Values = Readonly<Record<string, Plain | undefined>>;

export interface Sameness {
  find(draft: Draft): Known | undefined;
  /** Fields that both have, each with another value. */
  differences(draft: Draft, known: Known): readonly string[];
  add(draft: Draft, id: string): void;
}

const COMPARED = ['number', 'title', 'provider', 'issued', 'starts', 'expires'] as const;

export function samenessIn(ledger: Ledger): Sameness {
  const byId = new Map<string, Known>();
  const byKey = new Map<string, Known[]>();
  for (const known of [...licencesOf(ledger), ...resourcesOf(ledger)]) remember(known);
  return {
    find: (draft) =>
      (draft.id === undefined ? undefined : byId.get(draft.id)) ??
      (byKey.get(keyOf(draft, draft.fields)) ?? []).find((known) => agrees(draft, known)),
    differences: (draft, known) => [
      ...(draft.kind === known.kind ? [] : ['kind']),
      ...COMPARED.filter((field) => isDifferent(draft.fields[field], known.values[field])),
    ],
    add: (draft, id) => remember({ list: draft.list, kind: draft.kind, id, draft, values: draft.fields }),
  };

  function remember(known: Known): void {
    byId.set(known.id, known);
    const key = keyOf(known, known.values);
    byKey.set(key, [...(byKey.get(key) ?? []), known]);
  }
}

/** A licence is known by its number, a contract by its title and its last day. */
function keyOf({ list, kind }: Pick<Known, 'list' | 'kind'>, values: Values): string {
  const { number, title, expires } = { number: values['number'], title: values['title'], expires: values['expires'] };
  return JSON.stringify(list === 'licences' ? [list, kind, number] : [list, kind, title, expires]);
}

/** Two rows that bear ids of their own are two entries, whatever else they say. */
function agrees(draft: Draft, known: Known): boolean {
  if (draft.id !== undefined && known.draft?.id !== undefined) return false;
  if (draft.list === 'licences') return true;
  return (['provider', 'starts'] as const).every((field) => !isDifferent(draft.fields[field], known.values[field]));
}

function isDifferent(one: Plain | undefined, other: Plain | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function licencesOf({ licences }: Ledger): readonly Known[] {
  return licences.map(({ id, kind, number, issued, expires }) => ({
    list: 'licences',
    kind,
    id,
    draft: undefined,
    values: { number, issued: written(issued), expires: written(expires) },
  }));
}

function resourcesOf({ resources }: Ledger): readonly Known[] {
  return resources.map(({ id, kind, title, provider, starts, expires }) => ({
    list: 'resources',
    kind,
    id,
    draft: undefined,
    values: { title, provider, starts: written(starts), expires: written(expires) },
  }));
}

function written(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}
