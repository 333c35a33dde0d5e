/** Reads what is not in plain style: the library says what it means, and what is wrong with it is told in our words. */
import { nodeFromLibrary } from './library-nodes.ts';
import { type LibraryParse, parseWithLibrary } from './library-parse.ts';
import { findAliasProblems, findNodeProblems } from './node-problems.ts';
import { dataOf, isUnwritten, type YamlNode } from './node.ts';
import { explainMistakes } from './syntax-problems.ts';
import {
  findControlCharacter,
  findMergeConflict,
  LONGEST,
  lookAlikeProblem,
  textProblem,
  tooLong,
} from './text-problems.ts';
import { type ReadYaml, spanBelow } from './yaml-document.ts';

/**
 * Reads any text. It throws for nothing that a text can hold.
 *
 * @param notPlain where the text stops being in plain style
 */
export function readWithLibrary(text: string, notPlain: number): ReadYaml {
  if (text.length > LONGEST) return { problems: [tooLong(text, notPlain)] };
  const problem = findMergeConflict(text) ?? findControlCharacter(text);
  if (problem !== undefined) return { problems: [problem] };
  return construct(text, parseWithLibrary(withLineFeeds(text)));
}

/** A lone carriage return is a line break in YAML 1.2, which the library takes for a space. Offsets stay. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r(?!\n)/g, '\n') : text;
}

function construct(text: string, parse: LibraryParse): ReadYaml {
  const { contents, before, mistakes, misfits, keyLookAlikes, second, documents, beyond } = parse;
  if (beyond !== undefined) {
    const end = Math.min(beyond.at + 1, text.length);
    return { problems: [textProblem('yaml/syntax', { start: beyond.at, end }, beyond.reason)] };
  }
  if (mistakes.length > 0) return { problems: explainMistakes(text, parse, (other) => readWithLibrary(other, 0)) };
  if (keyLookAlikes.length > 0) return { problems: [lookAlikeProblem(text, keyLookAlikes)] };
  if (second !== undefined) {
    const message = {
      zh: `这里开始了第二个YAML文档（文件中共${documents}个）`,
      en: `a second YAML document begins here (the file holds ${documents})`,
    };
    return { problems: [textProblem('yaml/multiple-documents', second, message)] };
  }
  if (contents === undefined) return documentOf(text, undefined);
  const root = nodeFromLibrary(text, contents, before);
  const aliased = findAliasProblems(text, root);
  if (aliased.length > 0) return { problems: aliased };
  const problems = findNodeProblems(text, root, misfits);
  return problems.length > 0 ? { problems } : documentOf(text, root);
}

function documentOf(text: string, node: YamlNode | undefined): ReadYaml {
  const isNothing = node?.kind === 'scalar' && isUnwritten(node) && node.tag === undefined;
  const root = isNothing ? undefined : node;
  const data = root === undefined ? null : dataOf(root);
  return { document: { text, data, root: () => root, spanOf: (place) => spanBelow(text, root, place) } };
}
