/** js-yaml's flat list of events as a tree with places. Children are found when asked for, and once. */
import { constructFromEvents, type Event, EVENT_ID, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

import type { TextSpan } from '../domain/file-problem.ts';

/** A node is the index of its event. */
export type NodeId = number;

export interface Pair {
  readonly key: NodeId;
  readonly value: NodeId;
}

export interface EventTree {
  /** Nodes at the top of each document. */
  readonly roots: readonly NodeId[];
  eventOf(node: NodeId): Event | undefined;
  itemsOf(sequence: NodeId): readonly NodeId[];
  /** In the order of the text, repeated keys too. */
  pairsOf(mapping: NodeId): readonly Pair[];
  /** Pairs by key; of repeated keys the first. */
  pairOf(mapping: NodeId, key: string): Pair | undefined;
  /** The key as the data has it; undefined where it is no scalar. */
  keyOf(node: NodeId): string | undefined;
  /** What an alias stands for; undefined where it stands for nothing. Any other node stands for itself. */
  resolve(node: NodeId): NodeId | undefined;
}

export function growTree(text: string, events: Event[]): EventTree {
  const next = findNext(events);
  const children = new Map<NodeId, readonly NodeId[]>();
  const pairs = new Map<NodeId, ReadonlyMap<string, Pair>>();
  let targets: ReadonlyMap<NodeId, NodeId> | undefined;

  const itemsOf = (parent: NodeId): readonly NodeId[] =>
    remember(children, parent, () => childrenOf(parent, events, next));

  const resolve = (node: NodeId): NodeId | undefined => {
    if (events[node]?.type !== EVENT_ID.ALIAS) return node;
    targets ??= findTargets(text, events);
    return targets.get(node);
  };

  const keyOf = (node: NodeId): string | undefined => {
    const target = resolve(node);
    const event = target === undefined ? undefined : events[target];
    return event?.type === EVENT_ID.SCALAR ? keyText(text, event) : undefined;
  };

  const pairsOf = (mapping: NodeId): readonly Pair[] => pairUp(itemsOf(mapping));

  return {
    roots: findRoots(events, next),
    eventOf: (node) => events[node],
    itemsOf,
    pairsOf,
    pairOf: (mapping, key) => remember(pairs, mapping, () => byKey(pairsOf(mapping), keyOf)).get(key),
    keyOf,
    resolve,
  };
}

/** The text of a scalar or an alias, quotes included; undefined where nothing is written, and for collections. */
export function spanOfLeaf(text: string, event: Event): TextSpan | undefined {
  if (event.type === EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  if (event.type !== EVENT_ID.SCALAR) return undefined;
  const { valueStart, valueEnd, style } = event;
  switch (style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return { start: valueStart - 1, end: valueEnd + 1 };
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      return trim(text, valueStart, valueEnd);
    case SCALAR_STYLE.PLAIN:
      return valueStart < 0 ? tagSpan(event) : { start: valueStart, end: valueEnd };
  }
}

/** `expires: !!null` has a tag and no value. */
function tagSpan({ tagStart, tagEnd }: ScalarEvent): TextSpan | undefined {
  return tagStart < 0 ? undefined : { start: tagStart, end: tagEnd };
}

function trim(text: string, start: number, end: number): TextSpan | undefined {
  const written = text.slice(start, end);
  const first = start + (written.length - written.trimStart().length);
  return written.trim() === '' ? undefined : { start: first, end: first + written.trim().length };
}

/** For each node the index behind its last event. */
function findNext(events: readonly Event[]): Int32Array {
  const next = new Int32Array(events.length);
  const open: number[] = [];
  let at = 0;
  for (const { type } of events) {
    if (type === EVENT_ID.DOCUMENT || type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open.push(at);
    else next[type === EVENT_ID.POP ? (open.pop() ?? at) : at] = at + 1;
    at += 1;
  }
  return next;
}

function findRoots(events: readonly Event[], next: Int32Array): readonly NodeId[] {
  const roots: NodeId[] = [];
  for (let at = 0; at < events.length; at = next[at] ?? events.length) roots.push(at + 1);
  return roots;
}

function childrenOf(parent: NodeId, events: readonly Event[], next: Int32Array): readonly NodeId[] {
  const found: NodeId[] = [];
  const end = (next[parent] ?? 0) - 1;
  for (let at = parent + 1; at < end; at = next[at] ?? events.length) found.push(at);
  return found;
}

function pairUp(nodes: readonly NodeId[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < nodes.length; at += 2) pairs.push({ key: nodes[at] ?? 0, value: nodes[at + 1] ?? 0 });
  return pairs;
}

function byKey(pairs: readonly Pair[], keyOf: (node: NodeId) => string | undefined): ReadonlyMap<string, Pair> {
  const found = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = keyOf(pair.key);
    if (key !== undefined && !found.has(key)) found.set(key, pair);
  }
  return found;
}

/** An alias stands for the last node before it that has its anchor. */
function findTargets(text: string, events: readonly Event[]): ReadonlyMap<NodeId, NodeId> {
  const anchors = new Map<string, NodeId>();
  const targets = new Map<NodeId, NodeId>();
  for (const [at, event] of events.entries()) {
    if (!('anchorStart' in event) || event.anchorStart < 0) continue;
    const name = text.slice(event.anchorStart, event.anchorEnd);
    const target = anchors.get(name);
    if (event.type !== EVENT_ID.ALIAS) anchors.set(name, at);
    else if (target !== undefined) targets.set(at, target);
  }
  return targets;
}

const PLAIN_WORD = /^(?!true$|false$|null$)[a-z][A-Za-z-]*$/;

function keyText(text: string, event: ScalarEvent): string {
  const written = getScalarValue(text, event);
  const isText = event.tagStart < 0 && (event.style !== SCALAR_STYLE.PLAIN || PLAIN_WORD.test(written));
  return isText ? written : constructedKey(text, event, written);
}

const DOCUMENT: Event = { type: EVENT_ID.DOCUMENT, explicitStart: false, explicitEnd: false, directives: [] };

/** `0x7E9`, `2025.0` and `~` are keys too: js-yaml alone knows what it makes of them. */
function constructedKey(text: string, event: ScalarEvent, written: string): string {
  try {
    return String(constructFromEvents([DOCUMENT, event, { type: EVENT_ID.POP }], { source: text })[0]);
  } catch {
    return written;
  }
}

function remember<Value>(memory: Map<NodeId, Value>, node: NodeId, find: () => Value): Value {
  const known = memory.get(node);
  if (known !== undefined) return known;
  const found = find();
  memory.set(node, found);
  return found;
}
