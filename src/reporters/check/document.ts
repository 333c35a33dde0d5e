/** Documents about a run that are made ledger by ledger: nothing of a ledger is kept but what is written of it. */
import type { LedgerReport, Report } from '../../domain/report.ts';
import { frameOf, type Run, type RunFrame, runOf } from '../../domain/run.ts';
import type { Piece } from '../writing/json-document.ts';

/** What a document has of one ledger. */
export interface Told<Facts> {
  /** For each part of the document what stands there, in pieces that end with their lines. They are made as they are asked for. */
  readonly parts: readonly Iterable<Piece>[];
  /** What must be known for the rest of the document. It can be sent to another thread. */
  readonly facts: Facts;
}

export interface CheckDocument<Facts = unknown> {
  /** Called in the order of the ledgers. */
  tell(ledger: LedgerReport): Told<Facts>;
  /** The whole document. @param told of all ledgers, in their order; pieces may have become UTF-8 */
  whole(run: Run, told: readonly Told<Facts>[]): Iterable<Piece>;
}

/** Pieces that are made each time that they are asked for, so that a document of any length is never held whole. */
export function made<Made extends Piece>(make: () => Iterable<Made>): Iterable<Made> {
  return { [Symbol.iterator]: () => make()[Symbol.iterator]() };
}

/** Findings or rows that stand in one piece. */
const IN_A_PIECE = 250;

/** A list that may be long, printed some hundred items at a time. */
export function inPieces<Item>(
  items: () => Iterable<Item>,
  print: (some: readonly Item[]) => string,
): Iterable<string> {
  return made(function* pieces() {
    let some: Item[] = [];
    for (const item of items()) {
      some.push(item);
      if (some.length < IN_A_PIECE) continue;
      yield print(some);
      some = [];
    }
    if (some.length > 0) yield print(some);
  });
}

/** The pieces that stand in one part of the document. */
export function* piecesOf(told: readonly Told<unknown>[], part = 0): Generator<Piece> {
  for (const { parts } of told) yield* parts[part] ?? [];
}

/** The same document with each of its texts set anew. */
export function withTexts(document: CheckDocument, set: (text: string) => string): CheckDocument {
  return {
    tell(ledger) {
      const { parts, facts } = document.tell(ledger);
      return { parts: parts.map((pieces) => made(() => setEach(pieces))), facts };
    },
    whole: (run, told) => setEach(document.whole(run, told)),
  };

  function* setEach(pieces: Iterable<Piece>): Generator<Piece> {
    // What is UTF-8 by now was set before.
    for (const piece of pieces) yield typeof piece === 'string' ? set(piece) : piece;
  }
}

/** The document of a run whose ledgers are all at hand. */
export function renderDocument(open: (frame: RunFrame) => CheckDocument, report: Report): string {
  const document = open(frameOf(report));
  const told = report.ledgers.map((ledger) => document.tell(ledger));
  return Array.from(document.whole(runOf(report), told)).join('');
}
