/** New fields of a mapping. */
import { type Plain, SECTIONS } from '../../domain/edit.ts';
import type { Pair } from '../event-tree.ts';
import { insertFlow } from './insert-flow.ts';
import { breakAround, columnOf } from './lines.ts';
import { areSeparated, rootPairs } from './models.ts';
import type { Owner } from './owner.ts';
import { behindComments, endOfPair, insertLines, isCollection, type Page, startOf } from './page.ts';
import type { Patch } from './patch.ts';
import { blockPair, flowPair } from './print.ts';

type Field = readonly [key: string, value: Plain];

/** Puts fields at the end of a mapping; a section of the file behind those that usually stand before it. */
export function addPairs(page: Page, owner: Owner, fields: readonly Field[]): readonly Patch[] {
  const { text, tree } = page;
  if (fields.length === 0) return [];
  const event = tree.eventOf(owner.node);
  const pairs = tree.pairsOf(owner.node);
  const [first] = pairs;
  const behind = owner.isRoot ? lastBefore(page, pairs, fields[0]?.[0]) : pairs.at(-1);
  if (owner.isFlow && isCollection(event)) {
    const eol = breakAround(text, event.start);
    const manner = { models: owner.models, around: [], field: '', eol, isEntry: owner.isRoot };
    return insertFlow(page, owner.node, event, (column) =>
      fields.map(([key, value]) => flowPair(page, key, value, manner, column)),
    );
  }
  if (first === undefined || behind === undefined) return [];
  const at = behindComments(page, endOfPair(page, behind), owner.outer);
  const options = { eol: breakAround(text, at), isEntry: owner.isRoot };
  const column = columnOf(text, startOf(page, first.key));
  const parts = fields.map(([key, value]) => blockPair(page, key, value, column, owner.models, options));
  return [insertLines(page, at, parts, owner.isRoot && areSectionsSeparated(page))];
}

function lastBefore({ tree }: Page, pairs: readonly Pair[], section: string | undefined): Pair | undefined {
  const names: readonly string[] = SECTIONS;
  const at = names.indexOf(section ?? '');
  const before = new Set(at < 0 ? names : names.slice(0, at));
  return pairs.findLast(({ key }) => before.has(tree.keyOf(key) ?? '')) ?? pairs.at(-1);
}

function areSectionsSeparated(page: Page): boolean {
  const sections = rootPairs(page).map((pair) => ({ start: startOf(page, pair.key), end: endOfPair(page, pair) }));
  return areSeparated(page, sections) === true;
}
