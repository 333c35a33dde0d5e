/** A place in a text that is read in plain style, and the way to give up. */

/** Thrown where the plain style cannot be sure what YAML would make of a text. */
export class Unsure extends Error {}

const SPACE = 0x20;
const NO_CONTENT = new Set(['#', '\r', '\n']);
const END_OF_LINE = / *(?:(?<= )#[^\n]*)?(?:\r?\n|$)/y;

export class Cursor {
  readonly text: string;
  at = 0;
  startOfLine = 0;
  /** Indentation of the line that the cursor stands on; −1 behind the last line. */
  column = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** Moves behind what a sticky pattern matches here. */
  accepts(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  /** Moves behind what a sticky pattern must match here. */
  expect(pattern: RegExp): void {
    if (!this.accepts(pattern)) throw new Unsure();
  }

  /** Moves to the next line with content, if nothing but a comment follows on this one. */
  endsLine(): boolean {
    if (!this.accepts(END_OF_LINE)) return false;
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
      if (!NO_CONTENT.has(text.charAt(at))) break;
      const lineBreak = text.indexOf('\n', at);
      start = lineBreak < 0 ? text.length : lineBreak + 1;
      at = start;
    }
    this.startOfLine = start;
    this.at = at;
    this.column = at < text.length ? at - start : -1;
  }
}
