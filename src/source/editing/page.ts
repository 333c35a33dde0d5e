/** A YAML text with its nodes, as the editor sees it: where values, lines and the comments around them end. */
import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  type Event,
  EVENT_ID,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';

import type { TextSpan } from '../../domain/file-problem.ts';
import type { DataPath } from '../../domain/ledger.ts';
import type { Text } from '../../domain/text.ts';
import { type EventTree, growTree, type NodeId, type Pair } from '../event-tree.ts';
import { endOfNode, spanOfEmptyItem, spanOfNode } from '../node-spans.ts';
import { beforeBreak, behindBreak, breakAround, isBlank, lineEnd, lineStart } from './lines.ts';
import type { Patch } from './patch.ts';

export interface Page {
  readonly text: string;
  readonly tree: EventTree;
  /** Undefined where the file holds nothing but comments. */
  readonly root: NodeId | undefined;
  /** The space inside `{ }` and `[ ]`. */
  readonly padding: Readonly<Record<Collection['type'], string>>;
}

/** Thrown where a text is written in a way that the editor does not dare to touch. */
export class CannotEdit extends Error {
  readonly reason: Text;

  constructor(reason: Text) {
    super(reason.en);
    this.reason = reason;
  }
}

/** @throws {YAMLException} for a text that is no YAML */
export function openPage(text: string): Page {
  const events = parseEvents(text, {});
  const tree = growTree(text, events);
  const [root] = tree.roots;
  return {
    text,
    tree,
    root: root === undefined || isUnwritten(events[root]) ? undefined : root,
    padding: {
      [EVENT_ID.MAPPING]: paddingOf(text, events, EVENT_ID.MAPPING) ?? ' ',
      [EVENT_ID.SEQUENCE]: paddingOf(text, events, EVENT_ID.SEQUENCE) ?? '',
    },
  };
}

const FILLED = /.( *)(?![\s#\]}])/y;

/** As the last collection in brackets has it that has something in it on its line. */
function paddingOf(text: string, events: readonly Event[], type: Collection['type']): string | undefined {
  for (const event of events.toReversed()) {
    if (!isCollection(event) || event.type !== type || !isFlow(event)) continue;
    FILLED.lastIndex = event.start;
    const spaces = FILLED.exec(text)?.[1];
    if (spaces !== undefined) return spaces === '' ? '' : ' ';
  }
  return undefined;
}

export type Collection = MappingEvent | SequenceEvent;

export function isCollection(event: Event | undefined): event is Collection {
  return event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE;
}

export function isFlow(event: Event | undefined): boolean {
  return isCollection(event) && event.style === COLLECTION_STYLE.FLOW;
}

/** A value of which not a character is written, as behind `resources:`. */
export function isUnwritten(event: Event | undefined): boolean {
  return event?.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN && event.valueStart < 0;
}

/** Nothing is meant: nothing is written, or `~`, or `null`. */
export function isNothing({ text, tree }: Page, node: NodeId): boolean {
  const event = tree.eventOf(node);
  if (event?.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return false;
  return isUnwritten(event) || /^(?:~|null)$/i.test(text.slice(event.valueStart, event.valueEnd));
}

export function isBlockScalar(event: Event | undefined): boolean {
  if (event?.type !== EVENT_ID.SCALAR) return false;
  return event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
}

/** The mapping at a path, with what it lies in. */
export interface Place {
  readonly node: NodeId;
  /** The list that it is an item of. */
  readonly list?: NodeId | undefined;
  /** The pair that it is the value of. */
  readonly pair?: Pair | undefined;
}

/** @throws {CannotEdit} where the way leads through an alias: what it stands for is used elsewhere, too */
export function findMapping({ tree, root }: Page, path: DataPath): Place | undefined {
  if (root === undefined) return undefined;
  let place: Place = { node: root };
  for (const step of path) {
    const { type } = tree.eventOf(place.node) ?? {};
    if (typeof step === 'number') {
      const item: NodeId | undefined = type === EVENT_ID.SEQUENCE ? tree.itemsOf(place.node)[step] : undefined;
      if (item === undefined) return undefined;
      place = { node: item, list: place.node };
    } else {
      const pair: Pair | undefined = type === EVENT_ID.MAPPING ? tree.pairOf(place.node, step) : undefined;
      if (pair === undefined) return undefined;
      place = { node: pair.value, pair };
    }
    if (tree.eventOf(place.node)?.type === EVENT_ID.ALIAS) throw aliasInTheWay();
  }
  return tree.eventOf(place.node)?.type === EVENT_ID.MAPPING ? place : undefined;
}

export function aliasInTheWay(): CannotEdit {
  return new CannotEdit({
    zh: '这里写的是别名，它代表的内容别处也在用；请直接编辑文件',
    en: 'an alias stands there, and what it stands for is used elsewhere too; edit the file by hand',
  });
}

/** Where the first character of a node stands; its tag and anchor are no part of it. */
export function startOf({ text, tree }: Page, node: NodeId): number {
  const event = tree.eventOf(node);
  return isCollection(event) ? event.start : (spanOfNode(text, tree, node)?.start ?? 0);
}

/**
 * Behind the last character of a node. Empty lines at the end count where they are part of a text (`|+`); such an end
 * stands at the start of a line.
 */
export function endOf(page: Page, node: NodeId): number | undefined {
  const { text, tree } = page;
  const event = tree.eventOf(node);
  if (event?.type === EVENT_ID.SCALAR && isBlockScalar(event)) {
    return event.chomping === CHOMPING_MODE.KEEP ? event.valueEnd : endOfBlockScalar(text, event);
  }
  if (!isCollection(event) || isFlow(event)) return endOfNode(text, tree, node);
  if (event.type === EVENT_ID.MAPPING) {
    const last = tree.pairsOf(node).at(-1);
    return last === undefined ? undefined : endOfPair(page, last);
  }
  const items = tree.itemsOf(node);
  const [last] = items.slice(-1);
  const end = last === undefined ? undefined : endOf(page, last);
  return end ?? spanOfEmptyItem(text, tree, node, items.length - 1)?.end;
}

/** Behind its last line, which may be one of tabs; undefined where it has none. Spaces up to its indentation are no text. */
function endOfBlockScalar(text: string, { valueStart, valueEnd, indent }: ScalarEvent): number | undefined {
  for (let end = beforeBreak(text, valueEnd); end > valueStart;) {
    const start = lineStart(text, end);
    if (end - start > indent || !isBlank(text, start, end) || text.slice(start, end).includes('\t')) return end;
    end = beforeBreak(text, start);
  }
  return undefined;
}

export function endOfPair(page: Page, pair: Pair): number {
  return endOf(page, pair.value) ?? headerOf(page, pair)?.end ?? behindColon(page, pair);
}

const HEADER = /\s*([|>][-+\d]*)/y;

/** The sign with which a text in lines begins, as in `notes: |-`. */
export function headerOf(page: Page, pair: Pair): TextSpan | undefined {
  if (!isBlockScalar(page.tree.eventOf(pair.value))) return undefined;
  HEADER.lastIndex = behindColon(page, pair);
  const sign = HEADER.exec(page.text)?.[1];
  return sign === undefined ? undefined : { start: HEADER.lastIndex - sign.length, end: HEADER.lastIndex };
}

const COLON = /\s*:/y;

/** Behind a key and its colon, and behind the tag and the anchor of a value that has any. */
export function behindColon({ text, tree }: Page, { key, value }: Pair): number {
  const keyEnd = endOfNode(text, tree, key) ?? 0;
  COLON.lastIndex = keyEnd;
  const colonEnd = COLON.test(text) ? COLON.lastIndex : keyEnd;
  const event = tree.eventOf(value);
  const anchorEnd = event !== undefined && 'anchorEnd' in event && event.type !== EVENT_ID.ALIAS ? event.anchorEnd : -1;
  const tagEnd = event !== undefined && 'tagEnd' in event ? event.tagEnd : -1;
  return Math.max(colonEnd, anchorEnd, tagEnd);
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
  let at = lineStart(text, end) === end && end > 0 ? end : behindBreak(text, lineEnd(text, end));
  for (let next = at; next < text.length;) {
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
  const lines = parts.flatMap((part, index) => (areSeparated && (index > 0 || !isBelowBlank) ? ['', ...part] : part));
  const body = lines.join(eol);
  const isAtLineStart = lineStart(text, at) === at;
  return { start: at, end: at, text: isAtLineStart ? body + eol : eol + body };
}
