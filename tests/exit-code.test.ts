import { describe, expect, test } from 'vitest';

import { ENDINGS, ExitCode, exitCodeOf, worst } from '../src/exit-code.ts';

describe('worst', () => {
  test.each([
    [[], 0],
    [[0, 1], 1],
    [[3, 1, 0], 3],
    [[3, 2], 2],
    [[2, 70, 3], 70],
  ] as const)('of %j is %i', (codes, expected) => {
    expect(worst(...codes)).toBe(expected);
    expect(worst(...codes.toReversed())).toBe(expected);
  });
});

describe('endings', () => {
  test.each([
    ['checks', [0, 1, 2, 3, 70, 130]],
    ['tests', [0, 1, 2, 3, 70]],
    ['tells', [0, 2, 3, 70]],
    ['writes', [0, 2, 3, 70, 130]],
    ['explains', [0, 2, 70]],
  ] as const)('a command that %s ends with one of %j', (ending, codes) => {
    expect(Object.keys(ENDINGS[ending]).map(Number)).toEqual(codes);
  });

  test('every code is told of some command, in both languages', () => {
    const told = Object.values(ENDINGS).flatMap((ending) => Object.entries(ending));
    expect(new Set(told.map(([code]) => Number(code)))).toEqual(new Set(Object.values(ExitCode)));
    for (const [, words] of told) expect(Object.values(words)).not.toContain('');
  });
});

test.each([
  ['pass', 0],
  ['fail', 1],
  ['none', 3],
] as const)('the verdict %s ends with %i', (verdict, code) => {
  expect(exitCodeOf(verdict)).toBe(code);
});
