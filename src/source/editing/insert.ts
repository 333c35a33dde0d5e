/** New fields of a mapping and new items of a list: of entries, of evidence, of ids. */
import { type Plain, SECTIONS } from '../../domain/edit.ts';
import type { TextSpan } from '../../domain/file-problem.ts';
import {
  childrenOf,
  type CollectionNode,
  isUnwritten,
  keyOf,
  type Pair,
  pairOf,
  type SequenceNode,
  spanOfPair,
  type YamlNode,
} from '../node.ts';
import { breakAround, columnOf, isBlank, lineEnd, lineStart, type Patch } from './lines.ts';
import { type Manner, mannerOfField } from './manner.ts';
import { areSeparated, dashOffset, listsOfEntries, modelItems, modelPairs, type Owner, rootPairs } from './models.ts';
import { aliasInTheWay, behindColon, behindComments, insertLines, type Page } from './page.ts';
import { blockItem, blockPair, flowPair, inlineText, wantsLines } from './print.ts';
import { cutValue, replaceValue } from './replace.ts';

type Field = readonly [key: string, value: Plain];

/** Puts fields at the end of a mapping; a section of the file behind those that usually stand before it. */
export function addPairs(page: Page, owner: Owner, fields: readonly Field[]): readonly Patch[] {
  const { text } = page;
  if (fields.length === 0) return [];
  const { pairs } = owner.node;
  const behind = owner.isRoot ? lastBefore(pairs, fields[0]?.[0]) : pairs.at(-1);
  if (owner.isFlow) {
    const eol = breakAround(text, owner.node.start);
    const manner = { models: owner.models, around: [], field: '', eol, isEntry: owner.isRoot };
    return insertFlow(page, owner.node, (column) =>
      fields.map(([key, value]) => flowPair(page, key, value, manner, column)),
    );
  }
  if (behind === undefined) return [];
  const at = behindComments(page, behind.value.end, owner.outer);
  const options = { eol: breakAround(text, at), isEntry: owner.isRoot };
  const column = columnOf(text, owner.node.start);
  const parts = fields.map(([key, value]) => blockPair(page, key, value, column, owner.models, options));
  return [insertLines(page, at, parts, owner.isRoot && areSectionsSeparated(page))];
}

function lastBefore(pairs: readonly Pair[], section: string | undefined): Pair | undefined {
  const names: readonly string[] = SECTIONS;
  const at = names.indexOf(section ?? '');
  const before = new Set(at < 0 ? names : names.slice(0, at));
  return pairs.findLast(({ key }) => before.has(keyOf(key) ?? '')) ?? pairs.at(-1);
}

function areSectionsSeparated(page: Page): boolean {
  const sections = rootPairs(page).map(spanOfPair);
  return areSeparated(page, sections) === true;
}
/** Appends values to the list that a mapping has, or will have, as a field. */
export function appendItems(page: Page, owner: Owner, field: string, values: readonly Plain[]): readonly Patch[] {
  const pair = pairOf(owner.node, field);
  if (pair === undefined) return addPairs(page, owner, [[field, values]]);
  const list = pair.value;
  if (list.kind === 'alias') throw aliasInTheWay();

  const eol = breakAround(page.text, pair.key.start);
  const manner = mannerOfField(page, owner.models, field, { eol, isEntry: owner.isRoot });
  // What is no list means nothing, or the edit would not fit the data.
  if (list.kind !== 'sequence') return beginList(page, owner, pair, values, manner);
  if (!list.isFlow) return [insertItems(page, owner, { pair, list }, values, manner)];
  const isEmpty = list.items.length === 0;
  if (isEmpty && !owner.isFlow && isBlank(page.text, list.start + 1, list.end - 1) && wantsLines(values, manner)) {
    return beginList(page, owner, pair, values, manner);
  }
  const items = { ...manner, models: modelItems(manner.models) };
  return insertFlow(page, list, (column) => values.map((value) => inlineText(page, value, items, 'flow', column)));
}

/** Items below the last one. */
function insertItems(
  page: Page,
  owner: Owner,
  { pair, list }: { readonly pair: Pair; readonly list: SequenceNode },
  values: readonly Plain[],
  manner: Manner,
): Patch {
  const { text } = page;
  const dash = columnOf(text, list.start);
  const at = behindComments(page, list.end, columnOf(text, pair.key.start));
  const items = { ...manner, models: modelItems(manner.models), eol: breakAround(text, at) };
  const parts = values.map((value) => blockItem(page, value, dash, items));
  return insertLines(page, at, parts, areItemsSeparated(page, owner, list));
}

/** The first items of a list behind whose key stands nothing, or as much as nothing. */
function beginList(page: Page, owner: Owner, pair: Pair, values: readonly Plain[], manner: Manner): readonly Patch[] {
  if (owner.isFlow || !wantsLines(values, manner)) return replaceValue(page, owner, pair, values, manner);
  const { text } = page;
  const column = columnOf(text, pair.key.start);
  const end = isUnwritten(pair.value) ? behindColon(pair) : pair.value.end;
  const at = behindComments(page, end, column);
  const dash = column + dashOffset(page, [...modelPairs(owner.models, manner.field), ...rootPairs(page)]);
  const items = { ...manner, models: modelItems(manner.models), eol: breakAround(text, at) };
  const parts = values.map((value) => blockItem(page, value, dash, items));
  return [...cutValue(page, pair), insertLines(page, at, parts, false)];
}

/** Entries look like their siblings; the first few of a list like those of the other lists. */
function areItemsSeparated(page: Page, owner: Owner, list: YamlNode): boolean {
  const lists = owner.isRoot ? [list, ...listsOfEntries(page)] : [list];
  const found = lists.map((one) => areSeparated(page, childrenOf(one).slice(-50)));
  return found.find((is) => is !== undefined) === true;
}

const COMMA = /[ \t]*,/y;

/**
 * Puts items behind the last one. Where that one has a line of its own, so have they, and the comment behind it stays
 * where it is.
 *
 * @param print the items, given the column that they stand at
 */
function insertFlow(
  page: Page,
  collection: CollectionNode,
  print: (column: number) => readonly string[],
): readonly Patch[] {
  const { text } = page;
  const close = collection.end - 1;
  const last = lastChild(collection);
  if (last === undefined) return [intoEmpty(page, collection, print(columnOf(text, collection.start)))];

  const line = lineStart(text, last.start);
  const hasOwnLine = isBlank(text, line, last.start) && collection.start < line;
  if (!hasOwnLine) {
    const printed = print(columnOf(text, collection.start));
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

function lastChild(collection: CollectionNode): TextSpan | undefined {
  if (collection.kind === 'sequence') return collection.items.at(-1);
  const pair = collection.pairs.at(-1);
  return pair === undefined ? undefined : spanOfPair(pair);
}

function intoEmpty(page: Page, { start, end, kind }: CollectionNode, printed: readonly string[]): Patch {
  const inside = start + 1;
  const close = end - 1;
  const items = printed.join(', ');
  // What stands inside may be a comment, and then the items go before it.
  if (!isBlank(page.text, inside, close)) return { start: inside, end: inside, text: ` ${items}` };
  const padding = page.padding(kind);
  return { start: inside, end: close, text: padding + items + padding };
}
