/** Reading in plain style: a place in a text, the scalars that stand on one line, and what stands in brackets. */

import type { TextSpan } from '../domain/file-problem.ts';

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

// Longer words exist, but a pattern remembers each step of its way, and its memory has an end.
const BLOCK_WORD = /[^ \r\n?:,[\]{}#&*!|>'"%@`-](?:[^ \r\n:#]+|:(?![ \r\n]|$)|#| +(?=[^ \r\n#])){0,9999}/y;
const FLOW_WORD =
  /[^ \r\n?:,[\]{}#&*!|>'"%@`-](?:[^ \r\n:#,[\]{}]+|:(?![ \r\n,[\]{}]|$)|#| +(?=[^ \r\n#,[\]{}])){0,9999}/y;
const QUOTED = /"[^"\\\r\n]*"|'[^'\r\n]*'(?!')/y;

const SPACES = / */y;
const LIST_START = /\[ */y;
const LIST_END = / *\]/y;
const MAPPING_START = /\{ */y;
const MAPPING_END = / *\}/y;
const COMMA = / *, */y;
const END = / *[\]}]/y;

/** What is nested a hundred deep is refused; a ledger is nowhere near that. */
const DEEPEST_FLOW = 8;

/** The value of a field or of an item, which ends its line. @param column of the key or of the dash */
export function readValue(cursor: Cursor, column: number): unknown {
  const value = readInline(cursor, BLOCK_WORD, { column, depth: 0 });
  if (!cursor.endsLine()) throw new Unsure();
  return value;
}

/** Where a value is read. */
interface Inside {
  /** Lines below must be deeper than this. */
  readonly column: number;
  /** How many brackets are open. */
  readonly depth: number;
}

function readInline(cursor: Cursor, word: RegExp, { column, depth }: Inside): unknown {
  const { text, at, notes } = cursor;
  if (cursor.accepts(word) || cursor.accepts(QUOTED)) {
    notes?.scalar(at, cursor.at);
    return scalarMeaning(text.slice(at, cursor.at));
  }
  if (depth === DEEPEST_FLOW) throw new Unsure();
  const isList = cursor.accepts(LIST_START);
  if (!isList) cursor.expect(MAPPING_START);
  notes?.begin(isList ? 'sequence' : 'mapping', true, at);
  const inside = { column, depth: depth + 1 };
  const collection = isList ? readFlowList(cursor, inside) : readFlowMapping(cursor, inside);
  notes?.finish(cursor.at);
  return collection;
}

/** The scalar that stands at an offset or behind spaces there; undefined where something else or nothing does. */
export function spanOfScalar(text: string, at: number): TextSpan | undefined {
  const cursor = new Cursor(text, at);
  cursor.accepts(SPACES);
  const { at: start } = cursor;
  return cursor.accepts(BLOCK_WORD) || cursor.accepts(QUOTED) ? { start, end: cursor.at } : undefined;
}

/** What a scalar of plain style stands for, its quotes included. Throws `Unsure`. */
export function scalarMeaning(written: string): string | number | boolean {
  return written.startsWith('"') || written.startsWith("'") ? written.slice(1, -1) : meaningOf(written);
}

function readFlowList(cursor: Cursor, inside: Inside): readonly unknown[] {
  const list: unknown[] = [];
  for (passBreaks(cursor, inside); !cursor.accepts(LIST_END); passComma(cursor, inside)) {
    list.push(readInline(cursor, FLOW_WORD, inside));
  }
  return list;
}

function readFlowMapping(cursor: Cursor, inside: Inside): object {
  const mapping: Record<string, unknown> = {};
  for (passBreaks(cursor, inside); !cursor.accepts(MAPPING_END); passComma(cursor, inside)) {
    const key = readNewKey(cursor, mapping);
    mapping[key] = readInline(cursor, FLOW_WORD, inside);
  }
  return mapping;
}

/** Passes what separates items; behind the last a comma may stand. */
function passComma(cursor: Cursor, inside: Inside): void {
  passBreaks(cursor, inside);
  if (cursor.accepts(COMMA)) passBreaks(cursor, inside);
  else if (!cursor.isAt(END)) throw new Unsure();
}

/** Passes ends of lines. What follows stands deeper than the entry; its last bracket alone may stand at its column. */
function passBreaks(cursor: Cursor, { column, depth }: Inside): void {
  if (!cursor.endsLine() || cursor.column > column) return;
  if (cursor.column < column || depth > 1 || !cursor.isAt(END)) throw new Unsure();
}

// Without `__proto__`, and without the numbers that are written in another way than they read.
// A key of more than 1024 characters is none.
const KEY =
  /(?:[A-Za-z][\w-]{0,999}|[1-9]\d{0,8}|\d{4}-(?:Q\d|\d\d(?:-\d\d)?)|"[A-Za-z\d][\w-]{0,999}"|'[A-Za-z\d][\w-]{0,999}'):(?: +|(?=\r?\n|$))/y;
const DASH = /- +(?=[^ \r\n])/y;

/** Whether the dash of a list's item stood at the cursor, with something behind it on the same line. */
export function passDash(cursor: Cursor): boolean {
  return cursor.accepts(DASH);
}

const NO_TEXT = new Set('~ null Null NULL true True TRUE false False FALSE'.split(' '));

export function isAtKey(cursor: Cursor): boolean {
  return cursor.isAt(KEY);
}

/** The key at the cursor; passes its colon too, and what separates it from a value on the same line. */
function readKey(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  if (!cursor.accepts(KEY)) return undefined;
  const colon = text.indexOf(':', at);
  cursor.notes?.key(at, colon);
  return unquoted(text.slice(at, colon));
}

/** A key without the quotes that it may have. */
export function unquoted(written: string): string {
  return written.startsWith('"') || written.startsWith("'") ? written.slice(1, -1) : written;
}

/** A key that the mapping does not have yet. */
export function readNewKey(cursor: Cursor, mapping: object): string {
  const key = readKey(cursor);
  if (key === undefined || NO_TEXT.has(key) || Object.hasOwn(mapping, key)) throw new Unsure();
  return key;
}

// Days among them.
const CERTAINLY_TEXT = /^(?:[^\d.+~TtFfNn]|\d{4}-)/;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const NUMBER = /^[-+]?(?:0o[0-7]+|0x[\da-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|\.inf|\.nan)$/i;

/** What a plain word stands for in the core schema, where days are texts. */
function meaningOf(word: string): string | number | boolean {
  if (CERTAINLY_TEXT.test(word)) return word;
  if (WHOLE_NUMBER.test(word)) return Number(word);
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (NUMBER.test(word) || NO_TEXT.has(word)) throw new Unsure();
  return word;
}

/** Whether a text without quotes is read as the same text. */
export function isPlainText(text: string, isInFlow: boolean): boolean {
  const cursor = new Cursor(text);
  if (!cursor.accepts(isInFlow ? FLOW_WORD : BLOCK_WORD) || cursor.at < text.length) return false;
  return CERTAINLY_TEXT.test(text) || (!NUMBER.test(text) && !NO_TEXT.has(text));
}

/** Whether a text without quotes is the same text where it is a key. */
export function isPlainKey(text: string): boolean {
  const cursor = new Cursor(`${text}:`);
  return !NO_TEXT.has(text) && cursor.accepts(KEY) && cursor.at > text.length;
}
