/** A new value in the place of an old one. */
import type { Plain } from '../../domain/edit.ts';
import type { Pair } from '../event-tree.ts';
import { beforeBreak, columnOf, isBlank, lineEnd, lineStart } from './lines.ts';
import type { Owner } from './owner.ts';
import {
  behindColon,
  endOf,
  endOfLastLine,
  headerOf,
  isBlockScalar,
  isCollection,
  isFlow,
  type Page,
  startOf,
} from './page.ts';
import type { Patch } from './patch.ts';
import { blockPair, inlineText, isPlainMapping, isList, type Manner, wantsLines } from './print.ts';

/** Puts a value in the place of what stands behind a key; the comment on the key's line stays. */
export function replaceValue(page: Page, owner: Owner, pair: Pair, value: Plain, manner: Manner): readonly Patch[] {
  const { text, tree } = page;
  const event = tree.eventOf(pair.value);
  const colon = behindColon(page, pair);
  const where = owner.isFlow ? 'flow' : 'block';
  const isBlock = isBlockScalar(event) || (isCollection(event) && !isFlow(event));
  if (isBlock && (isList(value) || isPlainMapping(value)) && wantsLines(page, value, manner)) {
    const start = startOf(page, pair.key);
    const end = endOfLastLine(page, endOf(page, pair.value) ?? colon);
    const [first = '', ...more] = blockPair(page, manner.field, value, columnOf(text, start), owner.models, manner);
    return [{ start, end, text: [first.trimStart(), ...more].join(manner.eol) }];
  }
  const printed = inlineText(page, value, manner, where, columnOf(text, lineStart(text, colon)));
  if (isBlock) return replaceBlock(page, pair, printed);
  const end = endOf(page, pair.value);
  if (end === undefined || end <= colon) return [{ start: colon, end: colon, text: ` ${printed}` }];
  return [{ start: firstOf(page, pair), end, text: printed }];
}

/** Where a value begins, its tag included: the tag speaks of the old value. */
function firstOf(page: Page, { value }: Pair): number {
  const event = page.tree.eventOf(value);
  const tagStart = event !== undefined && 'tagStart' in event ? event.tagStart : -1;
  return tagStart < 0 ? startOf(page, value) : tagStart;
}

/** Puts one line in the place of a text or a collection that stands in lines below its key. */
function replaceBlock(page: Page, pair: Pair, printed: string): readonly Patch[] {
  const { text } = page;
  const colon = behindColon(page, pair);
  const header = headerOf(page, pair);
  const { start, end } = header ?? { start: colon, end: colon };
  const below = lineEnd(text, end);
  const last = endOfLastLine(page, endOf(page, pair.value) ?? end);
  const value: Patch = { start, end, text: header === undefined ? ` ${printed}` : printed };
  return last > below ? [value, { start: below, end: last, text: '' }] : [value];
}

/** Takes away what is written in place of nothing (`~`, `null`, `[]`), with the space before it. */
export function cutValue(page: Page, pair: Pair): readonly Patch[] {
  const { text } = page;
  const end = endOf(page, pair.value);
  if (end === undefined || end <= behindColon(page, pair)) return [];
  let start = firstOf(page, pair);
  while (start > 0 && isBlank(text, start - 1, start)) start -= 1;
  const line = lineStart(text, start);
  const isAlone = start === line && isBlank(text, end, lineEnd(text, end));
  return [isAlone ? { start: beforeBreak(text, line), end: lineEnd(text, end), text: '' } : { start, end, text: '' }];
}
