/** Why well-formed YAML makes no data: tags, keys and aliases that a ledger cannot have. All of them, with places. */
import { type Event, EVENT_ID } from 'js-yaml';

import type { FileProblem, TextSpan } from '../domain/file-problem.ts';
import type { DataPath } from '../domain/ledger.ts';
import { growTree, type NodeId, type Pair } from './event-tree.ts';
import { indexLines } from './line-index.ts';
import { spanOfNode } from './node-spans.ts';
import { textProblem } from './text-problem.ts';

/** Looks at each node; called once construction has failed, so that good files pay nothing for it. */
export function findNodeProblems(text: string, events: Event[]): readonly FileProblem[] {
  const tree = growTree(text, events);
  const lines = indexLines(text);
  const problems: FileProblem[] = [];
  for (const root of tree.roots) visit(root, []);
  return problems;

  function visit(node: NodeId, path: DataPath): void {
    const event = tree.eventOf(node);
    if (event === undefined) return;
    visitTag(event, path);
    if (event.type === EVENT_ID.ALIAS && tree.resolve(node) === undefined) {
      problems.push(textProblem('yaml/syntax', spanOf(node), unknownAlias(text, event), { path }));
    }
    if (event.type === EVENT_ID.SEQUENCE) {
      for (const [at, item] of tree.itemsOf(node).entries()) visit(item, [...path, at]);
    }
    if (event.type === EVENT_ID.MAPPING) visitPairs(tree.pairsOf(node), path);
  }

  function visitPairs(pairs: readonly Pair[], path: DataPath): void {
    const first = new Map<string, NodeId>();
    for (const pair of pairs) {
      const key = tree.keyOf(pair.key);
      const inside = key === undefined ? path : [...path, key];
      const earlier = key === undefined ? undefined : first.get(key);
      if (key !== undefined) first.set(key, earlier ?? pair.key);
      else if (tree.resolve(pair.key) !== undefined)
        problems.push(textProblem('yaml/key', spanOf(pair.key), COMPLEX_KEY, { path }));
      if (key !== undefined && earlier !== undefined) visitDuplicate(key, earlier, pair, inside);
      visit(pair.key, inside);
      visit(pair.value, inside);
    }
  }

  function visitDuplicate(key: string, earlier: NodeId, pair: Pair, path: DataPath): void {
    const { line } = lines.positionAt(spanOf(earlier).start);
    const message = { zh: `键${key}重复，第${line}行已经写过`, en: `the key ${key} already stands on line ${line}` };
    problems.push(textProblem('yaml/duplicate-key', spanOf(pair.key), message, { path }));
  }

  function visitTag(event: Event, path: DataPath): void {
    if (!('tagStart' in event) || event.tagStart < 0) return;
    const tag = text.slice(event.tagStart, event.tagEnd);
    if (CORE_TAGS.has(tag)) return;
    const message = { zh: `台账不使用标签${tag}`, en: `a ledger has no tag ${tag}` };
    problems.push(textProblem('yaml/tag', { start: event.tagStart, end: event.tagEnd }, message, { path }));
  }

  function spanOf(node: NodeId): TextSpan {
    return spanOfNode(text, tree, node) ?? { start: 0, end: 0 };
  }
}

const CORE_NAMES = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'];

const CORE_TAGS: ReadonlySet<string> = new Set([
  '!',
  ...CORE_NAMES.flatMap((name) => [`!!${name}`, `!<tag:yaml.org,2002:${name}>`]),
]);

const COMPLEX_KEY = {
  zh: '键只能是一个词，不能是列表或一组键值',
  en: 'a key is a single word, not a list or a mapping',
};

function unknownAlias(
  text: string,
  event: { readonly anchorStart: number; readonly anchorEnd: number },
): FileProblem['message'] {
  const name = text.slice(event.anchorStart, event.anchorEnd);
  return { zh: `别名*${name}前面没有对应的锚点&${name}`, en: `no anchor &${name} stands before the alias *${name}` };
}
