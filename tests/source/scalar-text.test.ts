import { expect, test } from 'vitest';

import { scalarText, type ScalarStyle } from '../../src/source/editing/scalar-text.ts';

const block: ScalarStyle = { where: 'block' };
const flow: ScalarStyle = { where: 'flow' };
const key: ScalarStyle = { where: 'key' };
const single: ScalarStyle = { where: 'block', quote: 'single' };
const double: ScalarStyle = { where: 'block', quote: 'double' };

test.each<[value: string | number | boolean | null, style: ScalarStyle, text: string]>([
  [null, block, 'null'],
  [true, block, 'true'],
  [-0, block, '-0'],
  [1.5, single, '1.5'],
  [Number.NaN, block, '.nan'],
  [Infinity, block, '.inf'],
  [-Infinity, block, '-.inf'],

  ['电信 a', block, '电信 a'],
  ['a', single, "'a'"],
  ['a', double, '"a"'],
  ["it's", single, "'it''s'"],
  ["it's", block, "it's"],
  ["'s", block, `"'s"`],
  ['"a"', block, `'"a"'`],
  [String.raw`a\: b`, block, String.raw`'a\: b'`],
  [`"a" 's`, block, String.raw`"\"a\" 's"`],
  ['"a"', double, String.raw`"\"a\""`],

  ['', block, '""'],
  ['', key, '""'],
  [' a', block, '" a"'],
  ['a ', key, '"a "'],
  ['a\u3000', block, '"a\u3000"'],
  ['a, b', block, 'a, b'],
  ['a, b', flow, '"a, b"'],
  ['a: b', block, '"a: b"'],
  ['a #b', block, '"a #b"'],

  ['a\nb', block, String.raw`"a\nb"`],
  ['a\u200Bb', single, String.raw`"a\u200bb"`],
  ['a\u202Eb', key, String.raw`"a\u202eb"`],
  ['a\u0085b', block, String.raw`"a\u0085b"`],
  ['\uD800', block, String.raw`"\ud800"`],
  ['a\u00ADb\uFEFF', double, String.raw`"a\u00adb\ufeff"`],

  ['2026-12-31', block, '2026-12-31'],
  ['2026-12-31', { ...block, isWords: true }, '"2026-12-31"'],
  ['2026-12-31 x', { ...block, isWords: true }, '"2026-12-31 x"'],
  ['x 2026-12-31', { ...block, isWords: true }, 'x 2026-12-31'],
  ['2026-12-311', { ...block, isWords: true }, '2026-12-311'],

  // What YAML 1.1 takes for something else.
  ['Yes', block, '"Yes"'],
  ['no', flow, '"no"'],
  ['yesterday', block, 'yesterday'],
  ['on air', block, 'on air'],
  ['12', block, '"12"'],
  ['-1_000.5', block, '"-1_000.5"'],
  ['12a', block, '12a'],
  ['v12', block, 'v12'],
  ['12:30', block, '"12:30"'],
  ['12:30:59.5', block, '"12:30:59.5"'],
  ['12:60', block, '12:60'],
  ['12:30x', block, '12:30x'],
  ['1.2.3', block, '1.2.3'],

  // Keys are texts whatever they look like, but for these.
  ['2026', key, '2026'],
  ['2026-09', key, '2026-09'],
  ['yes', key, 'yes'],
  ['True', key, '"True"'],
  ['null', key, '"null"'],
  ['~', key, '"~"'],
  ['nullable', key, 'nullable'],
  ['备注 a-b', key, '备注 a-b'],
  ['a  b', key, '"a  b"'],
  ['-a', key, '"-a"'],
  ['a', { where: 'key', quote: 'single' }, "'a'"],
])('%j %o is %s', (value, style, text) => {
  expect(scalarText(value, style)).toBe(text);
});
