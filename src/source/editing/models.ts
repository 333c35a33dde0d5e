/** What stands around a new value and shows how this file is written: its siblings. The last is the best model. */
import { COLLECTION_STYLE, type Event, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';

import type { TextSpan } from '../../domain/file-problem.ts';
import type { NodeId, Pair } from '../event-tree.ts';
import { columnOf } from './lines.ts';
import { type Collection, isCollection, isFlow, type Page, startOf } from './page.ts';
import { mayBePlain, type Quote } from './scalar-text.ts';

export type Models = readonly NodeId[];

/** Siblings beyond this many say nothing new. */
const ENOUGH = 20;

/** Items of a list that may serve as models for one more. */
export function modelItems({ tree }: Page, lists: Models): Models {
  const sequences = lists.filter((list) => tree.eventOf(list)?.type === EVENT_ID.SEQUENCE);
  return sequences.flatMap((list) => tree.itemsOf(list).slice(-ENOUGH));
}

/** How the models write a field. */
export function modelPairs({ tree }: Page, models: Models, field: string): readonly Pair[] {
  return mappingsAmong(tree, models).flatMap((mapping) => tree.pairOf(mapping, field) ?? []);
}

/** All values of the models that are mappings. */
export function allValues({ tree }: Page, models: Models): Models {
  return mappingsAmong(tree, models).flatMap((mapping) => tree.pairsOf(mapping).map(({ value }) => value));
}

export function allKeys({ tree }: Page, models: Models): Models {
  return mappingsAmong(tree, models).flatMap((mapping) => tree.pairsOf(mapping).map(({ key }) => key));
}

function mappingsAmong(tree: Page['tree'], models: Models): Models {
  return models.filter((model) => tree.eventOf(model)?.type === EVENT_ID.MAPPING);
}

/** The last model that is a collection of a kind with something in it. */
export function lastFilled({ tree }: Page, models: Models, type: Collection['type']): NodeId | undefined {
  return models.findLast((model) => tree.eventOf(model)?.type === type && tree.itemsOf(model).length > 0);
}

/**
 * The quotes that all models use; undefined where they disagree or have none to show. Quotes that a text needs say
 * nothing about style, and neither does a number without any.
 */
export function agreedQuote({ text, tree }: Page, models: Models, where: 'block' | 'key'): Quote | undefined {
  let agreed: Quote | undefined;
  for (const model of models) {
    const event = tree.eventOf(model);
    if (event?.type !== EVENT_ID.SCALAR || event.valueStart < 0) continue;
    const quote = QUOTES.get(event.style);
    if (quote === undefined || quote === agreed || !mayBePlain(getScalarValue(text, event), where)) continue;
    if (agreed !== undefined) return undefined;
    agreed = quote;
  }
  return agreed;
}

const QUOTES: ReadonlyMap<number, Quote> = new Map([
  [SCALAR_STYLE.PLAIN, 'plain'],
  [SCALAR_STYLE.SINGLE_QUOTED, 'single'],
  [SCALAR_STYLE.DOUBLE_QUOTED, 'double'],
]);

/** How much deeper than its key the dashes of a list stand: as in the first of the lists, else 2. */
export function dashOffset(page: Page, pairs: readonly Pair[]): number {
  const { text, tree } = page;
  const known = pairs.find(({ value }) => isBlock(tree.eventOf(value)));
  if (known === undefined) return 2;
  return Math.max(0, columnOf(text, startOf(page, known.value)) - columnOf(text, startOf(page, known.key)));
}

function isBlock(event: Event | undefined): boolean {
  return event?.type === EVENT_ID.SEQUENCE && event.style === COLLECTION_STYLE.BLOCK;
}

const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/;

/** Whether blank lines separate most of these neighbours; undefined for fewer than two. The last gap settles a tie. */
export function areSeparated(page: Page, neighbours: readonly TextSpan[]): boolean | undefined {
  const around = neighbours.slice(-ENOUGH);
  const gaps = around.slice(1).map(({ start }, at) => {
    const end = around[at]?.end ?? start;
    return BLANK_LINE.test(page.text.slice(end, start));
  });
  if (gaps.length === 0) return undefined;
  const blank = gaps.filter(Boolean).length;
  return blank * 2 === gaps.length ? gaps.at(-1) === true : blank * 2 > gaps.length;
}

export function rootPairs({ tree, root }: Page): readonly Pair[] {
  return root === undefined ? [] : tree.pairsOf(root);
}

/** Lists of the file that show how its entries are written: in lines, or in brackets where the whole file is. */
export function listsOfEntries(page: Page): Models {
  const { tree, root } = page;
  const isInBrackets = root !== undefined && isFlow(tree.eventOf(root));
  const fits = (node: NodeId): boolean =>
    isCollection(tree.eventOf(node)) && isFlow(tree.eventOf(node)) === isInBrackets;
  const lists = rootPairs(page).map(({ value }) => value);
  return lists.filter(
    (list) => tree.eventOf(list)?.type === EVENT_ID.SEQUENCE && fits(list) && tree.itemsOf(list).some(fits),
  );
}
