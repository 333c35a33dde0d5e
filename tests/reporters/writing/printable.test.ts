import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { printable } from '../../../src/reporters/writing/printable.ts';
import { nastyText } from '../../support/nasty-text.ts';

describe('printable', () => {
  test.each([
    ['plain Chinese and Latin', '北京亦庄专线 A-1（2026）', '北京亦庄专线 A-1（2026）'],
    ['line breaks', 'one\ntwo\r\nthree', String.raw`one\ntwo\r\nthree`],
    ['a tab', 'one\ttwo', String.raw`one\ttwo`],
    ['a terminal command', '\u001B[2J\u009B31m', String.raw`\u{001B}[2J\u{009B}31m`],
    ['writing turned round', 'gnp.\u202Eexe\u202C', String.raw`gnp.\u{202E}exe\u{202C}`],
    ['isolates and marks', '\u2066a\u2069\u200E\u200F\u061C', String.raw`\u{2066}a\u{2069}\u{200E}\u{200F}\u{061C}`],
    ['line and paragraph separators', 'a\u2028b\u2029c\u0085d', String.raw`a\u{2028}b\u{2029}c\u{0085}d`],
    ['characters without width', 'isp\u200B\u2060\uFEFF\u00AD', String.raw`isp\u{200B}\u{2060}\u{FEFF}\u{00AD}`],
    ['half a pair', 'a\uD83Db', String.raw`a\u{D83D}b`],
    ['a whole pair', '机房😀', '机房😀'],
    ['hidden tag letters', 'a\u{E0041}', String.raw`a\u{E0041}`],
    ['the selector behind a pictograph', '⚠\uFE0F 续签', '⚠\uFE0F 续签'],
    ['the selector behind anything else', 'a\uFE0F', String.raw`a\u{FE0F}`],
    ['a blank that is a letter', '\u3164\u115F', String.raw`\u{3164}\u{115F}`],
  ])('shows %s', (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('escapes the unseen characters of Unicode and no others', () => {
    const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10_ff_ff; code += 1) {
      const character = String.fromCodePoint(code);
      if ((printable(character) !== character) !== unseen.test(character)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('leaves nothing that acts on a terminal', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  test('is done once: printed text stays as it is', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });
});
