import fc from 'fast-check';
import { expect, test } from 'vitest';

import { withGuard, withoutGuard } from '../../src/domain/formula-guard.ts';

const BLANKS = [' ', '\n', '\u00A0', '\u3000', '\uFEFF', '\u200B', '\u202E', '\u2028', '\u2060', '\u00AD', '\u3164'];
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const text = fc.string({
  unit: fc.constantFrom(...BLANKS, ...SIGNS, '\t', '\r', "'", '"', '专', 'a', '1'),
  maxLength: 6,
});

test.each(['', ...BLANKS, '\u3000 \u200B', "'", "' '"])('what stands behind %j is guarded', (front) => {
  for (const sign of SIGNS) expect(withGuard(`${front}${sign}1`)).toBe(`'${front}${sign}1`);
});

test.each(['\t专线', '\r专线', "'\t专线"])('%j is guarded', (written) => {
  expect(withGuard(written)).toBe(`'${written}`);
});

test.each(['', '专线', ' 专线=1', "'专线'", '1+1', 'a\n=1'])('%j is no formula', (written) => {
  expect(withGuard(written)).toBe(written);
});

test('the text comes back', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(withoutGuard(withGuard(one))).toBe(one);
    }),
    { numRuns: 5000 },
  );
});
