/** Reading in plain style: a place in a text that moves on, and what takes down the places that it passes. */

/** Thrown where the plain style cannot be sure what YAML would make of a text. */
export class Unsure extends Error {}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const NUMBER_SIGN = 0x23;
const END_OF_LINE = / *(?:(?<= )#[^\n]*)?(?:\r?\n|$)/y;

/** Takes down where the parts of a text stand, in the order of the text. */
export interface Notes {
  /** A key: its end is where its colon stands. */
  key(start: number, end: number): void;
  /** A value; nothing is written where it ends as it starts. */
  scalar(start: number, end: number): void;
  begin(kind: 'mapping' | 'sequence', isFlow: boolean, at: number): void;
  dash(at: number): void;
  /** Ends what began last. */
  finish(end: number): void;
}

export class Cursor {
  readonly text: string;
  /** Absent where only the data is wanted. */
  readonly notes: Notes | undefined;
  at: number;
  startOfLine = 0;
  /** Indentation of the line that the cursor stands on; −1 behind the last line. */
  column = -1;

  constructor(text: string, at = 0, notes?: Notes) {
    this.text = text;
    this.at = at;
    this.notes = notes;
  }

  /** Whether a sticky pattern matches here. */
  isAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** Moves behind what a sticky pattern matches here. */
  accepts(pattern: RegExp): boolean {
    if (!this.isAt(pattern)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  /** Moves behind what a sticky pattern must match here. */
  expect(pattern: RegExp): void {
    if (!this.accepts(pattern)) throw new Unsure();
  }

  /** Moves to the next line with content, if nothing but a comment follows on this one. */
  endsLine(): boolean {
    const next = this.text.charCodeAt(this.at);
    // Behind nearly every key stands a value, and nearly every value is the last on its line.
    if (next === LINE_FEED) this.at += 1;
    else if ((next > SPACE && next !== NUMBER_SIGN) || !this.accepts(END_OF_LINE)) return false;
    this.toContent();
    return true;
  }

  /** Moves from the start of a line to the first character that is no indentation, blank line or comment. */
  toContent(): void {
    const { text } = this;
    let start = this.at;
    let at = start;
    for (;;) {
      while (text.charCodeAt(at) === SPACE) at += 1;
      const first = text.charCodeAt(at);
      if (first === LINE_FEED) {
        at += 1;
      } else if (first === NUMBER_SIGN || first === CARRIAGE_RETURN) {
        const lineBreak = text.indexOf('\n', at);
        at = lineBreak < 0 ? text.length : lineBreak + 1;
      } else {
        break;
      }
      start = at;
    }
    this.startOfLine = start;
    this.at = at;
    this.column = at < text.length ? at - start : -1;
  }
}
