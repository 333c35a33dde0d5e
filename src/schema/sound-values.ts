/** What a sound value of each shape becomes, as `ledger-schema.ts` has it. Whatever else is written is a doubt. */
import { FOREVER, isTimezone, parseDay } from '../domain/calendar-day.ts';
import { POLICY_DEFAULTS } from '../domain/ledger.ts';
import type { EntryFields, Field } from '../fields/field.ts';
import { LONGEST, MOST_DAYS, type ShapeForm, type SimpleType } from '../fields/field.ts';
import { PROVINCES } from '../fields/provinces.ts';
import { DAY, DAY_OR_NEVER, FILLED, ID, isWithin, KEY_FORMS, KIND, SHA256 } from './forms.ts';
import type { Fields } from './paper.ts';
import { isMapping, isOwnKey } from './raw-data.ts';

/** Thrown where something may be wrong with the data. It is made once: nobody looks at its stack, which takes long to take down. */
export const DOUBT = new Error('something may be wrong with the data');

/** From what is written, or undefined where nothing is, to what the ledger holds. @throws {DOUBT} */
export type ValueReader<Value = unknown> = (written: unknown) => Value;

/** A mapping with the keys of these readers and no others but the company's own. */
export function recordReader<Entry>(readers: Readonly<Record<string, ValueReader>>): ValueReader<Entry> {
  const fields = Object.entries(readers).map(([key, read]) => ({ key, read, isOptional: givesNothing(read) }));
  // All entries have all fields, so that whoever reads them meets one form: it takes half the time.
  const blank = Object.fromEntries(fields.map(({ key }) => [key, undefined]));
  return (written) => {
    if (!isMapping(written)) throw DOUBT;
    const entry: Record<string, unknown> = { ...blank };
    let known = 0;
    for (const { key, read, isOptional } of fields) {
      const given = written[key];
      if (given !== undefined) known += 1;
      else if (isOptional) continue;
      const value = read(given);
      if (value !== undefined) entry[key] = value;
    }
    const keys = Object.keys(written);
    // Most have no key of the company's own.
    if (known !== keys.length && known !== keys.filter((key) => !isOwnKey(key)).length) throw DOUBT;
    // The compiler holds the shape of each field to the type of its key in `Entry`: see `FieldsOf`.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return entry as Entry;
  };
}

/** Whether a field that is not written is none of the entry. */
function givesNothing(read: ValueReader): boolean {
  try {
    return read(undefined) === undefined;
  } catch {
    return false;
  }
}

/** A mapping with the fields of a sort of entry. */
export function entryReader<Entry>({ fields, either }: EntryFields<Entry>): ValueReader<Entry> {
  const read = recordReader<Entry>(readersOf(fields));
  if (either === undefined) return read;
  const [one, other] = either;
  return (written) => {
    const entry = read(written);
    if (!isMapping(entry) || (entry[one] === undefined) === (entry[other] === undefined)) throw DOUBT;
    return entry;
  };
}

/** A reader for each field. */
export function readersOf(fields: Fields): Readonly<Record<string, ValueReader>> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, fieldReader(field)]));
}

function fieldReader({ shape, presence, standard }: Field): ValueReader {
  const read = valueReader(shape);
  const isRecord = shape.type === 'record';
  const filled: ValueReader = isRecord ? (written) => read(written ?? {}) : read;
  if (presence === 'required') return filled;
  if (presence === 'optional') return (written) => (written === undefined ? undefined : filled(written));
  // Lists and mappings stand for themselves where they are absent.
  if (shape.type === 'list' || shape.type === 'mapping') return read;
  return (written) => (written === undefined || (isRecord && written === null) ? standard : read(written));
}

function valueReader(shape: ShapeForm): ValueReader {
  if (isSimple(shape)) return SIMPLE[shape.type];
  switch (shape.type) {
    case 'text':
      return textReader((written) => isWithin(written, shape.most));
    case 'filled':
      return textReader((written) => isWithin(written, shape.most) && FILLED.test(written));
    case 'count':
      return countReader(shape.least, shape.most);
    case 'choice':
      return textReader((written) => shape.values.includes(written));
    case 'list':
      return listReader(valueReader(shape.item));
    case 'mapping':
      return mappingReader(KEY_FORMS[shape.keys], valueReader(shape.of));
    case 'record':
      return entryReader(shape.entry);
    case 'licence':
    case 'service':
      return asItIs;
  }
}

/** What is looked at elsewhere. */
export function asItIs(written: unknown): unknown {
  return written;
}

/** A value of which nothing is made. */
function sound(is: (written: unknown) => boolean): ValueReader {
  return (written) => {
    if (!is(written)) throw DOUBT;
    return written;
  };
}

function textReader(is: (written: string) => boolean): ValueReader {
  return sound((written) => typeof written === 'string' && is(written));
}

function countReader(least: number, most: number): ValueReader {
  return sound(
    (written) => typeof written === 'number' && Number.isInteger(written) && written >= least && written <= most,
  );
}

const NOTHING: readonly unknown[] = [];

/** Empty where nothing stands behind the key. */
function listReader(item: ValueReader): ValueReader {
  return (written) => {
    if (written === undefined || written === null) return NOTHING;
    if (!Array.isArray(written)) throw DOUBT;
    return written.map((one) => item(one));
  };
}

/** Empty where nothing stands behind the key. */
function mappingReader(form: RegExp, value: ValueReader): ValueReader {
  return (written) => {
    const read: Record<string, unknown> = {};
    if (written === undefined || written === null) return read;
    if (!isMapping(written)) throw DOUBT;
    for (const key in written) {
      if (isOwnKey(key)) continue;
      if (!form.test(key)) throw DOUBT;
      read[key] = value(written[key]);
    }
    return read;
  };
}

function dayReader(form: RegExp): ValueReader {
  // A ledger names few days many times.
  const known = new Map<unknown, unknown>();
  return (written) => {
    const found = known.get(written);
    if (found !== undefined) return found;
    if (typeof written !== 'string' || !form.test(written)) throw DOUBT;
    const day = written === 'never' ? FOREVER : parseDay(written);
    if (day === undefined) throw DOUBT;
    known.set(written, day);
    return day;
  };
}

/** `all` or `national`, or a list of words. */
function wordOrListReader(word: string, item: ValueReader, least: number): ValueReader {
  return (written) => {
    if (written === word) return written;
    if (!Array.isArray(written) || written.length < least) throw DOUBT;
    return written.map((one) => item(one));
  };
}

const days = countReader(0, MOST_DAYS);
const daysByKind = mappingReader(KEY_FORMS['kind-days'], days);
const wordReader = (form: RegExp): ValueReader =>
  textReader((written) => isWithin(written, LONGEST.word) && form.test(written));
const kind = wordReader(KIND);

const SIMPLE: Readonly<Record<SimpleType, ValueReader>> = {
  id: wordReader(ID),
  kind,
  sha256: (written) => {
    if (typeof written !== 'string' || !SHA256.test(written)) throw DOUBT;
    return written.toLowerCase();
  },
  timezone: textReader(isTimezone),
  version: sound((written) => written === 1),
  day: dayReader(DAY),
  end: dayReader(DAY_OR_NEVER),
  'yes-or-no': sound((written) => typeof written === 'boolean'),
  amount: sound((written) => typeof written === 'number' && Number.isFinite(written) && written >= 0),
  scope: wordOrListReader(
    'national',
    textReader((written) => PROVINCES.some((province) => province === written)),
    1,
  ),
  'warn-within': (written) => {
    if (!isMapping(written)) return { default: days(written) };
    const byKind = daysByKind(written);
    return { default: POLICY_DEFAULTS.warnWithin.default, ...(isMapping(byKind) ? byKind : {}) };
  },
  'evidence-kinds': wordOrListReader('all', kind, 0),
};

function isSimple(shape: ShapeForm): shape is Extract<ShapeForm, { readonly type: SimpleType }> {
  return Object.hasOwn(SIMPLE, shape.type);
}
