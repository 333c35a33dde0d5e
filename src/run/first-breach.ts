/** The first day on which a licence of a ledger stops being good, for documents that only name it. */
import { firstBreach, outlookOf } from '../domain/breach.ts';
import { licenceChecker } from '../domain/licence-checker.ts';
import type { LedgerReport } from '../domain/report.ts';
import type { FirstBreach } from '../reporters/check/json.ts';
import { catalogue } from '../rules/catalogue.ts';
import { rulesOf } from './check-ledgers.ts';

/** Undefined where nothing on record ever breaks one, or the file is no ledger; of several on one day the first in the ledger. */
export function firstBreachOf({ ledger, asOf }: LedgerReport): FirstBreach | undefined {
  if (ledger === undefined) return undefined;
  const checker = licenceChecker(ledger, rulesOf(ledger), { within: Number.POSITIVE_INFINITY, selects: () => true });
  const outlook = outlookOf(ledger, catalogue.kinds, asOf, checker);
  let first: FirstBreach | undefined;
  for (const licence of ledger.licences) {
    // Of several on one day the first counts, so that nobody need look further than what was found.
    const day = firstBreach(licence, outlook, undefined, first?.day)?.day;
    if (day !== undefined) first = { day, licence: licence.id };
  }
  return first;
}
