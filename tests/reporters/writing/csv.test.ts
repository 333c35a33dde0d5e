import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fromCsvText } from '../../../src/domain/csv-text.ts';
import { renderCsv } from '../../../src/reporters/writing/csv.ts';
import { day } from '../../support/days.ts';
import { nastyText } from '../../support/nasty-text.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  [' space', '" space"'],
  ['=1+1', "'=1+1"],
  ['+8613800000000', "'+8613800000000"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', String.raw`\u{000D}x`],
  ['＝1+1', "'＝1+1"],
  ["'=1", "''=1"],
  ["'tis", "'tis"],
  ['bell\u0007', String.raw`bell\u{0007}`],
  ['a\u2028b\u2029c', String.raw`a\u{2028}b\u{2029}c`],
  ['a\u202Eb\u2066c', String.raw`a\u{202E}b\u{2066}c`],
  [-21, '-21'],
  [{ day: day('2026-01-05') }, '2026-01-05'],
  [undefined, ''],
])('%j is written %s', (content, field) => {
  expect(renderCsv([[content]])).toBe(`\u{FEFF}${field}\r\n`);
});

test('every row ends with CRLF, behind a BOM', () => {
  expect(
    renderCsv([
      ['a', 'b'],
      ['c', 1],
    ]),
  ).toBe('\u{FEFF}a,b\r\nc,1\r\n');
});

test('another reader gets the same texts, none of them a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(nastyText, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const read = parse(renderCsv(rows), { bom: true, record_delimiter: '\r\n' });
      expect(read.map((row) => row.map((field) => fromCsvText(field)))).toStrictEqual(
        rows.map((row) => row.map((text) => text.toWellFormed())),
      );
      for (const field of read.flat()) expect(field).not.toMatch(/^[=+\-@\t\r]/u);
    }),
  );
});
