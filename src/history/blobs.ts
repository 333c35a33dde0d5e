/** Contents by name, all of them from one `git cat-file --batch`. */
import type { GitRun } from '../platform/io.ts';
import { GitFailure } from './refusals.ts';

/** Takes a content as it comes. */
export interface Sink {
  /** Called once, before the first piece. @param size in bytes */
  readonly begin: (size: number) => void;
  readonly add: (piece: Uint8Array) => void;
}

interface Request {
  readonly name: string;
  readonly sink: Sink;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A git that answers, and who waits for it in the order of the requests. */
interface Batch {
  readonly run: Promise<GitRun>;
  readonly waiting: Request[];
  /** Called where there is something to read: a request, or the end. */
  wake: () => void;
}

/** Git is started with the first request, and once more with the next one after it has ended. */
export class Blobs {
  readonly #start: () => Promise<GitRun>;
  #batch: Batch | undefined;

  constructor(start: () => Promise<GitRun>) {
    this.#start = start;
  }

  /** All of a content at once. @throws {GitFailure} where it is not there */
  async read(name: string): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    await this.stream(name, { begin: () => {}, add: (piece) => void pieces.push(piece) });
    return Buffer.concat(pieces);
  }

  /** A content piece by piece, however large. @throws {GitFailure} where it is not there */
  async stream(name: string, sink: Sink): Promise<void> {
    const batch = (this.#batch ??= this.#begin());
    const done = new Promise<void>((resolve, reject) => {
      batch.waiting.push({ name, sink, resolve, reject });
    });
    batch.wake();
    void batch.run.then(
      (one) => one.say(`${name}\n`),
      () => {},
    );
    return done;
  }

  /** Lets the process end. */
  close(): void {
    if (this.#batch !== undefined) void end(this.#batch);
    this.#batch = undefined;
  }

  #begin(): Batch {
    const batch: Batch = { run: this.#start(), waiting: [], wake: () => {} };
    void this.#answer(batch);
    return batch;
  }

  async #answer(batch: Batch): Promise<void> {
    const reason = await endOf(batch);
    if (this.#batch === batch) this.#batch = undefined;
    for (const { reject } of batch.waiting) reject(reason);
  }
}

async function end(batch: Batch): Promise<void> {
  const run = await batch.run.catch(() => undefined);
  run?.close();
  batch.wake();
}

/** Answers as long as git does. @returns why it does no more, for whoever still waits */
async function endOf(batch: Batch): Promise<unknown> {
  const { waiting } = batch;
  try {
    const run = await batch.run;
    const input = new Input(run.stdout);
    let isOver = false;
    const over = run.ended.finally(() => {
      isOver = true;
      batch.wake();
    });
    over.catch(() => {});
    for (;;) {
      // Whoever reads waits for git: it is not silent where nobody has asked it anything.
      if (waiting.length === 0 && !isOver) await new Promise<void>((wake) => (batch.wake = wake));
      const head = await input.line();
      if (head === undefined) break;
      const [request] = waiting;
      if (request !== undefined) await answer(request, head, input);
      waiting.shift();
    }
    const { stderr } = await over;
    return new GitFailure(['cat-file'], stderr.trim());
  } catch (error) {
    return error;
  }
}

async function answer({ name, sink, resolve, reject }: Request, head: string, input: Input): Promise<void> {
  const size = /^[0-9a-f]+ [a-z]+ (\d+)$/u.exec(head)?.[1];
  if (size === undefined) {
    reject(new GitFailure(['cat-file', name], head));
    return;
  }
  sink.begin(Number(size));
  await input.bytes(Number(size), sink.add);
  await input.bytes(1, () => {});
  resolve();
}

const LINE_FEED = 10;

/** Lines and stretches of bytes out of a stream. */
class Input {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #left: Uint8Array = new Uint8Array();

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#pieces = stream[Symbol.asyncIterator]();
  }

  /** Without its break; undefined at the end. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#left.indexOf(LINE_FEED);
      if (end >= 0) return Buffer.from(this.#take(end + 1).subarray(0, end)).toString();
      const more = await this.#next();
      if (more === undefined) return undefined;
      this.#left = Buffer.concat([this.#left, more]);
    }
  }

  async bytes(count: number, add: (piece: Uint8Array) => void): Promise<void> {
    for (let wanted = count; wanted > 0;) {
      if (this.#left.length === 0) this.#left = (await this.#next()) ?? new Uint8Array();
      if (this.#left.length === 0) throw new GitFailure(['cat-file'], 'its answer ends early');
      const piece = this.#take(Math.min(wanted, this.#left.length));
      wanted -= piece.length;
      add(piece);
    }
  }

  #take(count: number): Uint8Array {
    const taken = this.#left.subarray(0, count);
    this.#left = this.#left.subarray(count);
    return taken;
  }

  async #next(): Promise<Uint8Array | undefined> {
    const { value, done } = await this.#pieces.next();
    return done === true ? undefined : value;
  }
}
