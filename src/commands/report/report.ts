/** `ledger report`: what a check finds, as a page for those who sign. */
import { renderComplaint } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { addMonths, type CalendarDay } from '../../domain/calendar-day.ts';
import { timelineOf } from '../../domain/horizon.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Report } from '../../domain/report.ts';
import { ExitCode } from '../../exit-code.ts';
import { type PageParts, renderHtml } from '../../reporters/page/page.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { lastDaysAhead } from '../../run/ahead.ts';
import { checkLedgers, rulesOf } from '../../run/check-ledgers.ts';
import { assertNoLedger, writeOutput } from '../../run/destinations.ts';
import { findLedgers } from '../../run/find-ledgers.ts';
import { loadLedgers } from '../../run/load-ledger.ts';
import { withEvidence } from '../../run/with-evidence.ts';

export interface ReportOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
  readonly output?: string | undefined;
}

/**
 * Writes the page. Where not all ledgers could be read it says so in place of a verdict, so that no old page goes on
 * telling otherwise; without any ledger there is no page.
 *
 * @throws {Refusal} where the file to be written is a ledger
 */
export async function report(
  paths: readonly string[],
  { asOf, within, output }: ReportOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const found = await findLedgers(paths, io);
  if (output !== undefined) await assertNoLedger(output, `--output ${output}`, found.files, io);
  const { loaded, unreadable } = await loadLedgers(found.files, io.files);
  const examined = await withEvidence(loaded, found.files, allRules, io.files);
  const complaints = [...found.complaints, ...unreadable, ...examined.complaints];
  for (const complaint of complaints) await io.stderr.write(renderComplaint(complaint, languages.people));
  if (loaded.length === 0) return ExitCode.noVerdict;

  const isWhole = complaints.length === 0 && loaded.every(({ ledger }) => ledger !== undefined);
  const options = { asOf, within, failOn: 'warning', selects: allRules, wantsRows: true, now: io.now } as const;
  const result = await checkLedgers(examined.loaded, isWhole, options);
  const page = renderHtml(result, languages.people, partsOf(result));
  const code = result.verdict === 'none' ? ExitCode.noVerdict : ExitCode.ok;
  return (await writeOutput(output, page, invocation)) ? code : ExitCode.noVerdict;
}

const allRules = (): boolean => true;

/** What the page shows beside the findings: a year from the as-of day on, for each ledger that could be read. */
function partsOf({ ledgers }: Report): PageParts {
  const ofEach = <Value>(make: (ledger: Ledger, asOf: CalendarDay) => Value): ReadonlyMap<string, Value> =>
    new Map(ledgers.flatMap(({ file, ledger, asOf }) => (ledger === undefined ? [] : [[file, make(ledger, asOf)]])));
  return {
    kinds: catalogue.kinds,
    timelines: ofEach((ledger, asOf) => timelineOf(ledger, rulesOf(ledger), { asOf, until: addMonths(asOf, 12) })),
    lastDays: ofEach(lastDaysAhead),
  };
}
