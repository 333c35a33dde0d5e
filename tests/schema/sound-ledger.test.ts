import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { LicenceProfile } from '../../src/domain/licence-kind.ts';
import type { EntryFields, Field } from '../../src/fields/field.ts';
import type { KeyForm, ShapeForm, SimpleType } from '../../src/fields/field.ts';
import { fieldsOfKind } from '../../src/fields/kind-fields.ts';
import { ledgerFields } from '../../src/fields/ledger.ts';
import { licenceFields, serviceFields } from '../../src/fields/licence.ts';
import { PROVINCES } from '../../src/fields/provinces.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { allRules } from '../../src/rules/catalogue.ts';
import { parseLedger } from '../../src/schema/parse-ledger.ts';
import { soundLedger } from '../../src/schema/sound-ledger.ts';
import { readYaml } from '../../src/source/yaml-reader.ts';

const kinds = new Map(licenceKinds.map((kind) => [kind.kind, kind]));

describe('what is read without the schemas', () => {
  test('is what they make of it, key by key, or left to them', () => {
    fc.assert(
      fc.property(ledgers(4), (data) => {
        const { ledger } = parseLedger(data, kinds);
        const sound = soundLedger(data, kinds);
        if (sound !== undefined) expect(inOrder(sound)).toStrictEqual(inOrder(ledger));
        // Nothing else is left to them than what is wrong.
        expect(sound === undefined).toBe(ledger === undefined);
      }),
      { numRuns: 300 },
    );
  });

  test('is every good ledger: with each field, and of each kind', () => {
    let good = 0;
    fc.assert(
      fc.property(ledgers(0), (data) => {
        const sound = soundLedger(data, kinds);
        if (sound !== undefined) good += 1;
        expect(inOrder(sound)).toStrictEqual(inOrder(parseLedger(data, kinds).ledger));
      }),
      { numRuns: 100 },
    );
    // Days out of order and ids that occur twice are left.
    expect(good).toBeGreaterThan(20);
  });

  test.each(
    allRules().flatMap(({ id, examples }) => [
      { name: `${id} fails`, text: examples().fails },
      { name: `${id} passes`, text: examples().passes },
    ]),
  )('is the example of $name', async ({ text }) => {
    const read = await readYaml(text);
    const data = 'document' in read ? read.document.data : undefined;
    expect(inOrder(soundLedger(data, kinds))).toStrictEqual(inOrder(parseLedger(data, kinds).ledger));
  });
});

/** Objects as lists of their keys and values, so that their order counts; a key without a value is none. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, inOrder(one)]]));
}

const WRONG: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  'constructor',
  '2026-02-30',
  '2026-01-01',
  'never',
  'national',
  'all',
]
  .map((word): unknown => word)
  .concat([-1, 0, 0.5, 1e9, Number.NaN, true, {}, { x: 1 }, { 2025: '2026-01-01' }])
  .concat([[[]], [[null]], [['x']]]);

/** Ledgers with any of the fields that there are. @param wrong of how many of a thousand values another stands, which may be wrong */
function ledgers(wrong: number): fc.Arbitrary<unknown> {
  return entryOf(ledgerFields, wrong);
}

function entryOf({ fields, either }: EntryFields, wrong: number): fc.Arbitrary<unknown> {
  const whole = recordOf(Object.values(fields), wrong);
  if (either === undefined) return whole;
  const both = recordOf(Object.values(fields), wrong, either);
  const oneOfBoth = fc.tuple(both, fc.constantFrom(...either)).map(([entry, left]) => without(entry, left));
  return orElse(oneOfBoth, whole, wrong);
}

function without(entry: object, left: string): object {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== left));
}

function recordOf(fields: readonly Field[], wrong: number, needed: readonly string[] = []): fc.Arbitrary<object> {
  // What follows another is in the examples.
  const usual = fields.filter(({ key }) => key !== 'follows');
  const values = usual.map((one) => [one.key, orElse(valueOf(one, wrong), fc.constantFrom(...WRONG), wrong)] as const);
  const record = fc.record(Object.fromEntries([...values, ['x-own', fc.constant([{ 'x-': 1 }])]]), {
    requiredKeys: [...needed, ...fields.filter(({ presence }) => presence === 'required').map(({ key }) => key)],
  });
  const withOther = fc
    .tuple(record, fc.constantFrom('colour', '__proto__', 'constructor'))
    .map(([entry, key]) => Object.fromEntries([...Object.entries(entry), [key, 1]]));
  return orElse(record, withOther, wrong / 4);
}

function orElse<Value>(usual: fc.Arbitrary<Value>, other: fc.Arbitrary<Value>, permille: number): fc.Arbitrary<Value> {
  const weight = Math.round(permille);
  return weight === 0 ? usual : fc.oneof({ arbitrary: usual, weight: 1000 - weight }, { arbitrary: other, weight });
}

/** Days in such an order, and such names, that nothing is wrong with them. */
const BY_KEY: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ...Object.fromEntries(['issued', 'starts', 'from'].map((key) => [key, days(2020)])),
  ...Object.fromEntries(['expires', 'until'].map((key) => [key, days(2030)])),
  annualReports: fc.constantFrom(
    null,
    {},
    { 2025: '2026-02-20' },
    { 2024: '2025-02-20', 'x-2025': 1, 2025: '2026-01-05' },
  ),
  serves: fc.constantFrom(null, []),
  licence: fc.constantFrom(...kinds.keys()),
  for: fc.constant('company'),
};

function days(year: number): fc.Arbitrary<string> {
  return fc.integer({ min: 10, max: 28 }).map((date) => `${year}-12-${date}`);
}

function valueOf({ key, shape }: Field, wrong: number): fc.Arbitrary<unknown> {
  return (Object.hasOwn(BY_KEY, key) ? BY_KEY[key] : undefined) ?? valueOfShape(shape, wrong);
}

function valueOfShape(shape: ShapeForm, wrong: number): fc.Arbitrary<unknown> {
  if (isSimple(shape)) return SIMPLE[shape.type];
  switch (shape.type) {
    case 'text':
      return textUpTo(shape.most, wrong);
    case 'filled':
      return textUpTo(shape.most, wrong).map((text) => (text.trim() === '' && wrong === 0 ? 'x' : text));
    case 'count':
      return fc.integer({ min: shape.least, max: shape.most });
    case 'choice':
      return fc.constantFrom(...shape.values);
    case 'list':
      return fc.oneof(fc.constant(null), fc.array(valueOfShape(shape.item, wrong), { maxLength: 3 }));
    case 'mapping':
      return fc.oneof(
        fc.constant(null),
        fc.dictionary(fc.constantFrom(...KEYS[shape.keys], 'x-own'), valueOfShape(shape.of, wrong), { maxKeys: 3 }),
      );
    case 'record':
      return entryOf(shape.entry, wrong);
    case 'licence':
      return fc.oneof(
        ...licenceKinds.map((kind) => {
          const { services: _, ...paper } = licenceFields.fields;
          const { renewal: __, ...service } = serviceFields.fields;
          return ofKind(kind, [...Object.values(paper), ...Object.values(service)], wrong);
        }),
        entryOf(licenceFields, wrong),
      );
    case 'service':
      return fc.oneof(
        ...licenceKinds
          .filter(({ family }) => family === 'service' || wrong > 0)
          .map((kind) => ofKind(kind, Object.values(serviceFields.fields), wrong)),
      );
  }
}

/** A short one, or one as long as it may be, and wrong ones a character longer. */
function textUpTo(most: number, wrong: number): fc.Arbitrary<string> {
  const longest = fc.constantFrom('x', '电', '𠮷').map((one) => one.repeat(most));
  const longer = longest.map((text) => `${text}x`);
  return fc.oneof({ weight: 20, arbitrary: fc.string() }, longest, { weight: wrong, arbitrary: longer });
}

function isSimple(shape: ShapeForm): shape is Extract<ShapeForm, { readonly type: SimpleType }> {
  return Object.hasOwn(SIMPLE, shape.type);
}

function ofKind(profile: LicenceProfile, fields: readonly Field[], wrong: number): fc.Arbitrary<object> {
  return recordOf([...fields, ...fieldsOfKind(profile)], wrong).map((entry) =>
    Object.assign(entry, { kind: profile.kind }),
  );
}

const KEYS = {
  year: ['2025', '2026', '2027'],
  quarter: ['2026-Q1', '2026-Q4'],
  period: ['2026', '2026-Q2', '2026-09', '2026-09-02'],
  date: ['2026-06-12', '2026-09-02'],
  province: PROVINCES,
  rule: ['isp/leased-line', 'own/fire-drill'],
} as const satisfies Record<KeyForm, readonly string[]>;

const word = fc.stringMatching(/^[a-z0-9][a-z0-9-]{9,14}$/u);
const SIMPLE: Readonly<Record<SimpleType, fc.Arbitrary<unknown>>> = {
  id: word,
  kind: fc.constantFrom('leased-line', 'constructor', '0'),
  sha256: fc.constantFrom('ab'.repeat(32), 'AB'.repeat(32)),
  timezone: fc.constantFrom('Asia/Shanghai', 'UTC'),
  version: fc.constant(1),
  day: days(2026),
  end: fc.oneof(fc.constant('never'), days(2026)),
  'yes-or-no': fc.boolean(),
  amount: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  scope: fc.oneof(fc.constant('national'), fc.subarray([...PROVINCES], { minLength: 1 })),
  'warn-within': fc.oneof(fc.nat(400), fc.constantFrom({}, { default: 3 }, { renewal: 0, 'x-own': 1, domain: 9 })),
  'evidence-kinds': fc.oneof(fc.constant('all'), fc.subarray(['domain', 'licence'])),
};
