import { applyPatch } from 'diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { applyPatches, type Patch } from '../../src/source/editing/lines.ts';
import { unifiedDiff } from '../../src/source/unified-diff.ts';
import { arbitraryPatches } from '../support/arbitrary-patches.ts';

test('three lines around what changed', () => {
  const before = ['version: 1', 'a: 1', 'b: 2', 'c: 3', 'resources:', '  - id: x', ''].join('\n');
  const added = { start: before.length, end: before.length, text: '  - id: y\n' };
  expect(unifiedDiff('ledger.yaml', before, [added])).toBe(
    [
      '--- ledger.yaml',
      '+++ ledger.yaml',
      '@@ -4,3 +4,4 @@',
      ' c: 3',
      ' resources:',
      '   - id: x',
      '+  - id: y',
      '',
    ].join('\n'),
  );
});

test('line ends are part of the line, and a missing one is told', () => {
  const patches = [
    { start: 4, end: 5, text: '' },
    { start: 10, end: 10, text: '\r\n' },
  ];
  expect(unifiedDiff('台账.yaml', 'a: 1\r\nb: 2', patches)).toBe(
    [
      '--- 台账.yaml',
      '+++ 台账.yaml',
      '@@ -1,2 +1,2 @@',
      '-a: 1\r',
      '-b: 2',
      '\\ No newline at end of file',
      '+a: 1',
      '+b: 2\r',
      '',
    ].join('\n'),
  );
});

test('changes that less than seven lines part stand in one hunk', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `${at}\n`);
  const before = lines.join('');
  const at = (line: number): Patch => {
    const start = lines.slice(0, line).join('').length;
    return { start, end: start + 1, text: 'x' };
  };
  const heads = (patches: readonly Patch[]): unknown => unifiedDiff('a', before, patches).match(/^@@.*$/gmu);
  expect(heads([at(4), at(11)])).toEqual(['@@ -2,14 +2,14 @@']);
  expect(heads([at(4), at(12)])).toEqual(['@@ -2,7 +2,7 @@', '@@ -10,7 +10,7 @@']);
});

test.each([
  { name: 'no patches', patches: [] },
  { name: 'one that puts there what stands there', patches: [{ start: 3, end: 4, text: '1' }] },
])('nothing where nothing changed: $name', ({ patches }) => {
  expect(unifiedDiff('ledger.yaml', 'a: 1\n', patches)).toBe('');
});

test('another program makes the new text of the old one with it', () => {
  const property = fc.property(arbitraryPatches, ({ text, patches }) => {
    const after = applyPatches(text, patches);
    const diff = unifiedDiff('a', text, patches);
    expect(diff === '').toBe(after === text);
    if (diff !== '') expect(applyPatch(text, diff, { autoConvertLineEndings: false })).toBe(after);
  });
  fc.assert(property, { numRuns: 2000 });
});

test('twenty thousand changes cost what their lines cost', () => {
  const line = 'ab: 1\n';
  const count = 20_000;
  const patches = Array.from({ length: count }, (_, at) => {
    const start = at * 10 * line.length;
    return { start, end: start + 1, text: 'x' };
  });
  const diff = unifiedDiff('a', line.repeat(count * 10), patches);
  expect(diff.match(/^@@/gmu)).toHaveLength(count);
});
