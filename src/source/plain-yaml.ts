/** A quick reader for the style that nearly every ledger is written in. */
import { Cursor, Unsure } from './plain-cursor.ts';
import { isAtKey, passDash, readNewKey, readValue } from './plain-value.ts';

export interface PlainYaml {
  readonly data: object;
  readonly sections: ReadonlyMap<string, Section>;
}

/** A field of the file, with the comments that follow it. */
export interface Section {
  /** Where its first line begins. */
  readonly start: number;
  /** Where the next section begins. */
  readonly end: number;
  /** If it is a block list, where the first lines of its items begin. */
  readonly items: readonly number[];
}

/**
 * Reads block mappings and lists whose values stand on one line each. At the first thing that it is not sure of, it
 * gives up and returns undefined: it never takes for good what YAML refuses, and never gives other data.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  if (SELDOM.test(text) || !text.isWellFormed()) return undefined;
  try {
    return readFile(new Cursor(text));
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}

/** Tabs and lone carriage returns, whose meaning depends on where they stand, and what is not printable. */
const SELDOM = /[^\n\r -~\u00A0-\uFEFE\uFF00-\uFFFD]|\r(?!\n)/;

/** js-yaml refuses what is nested a hundred deep, and each level is indented. */
const DEEPEST_COLUMN = 40;

function readFile(cursor: Cursor): PlainYaml {
  cursor.toContent();
  if (cursor.column !== 0) throw new Unsure();
  const data: Record<string, unknown> = {};
  const sections = new Map<string, Section>();
  do {
    const items: number[] = [];
    const start = cursor.startOfLine;
    const key = readNewKey(cursor, data);
    data[key] = readFieldValue(cursor, 0, items);
    sections.set(key, { start, end: cursor.startOfLine, items });
  } while (cursor.column === 0);
  if (cursor.column > 0) throw new Unsure();
  return { data, sections };
}

/** The fields whose keys stand at a column, from the one at the cursor on. */
function readMapping(cursor: Cursor, column: number): object {
  if (column > DEEPEST_COLUMN) throw new Unsure();
  const mapping: Record<string, unknown> = {};
  do {
    const key = readNewKey(cursor, mapping);
    mapping[key] = readFieldValue(cursor, column);
  } while (cursor.column === column);
  if (cursor.column > column) throw new Unsure();
  return mapping;
}

/** What stands behind a key: on its line, or on deeper lines below, where the dashes of a list need not be deeper. */
function readFieldValue(cursor: Cursor, column: number, starts?: number[]): unknown {
  if (!cursor.endsLine()) return readValue(cursor);
  if (cursor.column < column) return null;
  if (isAtDash(cursor)) return readList(cursor, cursor.column, starts);
  return cursor.column === column ? null : readMapping(cursor, cursor.column);
}

/** @param starts takes the place where each item's line begins */
function readList(cursor: Cursor, column: number, starts?: number[]): readonly unknown[] {
  const list: unknown[] = [];
  do {
    starts?.push(cursor.startOfLine);
    list.push(readItem(cursor, column));
  } while (cursor.column === column && isAtDash(cursor));
  if (cursor.column > column) throw new Unsure();
  return list;
}

function readItem(cursor: Cursor, column: number): unknown {
  const dash = cursor.at;
  if (!passDash(cursor)) throw new Unsure();
  return isAtKey(cursor) ? readMapping(cursor, column + cursor.at - dash) : readValue(cursor);
}

function isAtDash({ text, at }: Cursor): boolean {
  return text.charAt(at) === '-';
}
