/** A field changed: set to a value, merged into the mapping that is there, or taken away. */
import type { Plain, Value } from '../../domain/edit.ts';
import type { TextSpan } from '../../domain/file-problem.ts';
import type { DataPath } from '../../domain/ledger.ts';
import { keyOf, type Pair, pairOf, type SequenceNode, spanOfPair, type YamlNode } from '../node.ts';
import { addPairs } from './insert.ts';
import { beforeBreak, behindBreak, breakAround, columnOf, isBlank, lineEnd, lineStart, type Patch } from './lines.ts';
import { type Manner, mannerOfField } from './manner.ts';
import { agreedQuote, findOwner, modelItems, type Owner } from './models.ts';
import { aliasInTheWay, CannotEdit, endOfLastLine, type Page } from './page.ts';
import { inlineText, isPlainMapping } from './print.ts';
import { replaceValue } from './replace.ts';
import { scalarText } from './scalar-text.ts';

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

/** Puts a value in the place of a field's, or of an item of a list. */
export function replaceAt(page: Page, path: DataPath, value: Value): readonly Patch[] {
  const step = path.at(-1);
  const holder = path.slice(0, -1);
  if (typeof step === 'string') return setField(page, holder, step, value);
  const { owner, pair, list } = findList(page, holder);
  const item = list.items.at(Number(step));
  if (item?.kind === 'alias') throw aliasInTheWay();
  if (item?.kind !== 'scalar' || item.sign !== undefined) throw new CannotEdit(BY_HAND);
  const field = keyOf(pair.key) ?? '';
  const manner = mannerOfField(page, owner.models, field, { eol: breakAround(page.text, pair.key.start) });
  const items = likeTheOld({ ...manner, models: modelItems(manner.models) }, item);
  const text = inlineText(page, value, items, list.isFlow ? 'flow' : 'block');
  return [{ start: item.tag?.start ?? item.start, end: item.end, text }];
}

/** The name of a field changes, and nothing else. */
export function renameField(page: Page, path: DataPath, field: string, to: string): readonly Patch[] {
  const key = pairOf(findOwner(page, path).node, field)?.key;
  if (key?.kind === 'alias') throw aliasInTheWay();
  if (key?.kind !== 'scalar' || key.style === 'lines') throw new CannotEdit(BY_HAND);
  return [{ start: key.start, end: key.end, text: scalarText(to, { where: 'key', quote: key.style }) }];
}

interface FoundList {
  readonly owner: Owner;
  readonly pair: Pair;
  readonly list: SequenceNode;
}

/** @throws {CannotEdit} where no list is written at the path, or only an alias leads to it */
function findList(page: Page, path: DataPath): FoundList {
  const field = path.at(-1);
  if (typeof field !== 'string') throw new CannotEdit(BY_HAND);
  const owner = findOwner(page, path.slice(0, -1));
  const pair = pairOf(owner.node, field);
  if (pair?.value.kind === 'alias') throw aliasInTheWay();
  if (pair?.value.kind !== 'sequence') throw new CannotEdit(BY_HAND);
  return { owner, pair, list: pair.value };
}

const BY_HAND = {
  zh: '这一处的写法不适合自动修改；请直接编辑文件',
  en: 'this place is written in a way that cannot be changed automatically; edit the file by hand',
};

/** Quotes that the old value has without need are kept, whatever its siblings do. */
function likeTheOld(manner: Manner, old: YamlNode): Manner {
  return agreedQuote([old], 'block') === undefined ? manner : { ...manner, models: [old] };
}

export function removeField(page: Page, path: DataPath, field: string): readonly Patch[] {
  const owner = findOwner(page, path);
  const { pairs } = owner.node;
  const pair = pairOf(owner.node, field);
  if (pair === undefined) return [];
  const at = pairs.indexOf(pair);
  const next = pairs[at + 1];
  if (owner.isFlow) {
    const [before, behind] = [pairs[at - 1], next].map((one) => (one === undefined ? undefined : spanOfPair(one)));
    return [cutFromBrackets(page, owner.node, spanOfPair(pair), before, behind)];
  }
  const start = pair.key.start;
  // A mapping of which nothing is left would be read as nothing at all.
  if (pairs.length === 1) {
    const end = pair.value.end;
    return [{ start, end: Math.min(end, endOfLastLine(page, end)), text: '{}' }];
  }
  return [cutLines(page, pair, next)];
}

/** Takes an item out of a list; what is left of a list without any is `[]`. */
export function removeItem(page: Page, path: DataPath, at: number): readonly Patch[] {
  const { owner, pair, list } = findList(page, path);
  const item = list.items.at(at);
  if (item === undefined) return [];
  const before = at === 0 ? undefined : list.items.at(at - 1);
  if (list.isFlow) return [cutFromBrackets(page, list, item, before, list.items.at(at + 1))];
  if (list.items.length === 1) {
    const manner = mannerOfField(page, owner.models, keyOf(pair.key) ?? '', { eol: '' });
    return replaceValue(page, owner, pair, [], manner);
  }
  return [cutItemLines(page, list.dashes[at] ?? item.start, item)];
}

/** The lines of an item with its own comments, and the blank line above where one is left below. */
function cutItemLines(page: Page, dash: number, item: YamlNode): Patch {
  const { text } = page;
  const line = lineStart(text, dash);
  if (!isBlank(text, line, dash)) throw new CannotEdit(BY_HAND);
  const end = behindOwnComments(text, endOfLastLine(page, item.end), columnOf(text, dash));
  const below = behindBreak(text, end);
  if (below === end) return { start: beforeBreak(text, line), end, text: '' };
  const above = lineStart(text, beforeBreak(text, line));
  const isBlankAbove = isBlank(text, above, beforeBreak(text, line));
  const isBlankBelow = isBlank(text, below, lineEnd(text, below));
  return { start: isBlankAbove && isBlankBelow ? above : line, end: below, text: '' };
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
  for (let at = end; ;) {
    COMMENT_BELOW.lastIndex = at;
    const [comment = '', indent = ''] = COMMENT_BELOW.exec(text) ?? [];
    if (indent.length <= column) return at;
    at += comment.length;
  }
}

const COMMA = /\s*,/y;

/** Takes what stands between its neighbours out of a collection in brackets, with its comma. */
function cutFromBrackets(
  page: Page,
  owner: YamlNode,
  { start, end }: TextSpan,
  before: TextSpan | undefined,
  next: TextSpan | undefined,
): Patch {
  const { text } = page;
  COMMA.lastIndex = end;
  const commaEnd = COMMA.test(text) ? COMMA.lastIndex : end;
  const isFree = (from: number, to: number): boolean => !text.slice(from, to).includes('#');

  if (next !== undefined) {
    const nextStart = next.start;
    return isFree(commaEnd, nextStart) ? { start, end: nextStart, text: '' } : cutItem(text, start, commaEnd);
  }
  if (before !== undefined) {
    const beforeEnd = before.end;
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
