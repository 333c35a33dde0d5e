/** Files that are looked at one by one, by several threads where that pays; the answers are the same, in the order of the files. */
import type { Invocation } from '../command-line/invocation.ts';
import type { Io, Thread, ThreadJob } from '../platform/io.ts';
import type { LedgerFile } from './find-ledgers.ts';
import { Progress } from './progress.ts';

/** What another thread does with each file that it takes. Request and answers are copied from one thread to the other. */
export type Job<Request, Answer> = (
  request: Request,
  files: Io['files'],
) => Promise<(file: LedgerFile) => Promise<Answer>>;

/** What another thread is told. */
export interface SharedWork<Request> {
  readonly request: Request;
  readonly files: readonly LedgerFile[];
  /** The next file that nobody has taken. */
  readonly next: SharedArrayBuffer;
}

interface Answered<Answer> {
  readonly at: number;
  readonly answer: Answer;
}

/** Milliseconds of work from which another thread is worth its start, which takes about half as long. */
const WORTH = 500;
/** Each takes memory of its own. */
const MOST_THREADS = 4;

/** Runs in another thread: takes files until none is left. */
export async function takeShare<Request, Answer>(
  job: Job<Request, Answer>,
  { request, files, next }: SharedWork<Request>,
  machine: Io['files'],
  tell: (answered: Answered<Answer>) => void,
): Promise<void> {
  const look = await job(request, machine);
  for (const [at, file] of takeFrom(files, next)) tell({ at, answer: await look(file) });
}

/**
 * Looks at all files, with the help of other threads where that pays.
 *
 * @param name of the job, by which another thread knows it
 * @param use takes the answers in the order of the files, as they come: none is kept
 */
export async function shareWork<Request, Answer>(
  name: ThreadJob,
  job: Job<Request, Answer>,
  { request, files }: Omit<SharedWork<Request>, 'next'>,
  use: (answer: Answer, file: LedgerFile) => Promise<void> | void,
  invocation: Invocation,
): Promise<void> {
  const { io } = invocation;
  const work = { request, files, next: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
  const inOrder = new InOrder(files, use);
  const progress = new Progress(files.length, invocation);
  const look = await job(request, io.files);
  const started = io.now().getTime();
  let helpers: readonly Thread[] = [];
  let done = 0;
  try {
    for (const [at, file] of takeFrom(files, work.next)) {
      inOrder.keep({ at, answer: await look(file) });
      await inOrder.useNext();
      done += 1;
      const left = ((io.now().getTime() - started) / done) * (files.length - at - 1);
      if (helpers.length === 0 && left > WORTH) helpers = await helpersFor(name, work, inOrder.keepTold, io);
      await progress.tell(inOrder.used);
    }
    await Promise.all(helpers.map(async ({ ended }) => ended));
    await inOrder.useNext();
  } finally {
    await progress.end();
    await Promise.all(helpers.map(async (helper) => helper.stop()));
  }
  if (inOrder.used < files.length) throw new Error(`no thread has looked at file ${inOrder.used}`);
}

/** Answers that come in any order, used in that of the files. */
class InOrder<Answer> {
  readonly #files: readonly LedgerFile[];
  readonly #use: (answer: Answer, file: LedgerFile) => Promise<void> | void;
  readonly #waiting = new Map<number, Answer>();
  used = 0;

  constructor(files: readonly LedgerFile[], use: (answer: Answer, file: LedgerFile) => Promise<void> | void) {
    this.#files = files;
    this.#use = use;
  }

  keep({ at, answer }: Answered<Answer>): void {
    this.#waiting.set(at, answer);
  }

  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `takeShare` of the same job tells nothing else
  readonly keepTold = (told: unknown): void => this.keep(told as Answered<Answer>);

  async useNext(): Promise<void> {
    for (;;) {
      const [answer, file] = [this.#waiting.get(this.used), this.#files[this.used]];
      if (answer === undefined || file === undefined) return;
      this.#waiting.delete(this.used);
      await this.#use(answer, file);
      this.used += 1;
    }
  }
}

async function helpersFor(
  name: ThreadJob,
  work: SharedWork<unknown>,
  take: (told: unknown) => void,
  { threads }: Io,
): Promise<readonly Thread[]> {
  if (threads === undefined) return [];
  const { processors, start } = await threads();
  return Array.from({ length: Math.min(processors, MOST_THREADS) - 1 }, () => start(name, work, take));
}

/** One after the other, each to one thread alone. */
function* takeFrom(files: readonly LedgerFile[], next: SharedArrayBuffer): Generator<readonly [number, LedgerFile]> {
  const counter = new Int32Array(next);
  for (;;) {
    const at = Atomics.add(counter, 0, 1);
    const file = files[at];
    if (file === undefined) return;
    yield [at, file];
  }
}
