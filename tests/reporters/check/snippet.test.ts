import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';

import { excerptOf, snippetLines } from '../../../src/reporters/check/snippet.ts';
import { plainColours } from '../../../src/reporters/writing/style.ts';
import { nastyText } from '../../support/nasty-text.ts';

/** The excerpt as people see it: the text, and carets under the span. */
function drawn(line: string, piece: string, room: number): string {
  const from = line.indexOf(piece);
  const { text, before, columns } = excerptOf(line, { from, to: from + piece.length }, room);
  return `${text}\n${' '.repeat(before)}${'^'.repeat(columns)}`;
}

describe('excerptOf', () => {
  const long = `{ title: ${'甲'.repeat(40)}, expires: 2026-10-31, owner: ${'乙'.repeat(40)} }`;

  test('a line that fits is shown whole', () => {
    expect(drawn('    expires: 2026-10-31', '2026-10-31', 40)).toBe('    expires: 2026-10-31\n             ^^^^^^^^^^');
  });

  test('wide characters take two carets', () => {
    expect(drawn('title: 专线协议', '专线', 40)).toBe('title: 专线协议\n       ^^^^');
  });

  test('tabs and what cannot be seen are shown, and counted as shown', () => {
    expect(drawn('\texpires: x\u202Ey', 'x\u202Ey', 40)).toBe('\\texpires: x\\u{202E}y\n           ^^^^^^^^^^');
  });

  test('a long line is cut on both sides of the place', () => {
    expect(drawn(long, '2026-10-31', 40)).toBe('…, expires: 2026-10-31, owner: 乙乙乙乙…\n            ^^^^^^^^^^');
  });

  test('a long line with the place near its beginning is cut behind it', () => {
    expect(drawn(long, 'title', 20)).toBe('{ title: 甲甲甲甲…\n  ^^^^^');
  });

  test('a place at the end of a line has a column of its own', () => {
    expect(excerptOf('expires:', { from: 8, to: 8 }, 40)).toEqual({ text: 'expires:', before: 8, columns: 1 });
    expect(excerptOf('', { from: 5, to: 9 }, 40)).toEqual({ text: '', before: 0, columns: 1 });
  });

  test('the carets stay under the text and the text in its room', () => {
    fc.assert(
      fc.property(nastyText, fc.nat(220), fc.nat(40), fc.integer({ min: 20, max: 120 }), (line, from, length, room) => {
        const { text, before, columns } = excerptOf(line, { from, to: from + length }, room);
        expect(stringWidth(text)).toBeLessThanOrEqual(room);
        expect(columns).toBeGreaterThanOrEqual(1);
        expect(before + columns).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('snippetLines', () => {
  const options = { indent: 2, width: 60, label: '', paint: (carets: string) => carets, colour: plainColours };
  const location = { file: 'ledger.yaml', line: 9, column: 3, endLine: 9, endColumn: 6 };

  test('names who stands there beside the carets', () => {
    expect(snippetLines({ ...options, location, line: '- isp', label: 'isp 许可' })).toEqual([
      '  ledger.yaml:9:3 │ - isp',
      '                  │   ^^^ isp 许可',
    ]);
  });

  test('where there is little room the place stands above, and a name below, cut if need be', () => {
    const label = '北京亦庄专线接入协议';
    expect(snippetLines({ ...options, width: 24, location, line: '- isp', label })).toEqual([
      '  ledger.yaml:9:3',
      '  9 │ - isp',
      '    │   ^^^',
      '    │ 北京亦庄专线接入…',
    ]);
  });

  test('a place over several lines is marked to the end of its first', () => {
    expect(
      snippetLines({ ...options, location: { ...location, endLine: 11, endColumn: 2 }, line: '- isp: {' }),
    ).toEqual(['  ledger.yaml:9:3 │ - isp: {', '                  │   ^^^^^^']);
  });

  test('a place whose line says nothing more is told alone', () => {
    expect(snippetLines({ ...options, location, line: undefined })).toEqual(['  ledger.yaml:9:3']);
  });
});
