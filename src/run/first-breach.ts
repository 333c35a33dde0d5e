/** The first days on which the licences of a ledger stop being good, for documents that only name them. */
import { firstBreach, type Outlook, outlookOf } from '../domain/breach.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Standing } from '../domain/ledger-diff.ts';
import type { Ledger } from '../domain/ledger.ts';
import { licenceChecker } from '../domain/licence-checker.ts';
import type { FirstBreach } from '../domain/overview.ts';
import type { LedgerReport } from '../domain/report.ts';
import { catalogue } from '../rules/catalogue.ts';
import { rulesOf } from './check-ledgers.ts';

/** Undefined where nothing on record ever breaks one, or the file is no ledger; of several on one day the first in the ledger. */
export function firstBreachOf({ ledger, asOf }: LedgerReport): FirstBreach | undefined {
  if (ledger === undefined) return undefined;
  const outlook = lookAhead(ledger, asOf);
  let first: FirstBreach | undefined;
  for (const licence of ledger.licences) {
    // Of several on one day the first counts, so that nobody need look further than what was found.
    const day = firstBreach(licence, outlook, undefined, first?.day)?.day;
    if (day !== undefined) first = { day, licence: licence.id };
  }
  return first;
}

/** How long each licence is good, by its id. */
export function standingsOf(ledger: Ledger, asOf: CalendarDay): ReadonlyMap<string, Standing> {
  const outlook = lookAhead(ledger, asOf);
  return new Map(ledger.licences.map((licence) => [licence.id, { breach: firstBreach(licence, outlook)?.day }]));
}

function lookAhead(ledger: Ledger, asOf: CalendarDay): Outlook {
  const checker = licenceChecker(ledger, rulesOf(ledger), { within: Number.POSITIVE_INFINITY, selects: () => true });
  return outlookOf(ledger, catalogue.kinds, asOf, checker);
}
