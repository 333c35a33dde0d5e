/** What a page shows beside the findings. */
import type { Complaint } from '../../command-line/complaint.ts';
import { invalidLedger } from '../../command-line/path-complaint.ts';
import { addMonths } from '../../domain/calendar-day.ts';
import { timelineOf } from '../../domain/horizon.ts';
import type { LedgerReport } from '../../domain/report.ts';
import type { Ahead } from '../../reporters/page/page-context.ts';
import { todoIn } from '../../run/ahead.ts';
import { rulesOf } from '../../run/check-ledgers.ts';
import type { LoadedLedger } from '../../run/load-ledger.ts';

/** The page says why; the terminal names the file. */
export function invalidAmong(loaded: readonly LoadedLedger[]): readonly Complaint[] {
  return loaded.flatMap(({ file, ledger }) =>
    ledger === undefined ? [invalidLedger(file, { zh: '对它没有结论', en: 'there is no verdict for it' })] : [],
  );
}

/** A year from the as-of day on, and what is to be done. */
export function aheadOf(report: LedgerReport, within: number | undefined): Ahead {
  const { ledger, asOf, findings } = report;
  if (ledger === undefined) return { todo: [] };
  return {
    timeline: timelineOf(ledger, rulesOf(ledger), { asOf, until: addMonths(asOf, 12) }),
    todo: todoIn({ ...report, ledger }, { today: findings, within }),
  };
}
