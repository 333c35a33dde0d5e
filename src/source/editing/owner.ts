/** The mapping that an edit concerns, and what stands around it. */
import type { DataPath } from '../../domain/ledger.ts';
import type { NodeId } from '../event-tree.ts';
import { columnOf } from './lines.ts';
import { modelItems, modelPairs, type Models } from './models.ts';
import { CannotEdit, findMapping, isFlow, type Page, startOf } from './page.ts';

export interface Owner {
  readonly node: NodeId;
  /** It and its siblings: they show how its fields are written. */
  readonly models: Models;
  /** Comments below it that are indented deeper than this column belong to it. */
  readonly outer: number;
  readonly isRoot: boolean;
  readonly isFlow: boolean;
}

/** @throws {CannotEdit} where no mapping is written at the path, or only an alias leads to it */
export function findOwner(page: Page, path: DataPath): Owner {
  const { text, tree } = page;
  const place = findMapping(page, path);
  if (place === undefined) {
    throw new CannotEdit({
      zh: '文件中这个位置没有可改的条目',
      en: 'nothing that could be changed is written at this place of the file',
    });
  }
  const { node, list, pair } = place;
  const parent = list ?? pair?.key ?? node;
  return {
    node,
    models: [...likes(page, path, list), node],
    outer: columnOf(text, startOf(page, parent)),
    isRoot: path.length === 0,
    isFlow: isFlow(tree.eventOf(node)),
  };
}

/** Items of the same list, or what the siblings of the entry have in the same field. */
function likes(page: Page, path: DataPath, list: NodeId | undefined): Models {
  if (list !== undefined) return modelItems(page, [list]);
  const field = path.at(-1);
  if (field === undefined) return [];
  const { models } = findOwner(page, path.slice(0, -1));
  return modelPairs(page, models, String(field)).map(({ value }) => value);
}
