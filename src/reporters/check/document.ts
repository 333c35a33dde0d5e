/** Documents about a run that are made ledger by ledger: nothing of a ledger is kept but what is written of it. */
import type { LedgerReport, Report } from '../../domain/report.ts';
import { frameOf, type Run, type RunFrame, runOf } from '../../domain/run.ts';
import type { Piece } from '../writing/json-document.ts';

/** What a document has of one ledger. It can be sent to another thread. */
export interface Told<Facts, Text extends Piece> {
  /** For each part of the document what stands there. */
  readonly texts: readonly Text[];
  /** What must be known for the rest of the document. */
  readonly facts: Facts;
}

export interface CheckDocument<Facts = unknown> {
  /** Called in the order of the ledgers. */
  tell(ledger: LedgerReport): Told<Facts, string>;
  /** The whole document. @param told of all ledgers, in their order; texts may have become UTF-8 */
  whole(run: Run, told: readonly Told<Facts, Piece>[]): Iterable<Piece>;
}

/** The texts that stand in one part of the document. */
export function* textsOf(told: readonly Told<unknown, Piece>[], part = 0): Generator<Piece> {
  for (const { texts } of told) yield texts[part] ?? '';
}

/** The same document with each of its texts set anew. */
export function withTexts(document: CheckDocument, set: (text: string) => string): CheckDocument {
  return {
    tell(ledger) {
      const { texts, facts } = document.tell(ledger);
      return { texts: texts.map(set), facts };
    },
    *whole(run, told) {
      // What is UTF-8 by now was told, and set, before.
      for (const piece of document.whole(run, told)) yield typeof piece === 'string' ? set(piece) : piece;
    },
  };
}

/** The document of a run whose ledgers are all at hand. */
export function renderDocument(open: (frame: RunFrame) => CheckDocument, report: Report): string {
  const document = open(frameOf(report));
  const told = report.ledgers.map((ledger) => document.tell(ledger));
  return Array.from(document.whole(runOf(report), told)).join('');
}
