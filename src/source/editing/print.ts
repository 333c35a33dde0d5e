/** New values as YAML, written like their models. Only what is new is ever printed. */
import { EVENT_ID } from 'js-yaml';

import { holdsWords, type Plain, type PlainMapping } from '../../domain/edit.ts';
import type { NodeId } from '../event-tree.ts';
import { columnOf, lineStart } from './lines.ts';
import {
  agreedQuote,
  allKeys,
  allValues,
  dashOffset,
  lastFilled,
  modelItems,
  modelPairs,
  listsOfEntries,
  rootPairs,
  type Models,
} from './models.ts';
import { type Collection, isFlow, type Page, startOf } from './page.ts';
import { type Quote, scalarText } from './scalar-text.ts';

/** What a value is to look like. */
export interface Manner {
  /** Values of the same field in the siblings, or siblings themselves. */
  readonly models: Models;
  /** Values whose quotes count where the models show none: those nearby, and then those farther off. */
  readonly around: readonly Models[];
  readonly field: string;
  /** The break that the lines around end with. */
  readonly eol: string;
  /** Whether lists and mappings of which there is no model stand in lines of their own. */
  readonly isEntry?: boolean;
}

/** The manner of a field, seen from the mappings that have it; the lists of the file show each other's. */
export function mannerOfField(
  page: Page,
  mappings: Models,
  field: string,
  { eol, isEntry = false }: Pick<Manner, 'eol' | 'isEntry'>,
): Manner {
  const own = modelPairs(page, mappings, field).map(({ value }) => value);
  const isTold = !isEntry || own.some((list) => page.tree.itemsOf(list).length > 0);
  const models = isTold ? own : listsOfEntries(page);
  const around = [allValues(page, mappings.slice(-1)), allValues(page, mappings)];
  return { models, around, field, eol, isEntry };
}

/** A value on the line of its key; only collections whose models are spread over lines take more than one. */
export function inlineText(page: Page, value: Plain, manner: Manner, where: 'block' | 'flow', indent = 0): string {
  if (isList(value)) {
    const items = { ...manner, models: modelItems(page, manner.models), isEntry: false };
    return bracketed(page, EVENT_ID.SEQUENCE, value, manner, indent, (item, at) =>
      inlineText(page, item, items, 'flow', at),
    );
  }
  if (isPlainMapping(value)) {
    const pairText = ([key, inner]: readonly [string, Plain], at: number): string =>
      flowPair(page, key, inner, manner, at);
    return bracketed(page, EVENT_ID.MAPPING, Object.entries(value), manner, indent, pairText);
  }
  const quote = firstAgreed(page, [manner.models, ...manner.around], 'block');
  return scalarText(value, { where, quote, isWords: holdsWords(manner.field) });
}

/** `key: value` inside of `{ }`. The manner is that of the mapping. */
export function flowPair(page: Page, key: string, value: Plain, manner: Manner, indent = 0): string {
  const { models, around } = manner;
  const own = mannerOfField(page, models, key, manner);
  const inner = models.length === 0 ? { ...own, around } : own;
  return `${keyText(page, key, models)}: ${inlineText(page, value, inner, 'flow', indent)}`;
}

export function keyText(page: Page, key: string, mappings: Models): string {
  const quote = firstAgreed(page, [allKeys(page, mappings.slice(-1)), allKeys(page, mappings)], 'key');
  return scalarText(key, { where: 'key', quote });
}

/** In a file written like JSON, new parts are, too. */
function firstAgreed(page: Page, groups: readonly Models[], where: 'block' | 'key'): Quote | undefined {
  for (const models of groups) {
    const quote = agreedQuote(page, models, where);
    if (quote !== undefined) return quote;
  }
  return page.root === undefined ? undefined : agreedQuote(page, allKeys(page, [page.root]), 'key');
}

function bracketed<Item>(
  page: Page,
  type: Collection['type'],
  items: readonly Item[],
  { models, eol }: Manner,
  indent: number,
  print: (item: Item, indent: number) => string,
): string {
  const [open, close] = type === EVENT_ID.SEQUENCE ? (['[', ']'] as const) : (['{', '}'] as const);
  if (items.length === 0) return `${open}${close}`;
  const deeper = spreadOf(page, lastFilled(page, models, type));
  if (deeper !== undefined) {
    const pad = eol + ' '.repeat(indent + deeper);
    const lines = items.map((item) => pad + print(item, indent + deeper));
    return `${open}${lines.join(',')}${eol}${' '.repeat(indent)}${close}`;
  }
  const padding = page.padding[type];
  return `${open}${padding}${items.map((item) => print(item, indent)).join(', ')}${padding}${close}`;
}

/** How much deeper a collection in brackets, whose items have lines of their own, indents them. */
function spreadOf(page: Page, model: NodeId | undefined): number | undefined {
  const { text, tree } = page;
  if (model === undefined || !isFlow(tree.eventOf(model))) return undefined;
  const [first] = tree.itemsOf(model);
  const start = first === undefined ? 0 : startOf(page, first);
  const line = lineStart(text, startOf(page, model));
  return lineStart(text, start) === line ? undefined : Math.max(0, columnOf(text, start) - indentOf(text, line));
}

function indentOf(text: string, line: number): number {
  return /^ */.exec(text.slice(line, line + 200))?.[0].length ?? 0;
}

/** Lines of a mapping's field, its key at a column. */
export function blockPair(
  page: Page,
  field: string,
  value: Plain,
  column: number,
  mappings: Models,
  options: Pick<Manner, 'eol' | 'isEntry'>,
): readonly string[] {
  const manner = mannerOfField(page, mappings, field, options);
  const key = `${' '.repeat(column)}${keyText(page, field, mappings)}:`;
  if (!wantsLines(page, value, manner)) return [`${key} ${inlineText(page, value, manner, 'block', column)}`];
  if (isPlainMapping(value)) return [key, ...blockPairs(page, value, column + 2, manner.models, manner)];
  const pairs = [...modelPairs(page, mappings, field), ...rootPairs(page)];
  const items: Manner = { ...manner, models: modelItems(page, manner.models) };
  const dash = column + dashOffset(page, pairs);
  return [key, ...(isList(value) ? value : []).flatMap((item) => blockItem(page, item, dash, items))];
}

function blockPairs(
  page: Page,
  mapping: PlainMapping,
  column: number,
  models: Models,
  { eol }: Pick<Manner, 'eol'>,
): readonly string[] {
  return Object.entries(mapping).flatMap(([key, value]) => blockPair(page, key, value, column, models, { eol }));
}

/** Lines of a list item, its dash at a column. The manner is that of the items. */
export function blockItem(page: Page, item: Plain, column: number, manner: Manner): readonly string[] {
  const gap = gapBehindDash(page, manner.models, column);
  const dash = `${' '.repeat(column)}-${' '.repeat(gap - 1)}`;
  if (!isPlainMapping(item) || !wantsLines(page, item, manner)) {
    return [dash + inlineText(page, item, manner, 'block', column + gap)];
  }
  const [first = '', ...more] = blockPairs(page, item, column + gap, manner.models, manner);
  return [dash + first.trimStart(), ...more];
}

/** From the dash to what stands behind it on its line: 2, unless the last sibling has more. */
function gapBehindDash(page: Page, siblings: Models, column: number): number {
  const [last] = siblings.slice(-1);
  if (last === undefined) return 2;
  const start = startOf(page, last);
  const line = lineStart(page.text, start);
  const isOnLine = /^- +$/.test(page.text.slice(line + column, start));
  return isOnLine ? start - line - column : 2;
}

/** Whether a value stands in lines below its key or dash, as its models do; without any, if mappings are in it. */
export function wantsLines(page: Page, value: Plain, { models, isEntry = false }: Manner): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return false;
  const type: Collection['type'] = isList(value) ? EVENT_ID.SEQUENCE : EVENT_ID.MAPPING;
  const model = lastFilled(page, models, type);
  if (model !== undefined) return !isFlow(page.tree.eventOf(model));
  return isList(value) ? value.some(isPlainMapping) : isEntry;
}

export function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

export function isPlainMapping(value: Plain): value is PlainMapping {
  return typeof value === 'object' && value !== null && !isList(value);
}
