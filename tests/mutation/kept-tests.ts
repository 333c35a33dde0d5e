/** A runner for vitest that keeps its tests once they ran, and runs them again, with one mutant after the other. */
import { resolve } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';

import { collectTests } from '@vitest/runner';
import fc, { type GlobalParameters, type RunDetails } from 'fast-check';
import { inject, type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';

import { computed, ENDLESS, failureIn, mutants, turnOff, turnOn } from './active-mutant.ts';
import {
  type Answer,
  CHANNEL,
  type Loaded,
  listen,
  type Request,
  send,
  type TestPlace,
  type TestRun,
} from './messages.ts';

// The same examples for every mutant, and few of them: each mutant is met by many tests. The first that fails is enough.
const CASES: GlobalParameters = { seed: 1, numRuns: 30, endOnFailure: true, reporter: report };
// Without a mutant there is time: a property that met no case would have asserted nothing.
fc.configureGlobal({ ...CASES, interruptAfterTimeLimit: 5000 });

/** A property that had no time for a single case has found nothing, as on a machine where others work too. */
function report<Values>(run: RunDetails<Values>): void {
  const isTooLate = run.interrupted && run.counterexamplePath === null;
  if (run.failed && !isTooLate) throw new Error(fc.defaultReportMessage(run));
}

/** A mutant that no test has found by then counts as not found. */
const MOST_FOR_A_MUTANT = 2000;
/** What the test is called that is a whole file. */
const WHILE_LOADED = 'what it finds out while it is loaded';
/** Where the tests and what they share lie. */
const TESTS = `${resolve('tests')}/`;

export default class KeptTests extends TestRunner {
  private readonly tests = new Map<string, RunnerTestCase>();
  private readonly files = new Set<string>();
  /** Tests that fail when they are run a second time, without any mutant. */
  private readonly unsteady = new Set(inject('unsteady'));
  private filesLeft = inject('files');
  private readonly toLoad = [...inject('mutated')];

  /** What a test would load in the middle of its run is loaded before all tests: it is not the test that runs it. */
  override async importFile(path: string, source: 'collect' | 'setup'): Promise<unknown> {
    for (const file of this.toLoad.splice(0)) await super.importFile(file, 'collect');
    return super.importFile(path, source);
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (inject('isKnown')) test.mode = 'skip';
    await super.onBeforeRunTask(test);
  }

  override onBeforeTryTask(test: RunnerTestCase): void {
    super.onBeforeTryTask(test);
    mutants.currentTestId = test.id;
  }

  /** What the base class does here ends the snapshots of the file: they are asked again and again. */
  override onAfterRunSuite(): Promise<void> {
    return Promise.resolve();
  }

  override onAfterTryTask(test: RunnerTestCase): void {
    delete mutants.currentTestId;
    super.onAfterTryTask(test);
  }

  /** Called after each file, and waited for. The worker lives until this ends for the last one. */
  // oxlint-disable-next-line typescript/no-misused-promises -- the base class has nothing to wait for
  override async onAfterRunFiles(files: readonly RunnerTestFile[] = []): Promise<void> {
    for (const file of files) this.keep(file);
    this.filesLeft -= files.length;
    if (this.filesLeft === 0) await this.serve();
  }

  private keep(file: RunnerTestFile): void {
    this.files.add(file.filepath);
    for (const test of testsIn(file)) this.tests.set(test.id, test);
  }

  private async serve(): Promise<void> {
    fc.configureGlobal({ ...CASES, interruptAfterTimeLimit: 200 });
    const runs = inject('isKnown') ? [] : await this.lookAtTests();
    const channel = new BroadcastChannel(CHANNEL);
    const ended = new Promise<void>((resolve) => {
      listen<Request>(channel, (request) => {
        if (request === 'end') resolve();
        else void this.answer(request).then((answer) => send(channel, answer));
      });
    });
    const loaded: Loaded = { runs, coverage: mutants.mutantCoverage };
    send(channel, loaded);
    await ended;
    channel.close();
  }

  /**
   * Each test, and each test file: what it finds out while it is loaded is looked at by its tests, and a mutant in that is
   * met by loading the file again.
   */
  private async lookAtTests(): Promise<readonly TestRun[]> {
    const tests: TestRun[] = [];
    for (const test of this.tests.values()) {
      const { duration = 0, state, errors } = test.result ?? {};
      const failure = errors?.[0]?.message ?? (await failureIn(() => this.run(test)));
      if (failure !== undefined) this.unsteady.add(test.id);
      const { id, fullTestName: name, file } = test;
      tests.push({ id, name, file: file.filepath, milliseconds: duration, isSkipped: state !== 'pass', failure });
    }
    const files: TestRun[] = [];
    for (const file of new Set(tests.map((test) => test.file))) {
      const begun = computed();
      mutants.currentTestId = file;
      const failure = (await this.load(file)).result?.errors?.[0]?.message;
      delete mutants.currentTestId;
      const ofTests = tests.filter((test) => test.file === file).map((test) => test.milliseconds);
      const milliseconds = ofTests.reduce((sum, one) => sum + one, computed() - begun);
      files.push({ id: file, name: WHILE_LOADED, file, milliseconds, isSkipped: false, failure });
    }
    return [...tests, ...files];
  }

  /** Makes the tests of a file anew, and with them all that tests share; what they test stays as it is. */
  private async load(path: string): Promise<RunnerTestFile> {
    const modules: Modules = Reflect.get(Reflect.get(this, 'workerState'), 'evaluatedModules');
    for (const module of modules.idToModuleMap.values())
      if (module.file.startsWith(TESTS)) modules.invalidateModule(module);
    const [file] = await collectTests([path], this);
    if (file === undefined) throw new Error(`no file ${path}`);
    // Its snapshots are read where they are not yet.
    await super.onBeforeRunSuite(file);
    return file;
  }

  /** A mutant counts as killed where a test fails with it and passes without it afterwards. */
  private async answer({ mutant, tests }: Exclude<Request, 'end'>): Promise<Answer> {
    let until = computed() + MOST_FOR_A_MUTANT;
    let isCut = false;
    mutants.hitCount = 0;
    for (const test of this.toRun(tests)) {
      isCut = computed() > until;
      if (isCut) break;
      // Of tests that were loaded again one file was; the others are when they are asked for.
      if (test.id !== test.file && !this.files.has(test.file)) {
        const begun = computed();
        this.keep(await this.load(test.file));
        until += computed() - begun;
      }
      turnOn(mutant);
      const failure = await this.failureOf(test.id, until);
      turnOff();
      if (failure === undefined) continue;
      const isSpoilt = (await this.failureOf(test.id, Infinity, failure.test)) !== undefined;
      return {
        outcome: failure.said === ENDLESS ? 'endless' : 'killed',
        killer: test,
        failure: failure.said,
        isSpoilt,
      };
    }
    const isMet = isCut || tests.length === 0 || mutants.hitCount > 0;
    return { outcome: isMet ? 'survived' : 'unmet', killer: undefined, failure: '', isSpoilt: false };
  }

  /** The tests; and where none of them met the mutant again, their files: what they made for themselves is made anew. */
  private *toRun(tests: readonly TestPlace[]): Generator<TestPlace> {
    yield* tests;
    if (mutants.hitCount > 0) return;
    for (const file of new Set(tests.map((test) => test.file))) yield { id: file, file };
  }

  /**
   * @param until no test of a file is begun behind it
   * @param only the one test of a file to run
   */
  private async failureOf(id: string, until: number, only?: string): Promise<Failure | undefined> {
    const test = this.tests.get(id);
    const tests = test === undefined ? [] : [test];
    if (test === undefined) {
      const said = await failureIn(async () => {
        const { tasks, result } = await this.load(id);
        if (result?.state === 'fail') throw new Error(result.errors?.[0]?.message);
        tests.push(...testsIn({ tasks }).filter((one) => !this.unsteady.has(one.id)));
      });
      if (said !== undefined) return { test: WHILE_LOADED, said };
    }
    for (const one of tests) {
      if (computed() > until) return undefined;
      if (only !== undefined && one.id !== only) continue;
      const said = await failureIn(() => this.run(one));
      if (said !== undefined) return { test: one.id, said };
    }
    return undefined;
  }

  private async run(test: RunnerTestCase): Promise<void> {
    super.onBeforeTryTask(test);
    await TestRunner.getTestFn(test)();
  }
}

/** What vitest keeps of the files that it loaded; it gives nobody a way to load some of them again. */
interface Modules {
  readonly idToModuleMap: ReadonlyMap<string, { readonly file: string }>;
  invalidateModule(module: { readonly file: string }): void;
}

interface Failure {
  /** Its id, or that the file could not be loaded. */
  readonly test: string;
  readonly said: string;
}

function testsIn({ tasks }: Pick<RunnerTestFile, 'tasks'>): readonly RunnerTestCase[] {
  return tasks.flatMap((task) => (task.type === 'test' ? [task] : testsIn(task)));
}
