import process from 'node:process';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { indexLines } from '../../src/source/line-index.ts';

describe('positions', () => {
  test.each([
    { text: 'a\nbc', offset: 0, at: '1:1' },
    { text: 'a\nbc', offset: 1, at: '1:2' },
    { text: 'a\nbc', offset: 2, at: '2:1' },
    { text: 'a\nbc', offset: 4, at: '2:3' },
    { text: 'a\r\nbc', offset: 2, at: '1:3' },
    { text: 'a\r\nbc', offset: 3, at: '2:1' },
    { text: 'a\rbc', offset: 2, at: '2:1' },
    { text: 'a\n\r\nb', offset: 4, at: '3:1' },
    { text: '电信\n许可', offset: 4, at: '2:2' },
    { text: '😀x', offset: 2, at: '1:3' },
    { text: 'a\u2028b', offset: 2, at: '1:3' },
    { text: '', offset: 0, at: '1:1' },
    { text: 'a', offset: 99, at: '1:2' },
    { text: 'a', offset: -1, at: '1:1' },
  ])('$text at $offset is $at', ({ text, offset, at }) => {
    const { line, column } = indexLines(text).positionAt(offset);
    expect(`${line}:${column}`).toBe(at);
  });

  test('a span has both ends', () => {
    expect(indexLines('ab\ncd\n').locate({ start: 1, end: 4 })).toEqual({
      line: 1,
      column: 2,
      endLine: 2,
      endColumn: 2,
    });
  });
});

describe('lines', () => {
  test.each([
    { line: 1, is: 'one' },
    { line: 2, is: 'two' },
    { line: 3, is: '' },
    { line: 4, is: 'four' },
    { line: 5, is: '' },
    { line: 6, is: '' },
    { line: 0, is: '' },
  ])('line $line', ({ line, is }) => {
    expect(indexLines('one\r\ntwo\r\rfour\n').lineAt(line)).toBe(is);
  });
});

test('ten thousand questions about a line of ten megabytes take no longer than its length', () => {
  const long = 'x'.repeat(10_000_000);
  const index = indexLines(`a\n${long}\r\nb`);
  const from = process.cpuUsage();
  for (let at = 0; at < 10_000; at += 1) {
    expect(index.locate({ start: 2 + at, end: 3 + at })).toMatchObject({ line: 2, column: at + 1, endLine: 2 });
    if (index.lineAt(2).length !== long.length) throw new Error('the line is another');
  }
  // Of the processor: a busy machine does not make it more.
  expect(process.cpuUsage(from).user).toBeLessThan(3_000_000);
});

test('far down in a long text, and back', () => {
  const lines = Array.from({ length: 200 }, (_, at) => 'x'.repeat(at % 7));
  const index = indexLines(lines.join('\n'));
  const starts = lines.map((_, at) => lines.slice(0, at).join('\n').length + Math.min(at, 1));
  for (const at of [199, 0, 31, 32, 33, 63, 64, 150]) {
    expect(index.positionAt(starts[at] ?? 0)).toEqual({ line: at + 1, column: 1 });
    expect(index.lineAt(at + 1)).toBe(lines[at]);
  }
  expect(index.lineAt(201)).toBe('');
});

test('a position leads back to its offset', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '电', '\n', '\r', '😀'), maxLength: 40 });
  fc.assert(
    fc.property(texts, fc.nat({ max: 60 }), (text, offset) => {
      const at = Math.min(offset, text.length);
      const lines = indexLines(text);
      const { line, column } = lines.positionAt(at);
      const before = text.split(/(?<=\r\n|\n|\r(?!\n))/).slice(0, line - 1);
      expect(before.join('').length + column - 1).toBe(at);
      expect(text.slice(at - column + 1)).toMatch(new RegExp(`^${lines.lineAt(line)}`));
    }),
  );
});
