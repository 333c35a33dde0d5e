/** The walls between the rooms, and that the tool which holds them really sees the modules. */
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { beforeAll, describe, expect, test } from 'vitest';

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

const BREACHES = [
  ['domain-imports-only-itself', 'src/domain/cover.ts', "import '../law/licensing.ts';"],
  ['fields-imports-only-domain', 'src/fields/field.ts', "import '../schema/values.ts';"],
  ['licences-imports-only-law-domain', 'src/licences/isp.ts', "import '../source/yaml-reader.ts';"],
  ['schema-imports-only-fields-domain', 'src/schema/values.ts', "import '../source/yaml-reader.ts';"],
  ['reporters-imports-only-fields-domain', 'src/reporters/check/json.ts', "import '../../platform/io.ts';"],
  ['reporters/writing-imports-only-domain', 'src/reporters/writing/layout.ts', "import '../check/json.ts';"],
  ['command-line-imports-only-', 'src/command-line/help.ts', "import '../run/formats.ts';"],
  ['run-imports-only-', 'src/run/formats.ts', "import '../commands/check/check.ts';"],
  ['commands-know-no-other-command', 'src/commands/list/list.ts', "import '../show/show.ts';"],
  ['send-imports-only-', 'src/send/robots.ts', "import '../run/ahead.ts';"],
  ['connections-in-one-room', 'src/platform/io.ts', "import 'node:net';"],
  ['connections-in-one-room', 'src/commands/notify/notify.ts', "import 'nodemailer';"],
  ['history-imports-only-', 'src/history/blobs.ts', "import '../source/yaml-reader.ts';"],
  ['git-alone-is-run', 'src/history/repository.ts', "import 'node:child_process';"],
  ['luxon-in-one-file', 'src/domain/cover.ts', "import 'luxon';"],
  ['holidays-in-one-file', 'src/domain/cover.ts', "import 'chinese-days';"],
  ['holidays-in-one-file', 'src/rules/own.ts', "import '../domain/arrangements.json';"],
  ['no-circle', 'src/domain/calendar-day.ts', "import './cover.ts';"],
  ['no-circle', 'src/fields/field.ts', "import type {} from './common.ts';"],
] as const;

describe('a planted breach', () => {
  let caught: readonly string[] = [];

  beforeAll(async () => {
    const copy = await mkdtemp(path.join(tmpdir(), 'ledger-walls-'));
    try {
      await cp(path.join(root, 'src'), path.join(copy, 'src'), { recursive: true });
      for (const name of ['package.json', 'tsconfig.json']) await cp(path.join(root, name), path.join(copy, name));
      await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
      for (const [, file, breach] of BREACHES) {
        const target = path.join(copy, file);
        await writeFile(target, `${breach}\n${await readFile(target, 'utf8')}`);
      }
      const { summary } = await cruiseSources(copy);
      // Of a circle the tool names one file as its beginning.
      caught = summary.violations.flatMap(({ rule, from, cycle = [] }) =>
        [from, ...cycle.map(({ name }) => name)].map((file) => `${rule.name} in ${file}`),
      );
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  }, 120_000);

  test.each(BREACHES)('of %s in %s is caught', (rule, file) => {
    expect(caught.filter((one) => one.startsWith(rule) && one.endsWith(` in ${file}`))).not.toEqual([]);
  });
});
