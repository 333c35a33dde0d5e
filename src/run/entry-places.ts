import { indexLedger, type LedgerIndex } from '../domain/ledger-index.ts';
import type { LedgerReport } from '../domain/report.ts';
import type { LoadedLedger } from './load-ledger.ts';

/** Where the ids of a ledger's entries stand. Nothing is looked up before the first question. */
export function entryPlaces({ ledger, locate }: Pick<LoadedLedger, 'ledger' | 'locate'>): LedgerReport['placeOf'] {
  if (ledger === undefined) return () => undefined;
  let index: LedgerIndex | undefined;
  return (id) => {
    index ??= indexLedger(ledger);
    const path = index.pathOf(id);
    return path === undefined ? undefined : locate({ path: [...path, 'id'] });
  };
}
