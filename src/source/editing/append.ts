/** New items at the end of a list: of entries, of evidence, of ids. */
import { EVENT_ID } from 'js-yaml';

import type { Plain } from '../../domain/edit.ts';
import type { NodeId, Pair } from '../event-tree.ts';
import { addPairs } from './add-pairs.ts';
import { insertFlow } from './insert-flow.ts';
import { breakAround, columnOf, isBlank } from './lines.ts';
import { areSeparated, dashOffset, listsOfEntries, modelItems, modelPairs, rootPairs } from './models.ts';
import type { Owner } from './owner.ts';
import {
  aliasInTheWay,
  behindColon,
  behindComments,
  CannotEdit,
  endOf,
  insertLines,
  isFlow,
  isNothing,
  type Page,
  startOf,
} from './page.ts';
import type { Patch } from './patch.ts';
import { blockItem, inlineText, type Manner, mannerOfField, wantsLines } from './print.ts';
import { cutValue, replaceValue } from './replace.ts';

/** Appends values to the list that a mapping has, or shall have, as a field. */
export function appendItems(page: Page, owner: Owner, field: string, values: readonly Plain[]): readonly Patch[] {
  const { text, tree } = page;
  const pair = tree.pairOf(owner.node, field);
  if (pair === undefined) return addPairs(page, owner, [[field, values]]);
  const event = tree.eventOf(pair.value);
  if (event?.type === EVENT_ID.ALIAS) throw aliasInTheWay();

  const eol = breakAround(text, startOf(page, pair.key));
  const manner = mannerOfField(page, owner.models, field, { eol, isEntry: owner.isRoot });
  if (event?.type !== EVENT_ID.SEQUENCE) {
    if (!isNothing(page, pair.value)) throw notAList();
    return beginList(page, owner, pair, values, manner);
  }
  const isEmpty = tree.itemsOf(pair.value).length === 0;
  if (!isFlow(event)) return [insertItems(page, owner, pair, values, manner)];
  if (isEmpty && !owner.isFlow && isBlankInside(page, pair.value) && wantsLines(page, values, manner)) {
    return beginList(page, owner, pair, values, manner);
  }
  const items = { ...manner, models: modelItems(page, manner.models) };
  return insertFlow(page, pair.value, event, (column) =>
    values.map((value) => inlineText(page, value, items, 'flow', column)),
  );
}

function isBlankInside(page: Page, collection: NodeId): boolean {
  const start = startOf(page, collection);
  return isBlank(page.text, start + 1, (endOf(page, collection) ?? start + 2) - 1);
}

function notAList(): CannotEdit {
  return new CannotEdit({
    zh: '这里应当是列表，写的却是别的；请先改正文件',
    en: 'a list is expected there, and something else is written; correct the file first',
  });
}

/** Items below the last one. */
function insertItems(page: Page, owner: Owner, pair: Pair, values: readonly Plain[], manner: Manner): Patch {
  const { text } = page;
  const dash = columnOf(text, startOf(page, pair.value));
  const at = behindComments(
    page,
    endOf(page, pair.value) ?? behindColon(page, pair),
    columnOf(text, startOf(page, pair.key)),
  );
  const items = { ...manner, models: modelItems(page, manner.models), eol: breakAround(text, at) };
  const parts = values.map((value) => blockItem(page, value, dash, items));
  return insertLines(page, at, parts, areItemsSeparated(page, owner, pair.value));
}

/** The first items of a list behind whose key stands nothing, or as much as nothing. */
function beginList(page: Page, owner: Owner, pair: Pair, values: readonly Plain[], manner: Manner): readonly Patch[] {
  if (owner.isFlow || !wantsLines(page, values, manner)) return replaceValue(page, owner, pair, values, manner);
  const { text } = page;
  const column = columnOf(text, startOf(page, pair.key));
  const at = behindComments(page, endOf(page, pair.value) ?? behindColon(page, pair), column);
  const dash = column + dashOffset(page, [...modelPairs(page, owner.models, manner.field), ...rootPairs(page)]);
  const items = { ...manner, models: modelItems(page, manner.models), eol: breakAround(text, at) };
  const parts = values.map((value) => blockItem(page, value, dash, items));
  return [...cutValue(page, pair), insertLines(page, at, parts, false)];
}

/** Entries look like their siblings; the first few of a list like those of the other lists. */
function areItemsSeparated(page: Page, owner: Owner, list: NodeId): boolean {
  const lists = owner.isRoot ? [list, ...listsOfEntries(page)] : [list];
  return lists.map((one) => areSeparated(page, itemSpans(page, one))).find((is) => is !== undefined) === true;
}

function itemSpans(page: Page, list: NodeId): readonly { readonly start: number; readonly end: number }[] {
  const items = page.tree.itemsOf(list).slice(-50);
  return items.map((item) => ({ start: startOf(page, item), end: endOf(page, item) ?? startOf(page, item) }));
}
