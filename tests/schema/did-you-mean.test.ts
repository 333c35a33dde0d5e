import { describe, expect, test } from 'vitest';

import { nearest, suggester } from '../../src/domain/near-word.ts';

const FIELDS = ['id', 'kind', 'title', 'provider', 'starts', 'expires', 'serves', 'follows', 'autoRenew', 'warnWithin'];

describe('nearest', () => {
  test.each([
    { written: 'expire', meant: 'expires' },
    { written: 'exprise', meant: 'expires' },
    { written: 'Kind', meant: 'kind' },
    { written: 'auto-renew', meant: 'autoRenew' },
    { written: 'warn_within', meant: 'warnWithin' },
    { written: 'servs', meant: 'serves' },
    { written: 'knid', meant: 'kind' },
    { written: 'fol', meant: 'follows' },
    { written: '   title ', meant: 'title' },
    { written: 'di', meant: 'id' },
    { written: 'colour', meant: undefined },
    { written: 'x', meant: undefined },
    { written: '', meant: undefined },
    { written: '到期', meant: undefined },
  ])('$written: $meant', ({ written, meant }) => {
    expect(nearest(written, FIELDS)).toBe(meant);
  });

  test('of two that are as near, the first', () => {
    expect(nearest('line-3', ['line-1', 'line-2'])).toBe('line-1');
  });
});

test('a suggester gives up beyond a million comparisons, but remembers', () => {
  const words = new Set(Array.from({ length: 10_000 }, (_, at) => `word-${at}`));
  const suggest = suggester(words);
  const first = suggest('wrod-7');
  const later = Array.from({ length: 150 }, (_, at) => suggest(`word-${at}x`));
  expect(first).toBe('word-7');
  expect(later.slice(0, 99).every((word) => word !== undefined)).toBe(true);
  expect(later.slice(99)).toEqual(Array(51).fill(undefined));
  expect(suggest('wrod-7')).toBe('word-7');
});
