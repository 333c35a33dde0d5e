/** What stands around a new value and shows how this file is written: its siblings. The last is the best model. */
import type { TextSpan } from '../../domain/file-problem.ts';
import type { DataPath } from '../../domain/ledger.ts';
import {
  type CollectionNode,
  isCollection,
  isFilled,
  isFlow,
  isUnwritten,
  type Items,
  type MappingNode,
  type Pair,
  pairOf,
  type YamlNode,
} from '../node.ts';
import { columnOf } from './lines.ts';
import { CannotEdit, findMapping, type Page } from './page.ts';
import { mayBePlain, type Quote } from './scalar-text.ts';

export type Models = readonly YamlNode[];

/** Siblings beyond this many say nothing new. */
const ENOUGH = 20;

/** Items of a list that may serve as models for one more. */
export function modelItems(lists: Models): Models {
  return lists.flatMap((list) => (list.kind === 'sequence' ? list.items.slice(-ENOUGH) : []));
}

/** How the models write a field. */
export function modelPairs(models: Models, field: string): readonly Pair[] {
  return mappingsAmong(models).flatMap((mapping) => pairOf(mapping, field) ?? []);
}

/** All values of the models that are mappings. */
export function allValues(models: Models): Models {
  return mappingsAmong(models).flatMap(({ pairs }) => pairs.map(({ value }) => value));
}

export function allKeys(models: Models): Models {
  return mappingsAmong(models).flatMap(({ pairs }) => pairs.map(({ key }) => key));
}

function mappingsAmong(models: Models): readonly MappingNode[] {
  return models.filter((model) => model.kind === 'mapping');
}

/** The last model that is a collection of a kind with something in it. */
export function lastFilled(models: Models, kind: CollectionNode['kind']): CollectionNode | undefined {
  return models.filter(isFilled).findLast((model) => model.kind === kind);
}

/**
 * The quotes that all models use; undefined where they disagree or have none to show. Quotes that a text needs say
 * nothing about style, and neither does a number without any.
 */
export function agreedQuote(models: Models, where: 'block' | 'key'): Quote | undefined {
  let agreed: Quote | undefined;
  for (const model of models) {
    if (model.kind !== 'scalar' || isUnwritten(model)) continue;
    const quote = model.style === 'lines' ? undefined : model.style;
    if (quote === undefined || quote === agreed || !mayBePlain(model.words, where)) continue;
    if (agreed !== undefined) return undefined;
    agreed = quote;
  }
  return agreed;
}

/** How much deeper than its key the dashes of a list stand: as in the first of the lists, else 2. */
export function dashOffset({ text }: Page, pairs: readonly Pair[]): number {
  const known = pairs.find(({ value }) => value.kind === 'sequence' && !value.isFlow);
  if (known === undefined) return 2;
  return Math.max(0, columnOf(text, known.value.start) - columnOf(text, known.key.start));
}

const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/;

/** Whether blank lines separate most of these neighbours; undefined for fewer than two. The last gap settles a tie. */
export function areSeparated({ text }: Page, neighbours: readonly TextSpan[]): boolean | undefined {
  const around = neighbours.slice(-ENOUGH);
  const gaps = around.slice(1).map(({ start }, at) => {
    const end = around[at]?.end ?? start;
    return BLANK_LINE.test(text.slice(end, start));
  });
  if (gaps.length === 0) return undefined;
  const blank = gaps.filter(Boolean).length;
  return blank * 2 === gaps.length ? gaps.at(-1) === true : blank * 2 > gaps.length;
}

export function rootPairs({ root }: Page): readonly Pair[] {
  return root?.kind === 'mapping' ? root.pairs : [];
}

/** Lists of the file that show how its entries are written: in lines, or in brackets where the whole file is. */
export function listsOfEntries(page: Page): Models {
  const isInBrackets = isFlow(page.root);
  const fits = (node: YamlNode): boolean => isCollection(node) && node.isFlow === isInBrackets;
  const lists = rootPairs(page).map(({ value }) => value);
  return lists.filter((list) => list.kind === 'sequence' && fits(list) && hasOne(list.items, fits));
}

/** The first one mostly is. */
function hasOne(items: Items, fits: (node: YamlNode) => boolean): boolean {
  for (const item of items) if (fits(item)) return true;
  return false;
}

/** The mapping that an edit concerns, and what stands around it. */
export interface Owner {
  readonly node: MappingNode;
  /** It and its siblings: they show how its fields are written. */
  readonly models: Models;
  /** Comments below it that are indented deeper than this column belong to it. */
  readonly outer: number;
  readonly isRoot: boolean;
  readonly isFlow: boolean;
}

/** @throws {CannotEdit} where no mapping is written at the path, or only an alias leads to it */
export function findOwner(page: Page, path: DataPath): Owner {
  const place = findMapping(page, path);
  if (place === undefined) {
    throw new CannotEdit({
      zh: '文件中这个位置没有可改的条目',
      en: 'there is no entry to change at this place in the file',
    });
  }
  const { node, list, pair } = place;
  const parent = list ?? pair?.key ?? node;
  return {
    node,
    models: [...likes(page, path, list), node],
    outer: columnOf(page.text, parent.start),
    isRoot: path.length === 0,
    isFlow: node.isFlow,
  };
}

/** Items of the same list, or what the siblings of the entry have in the same field. */
function likes(page: Page, path: DataPath, list: YamlNode | undefined): Models {
  if (list !== undefined) return modelItems([list]);
  const field = path.at(-1);
  if (field === undefined) return [];
  const { models } = findOwner(page, path.slice(0, -1));
  return modelPairs(models, String(field)).map(({ value }) => value);
}
