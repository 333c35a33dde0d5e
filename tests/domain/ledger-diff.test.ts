/** How long licences are good, before a change and after it. */
import { expect, test } from 'vitest';

import { compareStandings, isSameHorizon, type Standing } from '../../src/domain/ledger-diff.ts';
import { day } from '../support/days.ts';

const [MARCH, APRIL] = ['2027-03-15', '2027-04-15'].map((date) => ({ breach: day(date) }));
const NEVER: Standing = { breach: undefined };

test('the licences of both sides stand side by side; what went stands last', () => {
  const before = new Map<string, Standing>([
    ['gone', NEVER],
    ['isp', { breach: day('2027-03-15') }],
  ]);
  const after = new Map<string, Standing>([
    ['new', NEVER],
    ['isp', NEVER],
  ]);
  expect(compareStandings(before, after)).toEqual([
    { licence: 'new', before: undefined, after: NEVER },
    { licence: 'isp', before: MARCH, after: NEVER },
    { licence: 'gone', before: NEVER, after: undefined },
  ]);
});

test.each([
  [MARCH, MARCH, true],
  [NEVER, NEVER, true],
  [MARCH, APRIL, false],
  [MARCH, NEVER, false],
  [undefined, NEVER, false],
  [NEVER, undefined, false],
])('%j, then %j: the same is %s', (before, after, isSame) => {
  expect(isSameHorizon({ licence: 'isp', before, after })).toBe(isSame);
});
