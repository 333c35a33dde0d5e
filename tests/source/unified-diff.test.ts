import { expect, test } from 'vitest';

import { unifiedDiff } from '../../src/source/unified-diff.ts';

test('three lines around what changed', async () => {
  const before = ['version: 1', 'a: 1', 'b: 2', 'c: 3', 'resources:', '  - id: x', ''].join('\n');
  expect(await unifiedDiff('ledger.yaml', before, `${before}  - id: y\n`)).toBe(
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

test('line ends are part of the line, and a missing one is told', async () => {
  expect(await unifiedDiff('台账.yaml', 'a: 1\r\nb: 2', 'a: 1\nb: 2\r\n')).toBe(
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

test('nothing where nothing changed', async () => {
  expect(await unifiedDiff('ledger.yaml', 'a: 1\n', 'a: 1\n')).toBe('');
});
