/** What a page shows beside the findings. */
import type { Complaint } from '../../command-line/complaint.ts';
import { invalidLedger } from '../../command-line/path-complaint.ts';
import { addMonths } from '../../domain/calendar-day.ts';
import { timelineOf } from '../../domain/horizon.ts';
import type { LedgerReport, Report } from '../../domain/report.ts';
import type { PageParts } from '../../reporters/page/page-context.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { type ReadLedger, todoIn } from '../../run/ahead.ts';
import { rulesOf } from '../../run/check-ledgers.ts';
import type { LoadedLedger } from '../../run/load-ledger.ts';

/** The page says why; the terminal names the file. */
export function invalidAmong(loaded: readonly LoadedLedger[]): readonly Complaint[] {
  return loaded.flatMap(({ file, ledger }) =>
    ledger === undefined ? [invalidLedger(file, { zh: '对它没有结论', en: 'there is no verdict for it' })] : [],
  );
}

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
