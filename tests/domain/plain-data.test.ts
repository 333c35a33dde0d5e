/** What two data have in common: whether they say the same, and which of their entries are the same objects. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { areSame, fieldOf, formerPlaces, isMapping, withKnownEntries } from '../../src/domain/plain-data.ts';

test.each<[value: unknown, is: boolean]>([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ['a', false],
  [undefined, false],
])('%j is a mapping: %s', (value, is) => {
  expect(isMapping(value)).toBe(is);
});

test('a field is one that the file names', () => {
  expect(fieldOf({ a: 1 }, 'a')).toBe(1);
  expect(fieldOf({ a: 1 }, 'constructor')).toBeUndefined();
  expect(fieldOf([1], 'length')).toBeUndefined();
  expect(fieldOf(null, 'a')).toBeUndefined();
});

describe('the same is said by', () => {
  test.each<[one: unknown, other: unknown, same: boolean]>([
    [1, 1, true],
    [1, '1', false],
    [0, -0, false],
    [null, undefined, false],
    [{}, {}, true],
    [[], [], true],
    [[], {}, false],
    [{}, [], false],
    [{}, null, false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [[1, 2], [1], false],
    [{ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 }, true],
    [{ a: 1, b: [{ c: 2 }] }, { b: [{ c: 3 }], a: 1 }, false],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1, b: 2 }, { a: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [{ constructor: undefined }, { a: undefined }, false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(areSame(one, other)).toBe(same);
  });

  test('one object, which is not looked into', () => {
    const entry = {
      get id(): string {
        throw new Error('looked into');
      },
    };
    expect(areSame([entry], [entry])).toBe(true);
  });
});

describe('where an item stood before', () => {
  test.each<[before: string, now: string, places: readonly (number | undefined)[]]>([
    ['', '', []],
    ['abc', 'abc', [0, 1, 2]],
    ['abc', 'abcd', [0, 1, 2, undefined]],
    ['abc', 'xabc', [undefined, 0, 1, 2]],
    ['abc', 'abxc', [0, 1, undefined, 2]],
    ['abc', 'ac', [0, 2]],
    ['abc', 'bc', [1, 2]],
    ['abc', 'ab', [0, 1]],
    ['abc', '', []],
    ['', 'ab', [undefined, undefined]],
    ['abc', 'axc', [0, undefined, 2]],
    ['abc', 'xyz', [undefined, undefined, undefined]],
    ['abcd', 'xbyd', [undefined, 1, undefined, 3]],
    ['abcd', 'xbc', [undefined, 1, 2]],
    // It has moved.
    ['abc', 'cab', [undefined, undefined, undefined]],
    ['aaa', 'aa', [0, 1]],
    ['aa', 'aaa', [0, 1, undefined]],
  ])('%j, then %j', (before, now, places) => {
    expect(formerPlaces(before.split(''), now.split(''))).toEqual(places);
  });

  test('is a place of its own, in the order of the list, and nothing else stood there', () => {
    const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 });
    fc.assert(
      fc.property(items, items, (before, now) => {
        const places = formerPlaces(before, now);
        expect(places).toHaveLength(now.length);
        const known = places.filter((place) => place !== undefined);
        expect(new Set(known).size).toBe(known.length);
        expect(known).toEqual(known.toSorted((one, other) => one - other));
        for (const [at, place] of places.entries()) if (place !== undefined) expect(before[place]).toBe(now[at]);
      }),
    );
  });
});

describe('entries that are known', () => {
  const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

  /** Which of the objects of `wanted` stand in the data afterwards. */
  function kept(data: object, wanted: unknown, before: unknown, added: readonly unknown[] = []): readonly unknown[] {
    const copy: unknown = structuredClone(data);
    const result = withKnownEntries(copy, wanted, before, new Set(added));
    expect(result).toEqual(data);
    const list = fieldOf(result, 'list');
    return Array.isArray(list) ? list.map((item) => [a, b, c].find((one) => one === item)?.id) : [];
  }

  test('are those of before, and those that were added', () => {
    expect(kept({ list: [a, b, c] }, { list: [a, b, c] }, { list: [a, b] })).toEqual(['a', 'b', undefined]);
    expect(kept({ list: [a, b, c] }, { list: [a, b, c] }, { list: [a, b] }, [c])).toEqual(['a', 'b', 'c']);
    expect(kept({ list: [a, b] }, { list: [a, b] }, { list: 'none' })).toEqual([undefined, undefined]);
    expect(kept({ list: [a, b] }, { list: [a, b] }, {}, [b])).toEqual([undefined, 'b']);
    expect(kept({ list: [a, b] }, { list: 'none' }, { list: [a, b] })).toEqual([undefined, undefined]);
    expect(kept({ list: [a, b] }, {}, { list: [a, b] })).toEqual([undefined, undefined]);
  });

  test('what is no entry stays as it is', () => {
    expect(withKnownEntries('x', {}, {}, new Set())).toBe('x');
    expect(
      withKnownEntries({ list: [1], other: a }, { list: ['1'], other: b }, { list: ['1'] }, new Set(['1'])),
    ).toEqual({
      list: [1],
      other: a,
    });
  });
});
