import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { CHANGE_KINDS } from '../../src/domain/company.ts';
import {
  mappingCell,
  mappingIn,
  mappingsCell,
  mappingsIn,
  saysNo,
  saysYes,
  textsCell,
  textsIn,
  valueInCell,
} from '../../src/fields/cells.ts';
import {
  amount,
  choice,
  count,
  day,
  evidenceKinds,
  field,
  list,
  mapping as mappingOf,
  record,
  scopeOf,
  type ShapeForm,
  text,
  versionOne,
  warnWithinOf,
  yesOrNo,
} from '../../src/fields/field.ts';

const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '' && !/^\d+$/u.test(text));
const key = fc.stringMatching(/^[A-Za-z0-9][\w-]{0,12}$/u).filter((text) => text !== '__proto__');
const mapping = fc.dictionary(key, word, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
const ANY = { title: { zh: '', en: '' }, describes: { zh: '', en: '' }, example: '' };

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
    ['5" rack、19" rack', ['5" rack', '19" rack']],
    ['"5" rack, x\n"19, y', ['"5" rack', 'x', '"19, y']],
    ['a: "b, c"', ['a: "b, c"']],
  ])('a quote that holds no text is a sign like others: %j', (cell, texts) => {
    expect(textsIn(cell)).toEqual(texts);
  });

  test('a cell of 100,000 quotes that never end is read in one go', () => {
    const begun = performance.now();
    textsIn(`"${String.raw`\"`.repeat(100_000)}`);
    mappingIn(`a: x${' '.repeat(100_000)}"`);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test.each([
    ['2025: 2026-02-20, 2024：2025-03-01', { 2025: '2026-02-20', 2024: '2025-03-01' }],
    ['months: 12；noticeDays: 30', { months: 12, noticeDays: 30 }],
    ['path: "a, b.pdf"', { path: 'a, b.pdf' }],
    [' a : 1,, b_c：x y ；\n', { a: 1, b_c: 'x y' }],
    ['a: 123456789012345, b: 1234567890123456', { a: 123_456_789_012_345, b: '1234567890123456' }],
    ['a: "12", b: 12月, c: v12', { a: '12', b: '12月', c: 'v12' }],
    ['a: "say \\"x\\""', { a: 'say "x"' }],
  ])('%s', (cell, expected) => {
    expect(mappingIn(cell)).toEqual(expected);
  });

  test('parts that a mark or a space could hide stand in quotes', () => {
    expect(textsCell(['a', '', 'a b', ' a', 'a ', 'a,b', 'a、b', 'a；b', 'a\nb', 'say "x"', 12])).toBe(
      String.raw`a, "", a b, " a", "a ", "a,b", "a、b", "a；b", "a\nb", "say \"x\"", 12`,
    );
    expect(textsIn(' a ,"" ,， "b" ;"\\x"')).toEqual(['a', 'b', String.raw`"\x"`]);
  });

  test.each(['', '有', '扫描件: ', 'a: 1, 有', 'a: 1, a: 2', 'path: "a', 'path: "\\x"', 'a: ""', 'a b: 1', 'a: "b" c'])(
    '%j is no mapping',
    (cell) => {
      expect(mappingIn(cell)).toBeUndefined();
    },
  );
});

test.each([
  [' 是 ', 'yes'],
  ['√', 'yes'],
  [' × ', 'no'],
  ['False', 'no'],
  ['不是', 'neither'],
  ['yes or no', 'neither'],
  ['', 'neither'],
])('%j says %s', (word, said) => {
  expect([saysYes(word), saysNo(word)]).toEqual([said === 'yes', said === 'no']);
});

/** What no cell can say. */
const NO_CELL = [['a: 1', undefined]] as const;

describe('what a cell says, by the shape of its field', () => {
  const parts = record({
    fields: {
      what: field('what', { ...ANY, shape: choice(CHANGE_KINDS) }),
      note: field('note', { ...ANY, shape: text() }),
      seats: field('seats', { ...ANY, shape: count() }),
      paid: field('paid', { ...ANY, shape: amount() }),
    },
  });

  test.each<[ShapeForm, readonly (readonly [cell: string, value: unknown])[]]>([
    [text(), [[' 1,234 ', ' 1,234 ']]],
    [day(), [['2026-01-31', '2026-01-31']]],
    [
      scopeOf(),
      [
        [' 全国 ', 'national'],
        ['北京市/河北省/天津', ['北京', '河北', '天津']],
      ],
    ],
    [
      count(),
      [
        [' 12 ', 12],
        ['1,234', 1234],
        ['1，234，567', 1_234_567],
        ['12,34', undefined],
        ['1.5', undefined],
        ['-1', undefined],
        ['', undefined],
        ['12个', undefined],
        ['约12', undefined],
        ['9'.repeat(15), 999_999_999_999_999],
        ['9'.repeat(16), undefined],
      ],
    ],
    [
      amount(),
      [
        ['1,234.50', 1234.5],
        ['7', 7],
        ['1.', undefined],
        ['.5', undefined],
        ['1.2.3', undefined],
        ['¥1.5', undefined],
        ['1.5元', undefined],
        ['9'.repeat(16), undefined],
      ],
    ],
    [
      yesOrNo(),
      [
        [' 是 ', true],
        ['✓', true],
        ['Y', true],
        ['无', false],
        ['NO', false],
        ['不是', undefined],
        ['是的', undefined],
        ['无所谓', undefined],
        ['有无', undefined],
        ['', undefined],
      ],
    ],
    [
      choice(CHANGE_KINDS),
      [
        [' 更名 ', 'name'],
        ['Legal Representative', 'legal-representative'],
        ['entity', 'entity'],
        ['搬家', '搬家'],
      ],
    ],
    // One word, two lists: the list that the field has decides.
    [choice(['opened', 'changed', 'closed']), [['关闭', 'closed']]],
    [choice(['off', 'error', 'warning', 'info']), [['关闭', 'off']]],
    [
      list(text()),
      [
        [' 95123, "95,124" ', ['95123', '95,124']],
        ['a: 1', ['a: 1']],
        ['', []],
      ],
    ],
    [
      list(parts),
      [
        [
          'what: 更名, note: 12, seats: 12\n\n  \r\npaid: 7, constructor: 1',
          [
            { what: 'name', note: '12', seats: 12 },
            { paid: 7, constructor: 1 },
          ],
        ],
        ['what: 更名\n无', undefined],
        ['', undefined],
      ],
    ],
    [mappingOf('year', day()), [['2025: 2026-02-20, 2026: 20270301', { 2025: '2026-02-20', 2026: '20270301' }]]],
    [mappingOf('year', count()), [['2025: 12; 2026: "12"', { 2025: 12, 2026: '12' }]]],
    [mappingOf('rule', choice(['off', 'error'])), [['x: 不检查，y: 怎样', { x: 'off', y: '怎样' }]]],
    [
      warnWithinOf(),
      [
        [' 60 ', 60],
        ['isp: 60, idc: 90', { isp: 60, idc: 90 }],
        ['六十', undefined],
      ],
    ],
    [
      evidenceKinds(),
      [
        [' all ', 'all'],
        ['domain、certificate', ['domain', 'certificate']],
      ],
    ],
    [parts, NO_CELL],
    [{ type: 'licence' }, NO_CELL],
    [{ type: 'service' }, NO_CELL],
    [versionOne(), NO_CELL],
  ])('%o', (shape, rows) => {
    for (const [cell, value] of rows) expect([cell, valueInCell(cell, shape)]).toEqual([cell, value]);
  });
});
