/**
 * What may stand in a ledger, value by value. Each names what it expects in zod's message slot, and `explain-issue.ts`
 * turns that name and the value at hand into words: zod's own sentences are never shown.
 */
/* oxlint-disable typescript/explicit-module-boundary-types -- a schema is its own type; written out it would stand here twice */
import * as z from 'zod/mini';

import { type CalendarDay, FOREVER, isTimezone, parseDay } from '../domain/calendar-day.ts';
import { POLICY_DEFAULTS } from '../domain/ledger.ts';
import { type KeyForm, LONGEST, MOST_DAYS } from '../fields/field.ts';
import { PROVINCES } from '../fields/provinces.ts';
import { DAY, DAY_OR_NEVER, FILLED, ID, isWithin, KEY_FORMS, KIND, SHA256 } from './forms.ts';

export type Expectation =
  | 'amount'
  | 'at-most'
  | 'count'
  | 'date'
  | 'day'
  | 'either'
  | 'evidence-kinds'
  | 'end'
  | 'filled'
  | 'id'
  | 'kind'
  | 'kind-days'
  | 'kind-or-services'
  | 'licence-kind'
  | 'list'
  | 'mapping'
  | 'number-in-services'
  | 'one-of'
  | 'period'
  | 'province'
  | 'quarter'
  | 'rule'
  | 'scope'
  | 'services'
  | 'sha256'
  | 'text'
  | 'timezone'
  | 'version'
  | 'warn-within'
  | 'year'
  | 'yes-or-no';

/** The message of an issue: what was expected, and the words that it allows or knows. */
export function expects(expectation: Expectation, words: readonly string[] = []): { readonly error: string } {
  return { error: [expectation, ...words].join(' ') };
}

export const text = (most: number = LONGEST.text) => atMost('text', most);
/** A text that says something. */
export const filled = (most: number = LONGEST.text) => atMost('filled', most).check(z.regex(FILLED, expects('filled')));
export const id = () => word('id', ID);
export const kind = () => word('kind', KIND);
export const sha256 = () => matching('sha256', SHA256).check(z.toLowerCase());
export const timezone = () => z.string(expects('timezone')).check(z.refine(isTimezone, expects('timezone')));
export const yesOrNo = () => z.boolean(expects('yes-or-no'));
export const amount = () => z.number(expects('amount')).check(z.minimum(0, expects('amount')));

/** A whole number, such as one of days; bounded, so that no sum of days leaves the calendar. */
export const count = (least = 0, most = MOST_DAYS) => {
  const expected = expects('count', [String(least), String(most)]);
  return z.int(expected).check(z.minimum(least, expected), z.maximum(most, expected));
};

export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, expects('one-of', words));

export const day = () => dayFrom('day', DAY, parseDay);
/** A day, or `never` for an open end. */
export const end = () => dayFrom('end', DAY_OR_NEVER, (written) => (written === 'never' ? FOREVER : parseDay(written)));

/** A text that is no longer; nothing else is said of one that is. */
function atMost(expectation: Expectation, most: number) {
  const isShort = z.refine<string>((written) => isWithin(written, most), {
    ...expects('at-most', [String(most)]),
    abort: true,
  });
  return z.string(expects(expectation)).check(isShort, z.meta({ maxLength: most }));
}

function word(expectation: Expectation, pattern: RegExp) {
  return atMost(expectation, LONGEST.word).check(z.regex(pattern, expects(expectation)));
}

function matching(expectation: Expectation, pattern: RegExp) {
  return z.string(expects(expectation)).check(z.regex(pattern, expects(expectation)));
}

function dayFrom(expectation: 'day' | 'end', form: RegExp, read: (written: string) => CalendarDay | undefined) {
  // A ledger names few days many times.
  const known = new Map<string, CalendarDay>();
  const toDay = z.transform((written: string, context) => {
    const found = known.get(written) ?? read(written);
    if (found !== undefined) {
      known.set(written, found);
      return found;
    }
    context.issues.push({ code: 'custom', message: expectation, input: written });
    return z.NEVER;
  });
  return z.pipe(matching(expectation, form), toDay);
}

/** Stands for the value where it is absent. */
export function withStandard<Value extends z.ZodMiniType>(value: Value, standard: unknown) {
  return z.pipe(
    z.optional(value),
    z.transform((given) => given ?? standard),
  );
}

/** The same where the key may also be left empty. */
export function withStandardOrEmpty<Value extends z.ZodMiniType>(value: Value, standard: unknown) {
  return z.pipe(
    z.nullish(value),
    z.transform((given) => given ?? standard),
  );
}

/** A list that may be absent, or left empty behind its key. */
export function list<Item extends z.ZodMiniType>(item: Item, of: 'values' | 'entries' = 'entries') {
  return z.pipe(
    z.nullish(z.array(item, expects('list', [of]))),
    z.transform((items) => items ?? []),
  );
}

/** Fields by name; every other key is unknown. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, expects('mapping', Object.keys(shape)));
}

/** A mapping of which exactly one of two fields is given. */
export function either<Shape extends z.core.$ZodLooseShape>(shape: Shape, fields: readonly [string, string]) {
  const [one, other] = fields;
  return mapping(shape).check(
    z.refine(
      (value: Readonly<Record<string, unknown>>) => {
        return (value[one] === undefined) !== (value[other] === undefined);
      },
      expects('either', fields),
    ),
  );
}

/** A mapping whose fields are asked for even where nothing stands behind its key. */
export function orEmpty<Value extends z.ZodMiniType>(value: Value) {
  return z.pipe(
    z.transform((given: unknown): unknown => given ?? {}),
    value,
  );
}

/** Words of one form to values; may be absent, or left empty behind its key. */
export function valuesBy<Value extends z.ZodMiniType>(keys: KeyForm, value: Value) {
  return z.pipe(
    z.nullish(mappingBy(keys, value)),
    z.transform((given) => given ?? {}),
  );
}

function mappingBy<Value extends z.ZodMiniType>(keys: keyof typeof KEY_FORMS, value: Value) {
  const key = z.string().check(z.regex(KEY_FORMS[keys]));
  return z.pipe(z.transform(refuseProto(keys)), z.record(key, value, expects(keys)));
}

/** zod passes over a key `__proto__` in a record; in a ledger it is as wrong as any other word. */
function refuseProto(keys: Expectation) {
  return (value: unknown, context: z.core.ParsePayload): unknown => {
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')) {
      context.issues.push({ code: 'custom', message: keys, input: value, path: ['__proto__'] });
    }
    return value;
  };
}

/** `national`, or provinces. */
export const scope = () => {
  const expected = expects('scope');
  return z.union([z.literal('national'), z.array(z.enum(PROVINCES)).check(z.minLength(1, expected))], expected);
};

/** Days of warning: for all, or by what is ending. */
export const warnWithin = () =>
  z.pipe(
    z.union([count(), mappingBy('kind-days', count())], expects('warn-within')),
    z.transform((given) => {
      return {
        default: POLICY_DEFAULTS.warnWithin.default,
        ...(typeof given === 'number' ? { default: given } : given),
      };
    }),
  );

/** `all`, or kinds. */
export const evidenceKinds = () =>
  z.union([z.literal('all'), z.array(kind(), expects('list'))], expects('evidence-kinds'));

export const version = () => z.literal(1, expects('version'));
