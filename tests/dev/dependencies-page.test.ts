/** docs/dependencies.md names each package that the project uses, and no other. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { importedPackages } from '../../src/dev/documents/third-party-notices.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/dependencies.md', root), 'utf8');
const [, inside = '', building = ''] = page.split(/^## .*$/mu);

/** What stands between backticks in the first cell of each row. */
function packagesIn(part: string): readonly string[] {
  return [...part.matchAll(/^\| (?<cell>`[^|]*) \|/gmu)].flatMap(({ groups }) =>
    [...(groups?.['cell'] ?? '').matchAll(/`(?<name>[^`]+)`/gu)].map((match) => match.groups?.['name'] ?? ''),
  );
}

test('every package has its reason there', () => {
  expect([...packagesIn(inside), ...packagesIn(building)].toSorted()).toEqual(
    Object.keys(packageJson.devDependencies).toSorted(),
  );
});

test('what is inside the program is told apart from what only builds it', () => {
  const bundled = importedPackages(fileURLToPath(new URL('src', root)));
  expect(packagesIn(inside)).toEqual(expect.arrayContaining([...bundled]));
  for (const name of packagesIn(building)) expect(bundled).not.toContain(name);
});
