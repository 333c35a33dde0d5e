import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { applyAllToData, applyToData, type Edit, holdsWords, wordOf } from '../../src/domain/edit.ts';

const entry = { id: 'b' };

describe('the data after an edit', () => {
  test.each<{ name: string; data: unknown; edit: Edit; after: unknown }>([
    {
      name: 'an entry is the last of its list',
      data: { resources: [{ id: 'a' }], waivers: [] },
      edit: { kind: 'append-entry', list: 'resources', entry },
      after: { resources: [{ id: 'a' }, entry], waivers: [] },
    },
    {
      name: 'a list may be nothing',
      data: { resources: null },
      edit: { kind: 'append-entry', list: 'resources', entry },
      after: { resources: [entry] },
    },
    {
      name: 'a word takes the place of a mapping',
      data: { policy: { warnWithin: { default: 30 } } },
      edit: { kind: 'set-field', path: ['policy'], field: 'warnWithin', value: 90 },
      after: { policy: { warnWithin: 90 } },
    },
    {
      name: 'a mapping may be empty',
      data: { policy: {} },
      edit: { kind: 'set-field', path: ['policy'], field: 'warnWithin', value: {} },
      after: { policy: { warnWithin: {} } },
    },
    {
      name: 'and so may the file',
      data: null,
      edit: { kind: 'append-entry', list: 'resources', entry },
      after: { resources: [entry] },
    },
    {
      name: 'an item is the last of a list of its entry',
      data: { resources: [{}, { serves: ['isp'] }] },
      edit: { kind: 'append-item', path: ['resources', 1], field: 'serves', value: 'idc' },
      after: { resources: [{}, { serves: ['isp', 'idc'] }] },
    },
    {
      name: 'a field is replaced',
      data: { resources: [{ expires: 'a', serves: ['isp'] }] },
      edit: { kind: 'set-field', path: ['resources', 0], field: 'serves', value: ['idc'] },
      after: { resources: [{ expires: 'a', serves: ['idc'] }] },
    },
    {
      name: 'a mapping is merged, however deep',
      data: { a: { b: { 2024: 'x', 2025: { c: 1 } } } },
      edit: { kind: 'set-field', path: ['a'], field: 'b', value: { 2025: { d: 2 }, 2026: 'y' } },
      after: { a: { b: { 2024: 'x', 2025: { c: 1, d: 2 }, 2026: 'y' } } },
    },
    {
      name: 'a field is gone, and nothing else',
      data: { a: 1, b: 2 },
      edit: { kind: 'remove-field', path: [], field: 'a' },
      after: { b: 2 },
    },
    {
      name: 'a field that is not there is not there',
      data: { b: 2 },
      edit: { kind: 'remove-field', path: [], field: 'constructor' },
      after: { b: 2 },
    },
    {
      name: 'constructor is a field like any other',
      data: { a: 1 },
      edit: { kind: 'set-field', path: [], field: 'constructor', value: { b: 1 } },
      after: { a: 1, constructor: { b: 1 } },
    },
    {
      name: 'an item is replaced',
      data: { a: { b: ['x', 'y'] } },
      edit: { kind: 'replace', path: ['a', 'b', 1], value: 'z' },
      after: { a: { b: ['x', 'z'] } },
    },
    {
      name: 'nothing to replace',
      data: { a: { b: ['x'] } },
      edit: { kind: 'replace', path: ['a', 'b', 1], value: 'z' },
      after: undefined,
    },
    {
      name: 'a field gets another name',
      data: { a: [{ b: 1, c: 2 }] },
      edit: { kind: 'rename-field', path: ['a', 0], field: 'b', to: 'd' },
      after: { a: [{ d: 1, c: 2 }] },
    },
    {
      name: 'no name that is taken',
      data: { b: 1, c: 2 },
      edit: { kind: 'rename-field', path: [], field: 'b', to: 'c' },
      after: undefined,
    },
    {
      name: 'no name for what is not there',
      data: { b: 1 },
      edit: { kind: 'rename-field', path: [], field: 'constructor', to: 'c' },
      after: undefined,
    },
    {
      name: 'an item is gone',
      data: { a: ['x', 'y'] },
      edit: { kind: 'remove-item', path: ['a'], at: 0 },
      after: { a: ['y'] },
    },
    {
      name: 'no item to remove',
      data: { a: ['x', 'y'] },
      edit: { kind: 'remove-item', path: ['a'], at: 2 },
      after: undefined,
    },
    {
      name: 'no list to remove from',
      data: { a: { 0: 'x' } },
      edit: { kind: 'remove-item', path: ['a'], at: 0 },
      after: undefined,
    },
    {
      name: 'no mapping at the path',
      data: { a: [1] },
      edit: { kind: 'set-field', path: ['a', 0], field: 'b', value: 1 },
      after: undefined,
    },
    {
      name: 'nothing at the path',
      data: { a: [] },
      edit: { kind: 'remove-field', path: ['a', 0], field: 'b' },
      after: undefined,
    },
    {
      name: 'no list where one is appended to',
      data: { a: { b: 'text' } },
      edit: { kind: 'append-item', path: ['a'], field: 'b', value: 1 },
      after: undefined,
    },
  ])('$name', ({ data, edit, after }) => {
    const before = structuredClone(data);
    expect(applyToData(data, edit)).toEqual(after);
    expect(data).toEqual(before);
  });

  test('__proto__ is a field, too', () => {
    const edit: Edit = { kind: 'set-field', path: [], field: '__proto__', value: { polluted: true } };
    const after = applyToData({}, edit);
    expect(Object.keys(Object(after))).toEqual(['__proto__']);
    expect('polluted' in Object(after)).toBe(false);
  });
});

test('edits that follow on each other do what each does alone', () => {
  const edit = fc.oneof(
    fc.record({
      kind: fc.constant('append-entry' as const),
      list: fc.constantFrom('licences' as const, 'resources' as const),
      entry: fc.record({ id: fc.string({ maxLength: 3 }) }),
    }),
    fc.record({
      kind: fc.constant('set-field' as const),
      path: fc.constantFrom([], ['resources', 0], ['resources', 5]),
      field: fc.constantFrom('id', 'title'),
      value: fc.string({ maxLength: 3 }),
    }),
  );
  const data = fc.constantFrom<unknown>({}, null, { resources: [{ id: 'a' }] }, { resources: 1 }, { licences: null });
  fc.assert(
    fc.property(data, fc.array(edit), (before, edits: readonly Edit[]) => {
      const oneByOne = edits.reduce<unknown>(
        (changed, one, at) => (at > 0 && changed === undefined ? undefined : applyToData(changed, one)),
        before,
      );
      expect(applyAllToData(before, edits)).toStrictEqual(oneByOne);
    }),
  );
});

test.each([
  ['2027-01-01', '2027-01-01'],
  ['', ''],
  [undefined, ''],
  [null, ''],
  [0, '0'],
  [true, 'true'],
  [['a', 1], '["a",1]'],
])('%j is written %j', (value, word) => {
  expect(wordOf(value)).toBe(word);
});

test('a name may look like a day, a last day may not look like a name', () => {
  expect(holdsWords('name')).toBe(true);
  expect(holdsWords('expires')).toBe(false);
});
