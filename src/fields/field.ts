/** A field of the ledger as a value: schema, editors, options, prompts, columns and pages are made from it. */
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Scope, WarnWithin } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';

/** The words that name the values of a mapping, where the ledger does not list them. */
export type KeyForm = 'year' | 'quarter' | 'period' | 'date' | 'province' | 'rule';

/** Shapes that their name says all about. `end`: a day, or `never`. */
export type SimpleType =
  | 'id'
  | 'kind'
  | 'sha256'
  | 'timezone'
  | 'day'
  | 'end'
  | 'yes-or-no'
  | 'amount'
  | 'version'
  | 'scope'
  | 'warn-within'
  | 'evidence-kinds';

export type ShapeForm =
  | { readonly type: SimpleType }
  /** A text of so many characters at most; `filled` says something. */
  | { readonly type: 'text' | 'filled'; readonly most: number }
  | { readonly type: 'count'; readonly least: number; readonly most: number }
  | { readonly type: 'choice'; readonly values: readonly [string, ...string[]] }
  | { readonly type: 'list'; readonly item: ShapeForm }
  | { readonly type: 'mapping'; readonly keys: KeyForm; readonly of: ShapeForm }
  | { readonly type: 'record'; readonly entry: EntryFields }
  /** Licences and services, whose fields depend on their kind. */
  | { readonly type: 'licence' | 'service' };

/** A shape, with the type of what the ledger then holds. The type lives in the compiler alone. */
export type Shape<Value = unknown> = ShapeForm & { readonly holds?: Value };

/** Whether a prompt asks for it: of every entry, of entries of the kinds that have it, or of none. */
export type Ask = 'always' | 'if-needed' | 'never';

/** Whether it must be there, may be absent, or stands for something else where it is absent. */
export type Presence = 'required' | 'optional' | 'standard';

export interface FieldDescription<Value = unknown> {
  /** What it is called, for people: the column, the row, the question. */
  readonly title: Text;
  /** What it says, as a phrase without a full stop: for editors and for the help of options. */
  readonly describes: Text;
  /** What stands above its column where the title alone would not tell: the part of a record. */
  readonly heading?: Text | undefined;
  /** What registers call it beside its title and its key, the surest first; without spaces, and small. */
  readonly words?: readonly string[] | undefined;
  readonly shape: Shape<Value>;
  /** As the ledger writes it. */
  readonly example: string;
  readonly ask?: Ask | undefined;
  /** Where the question must say more than the title. */
  readonly question?: Text | undefined;
  /** The kinds of entry that have it; absent: all. */
  readonly onlyFor?: readonly string[] | undefined;
  /** What stands for its value in the help of its option; false where the command line gives it in another way. */
  readonly option?: string | false | undefined;
}

export interface Field<
  Key extends string = string,
  Value = unknown,
  How extends Presence = Presence,
> extends FieldDescription<Value> {
  /** The same in YAML, JSON and code. */
  readonly key: Key;
  readonly words: readonly string[];
  readonly ask: Ask;
  readonly presence: How;
  /** What stands for it where it is absent. */
  readonly standard?: Value | undefined;
}

/** A field that may be absent. */
export function field<const Key extends string, Value>(
  key: Key,
  description: FieldDescription<Value>,
): Field<Key, Value, 'optional'> {
  const { words = [], ask = 'never' } = description;
  return { ...description, key, words, ask, presence: 'optional' };
}

/** The same field where it must be there. */
export function required<Key extends string, Value>(one: Field<Key, Value>): Field<Key, Value, 'required'> {
  return { ...one, presence: 'required' };
}

/** The same field where something stands for it when it is absent. */
export function withStandard<Key extends string, Value>(
  one: Field<Key, Value>,
  standard: Value,
): Field<Key, Value, 'standard'> {
  return { ...one, presence: 'standard', standard };
}

/** A field for each key of an entry and for no other, of the type that the key has there. */
export type FieldsOf<Entry> = {
  readonly [Key in keyof Required<Entry> & string]: Field<
    Key,
    Exclude<Entry[Key], undefined>,
    undefined extends Entry[Key] ? 'optional' : 'required' | 'standard'
  >;
};

/** The fields of a sort of entry, in the order in which a ledger writes them. */
export interface EntryFields<Entry = unknown> {
  readonly fields: Readonly<Record<string, Field>>;
  /** Two fields of which exactly one is given. */
  readonly either?: readonly [string, string] | undefined;
  readonly entry?: Entry;
}

export type DeclaredFields<Entry> = EntryFields<Entry> & { readonly fields: FieldsOf<Entry> };

/** The fields of an entry; it does not compile where the interface has a key more or less. */
export function entryFields<Entry>(
  fields: FieldsOf<Entry>,
  either?: readonly [keyof Entry & string, keyof Entry & string],
): DeclaredFields<Entry> {
  return { fields, either };
}

// The shapes that a field may have, to declare it with.

export const MOST_DAYS = 36_500;
export const MOST_MONTHS = 1200;

/** How many characters a text may have: an id or a kind, a name or a title, a text of several sentences. */
export const LONGEST = { word: 200, text: 1000, prose: 100_000 } as const;

export const text = (most: number = LONGEST.text): Shape<string> => ({ type: 'text', most });
/** A text that says something. */
export const filled = (most: number = LONGEST.text): Shape<string> => ({ type: 'filled', most });
export const idWord = (): Shape<string> => ({ type: 'id' });
/** A word in kebab-case. */
export const kindWord = (): Shape<string> => ({ type: 'kind' });
export const sha256Text = (): Shape<string> => ({ type: 'sha256' });
export const timezoneName = (): Shape<string> => ({ type: 'timezone' });
export const versionOne = (): Shape<1> => ({ type: 'version' });

export const day = (): Shape<CalendarDay> => ({ type: 'day' });
/** A day, or `never` for an open end. */
export const end = (): Shape<CalendarDay> => ({ type: 'end' });
export const yesOrNo = (): Shape<boolean> => ({ type: 'yes-or-no' });
/** A number of 0 or more, fractions included. */
export const amount = (): Shape<number> => ({ type: 'amount' });

/** A whole number; bounded, so that no sum of days leaves the calendar. */
export const count = (least = 0, most = MOST_DAYS): Shape<number> => ({ type: 'count', least, most });
export const days = (): Shape<number> => count();
export const months = (least = 1): Shape<number> => count(least, MOST_MONTHS);

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values): Shape<Values[number]> => ({
  type: 'choice',
  values,
});

export const scopeOf = (): Shape<Scope> => ({ type: 'scope' });
export const warnWithinOf = (): Shape<WarnWithin> => ({ type: 'warn-within' });
export const evidenceKinds = (): Shape<'all' | readonly string[]> => ({ type: 'evidence-kinds' });

/** A list; may be absent, or left empty behind its key. */
export const list = <Item>(item: Shape<Item>): Shape<readonly Item[]> => ({ type: 'list', item });

/** A mapping with keys of one form; may be absent, or left empty behind its key. */
export const mapping = <Value>(keys: KeyForm, of: Shape<Value>): Shape<Readonly<Record<string, Value>>> => ({
  type: 'mapping',
  keys,
  of,
});

export const record = <Entry>(entry: EntryFields<Entry>): Shape<Entry> => ({ type: 'record', entry });
