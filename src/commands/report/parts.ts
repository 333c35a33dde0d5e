/** What a page shows beside the findings. */
import { addMonths } from '../../domain/calendar-day.ts';
import { timelineOf } from '../../domain/horizon.ts';
import type { LedgerReport, Report } from '../../domain/report.ts';
import type { PageParts } from '../../reporters/page/page-context.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { type ReadLedger, todoIn } from '../../run/ahead.ts';
import { rulesOf } from '../../run/check-ledgers.ts';
import type { LoadedLedger } from '../../run/load-ledger.ts';

/** For each ledger that could be read: a year from the as-of day on, and what is to be done. */
export function partsOf({ ledgers }: Report, loaded: readonly LoadedLedger[], within: number | undefined): PageParts {
  const evidenceOf = new Map(loaded.map(({ file, evidence }) => [file, evidence]));
  const ofEach = <Value>(make: (one: LedgerReport & ReadLedger) => Value): ReadonlyMap<string, Value> =>
    new Map(
      ledgers.flatMap((one) => {
        const { file, ledger } = one;
        return ledger === undefined ? [] : [[file, make({ ...one, ledger, evidence: evidenceOf.get(file) })]];
      }),
    );
  return {
    kinds: catalogue.kinds,
    timelines: ofEach(({ ledger, asOf }) => timelineOf(ledger, rulesOf(ledger), { asOf, until: addMonths(asOf, 12) })),
    todo: ofEach((one) => todoIn(one, { today: one.findings, within })),
  };
}
