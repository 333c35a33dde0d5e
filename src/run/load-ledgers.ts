/** All ledgers that the paths of a command lead to. */
import type { Complaint } from '../command-line/complaint.ts';
import { refused } from '../command-line/path-complaint.ts';
import type { Files } from '../platform/io.ts';
import { catalogue } from '../rules/catalogue.ts';
import type { LedgerFile } from './find-ledgers.ts';
import { type LoadedLedger, loadLedger } from './load-ledger.ts';

export interface LoadedLedgers {
  readonly loaded: readonly LoadedLedger[];
  /** One for each file that the system refuses to open. */
  readonly unreadable: readonly Complaint[];
}

export async function loadLedgers(ledgers: readonly LedgerFile[], files: Files): Promise<LoadedLedgers> {
  const loaded: LoadedLedger[] = [];
  const unreadable: Complaint[] = [];
  for (const { path, shown } of ledgers) {
    try {
      loaded.push(await loadLedger(await files.read(path), shown, catalogue.kinds));
    } catch (error) {
      unreadable.push(refused(shown, error));
    }
  }
  return { loaded, unreadable };
}
