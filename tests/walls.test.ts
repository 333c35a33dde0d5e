/** The walls between the rooms, and that the tool which holds them really sees the modules. */
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, test } from 'vitest';

import walls from '../dependency-cruiser.config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function cruiseSources(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    ['src'],
    { ...walls.options, baseDir, ruleSet: { forbidden: walls.forbidden ?? [] }, validate: true },
    {},
    { tsConfig: extractTSConfig(path.join(root, 'tsconfig.json')) },
  );
  if (typeof output === 'string') throw new Error(output);
  return output;
}

test('no room reaches through a wall', { timeout: 60_000 }, async () => {
  const { summary } = await cruiseSources(root);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  const files = (await readdir(path.join(root, 'src'), { recursive: true })).filter((name) => name.endsWith('.ts'));
  expect(summary.totalCruised).toBeGreaterThanOrEqual(files.length);
});

test.each([
  ['domain-imports-only-itself', 'src/domain/cover.ts', "import '../law/licensing.ts';"],
  ['licences-imports-only-law-domain', 'src/licences/isp.ts', "import '../source/yaml-reader.ts';"],
  ['reporters-imports-only-domain', 'src/reporters/check/json.ts', "import '../../platform/io.ts';"],
  ['reporters/writing-imports-only-domain', 'src/reporters/writing/layout.ts', "import '../check/json.ts';"],
  ['command-line-imports-only-', 'src/command-line/help.ts', "import '../run/formats.ts';"],
  ['run-imports-only-', 'src/run/formats.ts', "import '../commands/check/check.ts';"],
  ['commands-know-no-other-command', 'src/commands/list/list.ts', "import '../show/show.ts';"],
  ['luxon-and-holidays-in-one-file', 'src/domain/cover.ts', "import 'luxon';"],
  ['no-circle', 'src/domain/calendar-day.ts', "import './cover.ts';"],
  ['no-circle', 'src/domain/calendar-day.ts', "import type {} from './cover.ts';"],
])('a planted breach of %s is caught', { timeout: 60_000 }, async (rule, file, breach) => {
  const copy = await mkdtemp(path.join(tmpdir(), 'ledger-walls-'));
  try {
    await cp(path.join(root, 'src'), path.join(copy, 'src'), { recursive: true });
    for (const name of ['package.json', 'tsconfig.json']) await cp(path.join(root, name), path.join(copy, name));
    await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    const target = path.join(copy, file);
    await writeFile(target, `${breach}\n${await readFile(target, 'utf8')}`);
    const { summary } = await cruiseSources(copy);
    expect(summary.violations.map((violation) => violation.rule.name)).toContainEqual(
      expect.stringMatching(`^${rule}`),
    );
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});
