/** A YAML document as data, and the way from a place in the data back to its text. */
import type { DataPlace, FileProblem, TextSpan } from '../domain/file-problem.ts';
import { type Pair, pairOf, resolve, spanOfNode, type YamlNode } from './node.ts';
import type { PlainYaml } from './plain-yaml.ts';

/** What was read once is carried along: data for the schema, places for findings, nodes for the editor. */
export interface YamlDocument {
  /** Without a byte order mark. */
  readonly text: string;
  /** Where the fields of the file stand, if it is in plain style. */
  readonly sections?: PlainYaml['sections'] | undefined;
  /** `null` where the file holds nothing but comments. */
  readonly data: unknown;
  /** Undefined where the file holds nothing but comments. */
  root(): YamlNode | undefined;
  /**
   * The text of a value, or of its key where the place says so. What is written behind an alias is found where its
   * anchor stands; the alias itself where it stands. A missing field is shown at the `id` of its entry, else at the
   * first key of the closest parent that exists.
   */
  spanOf(place: DataPlace): TextSpan;
}

/** A step of the way down: the node reached, and what shows it where nothing is written. */
interface Reached {
  readonly node: YamlNode;
  readonly key?: YamlNode | undefined;
  readonly list?: YamlNode | undefined;
  readonly dash?: number | undefined;
}

/** A text that was read, or all that keeps it from being YAML. */
export type ReadYaml = { readonly document: YamlDocument } | { readonly problems: readonly FileProblem[] };

/** Where a place below a node stands in the text; its start where nothing shows it. */
export function spanBelow(text: string, root: YamlNode | undefined, { path, atKey = false }: DataPlace): TextSpan {
  return (root === undefined ? undefined : findSpan(text, root, path, atKey)) ?? { start: 0, end: 0 };
}

function findSpan(text: string, root: YamlNode, path: DataPlace['path'], atKey: boolean): TextSpan | undefined {
  let reached: Reached = { node: root };
  for (const step of path) {
    const container: YamlNode = resolve(reached.node) ?? reached.node;
    const child = childOf(container, step);
    if (child === undefined) return spanOfMissing(text, container) ?? spanOfReached(text, reached);
    reached = child;
  }
  const shown = atKey ? (reached.key ?? reached.node) : reached.node;
  return spanOfNode(text, shown) ?? spanOfReached(text, reached);
}

function childOf(container: YamlNode, step: string | number): Reached | undefined {
  if (container.kind === 'mapping') {
    const pair: Pair | undefined = pairOf(container, String(step));
    return pair === undefined ? undefined : { node: pair.value, key: pair.key };
  }
  if (container.kind !== 'sequence' || typeof step !== 'number') return undefined;
  const node = step < 0 ? undefined : container.items.at(step);
  return node === undefined ? undefined : { node, list: container, dash: container.dashes[step] };
}

/** Where a field is missing, the entry's `id` tells the reader which entry is meant. */
function spanOfMissing(text: string, container: YamlNode): TextSpan | undefined {
  const id = container.kind === 'mapping' ? pairOf(container, 'id') : undefined;
  return (id === undefined ? undefined : spanOfNode(text, id.value)) ?? spanOfNode(text, container);
}

function spanOfReached(text: string, { node, key, list, dash }: Reached): TextSpan | undefined {
  const written = spanOfNode(text, node);
  if (written !== undefined) return written;
  if (key !== undefined) return spanOfNode(text, key);
  if (dash !== undefined) return { start: dash, end: dash + 1 };
  return list === undefined ? undefined : spanOfNode(text, list);
}
