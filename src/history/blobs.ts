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
    const { run, waiting } = (this.#batch ??= this.#begin());
    const done = new Promise<void>((resolve, reject) => {
      waiting.push({ name, sink, resolve, reject });
    });
    void run.then(
      (one) => one.say(`${name}\n`),
      () => {},
    );
    return done;
  }

  /** Lets the process end. */
  close(): void {
    void this.#batch?.run.then(
      (one) => one.close(),
      () => {},
    );
    this.#batch = undefined;
  }

  #begin(): Batch {
    const batch: Batch = { run: this.#start(), waiting: [] };
    void this.#answer(batch);
    return batch;
  }

  async #answer(batch: Batch): Promise<void> {
    const { run, waiting } = batch;
    const reason = await endOf(run, waiting);
    if (this.#batch === batch) this.#batch = undefined;
    for (const { reject } of waiting) reject(reason);
  }
}

/** Answers as long as git does. @returns why it does no more, for whoever still waits */
async function endOf(started: Promise<GitRun>, waiting: Request[]): Promise<unknown> {
  try {
    const run = await started;
    const input = new Input(run.stdout);
    for (let head = await input.line(); head !== undefined; head = await input.line()) {
      const [request] = waiting;
      if (request !== undefined) await answer(request, head, input);
      waiting.shift();
    }
    const { stderr } = await run.ended;
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
