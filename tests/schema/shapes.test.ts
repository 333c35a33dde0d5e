/**
 * What each shape of a field lets in, and what the ledger then holds: by the schemas, which say what they expected, and by the
 * readers that do without them. Each row makes its own, as neither keeps what it made from another field.
 */
import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';

import { FOREVER } from '../../src/domain/calendar-day.ts';
import { POLICY_DEFAULTS } from '../../src/domain/ledger.ts';
import * as shapes from '../../src/fields/field.ts';
import { fieldSchema } from '../../src/schema/ledger-schema.ts';
import { DOUBT, readersOf } from '../../src/schema/sound-values.ts';
import * as values from '../../src/schema/values.ts';
import { day } from '../support/days.ts';

interface Row {
  readonly shape: shapes.ShapeForm;
  readonly presence?: shapes.Presence;
  readonly standard?: unknown;
  /** Made anew: of values without parts the schemas are kept. */
  readonly schema?: () => z.ZodMiniType;
  /** What is written, and what the ledger holds of it where that is something else. */
  readonly good: readonly (readonly [written: unknown, held?: unknown])[];
  /** What is written, and what the schema says that it expected: at which place, unless it is the whole. */
  readonly bad: readonly (readonly [written: unknown, expected: string, ...place: readonly PropertyKey[]])[];
}

const NO_TEXTS = [undefined, null, 1, true, [], {}];
const NO_NUMBERS = [undefined, null, '1', true, [], {}, Number.NaN, Infinity];
const all = (written: readonly unknown[], expected: string): Row['bad'] => written.map((one) => [one, expected]);

const DAY = '2026-02-28';
const SHA = 'Ab'.repeat(32);
const entry = {
  fields: {
    name: shapes.required(shapes.field('name', about(shapes.filled()))),
    days: shapes.field('days', about(shapes.count(1, 3))),
  },
};
const either = { ...entry, either: ['name', 'days'], fields: { ...entry.fields, name: entry.fields.days } } as const;
const FIELDS = 'mapping name days';

function about<Value>(shape: shapes.Shape<Value>): shapes.FieldDescription<Value> {
  const words = { zh: '例', en: 'example' };
  return { title: words, describes: words, shape, example: '' };
}

const ROWS: Readonly<Record<string, Row>> = {
  text: {
    shape: shapes.text(),
    good: [[''], ['x'], ['电'.repeat(1000)], ['𠮷'.repeat(1000)]],
    bad: [...all(NO_TEXTS, 'text'), ...all(['x'.repeat(1001), '𠮷'.repeat(1001), 'x'.repeat(2001)], 'at-most 1000')],
  },
  'text of several sentences': {
    shape: shapes.text(100_000),
    good: [['x'.repeat(100_000)]],
    bad: all(['x'.repeat(100_001)], 'at-most 100000'),
  },
  'text that says something': {
    shape: shapes.filled(),
    good: [['x'], [' x '], ['x'.repeat(1000)]],
    bad: [...all([...NO_TEXTS, '', ' \n'], 'filled'), ...all(['x'.repeat(1001), ' '.repeat(1001)], 'at-most 1000')],
  },
  id: {
    shape: { type: 'id' },
    schema: values.id,
    good: [['a'], ['0'], ['isp-2026'], ['a-'], ['a'.repeat(200)]],
    bad: [
      ...all([...NO_TEXTS, '', '-a', 'A', 'a_b', 'a b', 'a/b', ' a', 'a\n', '许可证'], 'id'),
      ...all(['a'.repeat(201), '-'.repeat(201)], 'at-most 200'),
    ],
  },
  kind: {
    shape: { type: 'kind' },
    schema: values.kind,
    good: [['a'], ['number-106'], ['a'.repeat(200)]],
    bad: [
      ...all([...NO_TEXTS, '', '-a', 'a-', 'a--b', 'A', 'a/b'], 'kind'),
      ...all(['a'.repeat(201), '-'.repeat(201)], 'at-most 200'),
    ],
  },
  'SHA-256': {
    shape: { type: 'sha256' },
    schema: values.sha256,
    good: [[SHA, SHA.toLowerCase()]],
    bad: all([...NO_TEXTS, '', SHA.slice(1), `${SHA}a`, `g${SHA.slice(1)}`], 'sha256'),
  },
  'time zone': {
    shape: { type: 'timezone' },
    schema: values.timezone,
    good: [['Asia/Shanghai'], ['UTC']],
    bad: all([...NO_TEXTS, '', 'Asia/Nowhere'], 'timezone'),
  },
  'yes or no': {
    shape: { type: 'yes-or-no' },
    schema: values.yesOrNo,
    good: [[true], [false]],
    bad: all([undefined, null, 'true', 1, 0, [], {}], 'yes-or-no'),
  },
  amount: {
    shape: { type: 'amount' },
    schema: values.amount,
    good: [[0], [0.5], [10_000_000]],
    bad: all([...NO_NUMBERS, -0.01], 'amount'),
  },
  version: {
    shape: { type: 'version' },
    schema: values.version,
    good: [[1]],
    bad: all([undefined, null, '1', 0, 2, true], 'version'),
  },
  day: {
    shape: { type: 'day' },
    schema: values.day,
    good: [
      [DAY, day(DAY)],
      ['2028-02-29', day('2028-02-29')],
    ],
    bad: all([...NO_TEXTS, '', '2026-02-29', '2026-2-28', `${DAY}T00:00`, ` ${DAY}`, 'never'], 'day'),
  },
  end: {
    shape: { type: 'end' },
    schema: values.end,
    good: [
      [DAY, day(DAY)],
      ['never', FOREVER],
    ],
    bad: all([...NO_TEXTS, '', '2026-02-29', `${DAY}x`, 'Never', 'never ', 'whenever'], 'end'),
  },
  scope: {
    shape: { type: 'scope' },
    schema: values.scope,
    good: [['national'], [['北京']], [['北京', '河北']]],
    bad: all([undefined, null, 'all', '北京', [], ['北京市'], ['北京', 1], ['national'], {}, 1], 'scope'),
  },
  'days of warning': {
    shape: { type: 'warn-within' },
    schema: values.warnWithin,
    good: [
      [0, { default: 0 }],
      [shapes.MOST_DAYS, { default: shapes.MOST_DAYS }],
      [{ default: 5 }, { default: 5 }],
      [
        { certificate: 5, 'leased-line': 0 },
        { default: POLICY_DEFAULTS.warnWithin.default, certificate: 5, 'leased-line': 0 },
      ],
    ],
    bad: [
      ...all([undefined, null, '30', 0.5, true, []], 'warn-within'),
      ...all([-1, shapes.MOST_DAYS + 1], 'count 0 36500'),
      [{ Certificate: 5 }, 'warn-within'],
      [{ certificate: -1 }, 'count 0 36500', 'certificate'],
      [{ certificate: '5' }, 'warn-within'],
    ],
  },
  'kinds with evidence': {
    shape: { type: 'evidence-kinds' },
    schema: values.evidenceKinds,
    good: [['all'], [[]], [['isp', 'leased-line']]],
    bad: [...all([undefined, null, 'isp', {}, 1], 'evidence-kinds'), [['ISP'], 'kind', 0]],
  },
  count: {
    shape: shapes.count(1, 12),
    good: [[1], [12]],
    bad: all([...NO_NUMBERS, 0, 13, 1.5, -1], 'count 1 12'),
  },
  'days as a count': {
    shape: shapes.days(),
    good: [[0], [36_500]],
    bad: all([...NO_NUMBERS, -1, 36_501, 0.5], 'count 0 36500'),
  },
  'months as a count': { shape: shapes.months(), good: [[1], [1200]], bad: all([0, 1201], 'count 1 1200') },
  choice: {
    shape: shapes.choice(['new', 'renewed']),
    good: [['new'], ['renewed']],
    bad: all([...NO_TEXTS, '', 'NEW', 'new '], 'one-of new renewed'),
  },
  'list of words': {
    shape: shapes.list(shapes.idWord()),
    good: [[undefined, []], [null, []], [[]], [['a', 'b']]],
    bad: [...all(['a', 1, {}, { length: 0 }], 'list values'), [['a', 'B'], 'id', 1], [['a', undefined], 'id', 1]],
  },
  'list of records': {
    shape: shapes.list(shapes.record(entry)),
    good: [[null, []], [[{ name: 'a' }, { name: 'b', days: 3 }]]],
    bad: [
      ['a', 'list entries'],
      [['a'], FIELDS, 0],
      [[{ name: 'a' }, { name: 'b', days: 4 }], 'count 1 3', 1, 'days'],
    ],
  },
  'mapping by year': {
    shape: shapes.mapping('year', shapes.day()),
    good: [
      [undefined, {}],
      [null, {}],
      [{}],
      [
        { 2025: DAY, 2026: DAY },
        { 2025: day(DAY), 2026: day(DAY) },
      ],
    ],
    bad: [
      ...all(['2025', 1, []], 'year'),
      [{ 25: DAY }, 'year', '25'],
      [JSON.parse(`{ "__proto__": "${DAY}" }`), 'year', '__proto__'],
      [{ 2025: 'x' }, 'day', '2025'],
    ],
  },
  record: {
    shape: shapes.record(entry),
    good: [[{ name: 'a' }], [{ name: 'a', days: 1 }]],
    bad: [
      ...all(['a', 1, []], FIELDS),
      [undefined, 'filled', 'name'],
      [null, 'filled', 'name'],
      [{}, 'filled', 'name'],
      [{ name: '', days: 1 }, 'filled', 'name'],
      [{ name: 'a', days: 0 }, 'count 1 3', 'days'],
      [{ name: 'a', colour: 1 }, FIELDS],
    ],
  },
  'record with one of two fields': {
    shape: shapes.list(shapes.record(either)),
    good: [[[{ name: 1 }]], [[{ days: 1 }]]],
    bad: [
      [[{}], 'either name days', 0],
      [[{ name: 1, days: 1 }], 'either name days', 0],
    ],
  },
  'text that may be absent': {
    shape: shapes.filled(),
    presence: 'optional',
    good: [[undefined], ['a']],
    bad: all([null, '', 1], 'filled'),
  },
  'record that may be absent': {
    shape: shapes.record(entry),
    presence: 'optional',
    good: [[undefined], [{ name: 'a' }]],
    bad: [
      [null, 'filled', 'name'],
      ['a', FIELDS],
    ],
  },
  'number with a standard': {
    shape: shapes.count(0, 9),
    presence: 'standard',
    standard: 7,
    good: [[undefined, 7], [0], [9]],
    bad: all([null, '1', 10], 'count 0 9'),
  },
  'list with a standard is empty where it is absent': {
    shape: shapes.list(shapes.idWord()),
    presence: 'standard',
    standard: ['never looked at'],
    good: [[undefined, []], [null, []], [['a']]],
    bad: all(['a'], 'list values'),
  },
  'mapping with a standard is empty where it is absent': {
    shape: shapes.mapping('quarter', shapes.yesOrNo()),
    presence: 'standard',
    standard: { 'never looked at': true },
    good: [[undefined, {}], [null, {}], [{ '2026-Q3': true }]],
    bad: [
      [{ '2026-Q5': true }, 'quarter', '2026-Q5'],
      [{ '2026-Q3': 1 }, 'yes-or-no', '2026-Q3'],
    ],
  },
  'record with a standard': {
    shape: shapes.record(entry),
    presence: 'standard',
    standard: { name: 'standard' },
    good: [[undefined, { name: 'standard' }], [null, { name: 'standard' }], [{ name: 'a' }]],
    bad: [
      ['a', FIELDS],
      [{}, 'filled', 'name'],
    ],
  },
};

describe.each(Object.entries(ROWS))('%s', (_, { shape, presence = 'required', standard, schema, good, bad }) => {
  const field = { ...shapes.field('x', about(shape)), presence, standard };
  const read = (written: unknown): unknown => readersOf({ x: field })['x']?.(written);
  const parse = (written: unknown) => (schema?.() ?? fieldSchema({ ...field })).safeParse(written);

  test('lets in', () => {
    for (const [written, ...held] of good) {
      const [expected] = held.length === 0 ? [written] : held;
      expect(parse(written)).toEqual({ success: true, data: expected });
      expect(read(written)).toEqual(expected);
    }
  });

  test('keeps out', () => {
    for (const [written, expected, ...path] of bad) {
      const issues = parse(written).error?.issues ?? [];
      const said = issues.map((issue) => ({ expected: issue.message, path: issue.path }));
      expect({ written, said }).toEqual({ written, said: [{ expected, path }] });
      expect(() => read(written)).toThrow(DOUBT);
    }
  });
});
