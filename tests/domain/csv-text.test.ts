import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fromCsvText, toCsvText } from '../../src/domain/csv-text.ts';

const BLANKS = [' ', '\n', '\u00A0', '\u3000', '\uFEFF', '\u200B', '\u2060', '\u00AD', '\u3164'];
const ACTING = [
  '\r',
  '\u0000',
  '\u000B',
  '\u001F',
  '\u007F',
  '\u0085',
  '\u009F',
  '\u2028',
  '\u202E',
  '\u2066',
  '\u2069',
];
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const text = fc.string({
  unit: fc.constantFrom(
    ...BLANKS,
    ...ACTING,
    ...SIGNS,
    '\t',
    "'",
    '\\',
    'u{',
    '005C}',
    '202E}',
    '\n',
    '"',
    '专',
    'a',
    '1',
  ),
  maxLength: 6,
});

test.each(['', ...BLANKS, '\u3000 \u200B', "'", "' '"])('what stands behind %j is guarded', (front) => {
  for (const sign of SIGNS) expect(toCsvText(`${front}${sign}1`)).toBe(`'${front}${sign}1`);
});

test.each(['\t专线', "'\t专线"])('%j is guarded', (written) => {
  expect(toCsvText(written)).toBe(`'${written}`);
});

test.each(['', '专线', ' 专线=1', "'专线'", '1+1', 'a\n=1'])('%j is no formula', (written) => {
  expect(toCsvText(written)).toBe(written);
});

test.each([
  ['a\rb', String.raw`a\u{000D}b`],
  ['\u202E=1', String.raw`\u{202E}=1`],
  ['a\u2028b', String.raw`a\u{2028}b`],
  [String.raw`a\u{202E}b`, String.raw`a\u{005C}u{202E}b`],
  ['a\r\nb', 'a\r\nb'],
])('%j is written %s', (one, written) => {
  expect(toCsvText(one)).toBe(written);
});

test('what was written by others stays', () => {
  for (const written of [String.raw`a\u{0041}`, String.raw`a\u{202e}`, String.raw`C:\u{x}`]) {
    expect(fromCsvText(written)).toBe(written);
  }
});

test('the text comes back', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(fromCsvText(toCsvText(one))).toBe(one);
    }),
    { numRuns: 5000 },
  );
});
