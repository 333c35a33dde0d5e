import { checkLedgers } from '../../src/commands/shared/check-ledgers.ts';
import { loadLedger } from '../../src/commands/shared/load-ledger.ts';
import type { LocatedFinding } from '../../src/domain/report.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { day } from './days.ts';

/** All findings of a ledger given as text, as the program would report them. */
export async function checkText(text: string, asOf: string): Promise<readonly LocatedFinding[]> {
  const loaded = await loadLedger(new TextEncoder().encode(text), 'ledger.yaml', catalogue.kinds);
  const report = await checkLedgers([loaded], loaded.ledger !== undefined, {
    asOf: day(asOf),
    within: undefined,
    failOn: 'warning',
    selects: () => true,
    now: () => new Date(0),
  });
  return report.ledgers.flatMap(({ findings }) => findings);
}
