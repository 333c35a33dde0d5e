/** New values as YAML, written like their models. Only what is new is ever printed. */
import { holdsWords, type Plain, type PlainMapping } from '../../domain/edit.ts';
import { childrenOf, type CollectionNode, isFlow } from '../node.ts';
import { columnOf, isBlank, lineStart } from './lines.ts';
import { keyText, type Manner, mannerOfField, mannerOfItems, quoteOfValues } from './manner.ts';
import { dashOffset, lastFilled, modelItems, modelPairs, rootPairs, type Models } from './models.ts';
import type { Page } from './page.ts';
import { scalarText } from './scalar-text.ts';

/** A value on the line of its key; only collections whose models are spread over lines take more than one. */
export function inlineText(page: Page, value: Plain, manner: Manner, where: 'block' | 'flow', indent = 0): string {
  if (isList(value)) {
    const items = mannerOfItems(page, manner);
    return bracketed(page, 'sequence', value, manner, indent, (item, at) => inlineText(page, item, items, 'flow', at));
  }
  if (isPlainMapping(value)) {
    const pairText = ([key, inner]: readonly [string, Plain], at: number): string =>
      flowPair(page, key, inner, manner, at);
    return bracketed(page, 'mapping', Object.entries(value), manner, indent, pairText);
  }
  return scalarText(value, { where, quote: quoteOfValues(page, manner), isWords: holdsWords(manner.field) });
}

/** `key: value` inside of `{ }`. The manner is that of the mapping. */
export function flowPair(page: Page, key: string, value: Plain, manner: Manner, indent = 0): string {
  const { models, around } = manner;
  const own = mannerOfField(page, models, key, manner);
  const inner = models.length === 0 ? { ...own, around } : own;
  return `${keyText(page, key, models)}: ${inlineText(page, value, inner, 'flow', indent)}`;
}

function bracketed<Item>(
  page: Page,
  kind: CollectionNode['kind'],
  items: readonly Item[],
  { models, eol }: Manner,
  indent: number,
  print: (item: Item, indent: number) => string,
): string {
  const [open, close] = kind === 'sequence' ? (['[', ']'] as const) : (['{', '}'] as const);
  if (items.length === 0) return `${open}${close}`;
  const spread = spreadOf(page, lastFilled(models, kind));
  if (spread !== undefined) {
    const at = indent + spread.items;
    const lines = items.map((item) => `${eol}${' '.repeat(at)}${print(item, at)}`);
    const before = spread.close === undefined ? '' : eol + ' '.repeat(indent + spread.close);
    return `${open}${lines.join(',')}${before}${close}`;
  }
  const padding = page.padding(kind);
  return `${open}${padding}${items.map((item) => print(item, indent)).join(', ')}${padding}${close}`;
}

/**
 * How much deeper than its key a collection in brackets, whose items have lines of their own, indents them, and its
 * last bracket if that has a line of its own.
 */
interface Spread {
  readonly items: number;
  readonly close: number | undefined;
}

function spreadOf({ text }: Page, model: CollectionNode | undefined): Spread | undefined {
  const first = model === undefined ? undefined : childrenOf(model).at(0);
  if (model === undefined || !model.isFlow || first === undefined) return undefined;
  const line = lineStart(text, model.start);
  if (lineStart(text, first.start) === line) return undefined;
  const indent = indentOf(text, line);
  const close = model.end - 1;
  const hasOwnLine = isBlank(text, lineStart(text, close), close);
  return {
    items: Math.max(1, columnOf(text, first.start) - indent),
    close: hasOwnLine ? Math.max(0, columnOf(text, close) - indent) : undefined,
  };
}

/** The column of the key that a line begins with, behind its dashes. */
function indentOf(text: string, line: number): number {
  return /^ *(?:- +)*/.exec(text.slice(line, line + 200))?.[0].length ?? 0;
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
  if (!wantsLines(value, manner)) return [`${key} ${inlineText(page, value, manner, 'block', column)}`];
  if (isPlainMapping(value)) return [key, ...blockPairs(page, value, column + 2, manner.models, manner)];
  const pairs = [...modelPairs(mappings, field), ...rootPairs(page)];
  const items: Manner = { ...manner, models: modelItems(manner.models) };
  const dash = column + dashOffset(page, pairs);
  const lines = [key];
  for (const item of isList(value) ? value : []) addLines(lines, blockItem(page, item, dash, items));
  return lines;
}

function blockPairs(
  page: Page,
  mapping: PlainMapping,
  column: number,
  models: Models,
  { eol }: Pick<Manner, 'eol'>,
): readonly string[] {
  const lines: string[] = [];
  const options = { eol };
  for (const [key, value] of Object.entries(mapping)) {
    addLines(lines, blockPair(page, key, value, column, models, options));
  }
  return lines;
}

/** Line by line: there may be more than a call takes as arguments, and `flatMap` takes twice as long. */
function addLines(lines: string[], more: readonly string[]): void {
  for (const line of more) lines.push(line);
}

/** Lines of a list item, its dash at a column. The manner is that of the items. */
export function blockItem(page: Page, item: Plain, column: number, manner: Manner): readonly string[] {
  const gap = gapBehindDash(page, manner.models, column);
  const dash = `${' '.repeat(column)}-${' '.repeat(gap - 1)}`;
  if (!isPlainMapping(item) || !wantsLines(item, manner)) {
    return [dash + inlineText(page, item, manner, 'block', column + gap)];
  }
  const [first = '', ...more] = blockPairs(page, item, column + gap, manner.models, manner);
  return [dash + first.trimStart(), ...more];
}

/** From the dash to what stands behind it on its line: 2, unless the last sibling has more. */
function gapBehindDash(page: Page, siblings: Models, column: number): number {
  const [last] = siblings.slice(-1);
  if (last === undefined) return 2;
  const { start } = last;
  const line = lineStart(page.text, start);
  const isOnLine = /^- +$/.test(page.text.slice(line + column, start));
  return isOnLine ? start - line - column : 2;
}

/** Whether a value stands in lines below its key or dash, as its models do; without any, if mappings are in it. */
export function wantsLines(value: Plain, { models, isEntry = false }: Manner): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return false;
  const kind = isList(value) ? 'sequence' : 'mapping';
  const model = lastFilled(models, kind);
  if (model !== undefined) return !isFlow(model);
  return isList(value) ? value.some(isPlainMapping) : isEntry;
}

export function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

export function isPlainMapping(value: Plain): value is PlainMapping {
  return typeof value === 'object' && value !== null && !isList(value);
}
