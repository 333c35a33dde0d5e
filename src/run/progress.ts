/** How far a long run has come, for whoever waits at a terminal; it is gone before the answer comes. */
import type { Invocation } from '../command-line/invocation.ts';

/** Milliseconds: sooner nobody wonders, and more often nobody reads. */
const FIRST = 1000;
const EACH = 200;

/** Goes to the beginning of the line and empties it. */
const EMPTY_LINE = '\r\u{1B}[K';

export class Progress {
  readonly #all: number;
  readonly #invocation: Invocation;
  #next: number;
  #isShown = false;

  constructor(all: number, invocation: Invocation) {
    this.#all = all;
    this.#invocation = invocation;
    this.#next = invocation.io.now().getTime() + FIRST;
  }

  async tell(done: number): Promise<void> {
    const { io, languages } = this.#invocation;
    const now = io.now().getTime();
    if (now < this.#next || !io.stderr.isTerminal) return;
    this.#next = now + EACH;
    this.#isShown = true;
    const words =
      languages.people === 'zh' ? `已检查${done}份，共${this.#all}份台账` : `${done} of ${this.#all} ledgers`;
    await io.stderr.write(`${EMPTY_LINE}${words}`);
  }

  async end(): Promise<void> {
    if (this.#isShown) await this.#invocation.io.stderr.write(EMPTY_LINE);
    this.#isShown = false;
  }
}
