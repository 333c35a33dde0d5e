import fc from 'fast-check';
import { expect, test } from 'vitest';

import { applyPatches, doOverlap, inOrder } from '../../src/source/editing/lines.ts';
import { oneAfterOther } from '../../src/source/text-changes.ts';
import { arbitraryPatches, patchesIn } from '../support/arbitrary-patches.ts';

test('two steps as one come to the same text', () => {
  const twoSteps = arbitraryPatches.chain((first) =>
    patchesIn(applyPatches(first.text, first.patches)).map((second) => ({ first, second })),
  );
  const property = fc.property(twoSteps, ({ first: { text, patches }, second }) => {
    const both = oneAfterOther(patches, second.patches);
    expect(applyPatches(text, both)).toBe(applyPatches(second.text, second.patches));
    expect(both).toEqual(inOrder(both));
    expect(doOverlap(both)).toBe(false);
  });
  fc.assert(property, { numRuns: 2000 });
});

test('what the second step takes back is no longer cut in', () => {
  const first = [{ start: 2, end: 2, text: 'new' }];
  expect(oneAfterOther(first, [{ start: 2, end: 5, text: '' }])).toEqual([]);
});

test('hundreds of thousands of them are taken in at once', () => {
  const first = Array.from({ length: 200_000 }, (_, at) => ({ start: at * 2, end: at * 2 + 1, text: 'x' }));
  const last = { start: 400_000, end: 400_000, text: 'y' };
  expect(oneAfterOther(first, [last])).toHaveLength(200_001);
});
