/** Ledgers as a check takes them: loaded, and with what was found of the files that their entries name. */
import type { Complaint } from '../command-line/complaint.ts';
import type { Assumption } from '../command-line/options.ts';
import type { ReadableFiles } from '../platform/io.ts';
import { looksAtFiles } from '../rules/evidence.ts';
import type { Selects } from './concerns.ts';
import type { LedgerFile } from './find-ledgers.ts';
import { type LoadedLedger, loadLedgers } from './load-ledger.ts';

interface ReadLedgers {
  readonly loaded: readonly LoadedLedger[];
  /** One for each ledger that the system refuses to open. */
  readonly unreadable: readonly Complaint[];
  /** One for each file of evidence that it refuses to open. */
  readonly unexamined: readonly Complaint[];
}

interface Reading {
  readonly selects: Selects;
  readonly assumptions?: readonly Assumption[] | undefined;
  /** Where evidence is looked for, if not where the ledgers lie. */
  readonly evidenceFiles?: ReadableFiles;
}

/**
 * All ledgers that the paths of a command lead to.
 *
 * @throws {Refusal} for an assumption about what no ledger has, or that the schema does not let in
 */
export async function readLedgers(
  found: readonly LedgerFile[],
  files: ReadableFiles,
  { selects, assumptions, evidenceFiles = files }: Reading,
): Promise<ReadLedgers> {
  const { loaded, unreadable } = await loadLedgers(found, files, assumptions);
  const examined = await withEvidence(loaded, selects, evidenceFiles);
  return { loaded: examined.loaded, unreadable, unexamined: examined.complaints };
}

interface LedgersWithEvidence<Loaded extends LoadedLedger> {
  readonly loaded: readonly Loaded[];
  /** One for each file of evidence that the system refuses to open: without it there is no verdict. */
  readonly complaints: readonly Complaint[];
}

/** The ledgers with what was found of their evidence, where a rule that takes part asks for it. */
export async function withEvidence<Loaded extends LoadedLedger>(
  loaded: readonly Loaded[],
  selects: Selects,
  files: ReadableFiles,
): Promise<LedgersWithEvidence<Loaded>> {
  if (!looksAtFiles.some(selects)) return { loaded, complaints: [] };
  const complaints: (readonly Complaint[])[] = [];
  const examined: Loaded[] = [];
  for (const one of loaded) examined.push(await examine(one));
  return { loaded: examined, complaints: complaints.flat() };

  async function examine(one: Loaded): Promise<Loaded> {
    const { ledger, place } = one;
    if (ledger === undefined) return one;
    if ([...ledger.licences, ...ledger.resources].every(({ evidence }) => evidence.length === 0))
      return { ...one, evidence: new Map() };
    // Loaded for ledgers with evidence alone: hashes and certificates cost start-up time.
    const { examineEvidence } = await import('./examine-evidence.ts');
    const { facts, complaints: refused } = await examineEvidence(ledger, place, files);
    complaints.push(refused);
    return { ...one, evidence: facts };
  }
}
