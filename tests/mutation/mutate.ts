/**
 * `npm run mutate -- [FOLDER | FILE]… [--since REV]`: plants faults in what decides, one at a time, and tells those that no test
 * notices. Without names all rooms are tried, with `--since` only the files that differ from a revision.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import type { MutantResult, MutantStatus, PartialStrykerOptions } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { globSync } from 'tinyglobby';

/**
 * The rooms that are tried, and the tests that answer for them: quick ones, without processes or whole commands, which look at
 * no clock, put nothing in the place of a module and make no folder.
 */
const GROUPS: readonly Group[] = [
  {
    rooms: ['domain', 'licences', 'rules', 'fields', 'schema'],
    tests: [
      'tests/{domain,licences}/**/!(timeless).test.ts',
      'tests/{fields,schema}/!(documents).test.ts',
      'tests/rules/!(commands).test.ts',
      'tests/run/{agree,concerns,shared-policy}.test.ts',
      'tests/reporters/todo/*.test.ts',
    ],
  },
  { rooms: ['source'], tests: ['tests/source/!(hostile-text|parse-count).test.ts'] },
  { rooms: ['history'], tests: ['tests/history/!(diff|hostile-repository|log|since*).test.ts'] },
];

interface Group {
  readonly rooms: readonly string[];
  readonly tests: readonly string[];
}

/** Not judged are faults in what is made once: while a file is loaded, or when it is first asked for. */
const JUDGED: ReadonlySet<MutantStatus> = new Set(['Killed', 'Timeout', 'Survived', 'NoCoverage']);

/** Of a hundred faults. Below it the run ends in 1. */
const LEAST = 90;

try {
  const asked = readCall();
  // For the processes of Stryker, which load the plugins too.
  process.env['NODE_OPTIONS'] = '--import tsx';
  process.exitCode = tell(await tryFaults(asked)) < LEAST ? 1 : 0;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

/** @param asked the files that are meant */
async function tryFaults(asked: ReadonlySet<string>): Promise<readonly MutantResult[]> {
  const tried: MutantResult[] = [];
  for (const group of GROUPS) {
    const files = filesOf(group).filter((file) => asked.has(file));
    if (files.length === 0) continue;
    const mutants = await new Stryker(optionsFor(group, files)).runMutationTest();
    tried.push(...mutants.filter(({ status }) => JUDGED.has(status)));
  }
  return tried;
}

/** Prints the score of each room and of all, which it returns. */
function tell(tried: readonly MutantResult[]): number {
  for (const room of GROUPS.flatMap(({ rooms }) => rooms)) {
    const mutants = tried.filter(({ fileName }) => fileName.includes(`src/${room}/`));
    if (mutants.length > 0) process.stdout.write(`src/${room}: ${scoreOf(mutants).text}\n`);
  }
  const { score, text } = scoreOf(tried);
  process.stdout.write(`${text}\n`);
  return score;
}

function scoreOf(mutants: readonly MutantResult[]): { readonly score: number; readonly text: string } {
  const found = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const score = mutants.length === 0 ? 100 : (100 * found) / mutants.length;
  return { score, text: `${found} of ${mutants.length} faults found: ${score.toFixed(1)} of 100` };
}

function filesOf({ rooms }: Group): readonly string[] {
  return globSync(rooms.map((room) => `src/${room}/**/*.ts`));
}

/** The files that the call names, or that differ from the revision; it throws where it names what is not there. */
function readCall(): ReadonlySet<string> {
  const { values, positionals: names } = parseArgs({
    allowPositionals: true,
    options: { since: { type: 'string' } },
  });
  const files = GROUPS.flatMap(filesOf);
  const unknown = names.find((name) => !files.some((file) => isIn(name, file)));
  if (unknown !== undefined) throw new Error(`no file of the rooms that are tried: ${unknown}`);
  const changed = values.since === undefined ? undefined : filesChangedSince(values.since);
  const isMeant = (file: string): boolean =>
    (names.length === 0 || names.some((name) => isIn(name, file))) && (changed?.has(file) ?? true);
  return new Set(files.filter(isMeant));
}

function isIn(name: string, file: string): boolean {
  return file === name || file.startsWith(`${name}/`);
}

function filesChangedSince(revision: string): ReadonlySet<string> {
  const options = ['--name-only', '-z', '--diff-filter=d', '--end-of-options', revision, '--'];
  const { status, stdout, stderr } = spawnSync('git', ['diff', ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git knows no revision ${revision}: ${stderr.trim()}`);
  return new Set(stdout.split('\0'));
}

function optionsFor({ rooms, tests }: Group, files: readonly string[]): PartialStrykerOptions {
  return {
    mutate: [...files],
    testFiles: globSync([...tests]),
    testRunner: 'loaded-tests',
    plugins: [fileURLToPath(new URL('stryker-plugins.ts', import.meta.url))],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    ignorers: ['words'],
    ignorePatterns: ['/build', '/dist', '/coverage'],
    tempDirName: 'build/mutation',
    incremental: true,
    incrementalFile: `build/mutation-${rooms[0]}.json`,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    concurrency: 1,
    // The tests look at the time themselves; this is for a loop that never passes through the code under test.
    timeoutMS: 300_000,
    timeoutFactor: 0,
    dryRunTimeoutMinutes: 30,
  };
}
