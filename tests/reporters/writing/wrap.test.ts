import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';

import { displayWidth, padTo } from '../../../src/reporters/writing/display-width.ts';
import { wrap } from '../../../src/reporters/writing/layout.ts';
import { printable } from '../../../src/reporters/writing/printable.ts';
import { nastyText } from '../../support/nasty-text.ts';

describe('displayWidth', () => {
  test.each([
    ['ledger', 6],
    ['台账', 4],
    ['ＡＢ，', 6],
    ['e\u0301', 1],
    ['😀', 2],
    ['⚠\uFE0F', 2],
    ['ﾊﾞ', 2],
    ['', 0],
  ])('%s takes %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  test('never counts less than a terminal shows', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(displayWidth(printable(text))).toBeGreaterThanOrEqual(stringWidth(printable(text)));
      }),
    );
  });

  test('padding counts columns, not characters', () => {
    expect(padTo(6, '台账')).toBe('台账  ');
    expect(padTo(2, '台账')).toBe('台账');
  });
});

describe('wrap', () => {
  test.each([
    ['Latin words stay whole', 'sign the next contract', 12, ['sign the', 'next', 'contract']],
    ['Chinese breaks between characters', '续签专线接入协议', 10, ['续签专线接', '入协议']],
    ['no mark begins a line', '续签专线接，入协议', 10, ['续签专线', '接，入协议']],
    [
      'no opening mark ends a line',
      '续签专线（入协议后登记作为条目）',
      10,
      ['续签专线', '（入协议后', '登记作为条', '目）'],
    ],
    ['a short remark stays whole', '最后有效日为（还有43天）', 16, ['最后有效日为', '（还有43天）']],
    ['code stays whole', 'record it with `renew: false` now', 16, ['record it with', '`renew: false`', 'now']],
    ['code wider than a line is broken', '`renewal: { applied: DAY }`', 12, ['`renewal: {', 'applied: DAY', '}`']],
    ['a mark behind code stays with it', '写 `renew: false`；', 15, ['写', '`renew: false`', '；']],
    ['a word wider than a line is cut', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['a date is a word', '最迟2026-12-14申请', 12, ['最迟', '2026-12-14申', '请']],
    ['spaces inside a line are kept', 'a  b', 10, ['a  b']],
    ['spaces at a break are not', 'abc      def', 5, ['abc', 'def']],
    ['a mark on its own is not left behind', '甲乙丙丁！！！', 8, ['甲乙丙', '丁！！！']],
    ['an accent stays on its letter', 'cafe\u0301', 4, ['cafe\u0301']],
    ['nothing is one empty line', '', 10, ['']],
  ])('%s', (_what, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('no line is wider than asked', () => {
    fc.assert(
      fc.property(nastyText, fc.integer({ min: 10, max: 100 }), (text, width) => {
        for (const line of wrap(printable(text), width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('nothing but spaces is lost', () => {
    fc.assert(
      fc.property(nastyText, fc.integer({ min: 10, max: 100 }), (text, width) => {
        const shown = printable(text);
        expect(withoutSpaces(wrap(shown, width).join(''))).toBe(withoutSpaces(shown));
      }),
    );
  });
});

function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '');
}
