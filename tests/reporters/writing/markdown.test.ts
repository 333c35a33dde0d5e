import { describe, expect, test } from 'vitest';

import { code, plain, prose } from '../../../src/reporters/writing/markdown.ts';

describe('prose', () => {
  test.each([
    ['record `renewal: { applied: DAY }` on it', 'record `renewal: { applied: DAY }` on it'],
    ['a ` b `c` d', 'a ` b `c&#96; d'],
    ['``<img>`', '&#96;`<img>`'],
    ['`a|b`', '&#96;a&#124;b&#96;'],
    ['<b> & *c*', '&#60;b&#62; &#38; &#42;c&#42;'],
    ['@name a@b #1 !2', '@&#8203;name a@&#8203;b #&#8203;1 !&#8203;2'],
    ['see https://a.b or www.c.d', 'see https&#58;//a.b or www&#46;c.d'],
    ['  # title', '&#35; title'],
    ['12. item', '12&#46; item'],
    ['- item - of', '&#45; item - of'],
    ['a\nb\u202E', 'a&#92;nb&#92;u{202E}'],
  ])('%j becomes %j', (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });
});

test('plain takes no backtick for code', () => {
  expect(plain('`a`')).toBe('&#96;a&#96;');
});

test('code stays text where it cannot be code in a cell', () => {
  expect([code('isp'), code('a|b'), code('a`b'), code(' ')]).toEqual(['`isp`', 'a&#124;b', 'a&#96;b', ' ']);
});
