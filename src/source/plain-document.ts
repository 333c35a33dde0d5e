/** Places in a text that was read in plain style. */
import { parseEvents } from 'js-yaml';

import type { TextSpan } from '../domain/file-problem.ts';
import type { DataPath } from '../domain/ledger.ts';
import { Cursor } from './plain-cursor.ts';
import { passDash, passScalar, readKey, spanInFlowMapping } from './plain-value.ts';
import type { PlainYaml } from './plain-yaml.ts';
import { findSpansIn, type YamlDocument } from './yaml-document.ts';

/**
 * To parse the whole text for the places of a few findings would cost more than reading it did. So only the part is
 * looked at in which a place is asked for: in plain style nothing outside of it can change what it means.
 */
export function plainDocument(text: string, plain: PlainYaml): YamlDocument {
  const parsed = new Map<string, YamlDocument['spanOf']>();

  const parse = (part: string, name: string): YamlDocument['spanOf'] => {
    const spanOf = parsed.get(name) ?? findSpansIn(part, parseEvents(part, {}));
    parsed.set(name, spanOf);
    return spanOf;
  };

  return {
    data: plain.data,
    spanOf({ path: whole, atKey = false }) {
      const { start, end, path } = partAt(plain, whole) ?? { start: 0, end: text.length, path: whole };
      const part = text.slice(start, end);
      const span = (atKey ? undefined : spanOfField(part, path)) ?? parse(part, `${start}-${end}`)({ path, atKey });
      return { start: start + span.start, end: start + span.end };
    },
  };
}

/** A part of the text that is a document by itself, and the way to a place inside it. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly path: DataPath;
}

/** A field of the file, or if it is a block list one item of it; undefined for what is missing from both. */
function partAt({ sections }: PlainYaml, path: DataPath): Part | undefined {
  const at = path[1];
  const section = sections.get(String(path[0]));
  if (section === undefined) return undefined;
  const { start, end, items } = section;
  if (items.length === 0) return { start, end, path };
  const item = typeof at === 'number' ? items[at] : undefined;
  // Alone, an item is a list of one.
  return item === undefined
    ? undefined
    : { start: item, end: items[Number(at) + 1] ?? end, path: [0, ...path.slice(2)] };
}

/** What nearly every finding points at: a scalar behind a key of a list's item. Undefined for anything else. */
function spanOfField(item: string, path: DataPath): TextSpan | undefined {
  const field = path[1];
  if (typeof field !== 'string' || path.length > 2) return undefined;
  const cursor = new Cursor(item);
  cursor.toContent();
  if (!passDash(cursor)) return undefined;
  const column = cursor.at;
  if (item.startsWith('{', column)) return spanInFlowMapping(cursor, field);
  if (!item.startsWith(`${field}:`, column)) {
    // Its keys are the only words that begin a line at their column.
    cursor.at = item.indexOf(`\n${' '.repeat(column)}${field}:`) + 1 + column;
  }
  if (readKey(cursor) !== field) return undefined;
  const start = cursor.at;
  return passScalar(cursor) ? { start, end: cursor.at } : undefined;
}
