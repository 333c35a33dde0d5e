/** New items in a collection that is written in brackets. */
import { EVENT_ID } from 'js-yaml';

import type { NodeId } from '../event-tree.ts';
import { breakAround, columnOf, isBlank, lineEnd, lineStart } from './lines.ts';
import { type Collection, endOf, endOfPair, type Page, startOf } from './page.ts';
import type { Patch } from './patch.ts';

const COMMA = /[ \t]*,/y;

/**
 * Puts items behind the last one. Where that one has a line of its own, so have they, and the comment behind it stays
 * where it is.
 *
 * @param print the items, given the column that they stand at
 */
export function insertFlow(
  page: Page,
  collection: NodeId,
  event: Collection,
  print: (column: number) => readonly string[],
): readonly Patch[] {
  const { text } = page;
  const close = (endOf(page, collection) ?? event.start + 2) - 1;
  const last = lastChild(page, collection, event);
  if (last === undefined) return [intoEmpty(page, event, close, print(columnOf(text, event.start)))];

  const line = lineStart(text, last.start);
  const hasOwnLine = isBlank(text, line, last.start) && event.start < line;
  if (!hasOwnLine) {
    const printed = print(columnOf(text, event.start));
    return [{ start: last.end, end: last.end, text: printed.map((item) => `, ${item}`).join('') }];
  }
  const separator = breakAround(text, last.start) + text.slice(line, last.start);
  const lines = print(last.start - line).map((item) => separator + item);
  COMMA.lastIndex = last.end;
  const commaEnd = COMMA.test(text) ? COMMA.lastIndex : undefined;
  const end = lineEnd(text, last.end);
  if (close < end) return [{ start: last.end, end: last.end, text: lines.map((item) => `,${item}`).join('') }];
  if (commaEnd !== undefined) return [{ start: end, end, text: `${lines.join(',')},` }];
  return [
    { start: last.end, end: last.end, text: ',' },
    { start: end, end, text: lines.join(',') },
  ];
}

function lastChild(
  page: Page,
  collection: NodeId,
  { type }: Collection,
): { readonly start: number; readonly end: number } | undefined {
  const { tree } = page;
  if (type === EVENT_ID.MAPPING) {
    const pair = tree.pairsOf(collection).at(-1);
    return pair === undefined ? undefined : { start: startOf(page, pair.key), end: endOfPair(page, pair) };
  }
  const item = tree.itemsOf(collection).at(-1);
  const end = item === undefined ? undefined : endOf(page, item);
  return item === undefined || end === undefined ? undefined : { start: startOf(page, item), end };
}

function intoEmpty(page: Page, { start, type }: Collection, close: number, printed: readonly string[]): Patch {
  const inside = start + 1;
  const items = printed.join(', ');
  // What stands inside may be a comment, and then the items go before it.
  if (!isBlank(page.text, inside, close)) return { start: inside, end: inside, text: ` ${items}` };
  const padding = page.padding[type];
  return { start: inside, end: close, text: padding + items + padding };
}
