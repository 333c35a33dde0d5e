/** A YAML document as data, and the way from a place in the data back to its text. */
import { type Event, EVENT_ID } from 'js-yaml';

import type { DataPlace, TextSpan } from '../domain/file-problem.ts';
import { type EventTree, growTree, type NodeId, type Pair } from './event-tree.ts';
import { spanOfEmptyItem, spanOfNode } from './node-spans.ts';

export interface YamlDocument {
  /** `null` where the file holds nothing but comments. */
  readonly data: unknown;
  /**
   * The text of a value, or of its key where the place says so. What is written behind an alias is found where its
   * anchor stands; the alias itself where it stands. A missing field is shown at the `id` of its entry, else at the
   * first key of the closest parent that exists.
   */
  spanOf(place: DataPlace): TextSpan;
}

export function yamlDocument(text: string, events: Event[], data: unknown): YamlDocument {
  return { data, spanOf: findSpansIn(text, events) };
}

export function findSpansIn(text: string, events: Event[]): YamlDocument['spanOf'] {
  let tree: EventTree | undefined;
  return (place) => {
    tree ??= growTree(text, events);
    return findSpan(text, tree, place) ?? { start: 0, end: 0 };
  };
}

/** A step of the way down: the node reached, and what shows it where nothing is written. */
interface Reached {
  readonly node: NodeId;
  readonly key?: NodeId | undefined;
  readonly item?: { readonly of: NodeId; readonly at: number } | undefined;
}

function findSpan(text: string, tree: EventTree, { path, atKey = false }: DataPlace): TextSpan | undefined {
  const [root] = tree.roots;
  if (root === undefined) return undefined;
  let reached: Reached = { node: root };
  for (const step of path) {
    const container = tree.resolve(reached.node) ?? reached.node;
    const child = childOf(tree, container, step);
    if (child === undefined) return spanOfMissing(text, tree, container) ?? spanOfReached(text, tree, reached);
    reached = child;
  }
  const shown = atKey ? (reached.key ?? reached.node) : reached.node;
  return spanOfNode(text, tree, shown) ?? spanOfReached(text, tree, reached);
}

function childOf(tree: EventTree, container: NodeId, step: string | number): Reached | undefined {
  const type = tree.eventOf(container)?.type;
  if (type === EVENT_ID.MAPPING) {
    const pair: Pair | undefined = tree.pairOf(container, String(step));
    return pair === undefined ? undefined : { node: pair.value, key: pair.key };
  }
  if (type !== EVENT_ID.SEQUENCE || typeof step !== 'number') return undefined;
  const node = tree.itemsOf(container)[step];
  return node === undefined ? undefined : { node, item: { of: container, at: step } };
}

/** Where a field is missing, the entry's `id` tells the reader which entry is meant. */
function spanOfMissing(text: string, tree: EventTree, container: NodeId): TextSpan | undefined {
  const isMapping = tree.eventOf(container)?.type === EVENT_ID.MAPPING;
  const id = isMapping ? tree.pairOf(container, 'id') : undefined;
  return (id === undefined ? undefined : spanOfNode(text, tree, id.value)) ?? spanOfNode(text, tree, container);
}

function spanOfReached(text: string, tree: EventTree, { node, key, item }: Reached): TextSpan | undefined {
  const written = spanOfNode(text, tree, node);
  if (written !== undefined) return written;
  if (key !== undefined) return spanOfNode(text, tree, key);
  if (item === undefined) return undefined;
  return spanOfEmptyItem(text, tree, item.of, item.at) ?? spanOfNode(text, tree, item.of);
}
