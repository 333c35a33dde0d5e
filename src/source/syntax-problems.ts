/** What is wrong with a text that is no YAML: every mistake, not just the first. */
import type { YAMLException } from 'js-yaml';
import { type Document, isCollection, isScalar, parseDocument, visit, type YAMLParseError } from 'yaml';

import type { FileProblem, TextSpan } from '../domain/file-problem.ts';
import { indexLines, type LineIndex } from './line-index.ts';
import { explainParserError, isBeyondRepair, syntaxMessage } from './syntax-messages.ts';
import { textProblem } from './text-problem.ts';

/** An error of the second parser. */
interface SyntaxError extends TextSpan {
  readonly code: string;
  readonly sentence: string;
}

/**
 * The reader stops at its first error, so the second parser is asked for all of them. Where it sees none, the
 * reader's own stands.
 */
export function findSyntaxProblems(text: string, failure: YAMLException): readonly FileProblem[] {
  if (isBeyondRepair(failure)) return [explainParserError(text, failure)];
  const lines = indexLines(text);
  const problems = mistakes(errorsOf(text), lines).map((error) => explain(lines, error));
  return problems.length > 0 ? problems : [explainParserError(text, failure)];
}

function errorsOf(text: string): readonly SyntaxError[] {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
    return document.errors.map((error) => atOpening(document, withinText(text, error)));
  } catch {
    // Its composer recurses, and a hostile file can exhaust the stack.
    return [];
  }
}

function withinText(text: string, { code, message, pos: [from, to] }: YAMLParseError): SyntaxError {
  const start = Math.min(from, text.length);
  return { code, sentence: message, start, end: Math.min(Math.max(to, start), text.length) };
}

const UNCLOSED = /closing ["']quote|end with a [\]}]/;

/** What was never closed is noticed where it had to end at the latest; the reader must look where it opens. */
function atOpening(document: Document, error: SyntaxError): SyntaxError {
  if (!UNCLOSED.test(error.sentence)) return error;
  let opening: number | undefined;
  visit(document, {
    Node: (_key, node) => {
      const isOpen = isCollection(node)
        ? node.flow === true
        : isScalar(node) && node.type?.startsWith('QUOTE') === true;
      const [start = 0, end = 0] = node.range ?? [];
      if (isOpen && start < error.start && error.start <= end) opening = start;
    },
  });
  return opening === undefined ? error : { ...error, start: opening, end: opening + 1 };
}

const DERAILED = /at node end|in YAML stream/;
const INDENTATION = /^(?:BAD_INDENT|TAB_AS_INDENT)$/;

/** One mistake can be met several times: at one place, on one line, or in everything that follows it. */
function mistakes(errors: readonly SyntaxError[], lines: LineIndex): readonly SyntaxError[] {
  const doubleColons = new Set(errors.filter(({ code }) => code === 'BLOCK_AS_IMPLICIT_KEY').map(({ start }) => start));
  const seen = new Set<string>();
  const found: SyntaxError[] = [];
  for (const error of errors) {
    const { line } = lines.positionAt(error.start);
    const known = DERAILED.test(error.sentence) ? 'derailed' : `${error.code} ${error.start}`;
    if (seen.has(known) || (error.code === 'MISSING_CHAR' && seen.has(`indentation ${line}`))) continue;
    seen.add(known);
    if (INDENTATION.test(error.code)) seen.add(`indentation ${line}`);
    if (error.code !== 'MULTILINE_IMPLICIT_KEY' || !doubleColons.has(error.start)) found.push(error);
    else replaceDoubleColon(found, error);
  }
  return found;
}

/** A line indented too far continues the value above it: the second colon is the next line's own. */
function replaceDoubleColon(found: SyntaxError[], { start, end, sentence }: SyntaxError): void {
  const at = found.findIndex((error) => error.code === 'BLOCK_AS_IMPLICIT_KEY' && error.start === start);
  found.splice(at, 1, { code: 'BAD_INDENT', sentence, start: Math.max(end - 1, start), end });
}

const RULES: Readonly<Record<string, `yaml/${string}`>> = {
  DUPLICATE_KEY: 'yaml/duplicate-key',
  MULTIPLE_DOCS: 'yaml/multiple-documents',
  TAG_RESOLVE_FAILED: 'yaml/tag',
  NON_STRING_KEY: 'yaml/key',
};

/** Marked on its first line only: what follows there is mostly sound. */
function explain(lines: LineIndex, { code, sentence, start, end }: SyntaxError): FileProblem {
  const { line, column } = lines.positionAt(start);
  const written = lines.lineAt(line);
  const { message, remedy } = syntaxMessage(code, sentence, written);
  const endOfLine = start - column + 1 + written.length;
  const at = { start, end: Math.max(start, Math.min(end, endOfLine)) };
  return textProblem(RULES[code] ?? 'yaml/syntax', at, message, { remedy });
}
