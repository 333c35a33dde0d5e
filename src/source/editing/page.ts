/** A YAML text with its nodes, as the editor sees it: where values, lines and the comments around them end. */
import type { DataPath } from '../../domain/ledger.ts';
import type { Text } from '../../domain/text.ts';
import {
  type CollectionNode,
  isFlow,
  type MappingNode,
  type Pair,
  pairOf,
  type SequenceNode,
  type YamlNode,
} from '../node.ts';
import type { YamlDocument } from '../yaml-document.ts';
import { beforeBreak, behindBreak, breakAround, isBlank, lineEnd, lineStart, type Patch } from './lines.ts';

export interface Page {
  readonly text: string;
  /** Undefined where the file holds nothing but comments. */
  readonly root: YamlNode | undefined;
  /** The space inside `{ }` or `[ ]`; looked for when it is asked for. */
  readonly padding: (kind: CollectionNode['kind']) => string;
}

/** Thrown where a text is written in a way that the editor does not dare to touch. */
export class CannotEdit extends Error {
  readonly reason: Text;

  constructor(reason: Text) {
    super(reason.en);
    this.reason = reason;
  }
}

/** The page of a document that was read. */
export function openPage(document: YamlDocument): Page {
  const { text } = document;
  const root = document.root();
  const known: { [Kind in CollectionNode['kind']]?: string } = {};
  return { text, root, padding: (kind) => (known[kind] ??= paddingOf(text, root, kind)) };
}

const FILLED = /.( *)(?![\s#\]}])/y;

/** As the last collection in brackets has it that has something in it on its line. */
function paddingOf(text: string, root: YamlNode | undefined, kind: CollectionNode['kind']): string {
  const usual = kind === 'mapping' ? ' ' : '';
  if (root === undefined) return usual;
  const bracket = kind === 'mapping' ? '{' : '[';
  for (let end = root.end; end >= root.start; end -= 1) {
    end = text.lastIndexOf(bracket, end);
    FILLED.lastIndex = Math.max(end, 0);
    const spaces = end < 0 ? undefined : FILLED.exec(text)?.[1];
    if (spaces !== undefined && isFlowAt(root, end)) return spaces === '' ? '' : ' ';
  }
  return usual;
}

/** Whether a collection in brackets begins at an offset. Brackets stand in words and comments too. */
function isFlowAt(root: YamlNode, at: number): boolean {
  let node: YamlNode | undefined = root;
  while (node !== undefined && !(node.start === at && isFlow(node))) node = childAround(node, at);
  return node !== undefined;
}

/** The last child that does not begin behind an offset; keys are words. */
function childAround(node: YamlNode, at: number): YamlNode | undefined {
  if (node.kind === 'mapping') return lastUpTo(node.pairs, ({ value }) => value.start <= at)?.value;
  return node.kind === 'sequence' ? lastUpTo(node.items, ({ start }) => start <= at) : undefined;
}

interface Row<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}

/** The last of those that hold, which all come first. */
function lastUpTo<Item>(items: Row<Item>, holds: (item: Item) => boolean): Item | undefined {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items.at(middle);
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : items.at(low - 1);
}

/** The mapping at a path, with what it lies in. */
export interface Place {
  readonly node: MappingNode;
  /** The list that it is an item of. */
  readonly list?: SequenceNode | undefined;
  /** The pair that it is the value of. */
  readonly pair?: Pair | undefined;
}

/** @throws {CannotEdit} where the way leads through an alias: what it stands for is used elsewhere, too */
export function findMapping({ root }: Page, path: DataPath): Place | undefined {
  let node = root;
  let list: SequenceNode | undefined;
  let pair: Pair | undefined;
  for (const step of path) {
    list = node?.kind === 'sequence' ? node : undefined;
    pair = node?.kind === 'mapping' ? pairOf(node, String(step)) : undefined;
    node = list?.items.at(Number(step)) ?? pair?.value;
    if (node?.kind === 'alias') throw aliasInTheWay();
  }
  return node?.kind === 'mapping' ? { node, list, pair } : undefined;
}

export function aliasInTheWay(): CannotEdit {
  return new CannotEdit({
    zh: '这里写的是别名，它代表的内容别处也在用；请直接编辑文件',
    en: 'there is an alias there, and what it stands for is used elsewhere too; edit the file by hand',
  });
}

/** Behind a key and its colon, and behind the tag and the anchor of a value that has any. */
export function behindColon({ colonEnd, value }: Pair): number {
  return Math.max(colonEnd, value.tag?.end ?? 0, value.anchor?.end ?? 0);
}

/** The end of the last line of something that ends at an offset, its break left out. */
export function endOfLastLine({ text }: Page, end: number): number {
  const before = beforeBreak(text, end);
  return before < end ? before : lineEnd(text, end);
}

const COMMENT_LINE = /([ \t]*)#/y;
const BLANK_LINE = /[ \t]*(?=[\r\n])/y;

/**
 * Where new lines go behind something that ends at an offset: at the start of a line or the end of the text, behind the
 * comments below that are indented deeper than a column.
 */
export function behindComments({ text }: Page, end: number, outer: number): number {
  let at = lineStart(text, end) === end ? end : behindBreak(text, lineEnd(text, end));
  for (let next = at; ;) {
    COMMENT_LINE.lastIndex = next;
    BLANK_LINE.lastIndex = next;
    const comment = COMMENT_LINE.exec(text);
    if (comment === null && !BLANK_LINE.test(text)) break;
    if (comment !== null && (comment[1] ?? '').length <= outer) break;
    next = behindBreak(text, lineEnd(text, next));
    if (comment !== null) at = next;
  }
  return at;
}

/**
 * Puts lines where `behindComments` says; a missing last break stays missing.
 *
 * @param areSeparated whether a blank line comes before each part
 */
export function insertLines(
  { text }: Page,
  at: number,
  parts: readonly (readonly string[])[],
  areSeparated: boolean,
): Patch {
  const eol = breakAround(text, at);
  const isBelowBlank = isBlank(text, lineStart(text, beforeBreak(text, at)), beforeBreak(text, at));
  const lines: string[] = [];
  parts.forEach((part, index) => {
    if (areSeparated && (index > 0 || !isBelowBlank)) lines.push('');
    for (const line of part) lines.push(line);
  });
  const body = lines.join(eol);
  const isAtLineStart = lineStart(text, at) === at;
  return { start: at, end: at, text: isAtLineStart ? body + eol : eol + body };
}
