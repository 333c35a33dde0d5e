/** Why well-formed YAML makes no data: tags, keys and aliases that a ledger cannot have. All of them, with places. */
import type { FileProblem, TextSpan } from '../domain/file-problem.ts';
import { beginningOf } from '../domain/text.ts';
import { indexLines } from './line-index.ts';
import { type AliasNode, childrenOf, keyOf, type Pair, resolve, spanOfNode, type YamlNode } from './node.ts';
import { COMPLEX_KEY } from './syntax-messages.ts';
import { textProblem } from './text-problems.ts';

/** More than this nobody reads. */
const MOST_PROBLEMS = 100;

/**
 * Looks at each node, until it has found many problems.
 *
 * @param misfits where tags stand that do not fit their values
 */
export function findNodeProblems(text: string, root: YamlNode, misfits: ReadonlySet<number>): readonly FileProblem[] {
  const lines = indexLines(text);
  const problems: FileProblem[] = [];
  const path: (string | number)[] = [];
  visit(root);
  return problems;

  function visit(node: YamlNode): void {
    if (problems.length >= MOST_PROBLEMS) return;
    if (node.tag !== undefined) visitTag(node.tag);
    if (node.kind === 'alias' && node.target === undefined) {
      problems.push(
        textProblem('yaml/syntax', spanOf(node), unknownAlias(node), { path: [...path], remedy: QUOTE_OR_ANCHOR }),
      );
    }
    if (node.kind === 'sequence') {
      for (const [at, item] of [...node.items].entries()) below(at, () => visit(item));
    }
    if (node.kind === 'mapping') visitPairs(node.pairs);
  }

  function below(step: string | number | undefined, look: () => void): void {
    if (step !== undefined) path.push(step);
    look();
    if (step !== undefined) path.pop();
  }

  function visitPairs(pairs: readonly Pair[]): void {
    const first = new Map<string, YamlNode>();
    for (const pair of pairs) {
      if (problems.length >= MOST_PROBLEMS) return;
      const key = keyOf(pair.key);
      if (key !== undefined && key.length > LONGEST_KEY) {
        problems.push(textProblem('yaml/key', spanOf(pair.key), tooLong(key), { path: [...path] }));
        continue;
      }
      const earlier = key === undefined ? undefined : first.get(key);
      if (key !== undefined) first.set(key, earlier ?? pair.key);
      else if (resolve(pair.key) !== undefined) {
        problems.push(textProblem('yaml/key', spanOf(pair.key), COMPLEX_KEY, { path: [...path] }));
      }
      below(key, () => {
        if (key !== undefined && earlier !== undefined) visitDuplicate(key, earlier, pair);
        visit(pair.key);
        visit(pair.value);
      });
    }
  }

  function visitDuplicate(key: string, earlier: YamlNode, pair: Pair): void {
    const { line } = lines.positionAt(spanOf(earlier).start);
    problems.push(textProblem('yaml/duplicate-key', spanOf(pair.key), usedBefore(key, line), { path: [...path] }));
  }

  function visitTag(at: TextSpan): void {
    const tag = text.slice(at.start, at.end);
    const isKnown = CORE_TAGS.has(tag);
    if (isKnown && !misfits.has(at.start)) return;
    problems.push(textProblem('yaml/tag', at, isKnown ? wrongTag(tag) : unknownTag(tag), { path: [...path] }));
  }

  function spanOf(node: YamlNode): TextSpan {
    return spanOfNode(text, node) ?? { start: node.start, end: node.end };
  }
}

/** As YAML has it for keys that share a line with their value. */
const LONGEST_KEY = 1024;

function tooLong(key: string): FileProblem['message'] {
  return {
    zh: `键有${key.length}个字符，最多${LONGEST_KEY}个`,
    en: `a key has ${key.length} characters, and may have ${LONGEST_KEY} at most`,
  };
}

function usedBefore(key: string, line: number): FileProblem['message'] {
  const name = beginningOf(key);
  return { zh: `键${name}重复，第${line}行已经写过`, en: `the key ${name} is already used on line ${line}` };
}

function wrongTag(tag: string): FileProblem['message'] {
  return { zh: `值与标签${tag}不符`, en: `the value does not match its tag ${tag}` };
}

function unknownTag(tag: string): FileProblem['message'] {
  const name = beginningOf(tag);
  return { zh: `台账不使用标签${name}`, en: `a ledger does not use the tag ${name}` };
}

const CORE_NAMES = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'];

const CORE_TAGS: ReadonlySet<string> = new Set([
  '!',
  ...CORE_NAMES.flatMap((name) => [`!!${name}`, `!<tag:yaml.org,2002:${name}>`]),
]);

function unknownAlias(alias: AliasNode): FileProblem['message'] {
  const name = beginningOf(alias.name);
  return { zh: `别名*${name}前面没有对应的锚点&${name}`, en: `there is no anchor &${name} before the alias *${name}` };
}

const QUOTE_OR_ANCHOR = {
  zh: '文字以*开头的，给整个值加上引号；确实是别名的，核对锚点的名字。',
  en: 'If the text begins with *, put the whole value in quotes; if an alias is meant, check the name of its anchor.',
};

/** Nodes that all aliases of a file may stand for; ten thousand entries with a shared list of twenty make 200,000. */
export const ALIAS_LIMIT = 1_000_000;

/**
 * Aliases that would blow up: a few lines can stand for billions of nodes, or for themselves. What they expand to is
 * counted without expanding them: each anchor's size is summed up once.
 */
export function findAliasProblems(text: string, root: YamlNode): readonly FileProblem[] {
  if (!text.includes('*')) return [];
  const problems: FileProblem[] = [];
  const sizes = new Map<YamlNode, number | 'open'>();
  let expanded = 0;
  sizeOf(root);
  return problems;

  function sizeOf(node: YamlNode): number {
    if (node.kind === 'alias') return sizeOfAlias(node);
    if (node.anchor !== undefined) sizes.set(node, 'open');
    const size = [...childrenOf(node)].reduce((sum, child) => sum + sizeOf(child), 1);
    if (node.anchor !== undefined) sizes.set(node, size);
    return size;
  }

  function sizeOfAlias(alias: AliasNode): number {
    const size = alias.target === undefined ? 0 : (sizes.get(alias.target) ?? 0);
    if (size === 'open') problems.push(circular(alias));
    else if (expanded <= ALIAS_LIMIT && (expanded += size) > ALIAS_LIMIT) problems.push(tooLarge(alias));
    return size === 'open' ? 1 : size;
  }
}

function circular(alias: AliasNode): FileProblem {
  const name = beginningOf(alias.name);
  const message = {
    zh: `别名*${name}引用了它自己所在的内容`,
    en: `the alias *${name} is inside the content that it stands for`,
  };
  const remedy = { zh: `删去\`*${name}\`。`, en: `Delete \`*${name}\`.` };
  return textProblem('yaml/alias-limit', spanOfAlias(alias), message, { remedy });
}

function tooLarge(alias: AliasNode): FileProblem {
  return textProblem('yaml/alias-limit', spanOfAlias(alias), {
    zh: `展开到这个别名时，别名代表的内容已超过${ALIAS_LIMIT}项`,
    en: `expanding this alias gives more than ${ALIAS_LIMIT} values`,
  });
}

function spanOfAlias({ start, end }: AliasNode): TextSpan {
  return { start, end };
}
