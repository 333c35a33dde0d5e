import { describe, expect, test } from 'vitest';

import { EXIT_CODES, ExitCode, exitCodeOf, worst } from '../src/exit-code.ts';

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

test('every code has its words, in the order of the codes', () => {
  expect(EXIT_CODES.map(({ code }) => code)).toEqual(Object.values(ExitCode));
});

test.each([
  ['pass', 0],
  ['fail', 1],
  ['none', 3],
] as const)('the verdict %s ends with %i', (verdict, code) => {
  expect(exitCodeOf(verdict)).toBe(code);
});
