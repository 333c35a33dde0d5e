/** Reading in plain style: scalars, and what stands in brackets. */
import type { TextSpan } from '../domain/file-problem.ts';
import type { ScalarNode } from './node.ts';
import { Cursor, Unsure } from './plain-cursor.ts';
import { readLines, signOfLines } from './plain-lines.ts';

// Longer words exist, but a pattern remembers each step of its way, and its memory has an end.
const BLOCK_WORD = /[^ \r\n?:,[\]{}#&*!|>'"%@`-](?:[^ \r\n:#]+|:(?![ \r\n]|$)|#| +(?=[^ \r\n#])){0,9999}/y;
const FLOW_WORD =
  /[^ \r\n?:,[\]{}#&*!|>'"%@`-](?:[^ \r\n:#,[\]{}]+|:(?![ \r\n,[\]{}]|$)|#| +(?=[^ \r\n#,[\]{}])){0,9999}/y;
// The escapes of JSON, without halves of characters; not thousands of them, for the same reason.
const QUOTED =
  /"[^"\\\r\n]*(?:\\(?:["\\/bfnrt]|u(?![Dd][89ABab])[\dA-Fa-f]{4})[^"\\\r\n]*){0,999}"|'[^'\r\n]*(?:''[^'\r\n]*){0,999}'(?!')/y;

const SPACES = / */y;
const LIST_START = /\[ */y;
const LIST_END = / *\]/y;
const MAPPING_START = /\{ */y;
const MAPPING_END = / *\}/y;
const COMMA = / *, */y;
const END = / *[\]}]/y;

/** What is nested a hundred deep is refused; a ledger is nowhere near that. */
const DEEPEST_FLOW = 8;

/** The value of a field or of an item, which ends its line or consists of lines. @param column of the key or of the dash */
export function readValue(cursor: Cursor, column: number): unknown {
  const sign = signOfLines(cursor.text, cursor.at);
  if (sign !== undefined) return readLines(cursor, sign, column);
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
export function scalarMeaning(written: string): ScalarNode['value'] {
  if (written.startsWith("'")) return unquoted(written).replaceAll("''", "'");
  if (!written.startsWith('"')) return meaningOf(written);
  return written.includes('\\') ? String(JSON.parse(written)) : unquoted(written);
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

/** Words that the core schema does not take for texts. */
const WORDS = new Map<string, boolean | null>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

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
  if (key === undefined || WORDS.has(key) || Object.hasOwn(mapping, key)) throw new Unsure();
  return key;
}

// Days among them.
const CERTAINLY_TEXT = /^(?:[^\d.+~TtFfNn]|\d{4}-)/;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const NUMBER = /^[-+]?(?:0o[0-7]+|0x[\da-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|\.inf|\.nan)$/i;

/** What a plain word stands for in the core schema, where days are texts. */
function meaningOf(word: string): ScalarNode['value'] {
  if (CERTAINLY_TEXT.test(word)) return word;
  if (WHOLE_NUMBER.test(word)) return Number(word);
  if (NUMBER.test(word)) throw new Unsure();
  return WORDS.get(word) ?? (WORDS.has(word) ? null : word);
}

/** Whether a text without quotes is read as the same text. */
export function isPlainText(text: string, isInFlow: boolean): boolean {
  const cursor = new Cursor(text);
  if (!cursor.accepts(isInFlow ? FLOW_WORD : BLOCK_WORD) || cursor.at < text.length) return false;
  return CERTAINLY_TEXT.test(text) || (!NUMBER.test(text) && !WORDS.has(text));
}

/** Whether a text without quotes is the same text where it is a key. */
export function isPlainKey(text: string): boolean {
  const cursor = new Cursor(`${text}:`);
  return !WORDS.has(text) && cursor.accepts(KEY) && cursor.at > text.length;
}
