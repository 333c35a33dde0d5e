import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { mappingCell, mappingIn, mappingsCell, mappingsIn, textsCell, textsIn } from '../../src/fields/cells.ts';

const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '' && !/^\d+$/u.test(text));
const key = fc.stringMatching(/^[A-Za-z0-9][\w-]{0,12}$/u).filter((text) => text !== '__proto__');
const mapping = fc.dictionary(key, word, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

describe('what is written is read back', () => {
  test('mappings, one and several', () => {
    fc.assert(
      fc.property(mapping, (one) => {
        expect(mappingIn(mappingCell(one))).toEqual(one);
      }),
    );
    fc.assert(
      fc.property(fc.array(mapping, { minLength: 1, maxLength: 3 }), (all) => {
        expect(mappingsIn(mappingsCell(all))).toEqual(all);
      }),
    );
  });

  test('texts', () => {
    fc.assert(
      fc.property(fc.array(word), (texts) => {
        expect(textsIn(textsCell(texts))).toEqual(texts);
      }),
    );
  });
});

describe('cells', () => {
  test.each([
    ['2025: 2026-02-20, 2024：2025-03-01', { 2025: '2026-02-20', 2024: '2025-03-01' }],
    ['months: 12；noticeDays: 30', { months: 12, noticeDays: 30 }],
    ['path: "a, b.pdf"', { path: 'a, b.pdf' }],
  ])('%s', (cell, expected) => {
    expect(mappingIn(cell)).toEqual(expected);
  });

  test.each(['', '有', '扫描件: ', 'a: 1, 有', 'a: 1, a: 2', 'path: "a'])('%j is no mapping', (cell) => {
    expect(mappingIn(cell)).toBeUndefined();
  });
});
