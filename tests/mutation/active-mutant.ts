/** Which mutant is on in the instrumented code, and for how long what runs with it may compute. */
import { setTimeout } from 'node:timers/promises';

import type { InstrumenterContext } from '@stryker-mutator/api/core';

/** Of computing, which does not count the time that other programs take. A test that takes longer is taken for a loop without end. */
const MOST_FOR_A_TEST = 2000;
/** Looks in a row, each half a second after the one before, that find nothing computed: nobody will answer any more. */
const IDLE_LOOKS = 4;
/** How often instrumented code asks which mutant is on before somebody looks at the time. */
const ASKED_BETWEEN = 4096;

/** What is said of such a test. */
export const ENDLESS = 'a loop that does not end';

/** Where the instrumented code looks which mutant is on, and notes what it meets. */
export const mutants: InstrumenterContext & { hitCount: number } = { hitCount: 0 };
let active = '';
let asked = 0;
let deadline = Infinity;
// In nearly every loop that a mutant makes endless, the instrumented code asks for it again and again.
Object.defineProperty(mutants, 'activeMutant', {
  get: () => {
    asked += 1;
    if (asked % ASKED_BETWEEN === 0 && computed() > deadline) throw new Error(ENDLESS);
    return active;
  },
});
Reflect.set(globalThis, '__stryker__', mutants);

export function turnOn(mutant: string): void {
  active = mutant;
}

export function turnOff(): void {
  active = '';
}

/** What is said of something that fails, that does not end or that waits for what never comes. */
export async function failureIn(step: () => Promise<void>): Promise<string | undefined> {
  const watch = new AbortController();
  deadline = computed() + MOST_FOR_A_TEST;
  try {
    await Promise.race([step(), tooLate(watch.signal)]);
    return undefined;
  } catch (error) {
    return computed() > deadline ? ENDLESS : String(error);
  } finally {
    deadline = Infinity;
    watch.abort();
  }
}

/** For what waits for something that never comes. */
async function tooLate(signal: AbortSignal): Promise<never> {
  for (let idle = 0; idle < IDLE_LOOKS;) {
    const before = computed();
    await setTimeout(500, undefined, { signal });
    idle = computed() - before < 20 ? idle + 1 : 0;
  }
  throw new Error('no answer');
}

/** Milliseconds of computing so far. */
export function computed(): number {
  return process.cpuUsage().user / 1000;
}
