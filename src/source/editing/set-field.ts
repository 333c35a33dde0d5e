/** A field set to a value: added, replaced, or merged into the mapping that is there. */
import { EVENT_ID } from 'js-yaml';

import type { Plain } from '../../domain/edit.ts';
import type { DataPath } from '../../domain/ledger.ts';
import { addPairs } from './add-pairs.ts';
import { breakAround } from './lines.ts';
import { agreedQuote } from './models.ts';
import { findOwner } from './owner.ts';
import { aliasInTheWay, type Page, startOf } from './page.ts';
import type { Patch } from './patch.ts';
import { isPlainMapping, type Manner, mannerOfField } from './print.ts';
import { replaceValue } from './replace.ts';

export function setField(page: Page, path: DataPath, field: string, value: Plain): readonly Patch[] {
  return setFields(page, path, [[field, value]]);
}

function setFields(page: Page, path: DataPath, fields: readonly (readonly [string, Plain])[]): readonly Patch[] {
  const { text, tree } = page;
  const owner = findOwner(page, path);
  const isThere = ([field]: readonly [string, Plain]): boolean => tree.pairOf(owner.node, field) !== undefined;
  const added = fields.filter((field) => !isThere(field));
  const changed = fields.flatMap(([field, value]) => {
    const pair = tree.pairOf(owner.node, field);
    if (pair === undefined) return [];
    const old = tree.eventOf(pair.value);
    if (isPlainMapping(value) && old?.type === EVENT_ID.ALIAS) throw aliasInTheWay();
    if (isPlainMapping(value) && old?.type === EVENT_ID.MAPPING) {
      return setFields(page, [...path, field], Object.entries(value));
    }
    const manner = mannerOfField(page, owner.models, field, { eol: breakAround(text, startOf(page, pair.key)) });
    return replaceValue(page, owner, pair, value, likeTheOld(page, manner, pair.value));
  });
  return [...changed, ...addPairs(page, owner, added)];
}

/** Quotes that the old value has without need are kept, whatever its siblings do. */
function likeTheOld(page: Page, manner: Manner, old: number): Manner {
  return agreedQuote(page, [old], 'block') === undefined ? manner : { ...manner, models: [old] };
}
