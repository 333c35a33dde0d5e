/** What the process of Stryker and the worker with the tests say to each other. */
import type { BroadcastChannel } from 'node:worker_threads';

import type { MutantCoverage } from '@stryker-mutator/api/core';

export const CHANNEL = 'mutation';

/** Tests to run with a mutant, or the end of the work. */
export type Request = 'end' | { readonly mutant: string; readonly tests: readonly TestPlace[] };

/** A test and its file, or a file alone, which is its own id: all of its tests, after it is loaded anew. */
export interface TestPlace {
  readonly id: string;
  readonly file: string;
}

/** What came of loading the tests, without any mutant. */
export interface Loaded {
  /** None where they were loaded again. */
  readonly runs: readonly TestRun[];
  readonly coverage: MutantCoverage | undefined;
}

export interface TestRun extends TestPlace {
  readonly name: string;
  readonly milliseconds: number;
  readonly isSkipped: boolean;
  /** What it said when it was run, or run a second time. */
  readonly failure: string | undefined;
}

export interface Answer {
  /** `unmet`: it lies in what is made once and kept, and no test makes it a second time. */
  readonly outcome: 'killed' | 'survived' | 'endless' | 'unmet';
  /** The test that found it, and what it said. */
  readonly killer: TestPlace | undefined;
  readonly failure: string;
  /** A mutant left something behind, in a cache for instance, and the tests have to be loaded again. */
  readonly isSpoilt: boolean;
}

export function send(channel: BroadcastChannel, message: Request | Loaded | Answer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- between threads there are no origins
  channel.postMessage(message);
}

/** From now on, in the place of whoever listened before. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- who listens knows what the other side sends
export function listen<Message>(channel: BroadcastChannel, take: (message: Message) => void): void {
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- one listener at a time
  channel.onmessage = ({ data }: { readonly data: Message }): void => take(data);
}

declare module 'vitest' {
  interface ProvidedContext {
    /** How many test files there are. */
    files: number;
    /** The files in which faults are planted. */
    mutated: readonly string[];
    /** Whether the tests were run already, and only have to be loaded again. */
    isKnown: boolean;
    /** Tests that fail when they are run a second time. */
    unsteady: readonly string[];
  }
}
