import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { TextSpan } from '../../src/domain/file-problem.ts';
import { decodeText } from '../../src/source/decode-text.ts';
import { readYaml } from '../../src/source/yaml-reader.ts';
import { pathsOf } from '../support/paths.ts';

/** Whatever the text: it is read or its problems are told, and every place lies inside it. */
async function expectSound(text: string): Promise<void> {
  const read = await readYaml(text);
  if ('problems' in read) {
    expect(read.problems).not.toEqual([]);
    for (const { at } of read.problems) if ('start' in at) expectInside(text, at);
    return;
  }
  const { document } = read;
  for (const path of pathsOf(document.data, 200)) {
    expectInside(text, document.spanOf({ path }));
    expectInside(text, document.spanOf({ path, atKey: true }));
    expectInside(text, document.spanOf({ path: [...path, 'missing'] }));
  }
}

function expectInside(text: string, { start, end }: TextSpan): void {
  expect([0 <= start, start <= end, end <= text.length]).toEqual([true, true, true]);
}

const PIECES = `a|b: |c:%|  |    |%|\r\n|\r|\t|- |-%|? |: |, |[|]|{|}|{}|"|'|"q"|'s'|>-%|&x |*x|!!str |!t |#| # c%|---%|...%|\
%YAML 1.2%|<<: |__proto__: |constructor|2026-12-31|1|~|null|：|，|电信|\u0000|\u0007|\uFEFF|\\`;
const fragments = fc.constantFrom('|\n', ...PIECES.split('|').map((piece) => piece.replaceAll('%', '\n')));
const yamlLike = fc.array(fragments, { maxLength: 25 }).map((parts) => parts.join(''));

describe('the reader never throws, and points inside the text', () => {
  test('for pieces of YAML in any order', async () => {
    await fc.assert(fc.asyncProperty(yamlLike, expectSound), { numRuns: 1000 });
  });

  test('for any text', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), expectSound), { numRuns: 300 });
  });

  test('for any bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(bytes, (source) => expectSound(decodeText(source).text)),
      { numRuns: 300 },
    );
  });
});
