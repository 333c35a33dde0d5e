import { describe, expect, test } from 'vitest';

import { xmlText } from '../../../src/reporters/check/junit.ts';
import { excerptOf } from '../../../src/reporters/check/snippet.ts';
import { renderCsv } from '../../../src/reporters/writing/csv.ts';
import { displayWidth } from '../../../src/reporters/writing/display-width.ts';
import { printJson } from '../../../src/reporters/writing/json-document.ts';
import { wrap } from '../../../src/reporters/writing/layout.ts';
import { prose } from '../../../src/reporters/writing/markdown.ts';
import { escapeCommands, printable, withoutCommands } from '../../../src/reporters/writing/printable.ts';

/** More than a loop of a regular expression takes: its stack overflows at about eight million characters. */
const LENGTH = 9_000_000;

const LONG: readonly (readonly [string, string])[] = [
  ['letters', 'x'.repeat(LENGTH)],
  ['spaces', `${' '.repeat(LENGTH)}::x`],
  ['quotes', `${"'".repeat(LENGTH)}=`],
  ['code', `\`${'x'.repeat(LENGTH)}\``],
  ['a command', `##${'x'.repeat(LENGTH)}[`],
];

describe.each(LONG)('nine million characters: %s', (_, text) => {
  const writers: Readonly<Record<string, (text: string) => unknown>> = {
    displayWidth,
    printable,
    withoutCommands,
    escapeCommands: (document) => escapeCommands(document, () => '_'),
    printJson,
    xmlText,
    prose,
    csv: (cell) => renderCsv([[cell]]),
    excerpt: (line) => excerptOf(line, { from: 0, to: 1 }, 80),
  };
  test.each(Object.entries(writers))('%s', (_name, write) => {
    expect(() => write(text)).not.toThrow();
  });
});

test('a word of millions of letters is cut into lines', () => {
  const lines = wrap('x'.repeat(LENGTH / 2), 100);
  expect(lines.length).toBe(LENGTH / 200);
  expect(new Set(lines.map((line) => line.length))).toEqual(new Set([100]));
});

test('a run of spaces is one gap, however long it is', () => {
  expect(wrap(`a${' '.repeat(2500)}b`, 3000)).toEqual([`a${' '.repeat(2500)}b`]);
  expect(wrap(`a${' '.repeat(2500)}b`, 100)).toEqual(['a', 'b']);
});

test('commands at the beginning of a line are found behind every kind of break', () => {
  const page = '::a\n \t::b\r::c\r\n::d\u2028::e c::d';
  expect(escapeCommands(page, (sign) => `<${sign}>`)).toBe('<:>:a\n \t<:>:b\r<:>:c\r\n<:>:d\u2028<:>:e c::d');
});
