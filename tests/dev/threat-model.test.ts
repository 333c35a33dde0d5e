/** docs/threat-model.md names, for each thing that is worth attacking, the tests that hold what stands against it. */
import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const [, , ...rows] = readFileSync(new URL('docs/threat-model.md', root), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'));

test.each(rows.map((row) => [row.split('|').at(2)?.trim() ?? '', row]))('%s', (_, row) => {
  const named = [...(row.split('|').at(-2) ?? '').matchAll(/`(?<file>[^`]+)`/gu)].map(({ groups }) => groups?.['file']);
  expect(named).not.toEqual([]);
  const missing = named.filter(
    (file) => file?.endsWith('.test.ts') !== true || !existsSync(new URL(`tests/${file}`, root)),
  );
  expect(missing).toEqual([]);
});
