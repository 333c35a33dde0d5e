/** Texts of short lines, with cuts into them. */
import fc from 'fast-check';

import type { Patch } from '../../src/source/editing/lines.ts';

const smallText = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\n'), maxLength: 40 });

export interface PatchedText {
  readonly text: string;
  readonly patches: readonly Patch[];
}

export const arbitraryPatches: fc.Arbitrary<PatchedText> = smallText.chain((text) => patchesIn(text));

/** Cuts in the order of a text; none of them overlaps another. @param put what comes in the place of what is cut */
export function patchesIn(text: string, put: fc.Arbitrary<string> = smallText): fc.Arbitrary<PatchedText> {
  const place = fc.nat({ max: text.length });
  const cuts = fc.array(fc.record({ one: place, other: place, put: fc.oneof(fc.constant(''), put) }), {
    maxLength: 5,
  });
  return cuts.map((all) => {
    const ends = all.flatMap(({ one, other }) => [one, other]).toSorted((one, other) => one - other);
    const patches = all.map(({ put }, at) => ({ start: ends[at * 2] ?? 0, end: ends[at * 2 + 1] ?? 0, text: put }));
    return { text, patches };
  });
}
