/** Values that stand on one line: words, days, whole numbers, quoted texts, flow lists and flow mappings of them. */
import type { TextSpan } from '../domain/file-problem.ts';
import { type Cursor, Unsure } from './plain-cursor.ts';

// Longer words exist, but a pattern remembers each step of its way, and its memory has an end.
const BLOCK_WORD = /[^ \r\n?:,[\]{}#&*!|>'"%@`-](?:[^ \r\n:#]+|:(?![ \r\n]|$)|#| +(?=[^ \r\n#])){0,9999}/y;
const FLOW_WORD =
  /[^ \r\n?:,[\]{}#&*!|>'"%@`-](?:[^ \r\n:#,[\]{}]+|:(?![ \r\n,[\]{}]|$)|#| +(?=[^ \r\n#,[\]{}])){0,9999}/y;
const QUOTED = /"[^"\\\r\n]*"|'[^'\r\n]*'(?!')/y;

const LIST_START = /\[ */y;
const LIST_END = / *\]/y;
const MAPPING_START = /\{ */y;
const MAPPING_END = / *\}/y;
const COMMA = / *, */y;

/** js-yaml refuses what is nested a hundred deep; a ledger is nowhere near that. */
const DEEPEST_FLOW = 8;

/** The value of a field or of an item, which ends its line. */
export function readValue(cursor: Cursor): unknown {
  const value = readInline(cursor, BLOCK_WORD, 0);
  if (!cursor.endsLine()) throw new Unsure();
  return value;
}

function readInline(cursor: Cursor, word: RegExp, depth: number): unknown {
  const { text, at } = cursor;
  if (cursor.accepts(word)) return meaningOf(text.slice(at, cursor.at));
  if (cursor.accepts(QUOTED)) return text.slice(at + 1, cursor.at - 1);
  if (depth === DEEPEST_FLOW) throw new Unsure();
  if (cursor.accepts(LIST_START)) return readFlowList(cursor, depth + 1);
  cursor.expect(MAPPING_START);
  return readFlowMapping(cursor, depth + 1);
}

function readFlowList(cursor: Cursor, depth: number): readonly unknown[] {
  const list: unknown[] = [];
  if (cursor.accepts(LIST_END)) return list;
  do list.push(readInline(cursor, FLOW_WORD, depth));
  while (cursor.accepts(COMMA));
  cursor.expect(LIST_END);
  return list;
}

function readFlowMapping(cursor: Cursor, depth: number): object {
  const mapping: Record<string, unknown> = {};
  if (cursor.accepts(MAPPING_END)) return mapping;
  do {
    const key = readNewKey(cursor, mapping);
    mapping[key] = readInline(cursor, FLOW_WORD, depth);
  } while (cursor.accepts(COMMA));
  cursor.expect(MAPPING_END);
  return mapping;
}

/** Where the scalar behind a key of the flow mapping at the cursor stands; undefined where there is none. */
export function spanInFlowMapping(cursor: Cursor, field: string): TextSpan | undefined {
  if (!cursor.accepts(MAPPING_START)) return undefined;
  do {
    const key = readKey(cursor);
    if (key === undefined) return undefined;
    const start = cursor.at;
    const value = readInline(cursor, FLOW_WORD, 1);
    if (key === field) return typeof value === 'object' ? undefined : { start, end: cursor.at };
  } while (cursor.accepts(COMMA));
  return undefined;
}

// Without `__proto__`, and without the numbers that are written in another way than they read.
const KEY = /(?:[A-Za-z][\w-]*|[1-9]\d{0,8}|\d{4}-Q\d|"[A-Za-z\d][\w-]*"|'[A-Za-z\d][\w-]*'):(?: +|(?=\r?\n|$))/y;
const DASH = /- +(?=[^ \r\n])/y;

/** Whether the dash of a list's item stood at the cursor, with something behind it on the same line. */
export function passDash(cursor: Cursor): boolean {
  return cursor.accepts(DASH);
}

const NO_TEXT = new Set('~ null Null NULL true True TRUE false False FALSE'.split(' '));

export function isAtKey({ text, at }: Cursor): boolean {
  KEY.lastIndex = at;
  return KEY.test(text);
}

/** The key at the cursor; passes its colon too, and what separates it from a value on the same line. */
export function readKey(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  if (!cursor.accepts(KEY)) return undefined;
  const written = text.slice(at, text.indexOf(':', at));
  return written.startsWith('"') || written.startsWith("'") ? written.slice(1, -1) : written;
}

/** A key that the mapping does not have yet. */
export function readNewKey(cursor: Cursor, mapping: object): string {
  const key = readKey(cursor);
  if (key === undefined || NO_TEXT.has(key) || Object.hasOwn(mapping, key)) throw new Unsure();
  return key;
}

/** Whether a word or a quoted text stood at the cursor. */
export function passScalar(cursor: Cursor): boolean {
  return cursor.accepts(BLOCK_WORD) || cursor.accepts(QUOTED);
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
