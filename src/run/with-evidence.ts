import type { Complaint } from '../command-line/complaint.ts';
import type { ReadableFiles } from '../platform/io.ts';
import { looksAtFiles } from '../rules/evidence.ts';
import type { Selects } from './concerns.ts';
import type { LedgerFile } from './find-ledgers.ts';
import type { LoadedLedger } from './load-ledger.ts';

export interface LedgersWithEvidence<Loaded extends LoadedLedger> {
  readonly loaded: readonly Loaded[];
  /** One for each file of evidence that the system refuses to open: without it there is no verdict. */
  readonly complaints: readonly Complaint[];
}

/** The ledgers with what was found of their evidence, where a rule that takes part asks for it. */
export async function withEvidence<Loaded extends LoadedLedger>(
  loaded: readonly Loaded[],
  found: readonly LedgerFile[],
  selects: Selects,
  files: ReadableFiles,
): Promise<LedgersWithEvidence<Loaded>> {
  if (!looksAtFiles.some(selects)) return { loaded, complaints: [] };
  const places = new Map(found.map((file) => [file.shown, file]));
  const complaints: (readonly Complaint[])[] = [];
  const examined: Loaded[] = [];
  for (const one of loaded) examined.push(await examine(one));
  return { loaded: examined, complaints: complaints.flat() };

  async function examine(one: Loaded): Promise<Loaded> {
    const [{ ledger }, place] = [one, places.get(one.file)];
    if (ledger === undefined || place === undefined) return one;
    if ([...ledger.licences, ...ledger.resources].every(({ evidence }) => evidence.length === 0))
      return { ...one, evidence: new Map() };
    // Loaded for ledgers with evidence alone: hashes and certificates cost start-up time.
    const { examineEvidence } = await import('./examine-evidence.ts');
    const { facts, complaints: refused } = await examineEvidence(ledger, place, files);
    complaints.push(refused);
    return { ...one, evidence: facts };
  }
}
