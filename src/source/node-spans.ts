/** Where the nodes of an event tree stand in the text. */
import { COLLECTION_STYLE, EVENT_ID } from 'js-yaml';

import type { TextSpan } from '../domain/file-problem.ts';
import { type EventTree, type NodeId, spanOfLeaf } from './event-tree.ts';

/**
 * A scalar's own text, quotes included; a flow collection from bracket to bracket; of a block mapping the first key, of
 * a block sequence the first dash. Undefined where nothing is written.
 */
export function spanOfNode(text: string, tree: EventTree, node: NodeId): TextSpan | undefined {
  const event = tree.eventOf(node);
  if (event === undefined) return undefined;
  if (event.type !== EVENT_ID.SEQUENCE && event.type !== EVENT_ID.MAPPING) return spanOfLeaf(text, event);
  const { start, style } = event;
  if (style === COLLECTION_STYLE.FLOW) return { start, end: endOfNode(text, tree, node) ?? start + 1 };
  const firstKey = event.type === EVENT_ID.MAPPING ? tree.pairsOf(node)[0]?.key : undefined;
  return (firstKey === undefined ? undefined : spanOfNode(text, tree, firstKey)) ?? { start, end: start + 1 };
}

const CLOSING_BRACKET = /(?:[\s,:]|#[^\r\n]*)*[\]}]/y;

/** The offset behind a node's last character; undefined where nothing is written. */
export function endOfNode(text: string, tree: EventTree, node: NodeId): number | undefined {
  const event = tree.eventOf(node);
  if (event === undefined) return undefined;
  if (event.type !== EVENT_ID.SEQUENCE && event.type !== EVENT_ID.MAPPING) return spanOfLeaf(text, event)?.end;
  const inside = endOfLastChild(text, tree, node) ?? event.start + 1;
  if (!'[{'.includes(text.charAt(event.start))) return inside;
  CLOSING_BRACKET.lastIndex = inside;
  return CLOSING_BRACKET.test(text) ? CLOSING_BRACKET.lastIndex : inside;
}

function endOfLastChild(text: string, tree: EventTree, node: NodeId): number | undefined {
  for (const child of tree.itemsOf(node).toReversed()) {
    const end = endOfNode(text, tree, child);
    if (end !== undefined) return end;
  }
  return undefined;
}

const NEXT_DASH = /(?:^|[\r\n])[ \t]*-(?=\s|$)/g;

/** The dash of an item that has nothing behind it; undefined in flow style. */
export function spanOfEmptyItem(text: string, tree: EventTree, sequence: NodeId, at: number): TextSpan | undefined {
  const event = tree.eventOf(sequence);
  if (event?.type !== EVENT_ID.SEQUENCE || event.style !== COLLECTION_STYLE.BLOCK) return undefined;
  const before = tree.itemsOf(sequence).slice(0, at);
  const written = before.findLastIndex((item) => endOfNode(text, tree, item) !== undefined);
  const lastWritten = before[written];
  let end = (lastWritten === undefined ? undefined : endOfNode(text, tree, lastWritten)) ?? event.start + 1;
  // The dash of item 0 opens the sequence; every other one is the first on its line.
  for (let dashes = lastWritten === undefined ? at : at - written; dashes > 0; dashes -= 1) {
    NEXT_DASH.lastIndex = end;
    if (!NEXT_DASH.test(text)) break;
    end = NEXT_DASH.lastIndex;
  }
  return { start: end - 1, end };
}
