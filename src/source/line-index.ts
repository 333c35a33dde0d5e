/** Offsets of a text as lines and columns. */
import type { TextSpan } from '../domain/file-problem.ts';
import type { Location } from '../domain/report.ts';

/** Counted from 1; columns in UTF-16 units, as editors and annotations count them. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** Where an offset stands. One beyond the text stands at its end. */
  positionAt(offset: number): TextPosition;
  /** A span with both ends, for a report. */
  locate(span: TextSpan): Omit<Location, 'file'>;
  /** Text of a line without its break, counted from 1; empty beyond the end. */
  lineAt(line: number): string;
}

/** Lines end with LF, CRLF or a lone CR, as YAML 1.2 has it. Nothing is counted until the first question. */
export function indexLines(text: string): LineIndex {
  let starts: readonly number[] | undefined;
  const lineStarts = (): readonly number[] => (starts ??= findLineStarts(text));

  const positionAt = (offset: number): TextPosition => {
    const at = Math.min(Math.max(offset, 0), text.length);
    const line = countUpTo(lineStarts(), at);
    return { line, column: at - (lineStarts()[line - 1] ?? 0) + 1 };
  };

  return {
    positionAt,
    locate({ start, end }) {
      const { line, column } = positionAt(start);
      const { line: endLine, column: endColumn } = positionAt(end);
      return { line, column, endLine, endColumn };
    },
    lineAt(line) {
      const start = lineStarts()[line - 1];
      return start === undefined ? '' : text.slice(start, lineStarts()[line]).replace(/[\r\n]+$/, '');
    },
  };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const lineBreak of text.matchAll(/\r\n?|\n/g)) starts.push(lineBreak.index + lineBreak[0].length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}

/** How many of the sorted numbers are not above the limit. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
