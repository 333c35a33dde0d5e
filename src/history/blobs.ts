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

/** Started with the first request. Answers come in the order of the requests. */
export class Blobs {
  readonly #start: () => Promise<GitRun>;
  readonly #waiting: Request[] = [];
  #run: Promise<GitRun> | undefined;

  constructor(start: () => Promise<GitRun>) {
    this.#start = start;
  }

  /** All of a content at once. @throws {GitFailure} where it is not there */
  async read(name: string): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    await this.stream(name, { begin: () => {}, add: (piece) => void pieces.push(piece) });
    return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
  }

  /** A content piece by piece, however large. @throws {GitFailure} where it is not there */
  async stream(name: string, sink: Sink): Promise<void> {
    const done = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ name, sink, resolve, reject });
    });
    done.catch(() => {});
    this.#run ??= this.#begin();
    (await this.#run).say(`${name}\n`);
    return done;
  }

  /** Lets the process end. */
  close(): void {
    const run = this.#run;
    this.#run = undefined;
    void run?.then((one) => one.close());
  }

  async #begin(): Promise<GitRun> {
    const run = await this.#start();
    void this.#answer(run);
    return run;
  }

  async #answer(run: GitRun): Promise<void> {
    try {
      const input = new Input(run.stdout);
      for (let head = await input.line(); head !== undefined; head = await input.line()) {
        const request = this.#waiting.shift();
        if (request !== undefined) await answer(request, head, input);
      }
      const { stderr } = await run.ended;
      this.#fail(new GitFailure(['cat-file'], stderr.trim()));
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
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
