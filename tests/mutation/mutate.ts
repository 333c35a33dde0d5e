/**
 * `npm run mutate -- [FOLDER | FILE]… [--since REV]`: plants faults in what decides, one at a time, and tells those that no test
 * notices. Without names all rooms are tried, with `--since` only the files that differ from a revision.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { type PartialStrykerOptions } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { globSync } from 'tinyglobby';

/** The rooms that are tried, and the tests that answer for each: quick ones, without processes. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain', 'licences'],
  licences: ['licences', 'domain'],
  rules: ['licences', 'domain'],
  fields: ['fields', 'schema'],
  schema: ['schema'],
  source: ['source'],
  history: ['history'],
};

/** Of a hundred faults. Below it the run ends in 1. */
const LEAST = 90;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { since: { type: 'string' } } });
const changed = values.since === undefined ? undefined : new Set(filesChangedSince(values.since));

// For the processes of Stryker, which load the plugins too.
process.env['NODE_OPTIONS'] = '--import tsx';

const total = { found: 0, all: 0 };
for (const [room, tests] of Object.entries(TESTS)) {
  const files = globSync(`src/${room}/**/*.ts`).filter(isMeant);
  if (files.length === 0) continue;
  const mutants = await new Stryker(optionsFor(room, files, tests)).runMutationTest();
  const tried = mutants.filter(({ status }) => status !== 'Ignored');
  total.all += tried.length;
  total.found += tried.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
}
const score = total.all === 0 ? 100 : (100 * total.found) / total.all;
process.exitCode = score < LEAST ? 1 : 0;
process.stdout.write(`${total.found} of ${total.all} faults found: ${score.toFixed(1)} of 100\n`);

function isMeant(file: string): boolean {
  const isNamed = positionals.length === 0 || positionals.some((name) => file === name || file.startsWith(`${name}/`));
  return isNamed && (changed?.has(file) ?? true);
}

function filesChangedSince(revision: string): readonly string[] {
  const names = execFileSync('git', ['diff', '--name-only', '-z', '--diff-filter=d', '--end-of-options', revision], {
    encoding: 'utf8',
  });
  return names.split('\0');
}

function optionsFor(room: string, files: readonly string[], tests: readonly string[]): PartialStrykerOptions {
  return {
    mutate: [...files],
    testFiles: globSync(tests.map((folder) => `tests/${folder}/**/*.test.ts`)),
    testRunner: 'loaded-tests',
    plugins: [fileURLToPath(new URL('stryker-plugins.ts', import.meta.url))],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    ignorers: ['words'],
    ignorePatterns: ['/build', '/dist', '/coverage'],
    tempDirName: 'build/mutation',
    incremental: true,
    incrementalFile: `build/mutation-${room}.json`,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    concurrency: 1,
    timeoutMS: 15_000,
    dryRunTimeoutMinutes: 30,
  };
}
