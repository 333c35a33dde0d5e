/** A quick reader for the style that nearly every ledger is written in. */
import type { TextSpan } from '../domain/file-problem.ts';
import { fieldOf } from '../domain/plain-data.ts';
import type { Patch } from './editing/lines.ts';
import { Cursor, type Notes, Unsure } from './plain-cursor.ts';
import { isAtKey, passDash, readNewKey, readValue } from './plain-value.ts';

export interface PlainYaml {
  readonly data: object;
  readonly sections: ReadonlyMap<string, Section>;
}

/** A field of the file, with the comments that follow it. */
export interface Section {
  /** Where its first line begins. */
  readonly start: number;
  /** Where that of the next one does. */
  readonly end: number;
  /** If it is a block list, where the first lines of its items begin. */
  readonly items: readonly number[];
}

/** What is known of an edited text, which was in plain style before. */
export interface KnownText {
  /** The known items from one on whose first line begins at an offset; undefined where it must be read. */
  readonly itemsFrom: (start: number) => KnownItems | undefined;
  /** Where it says something else than before, in order. */
  readonly changed: readonly TextSpan[];
}

/** Items of a list that follow each other. */
interface KnownItems {
  /** What each says. */
  readonly data: unknown[];
  /** Where the first line of each begins. */
  readonly starts: number[];
  /** Where that of the one behind them does. */
  end: number;
}

/**
 * The items of lists that stand in an edited text as they stood before, by where they stand now: in plain style nothing
 * outside an item changes what it means. One at whose ends something is cut is not among them, nor is the last of its list.
 *
 * @param data what was read of the old text, where its sections are
 */
export function knownText(sections: PlainYaml['sections'], data: unknown, patches: readonly Patch[]): KnownText {
  const known = new Map<number, KnownItems>();
  const changed = whereChanged(patches);
  let [next, shift] = [0, 0];
  for (const [key, { items }] of sections) {
    const list = fieldOf(data, key);
    if (!Array.isArray(list) || list.length !== items.length) continue;
    let run: KnownItems | undefined;
    items.slice(1).forEach((end, at) => {
      const start = items[at] ?? end;
      let patch = patches[next];
      for (; patch !== undefined && patch.end < start; patch = patches[next]) {
        shift = (changed[next]?.end ?? 0) - patch.end;
        next += 1;
      }
      if (patch !== undefined && patch.start <= end) return;
      if (run?.end !== start + shift) {
        run = { data: [], starts: [], end: start + shift };
        known.set(run.end, run);
      }
      run.data.push(list[at]);
      run.starts.push(run.end);
      run.end = end + shift;
    });
  }
  return { itemsFrom: (start) => known.get(start), changed };
}

/** Where the patches stand in the new text. */
function whereChanged(patches: readonly Patch[]): readonly TextSpan[] {
  let shift = 0;
  return patches.map(({ start, end, text }) => {
    const span = { start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    return span;
  });
}

/**
 * Reads block mappings and lists whose values stand on one line each, or in brackets or behind `|` or `>` on several. At
 * the first thing that it is not sure of, it gives up and returns undefined: it never takes for good what YAML refuses, and
 * never gives other data.
 *
 * @param giveUp is told where that was
 * @param known what need not be read again
 */
export function readPlainYaml(text: string, giveUp?: (at: number) => void, known?: KnownText): PlainYaml | undefined {
  const seldom = findSeldom(text, known?.changed ?? [{ start: 0, end: text.length }]);
  if (seldom !== undefined) {
    giveUp?.(seldom);
    return undefined;
  }
  const cursor = new Cursor(text);
  const plain = attempt(() => readFile(cursor, known));
  if (plain === undefined) giveUp?.(cursor.at);
  return plain;
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}

/** Notes the key of the field of the file whose line begins at an offset, in a mapping, with nothing behind it. */
export function notePlainKey(text: string, at: number, notes: Notes): void {
  const cursor = new Cursor(text, at, notes);
  cursor.toContent();
  notes.begin('mapping', false, cursor.at);
  readNewKey(cursor, {});
  notes.scalar(0, 0);
  notes.finish(cursor.at);
}

/** Notes the places of the field of the file whose line begins at an offset, as a mapping of this one field. */
export function notePlainSection(text: string, at: number, notes: Notes): void {
  const cursor = new Cursor(text, at, notes);
  cursor.toContent();
  notes.begin('mapping', false, cursor.at);
  readNewKey(cursor, {});
  readFieldValue(cursor, 0);
  notes.finish(cursor.at);
}

/** Notes the places of the item whose line begins at an offset, as a list of this one item. */
export function notePlainItem(text: string, at: number, notes: Notes): void {
  const cursor = new Cursor(text, at, notes);
  cursor.toContent();
  notes.begin('sequence', false, cursor.at);
  readItem(cursor, cursor.column);
  notes.finish(cursor.at);
}

/** Tabs and lone carriage returns, whose meaning depends on where they stand, and what is not printable. */
const SELDOM = /[^\n\r -~\u00A0-\uFEFE\uFF00-\uFFFD]|\r(?!\n)/;

/** The first seldom character, or half of one, in the lines of these places. */
function findSeldom(text: string, places: readonly TextSpan[]): number | undefined {
  for (const place of places) {
    const start = Math.min(place.start, text.lastIndexOf('\n', place.start - 1) + 1);
    const next = text.indexOf('\n', place.end);
    const lines = text.slice(start, next < 0 ? text.length : next + 1);
    const seldom = lines.search(SELDOM);
    if (seldom >= 0) return start + seldom;
    if (!lines.isWellFormed()) return start;
  }
  return undefined;
}

/** What is nested a hundred deep is refused, and each level is indented. */
const DEEPEST_COLUMN = 40;

const DOCUMENT_START = /(?<![^\n])---/y;

function readFile(cursor: Cursor, known: KnownText | undefined): PlainYaml {
  cursor.toContent();
  if (cursor.accepts(DOCUMENT_START) && !cursor.endsLine()) throw new Unsure();
  if (cursor.column !== 0) throw new Unsure();
  const data: Record<string, unknown> = {};
  const sections = new Map<string, Section>();
  cursor.notes?.begin('mapping', false, cursor.at);
  do {
    const items: number[] = [];
    const start = cursor.startOfLine;
    const key = readNewKey(cursor, data);
    data[key] = readFieldValue(cursor, 0, { items, known });
    sections.set(key, { start, end: cursor.startOfLine, items });
  } while (cursor.column === 0);
  if (cursor.column > 0) throw new Unsure();
  cursor.notes?.finish(cursor.at);
  return { data, sections };
}

/** The fields whose keys stand at a column, from the one at the cursor on. */
function readMapping(cursor: Cursor, column: number): object {
  if (column > DEEPEST_COLUMN) throw new Unsure();
  const mapping: Record<string, unknown> = {};
  cursor.notes?.begin('mapping', false, cursor.at);
  do {
    const key = readNewKey(cursor, mapping);
    mapping[key] = readFieldValue(cursor, column);
  } while (cursor.column === column);
  if (cursor.column > column) throw new Unsure();
  cursor.notes?.finish(cursor.at);
  return mapping;
}

/** What stands behind a key: on its line, or on deeper lines below, where the dashes of a list need not be deeper. */
function readFieldValue(cursor: Cursor, column: number, section?: ReadSection): unknown {
  if (!cursor.endsLine()) return readValue(cursor, column);
  if (cursor.column >= column && isAtDash(cursor)) return readList(cursor, cursor.column, section);
  if (cursor.column > column) return readMapping(cursor, cursor.column);
  cursor.notes?.scalar(0, 0);
  return null;
}

/** A list that is a field of the file. */
interface ReadSection {
  /** Takes the place where each item's line begins. */
  readonly items: number[];
  readonly known: KnownText | undefined;
}

function readList(cursor: Cursor, column: number, section?: ReadSection): readonly unknown[] {
  const list: unknown[] = [];
  cursor.notes?.begin('sequence', false, cursor.at);
  do {
    const known = section?.known?.itemsFrom(cursor.startOfLine);
    if (known === undefined) {
      section?.items.push(cursor.startOfLine);
      list.push(readItem(cursor, column));
    } else {
      for (const start of known.starts) section?.items.push(start);
      for (const item of known.data) list.push(item);
      cursor.at = known.end;
      cursor.toContent();
    }
  } while (cursor.column === column && isAtDash(cursor));
  if (cursor.column > column) throw new Unsure();
  cursor.notes?.finish(cursor.at);
  return list;
}

function readItem(cursor: Cursor, column: number): unknown {
  const dash = cursor.at;
  cursor.notes?.dash(dash);
  if (!passDash(cursor)) throw new Unsure();
  return isAtKey(cursor) ? readMapping(cursor, column + cursor.at - dash) : readValue(cursor, column);
}

function isAtDash({ text, at }: Cursor): boolean {
  return text.charAt(at) === '-';
}
