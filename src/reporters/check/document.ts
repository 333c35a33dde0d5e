/** Documents about a run that are made ledger by ledger: nothing of a ledger is kept but what is written of it. */
import type { LedgerReport, Report } from '../../domain/report.ts';
import { frameOf, type Run, type RunFrame, runOf } from '../../domain/run.ts';
import { bytesOf, made, type Piece } from '../writing/pieces.ts';

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

/** The pieces that stand in one part of the document. */
export function* piecesOf(told: readonly Told<unknown>[], part = 0): Generator<Piece> {
  for (const { parts } of told) yield* parts[part] ?? [];
}

/** What a document has of a ledger, made at once: then the ledger is not kept for it, and it can be sent to another thread. */
export function kept<Facts>({ parts, facts }: Told<Facts>): Told<Facts> {
  // In UTF-8: a text with one Chinese character in it would take twice the room.
  return { parts: parts.map((pieces) => Array.from(pieces, bytesOf)), facts };
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
  return Array.from(piecesOfReport(open, report)).join('');
}

/** The same in its pieces. */
export function piecesOfReport(open: (frame: RunFrame) => CheckDocument, report: Report): Iterable<Piece> {
  const document = open(frameOf(report));
  return document.whole(
    runOf(report),
    report.ledgers.map((ledger) => document.tell(ledger)),
  );
}
