/** From data to a ledger, the quick way where nothing is wrong. */
import { catalogue } from '../rules/catalogue.ts';
import type { KnownEntries } from '../schema/known-entries.ts';
import type { ParsedLedger } from '../schema/parse-ledger.ts';
import { soundLedger } from '../schema/sound-ledger.ts';

/**
 * What data says, or all that is wrong with it.
 *
 * @param known entries of the ledger before a change: see `soundLedger`
 */
export async function ledgerFrom(data: unknown, known?: KnownEntries): Promise<ParsedLedger> {
  const ledger = soundLedger(data, catalogue.kinds, known);
  if (ledger !== undefined) return { ledger, problems: [] };
  // Loaded for ledgers in which something may be wrong alone: schemas take long to build.
  const { parseLedger } = await import('../schema/parse-ledger.ts');
  const parsed = parseLedger(data, catalogue.kinds);
  if (parsed.ledger !== undefined) known?.note(data, parsed.ledger);
  return parsed;
}
