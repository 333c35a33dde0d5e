/** Other threads of this program, which run jobs beside it. */
import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';

import type { Files, Thread, ThreadJob, Threads } from './io.ts';
import { nodeFiles } from './node-files.ts';

/** @param program the built program, of which another thread runs `work` */
export function nodeThreads(program: string): Threads {
  return {
    processors: availableParallelism(),
    start: (job, data, take) =>
      startThread(new Worker(FIRST_LINES, { eval: true, workerData: { program, job, data } }), take),
  };
}

/** What a thread begins with. */
const FIRST_LINES = "require(require('node:worker_threads').workerData.program).work();";

function startThread(worker: Worker, take: (answer: unknown) => void): Thread {
  worker.on('message', take);
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    // Messages that were sent before have arrived by then.
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a thread of the program ended with ${code}`));
    });
  });
  return {
    ended,
    async stop() {
      await worker.terminate();
    },
  };
}

/** What this thread was started for. */
export function takeJob(): { readonly job: ThreadJob; readonly data: never; readonly machine: Files } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `start` above is the only one that starts threads
  const { job, data } = workerData as { readonly job: ThreadJob; readonly data: never };
  return { job, data, machine: nodeFiles(new AbortController().signal) };
}

/** Tells the thread that started this one. */
export function tellStarter(told: unknown): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window, whose origin must be named
  parentPort?.postMessage(told);
}
