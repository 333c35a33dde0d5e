/** Many companies at a glance, for programs: `ledger/overview@1`. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Overview } from '../../domain/overview.ts';
import { describeRow } from '../check/json.ts';
import { printJson } from '../writing/json-document.ts';

/** Keys in a fixed order; those without a value are left out. Ends with a line break. */
export function renderOverviewJson(overview: Overview): string {
  return printJson({
    schema: 'ledger/overview@1',
    asOf: formatDay(overview.asOf),
    companies: overview.companies.map((row) => ({
      ...describeRow(row),
      report: row.report,
      asOf: row.asOf === overview.asOf ? undefined : formatDay(row.asOf),
    })),
  });
}
