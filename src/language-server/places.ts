/** Places of a ledger's text as an editor counts them: from 0, in UTF-16 units, a byte order mark among them. */
import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

import type { TextSpan } from '../domain/file-problem.ts';
import type { Location } from '../domain/report.ts';

export interface Places {
  /** In the text without its byte order mark, as it is read. */
  offsetAt(position: Position): number;
  rangeOf(span: TextSpan): Range;
  rangeAt(location: Omit<Location, 'file'>): Range;
}

const BYTE_ORDER_MARK = '\u{FEFF}';

/** @param text as the editor has it */
export function placesIn(text: string): Places {
  const document = TextDocument.create('', '', 0, text);
  const mark = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const positionAt = (line: number, column: number): Position => ({
    line: line - 1,
    character: column - 1 + (line === 1 ? mark : 0),
  });
  return {
    offsetAt: (position) => Math.max(0, document.offsetAt(position) - mark),
    rangeOf: ({ start, end }) => ({ start: document.positionAt(start + mark), end: document.positionAt(end + mark) }),
    rangeAt: ({ line, column, endLine, endColumn }) => ({
      start: positionAt(line, column),
      end: positionAt(endLine, endColumn),
    }),
  };
}

/** Whether two stretches share a place; each has both of its ends. */
export function touch(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

export function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
