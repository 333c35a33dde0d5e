/** What is wrong with a text that is no YAML: every mistake, in the words of somebody who keeps a ledger. */
import { isCollection, isScalar, visit } from 'yaml';

import type { FileProblem, TextSpan } from '../domain/file-problem.ts';
import type { LibraryNode, LibraryParse, Mistake } from './library-parse.ts';
import { indexLines, type LineIndex } from './line-index.ts';
import { syntaxMessage } from './syntax-messages.ts';
import { tabProblem } from './tab-problem.ts';
import { lookAlikeProblem, textProblem } from './text-problems.ts';
import type { ReadYaml } from './yaml-document.ts';

/** A mistake, and where it was noticed if it is shown elsewhere. */
interface Seen extends Mistake {
  readonly noticed?: number;
}

/**
 * The mistakes of a parse as problems: every one that is not a consequence of another.
 *
 * @param read reads a text in which something was put right
 */
export function explainMistakes(
  text: string,
  parse: LibraryParse,
  read: (text: string) => ReadYaml,
): readonly FileProblem[] {
  const lines = indexLines(text);
  const lookAlikes = misleadingSpaces(parse, lines);
  const tab = parse.mistakes.find((mistake) => isTab(mistake, lines))?.start;
  const misleading = [lookAlikes[0], tab].filter((at) => at !== undefined);
  // Whatever comes after a line that is indented by no space may well be sound.
  const own = parse.mistakes.filter(({ start }) => misleading.every((at) => isLineBefore(lines, start, at)));
  const openings = own.some(({ sentence }) => UNCLOSED.test(sentence)) ? openingsOf(parse.contents) : [];
  const shown = own.map((mistake) => atOpening(text, openings, mistake));
  const problems = distinct(shown, lines).map((mistake) => explain(lines, mistake));
  if (tab !== undefined) problems.push(tabProblem(text, startOfLine(lines, tab), read));
  return lookAlikes.length === 0 ? problems : [...problems, lookAlikeProblem(text, lookAlikes)];
}

/** The library takes some of them for what they do to the line. */
function isTab({ code, start }: Mistake, lines: LineIndex): boolean {
  if (code !== 'TAB_AS_INDENT' && code !== 'BAD_INDENT') return false;
  return /^ *\t/.test(lines.lineAt(lines.positionAt(start).line));
}

function startOfLine(lines: LineIndex, at: number): number {
  return at - lines.positionAt(at).column + 1;
}

function isLineBefore(lines: LineIndex, start: number, other: number): boolean {
  return lines.positionAt(start).line < lines.positionAt(other).line - 1;
}

/** All look-alikes if there is a mistake around one, else those of keys: paragraphs of a text are often indented so. */
function misleadingSpaces({ mistakes, lookAlikes, keyLookAlikes }: LibraryParse, lines: LineIndex): readonly number[] {
  if (lookAlikes.length === 0) return [];
  const wrong = new Set(mistakes.map(({ start }) => lines.positionAt(start).line));
  const isNearMistake = lookAlikes.some((at) => {
    const { line } = lines.positionAt(at);
    return wrong.has(line - 1) || wrong.has(line) || wrong.has(line + 1);
  });
  return isNearMistake ? lookAlikes : keyLookAlikes;
}

const UNCLOSED = /closing ["']quote|end with a [\]}]/;

/** Where brackets and quotes open, and how far they reach. */
function openingsOf(contents: LibraryNode | undefined): readonly TextSpan[] {
  const openings: TextSpan[] = [];
  visit(contents ?? null, {
    Node: (_key, node) => {
      const isOpen = isCollection(node)
        ? node.flow === true
        : isScalar(node) && node.type?.startsWith('QUOTE') === true;
      const [start = 0, end = 0] = node.range ?? [];
      if (isOpen) openings.push({ start, end });
    },
  });
  return openings;
}

/** What was never closed is noticed where it had to end at the latest; the reader must look where it opens. */
function atOpening(text: string, openings: readonly TextSpan[], mistake: Mistake): Seen {
  const { start: noticed } = mistake;
  if (!UNCLOSED.test(mistake.sentence)) return mistake;
  if (mistake.code === 'BAD_INDENT' && /[\]}]/.test(text.charAt(noticed))) return { ...mistake, code: 'BAD_BRACKET' };
  const opening = openings.findLast(({ start, end }) => start < noticed && noticed <= end)?.start;
  return opening === undefined ? mistake : { ...mistake, start: opening, end: opening + 1, noticed };
}

const DERAILED = /at node end|in YAML stream/;
const INDENTATION = /^(?:BAD_INDENT|BAD_BRACKET|TAB_AS_INDENT)$/;

const CONSEQUENCE = /^(?:MISSING_CHAR|UNEXPECTED_TOKEN)$/;

/** One mistake can be met several times: at one place, on one line, or in everything that follows it. */
function distinct(errors: readonly Seen[], lines: LineIndex): readonly Mistake[] {
  const doubleColons = new Set(errors.filter(({ code }) => code === 'BLOCK_AS_IMPLICIT_KEY').map(({ start }) => start));
  const seen = new Set<string>();
  const found: Mistake[] = [];
  for (const error of errors) {
    const { line } = lines.positionAt(error.noticed ?? error.start);
    const known = DERAILED.test(error.sentence) ? 'derailed' : `${error.code} ${error.start}`;
    if (seen.has(known) || (CONSEQUENCE.test(error.code) && seen.has(`indentation ${line}`))) continue;
    seen.add(known);
    if (INDENTATION.test(error.code)) {
      seen.add(`indentation ${line}`);
      if (UNCLOSED.test(error.sentence)) seen.add('derailed');
    }
    if (error.code !== 'MULTILINE_IMPLICIT_KEY' || !doubleColons.has(error.start)) found.push(error);
    else replaceDoubleColon(found, error);
  }
  return found;
}

/** A line indented too far continues the value above it: the second colon is the next line's own. */
function replaceDoubleColon(found: Mistake[], { start, end, sentence }: Mistake): void {
  const at = found.findIndex((error) => error.code === 'BLOCK_AS_IMPLICIT_KEY' && error.start === start);
  found.splice(at, 1, { code: 'BAD_INDENT', sentence, start: Math.max(end - 1, start), end });
}

const RULES: Readonly<Record<string, `yaml/${string}`>> = {
  TAG_RESOLVE_FAILED: 'yaml/tag',
  NON_STRING_KEY: 'yaml/key',
};

/** Marked on its first line only: what follows there is mostly sound. */
function explain(lines: LineIndex, mistake: Mistake): FileProblem {
  const { sentence, start, end } = mistake;
  const { line, column } = lines.positionAt(start);
  const written = lines.lineAt(line);
  // In a mapping that is indented the library stumbles over a key in brackets.
  const isKey = mistake.code === 'IMPOSSIBLE' && /[[{]/.test(written.charAt(column - 1));
  const code = isKey ? 'NON_STRING_KEY' : mistake.code;
  const { message, remedy } = syntaxMessage(code, sentence, written);
  const endOfLine = start - column + 1 + written.length;
  const at = { start, end: Math.max(start, Math.min(end, endOfLine)) };
  return textProblem(RULES[code] ?? 'yaml/syntax', at, message, { remedy });
}
