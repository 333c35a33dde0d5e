/** A field changed: set to a value, merged into the mapping that is there, or taken away. */
import type { Plain } from '../../domain/edit.ts';
import type { DataPath } from '../../domain/ledger.ts';
import { keyOf, type Pair, pairOf, type YamlNode } from '../node.ts';
import { addPairs } from './insert.ts';
import { beforeBreak, behindBreak, breakAround, columnOf, isBlank, lineEnd, lineStart, type Patch } from './lines.ts';
import { agreedQuote, findOwner } from './models.ts';
import { aliasInTheWay, endOfLastLine, type Page } from './page.ts';
import { isPlainMapping, type Manner, mannerOfField } from './print.ts';
import { replaceValue } from './replace.ts';

export function setField(page: Page, path: DataPath, field: string, value: Plain): readonly Patch[] {
  return setFields(page, path, [[field, value]]);
}

function setFields(page: Page, path: DataPath, fields: readonly (readonly [string, Plain])[]): readonly Patch[] {
  const owner = findOwner(page, path);
  const isThere = ([field]: readonly [string, Plain]): boolean => pairOf(owner.node, field) !== undefined;
  const added = fields.filter((field) => !isThere(field));
  const changed = fields.flatMap(([field, value]) => {
    const pair = pairOf(owner.node, field);
    if (pair === undefined) return [];
    const old = pair.value;
    if (isPlainMapping(value) && old.kind === 'alias') throw aliasInTheWay();
    if (isPlainMapping(value) && old.kind === 'mapping') {
      return setFields(page, [...path, field], Object.entries(value));
    }
    const manner = mannerOfField(page, owner.models, field, { eol: breakAround(page.text, pair.key.start) });
    return replaceValue(page, owner, pair, value, likeTheOld(manner, old));
  });
  return [...changed, ...addPairs(page, owner, added)];
}

/** Quotes that the old value has without need are kept, whatever its siblings do. */
function likeTheOld(manner: Manner, old: YamlNode): Manner {
  return agreedQuote([old], 'block') === undefined ? manner : { ...manner, models: [old] };
}

export function removeField(page: Page, path: DataPath, field: string): readonly Patch[] {
  const owner = findOwner(page, path);
  const { pairs } = owner.node;
  const at = pairs.findIndex(({ key }) => keyOf(key) === field);
  const [pair, next] = pairs.slice(at);
  if (at < 0 || pair === undefined) return [];
  if (owner.isFlow) return [cutFlowPair(page, owner.node, pair, pairs[at - 1], next)];
  const start = pair.key.start;
  // A mapping of which nothing is left would be read as nothing at all.
  if (pairs.length === 1) {
    const end = pair.value.end;
    return [{ start, end: Math.min(end, endOfLastLine(page, end)), text: '{}' }];
  }
  return [cutLines(page, pair, next)];
}

function cutLines(page: Page, pair: Pair, next: Pair | undefined): Patch {
  const { text } = page;
  const start = pair.key.start;
  const line = lineStart(text, start);
  const end = behindOwnComments(text, endOfLastLine(page, pair.value.end), columnOf(text, start));
  if (isBlank(text, line, start)) {
    const below = behindBreak(text, end);
    return below === end ? { start: beforeBreak(text, line), end, text: '' } : { start: line, end: below, text: '' };
  }
  // It stands behind a dash, and the next field moves up to it unless a comment comes between.
  const nextStart = next === undefined ? end : next.key.start;
  if (/^\s*$/.test(text.slice(end, nextStart))) return { start, end: nextStart, text: '' };
  return { start: text.slice(0, start).trimEnd().length, end, text: '' };
}

const COMMENT_BELOW = /(?:\r\n?|\n)([ \t]*)#[^\r\n]*/y;

/** Comments right below a value that are indented deeper than its key speak of it. */
function behindOwnComments(text: string, end: number, column: number): number {
  COMMENT_BELOW.lastIndex = end;
  const [comment, indent] = COMMENT_BELOW.exec(text) ?? [];
  if (comment === undefined || indent === undefined || indent.length <= column) return end;
  return behindOwnComments(text, end + comment.length, column);
}

const COMMA = /\s*,/y;

function cutFlowPair(page: Page, owner: YamlNode, pair: Pair, before: Pair | undefined, next: Pair | undefined): Patch {
  const { text } = page;
  const start = pair.key.start;
  const end = pair.value.end;
  COMMA.lastIndex = end;
  const commaEnd = COMMA.test(text) ? COMMA.lastIndex : end;
  const isFree = (from: number, to: number): boolean => !text.slice(from, to).includes('#');

  if (next !== undefined) {
    const nextStart = next.key.start;
    return isFree(commaEnd, nextStart) ? { start, end: nextStart, text: '' } : cutItem(text, start, commaEnd);
  }
  if (before !== undefined) {
    const beforeEnd = before.value.end;
    return isFree(beforeEnd, start) ? { start: beforeEnd, end, text: '' } : cutItem(text, start, commaEnd);
  }
  const open = owner.start + 1;
  const close = owner.end - 1;
  const isAlone = /^\s*$/.test(text.slice(open, start) + text.slice(commaEnd, close));
  return isAlone ? { start: open, end: close, text: '' } : { start, end: commaEnd, text: '' };
}

/** Takes the whole line and its comment where nothing else stands on it. */
function cutItem(text: string, start: number, end: number): Patch {
  const line = lineStart(text, start);
  const rest = lineEnd(text, end);
  const hasOwnLine = isBlank(text, line, start) && /^[ \t]*(?:#|$)/.test(text.slice(end, rest));
  return hasOwnLine ? { start: line, end: behindBreak(text, rest), text: '' } : { start, end, text: '' };
}
