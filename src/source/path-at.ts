/** The way from a place in the text to the data. */
import type { DataPath } from '../domain/ledger.ts';
import { type CollectionNode, isCollection, keyOf, type YamlNode } from './node.ts';

/** The path of the value that is written at an offset, its end included; undefined on a key, and where no value is. */
export function pathAt(root: YamlNode | undefined, offset: number): DataPath | undefined {
  const path: (string | number)[] = [];
  let node = root;
  while (isCollection(node)) {
    const [step, child] = childAt(node, offset) ?? [];
    if (step === undefined || child === undefined) return undefined;
    path.push(step);
    node = child;
  }
  return node === undefined ? undefined : path;
}

function childAt(node: CollectionNode, offset: number): readonly [string | number, YamlNode] | undefined {
  if (node.kind === 'mapping') {
    const pair = node.pairs.find(({ value }) => holds(value, offset));
    return pair === undefined ? undefined : [keyOf(pair.key) ?? '', pair.value];
  }
  for (let at = 0; at < node.items.length; at += 1) {
    const item = node.items.at(at);
    if (item !== undefined && holds(item, offset)) return [at, item];
  }
  return undefined;
}

function holds({ start, end }: YamlNode, offset: number): boolean {
  return start <= offset && offset <= end;
}
