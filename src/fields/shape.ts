/** The shapes that a field may have, to declare it with. */
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Scope, WarnWithin } from '../domain/ledger.ts';
import type { EntryFields, KeyForm, Shape } from './field.ts';

export type { KeyForm, Shape, ShapeForm, SimpleType } from './field.ts';

export const MOST_DAYS = 36_500;
export const MOST_MONTHS = 1200;

export const text = (): Shape<string> => ({ type: 'text' });
/** A text that says something. */
export const filled = (): Shape<string> => ({ type: 'filled' });
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
