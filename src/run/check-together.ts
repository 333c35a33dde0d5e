/** A check whose ledgers must all be at hand: beside their base, or under an assumption, which is about one of them. */
import type { Assumption } from '../command-line/options.ts';
import { frameOf, runOf } from '../domain/run.ts';
import type { Files } from '../platform/io.ts';
import { type CheckRequest, digestingFiles, runOptionsOf } from './check-files.ts';
import { checkLedgers } from './check-ledgers.ts';
import type { CheckedRun } from './check-run.ts';
import { assertPartExists, namesIn } from './concerns.ts';
import { openDocuments } from './documents.ts';
import type { FoundLedgers } from './find-ledgers.ts';
import { readLedgers } from './read-ledgers.ts';
import type { Base } from './since.ts';

export interface Together {
  /** Of the command line. */
  readonly paths: readonly string[];
  readonly assume: readonly Assumption[] | undefined;
  readonly base: Base | undefined;
}

/** @throws {Refusal} where the run, or what is assumed, is about something that no ledger has */
export async function checkTogether(
  found: FoundLedgers,
  request: CheckRequest,
  { paths, assume, base }: Together,
  ground: Files,
): Promise<CheckedRun> {
  const files = base?.files ?? ground;
  const options = runOptionsOf(request);
  const digesting = await digestingFiles(request, files);
  const { loaded, unreadable, unexamined } = await readLedgers(found.files, digesting?.files ?? files, {
    selects: options.selects,
    assumptions: assume,
    evidenceFiles: files,
  });
  const hasAll = found.complaints.length + unreadable.length === 0;
  const isValid = hasAll && loaded.every(({ ledger }) => ledger !== undefined);
  assertPartExists(
    request.part,
    loaded.map(({ ledger }) => namesIn(ledger, request.part)),
    isValid,
  );
  const now = await checkLedgers(loaded, isValid && unexamined.length === 0, options);
  const compared = await base?.compare({ report: now, loaded, found: found.files, paths, options });
  const report = compared ?? now;
  const frame = frameOf(report);
  const documents = await openDocuments(request.documents, frame);
  return {
    run: runOf(report),
    frame,
    told: report.ledgers.map((ledger) => documents.map((document) => document.tell(ledger))),
    complaints: [...found.complaints, ...unreadable, ...unexamined],
    digests: digesting?.taken() ?? [],
  };
}
