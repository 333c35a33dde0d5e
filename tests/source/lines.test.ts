/** Lines and cuts of the editor, against what regular expressions say of the same text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  applyPatches,
  beforeBreak,
  behindBreak,
  breakAround,
  columnOf,
  doOverlap,
  inOrder,
  isBlank,
  lineEnd,
  lineStart,
  type Patch,
} from '../../src/source/editing/lines.ts';

const text = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\r', '\n', '\r\n', '\u2028'), maxLength: 12 });
const place = text.chain((written) => fc.tuple(fc.constant(written), fc.nat({ max: written.length })));

function first(pattern: RegExp, written: string): string {
  return pattern.exec(written)?.[0] ?? '';
}

test('lines begin, end and break as they are seen', () => {
  fc.assert(
    fc.property(place, ([written, at]) => {
      const [before, behind] = [written.slice(0, at), written.slice(at)];
      const start = at - first(/[^\r\n]*$/u, before).length;
      const end = at + first(/^[^\r\n]*/u, behind).length;
      expect(lineStart(written, at)).toBe(start);
      expect(columnOf(written, at)).toBe(at - start);
      expect(lineEnd(written, at)).toBe(end);
      expect(behindBreak(written, at)).toBe(at + first(/^(?:\r\n|\r|\n)/u, behind).length);
      expect(beforeBreak(written, at)).toBe(at - first(/(?:\r\n|\r|\n)$/u, before).length);
      const above = first(/(?:\r\n|\r|\n)$/u, written.slice(0, start));
      const below = first(/^(?:\r\n|\r|\n)/u, written.slice(end));
      expect(breakAround(written, at)).toBe(above || below || '\n');
      expect(isBlank(written, start, at)).toBe(/^[ \t]*$/u.test(written.slice(start, at)));
      expect(isBlank(written, at, at)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const cut = (start: number, end: number, written = ''): Patch => ({ start, end, text: written });

describe('cuts', () => {
  test.each<[readonly Patch[], boolean]>([
    [[], false],
    [[cut(0, 2)], false],
    [[cut(0, 2), cut(2, 2), cut(2, 4)], false],
    [[cut(0, 2), cut(1, 4)], true],
    [[cut(0, 1), cut(2, 9), cut(8, 9)], true],
  ])('%j', (patches, overlap) => {
    expect(doOverlap(patches)).toBe(overlap);
  });

  test('are put in the order of the text, and those at one place stay in theirs', () => {
    const [a, b, c, d] = [cut(4, 4, 'x'), cut(1, 3), cut(4, 5), cut(4, 4, 'y')];
    expect(inOrder([c, a, d, b])).toEqual([b, a, d, c]);
    expect(applyPatches('0123456', [b, a, d, c])).toBe('03xy56');
  });
});
