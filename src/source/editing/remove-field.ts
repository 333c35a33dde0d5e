/** A field taken away, with the comments that are its own. */
import type { DataPath } from '../../domain/ledger.ts';
import type { NodeId, Pair } from '../event-tree.ts';
import { beforeBreak, behindBreak, columnOf, isBlank, lineEnd, lineStart } from './lines.ts';
import { findOwner } from './owner.ts';
import { endOf, endOfLastLine, endOfPair, type Page, startOf } from './page.ts';
import type { Patch } from './patch.ts';

export function removeField(page: Page, path: DataPath, field: string): readonly Patch[] {
  const { tree } = page;
  const owner = findOwner(page, path);
  const pairs = tree.pairsOf(owner.node);
  const at = pairs.findIndex(({ key }) => tree.keyOf(key) === field);
  const [pair, next] = pairs.slice(at);
  if (at < 0 || pair === undefined) return [];
  if (owner.isFlow) return [cutFlowPair(page, owner.node, pair, pairs[at - 1], next)];
  const start = startOf(page, pair.key);
  // A mapping of which nothing is left would be read as nothing at all.
  if (pairs.length === 1) {
    const end = endOfPair(page, pair);
    return [{ start, end: Math.min(end, endOfLastLine(page, end)), text: '{}' }];
  }
  return [cutLines(page, pair, next)];
}

function cutLines(page: Page, pair: Pair, next: Pair | undefined): Patch {
  const { text } = page;
  const start = startOf(page, pair.key);
  const line = lineStart(text, start);
  const end = behindOwnComments(text, endOfLastLine(page, endOfPair(page, pair)), columnOf(text, start));
  if (isBlank(text, line, start)) {
    const below = behindBreak(text, end);
    return below === end ? { start: beforeBreak(text, line), end, text: '' } : { start: line, end: below, text: '' };
  }
  // It stands behind a dash, and the next field moves up to it unless a comment comes between.
  const nextStart = next === undefined ? end : startOf(page, next.key);
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

function cutFlowPair(page: Page, mapping: NodeId, pair: Pair, before: Pair | undefined, next: Pair | undefined): Patch {
  const { text } = page;
  const start = startOf(page, pair.key);
  const end = endOfPair(page, pair);
  COMMA.lastIndex = end;
  const commaEnd = COMMA.test(text) ? COMMA.lastIndex : end;
  const isFree = (from: number, to: number): boolean => !text.slice(from, to).includes('#');

  if (next !== undefined) {
    const nextStart = startOf(page, next.key);
    return isFree(commaEnd, nextStart) ? { start, end: nextStart, text: '' } : cutItem(text, start, commaEnd);
  }
  if (before !== undefined) {
    const beforeEnd = endOfPair(page, before);
    return isFree(beforeEnd, start) ? { start: beforeEnd, end, text: '' } : cutItem(text, start, commaEnd);
  }
  const open = startOf(page, mapping) + 1;
  const close = (endOf(page, mapping) ?? end + 1) - 1;
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
