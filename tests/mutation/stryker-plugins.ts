/** Plugins of Stryker: tests that are loaded once for all mutants (its own runner loads them again for each), and a filter for words. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BroadcastChannel } from 'node:worker_threads';

import type { Mutant, StrykerOptions } from '@stryker-mutator/api/core';
import type { Ignorer } from '@stryker-mutator/api/ignore';
import type { Logger } from '@stryker-mutator/api/logging';
import { commonTokens, declareClassPlugin, declareValuePlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  type CompleteDryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { createVitest, type Vitest } from 'vitest/node';

import { type Answer, CHANNEL, listen, type Loaded, send, type TestPlace, type TestRun } from './messages.ts';

/**
 * What each test costs without a mutant: its time, by how many mutants it reaches. The quick and the particular ones are asked
 * first, and those that found others, but before them those of the file by its name: `tests/domain/cover-lines.test.ts` of
 * `src/domain/cover.ts`, and the cases of its folder. It lies among the instrumented files.
 */
const COSTS = 'costs-of-tests.json';
/** More than any test costs. */
const FOREIGN = 1e12;
interface Cost {
  readonly file: string;
  readonly name: string;
  readonly cost: number;
}

type Options = Pick<StrykerOptions, 'mutate' | 'testFiles'>;
type Asked = Pick<MutantRunOptions, 'testFilter'> & { readonly activeMutant: Pick<Mutant, 'fileName' | 'id'> };

export class LoadedTests implements TestRunner {
  static readonly inject = tokens(commonTokens.options, commonTokens.logger);
  private readonly options: Options;
  private readonly log: Pick<Logger, 'warn'>;
  private readonly channel = new BroadcastChannel(CHANNEL);
  private vitest: Vitest | undefined;
  private loaded: Loaded | undefined;
  private run: Promise<unknown> | undefined;
  /** Whether no mutant was on since the tests were loaded. */
  private isAnew = true;
  /** Tests that fail when they are run a second time, without any mutant: they say nothing. */
  private readonly unsteady = new Set<string>();
  /** How many mutants each test found: it may well find the next. */
  private readonly kills = new Map<string, number>();

  constructor(options: Options, log: Pick<Logger, 'warn'>) {
    this.options = options;
    this.log = log;
  }

  /** Else Stryker would start anew for each mutant that is reached while files are loaded too. Here it is on in tests alone. */
  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  /** Loads the tests, in a thread of their own; what the server made of the files is kept for the next time. */
  async init(): Promise<void> {
    this.vitest ??= await createVitest('test', {
      config: false,
      root: process.cwd(),
      watch: false,
      // Without any, its own would write.
      reporters: [{}],
      include: this.options.testFiles ?? [],
      exclude: [],
      isolate: false,
      pool: 'threads',
      maxWorkers: 1,
      testTimeout: 600_000,
      runner: fileURLToPath(new URL('kept-tests.ts', import.meta.url)),
      expect: { requireAssertions: true },
    });
    const isKnown = existsSync(COSTS);
    const specifications = (await this.vitest.globTestSpecifications()).slice(0, isKnown ? 1 : undefined);
    this.vitest.provide('files', specifications.length);
    this.vitest.provide(
      'mutated',
      this.options.mutate.map((file) => resolve(file)),
    );
    this.vitest.provide('isKnown', isKnown);
    this.vitest.provide('unsteady', [...this.unsteady]);
    const loaded = this.next<Loaded>();
    this.run = this.vitest.runTestSpecifications(specifications);
    this.loaded = await loaded;
  }

  async dryRun(): Promise<CompleteDryRunResult> {
    const { runs, coverage } = this.loaded ?? { runs: [], coverage: undefined };
    for (const { id, file, name, failure } of runs) {
      if (failure === undefined) continue;
      this.unsteady.add(id);
      this.log.warn(`left out: ${relative('.', file)}, ${name}, which says when it is run again: ${failure}`);
    }
    const reached = (test: string): number => Object.keys(coverage?.perTest[test] ?? {}).length;
    const costs = runs.map(({ id, file, name, milliseconds }): [string, Cost] => [
      id,
      { file: relative('tests', file), name, cost: (1 + milliseconds) * (1 + reached(id)) },
    ]);
    writeFileSync(COSTS, JSON.stringify(Object.fromEntries(costs)));
    return {
      status: DryRunStatus.Complete,
      tests: runs.map(resultOf),
      mutantCoverage: coverage ?? { static: {}, perTest: {} },
    };
  }

  async mutantRun({ activeMutant, testFilter }: Asked): Promise<MutantRunResult> {
    const costs: Readonly<Record<string, Cost>> = JSON.parse(readFileSync(COSTS, 'utf8'));
    const [, mutated = ''] = /(?:^|\/)src\/(.*)\.ts$/u.exec(activeMutant.fileName) ?? [];
    const cases = mutated.split('/').map((part) => `${part}.cases.yaml`);
    const price = (test: string): number => {
      const { file = '', name = '', cost = 0 } = costs[test] ?? {};
      const isOwn = file.startsWith(mutated) || cases.some((one) => name.includes(one));
      return (isOwn ? 0 : FOREIGN) + cost / (1 + (this.kills.get(test) ?? 0));
    };
    const tests = (testFilter ?? Object.keys(costs)).toSorted((one, other) => price(one) - price(other));
    const places = tests.map((id) => ({ id, file: resolve('tests', costs[id]?.file ?? id) }));
    const { outcome, killer, failure } = await this.ask(activeMutant.id, places);
    const killedBy = killer?.id ?? '';
    this.kills.set(killedBy, (this.kills.get(killedBy) ?? 0) + 1);
    switch (outcome) {
      case 'killed':
        return {
          status: MutantRunStatus.Killed,
          killedBy: [killedBy],
          failureMessage: failure,
          nrOfTests: tests.length,
        };
      case 'endless':
        return { status: MutantRunStatus.Timeout, reason: failure };
      case 'unmet':
        return { status: MutantRunStatus.Error, errorMessage: 'made once and kept: no test makes it again' };
      case 'survived':
        return { status: MutantRunStatus.Survived, nrOfTests: tests.length };
    }
  }

  async dispose(): Promise<void> {
    await this.unload();
    await this.vitest?.close();
    this.channel.close();
  }

  /**
   * Where a test fails without the mutant too, the mutant left something behind, or one before it did, or the test cannot be
   * run twice. Tests that are loaded anew tell which.
   */
  private async ask(mutant: string, tests: readonly TestPlace[]): Promise<Answer> {
    const wasAnew = this.isAnew;
    const answer = await this.request(
      mutant,
      tests.filter(({ id }) => !this.unsteady.has(id)),
    );
    this.isAnew = answer.isSpoilt;
    if (!answer.isSpoilt || answer.killer === undefined) return answer;
    await this.unload();
    await this.init();
    const { outcome } = await this.request('', [answer.killer]);
    if (outcome === 'killed' || outcome === 'endless') this.unsteady.add(answer.killer.id);
    else if (wasAnew) return answer;
    return this.ask(mutant, [answer.killer, ...tests]);
  }

  private request(mutant: string, tests: readonly TestPlace[]): Promise<Answer> {
    const answer = this.next<Answer>();
    send(this.channel, { mutant, tests });
    return answer;
  }

  private async unload(): Promise<void> {
    send(this.channel, 'end');
    await this.run;
  }

  private next<Message extends Loaded | Answer>(): Promise<Message> {
    return new Promise((resolve) => listen<Message>(this.channel, resolve));
  }
}

function resultOf({ id, name, file: fileName, milliseconds: timeSpentMs, isSkipped, failure }: TestRun): TestResult {
  const isLeftOut = isSkipped || failure !== undefined;
  return { id, name, fileName, timeSpentMs, status: isLeftOut ? TestStatus.Skipped : TestStatus.Success };
}

/** What is told in words: tests of the registry ask that they are there, not what they say. */
const words: Ignorer = {
  shouldIgnore({ node }: WordPath) {
    const isWords = node.type === 'ObjectProperty' && ['zh', 'en'].includes(node.key?.name ?? '');
    return isWords && /^(String|Template)Literal$/.test(node.value?.type ?? '') ? 'words' : undefined;
  },
};

/** What of Babel's path this file looks at; Stryker leaves its type open. */
interface WordPath {
  readonly node: {
    readonly type: string;
    readonly key?: { readonly name?: string };
    readonly value?: { readonly type: string };
  };
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'loaded-tests', LoadedTests),
  declareValuePlugin(PluginKind.Ignore, 'words', words),
];
