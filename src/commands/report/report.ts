/** `ledger report`: what a check finds, as a page for those who sign. */
import { renderComplaint } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { addMonths, type CalendarDay } from '../../domain/calendar-day.ts';
import { timelineOf } from '../../domain/horizon.ts';
import type { LedgerReport, Report } from '../../domain/report.ts';
import { ExitCode } from '../../exit-code.ts';
import type { PageParts } from '../../reporters/page/page-context.ts';
import { renderHtml } from '../../reporters/page/page.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { type ReadLedger, todoIn } from '../../run/ahead.ts';
import { checkLedgers, rulesOf } from '../../run/check-ledgers.ts';
import { assertNoLedger, writeOutput } from '../../run/destinations.ts';
import { findLedgers } from '../../run/find-ledgers.ts';
import { type LoadedLedger, loadLedgers } from '../../run/load-ledger.ts';
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
  const page = renderHtml(result, languages.people, partsOf(result, examined.loaded, within));
  const code = result.verdict === 'none' ? ExitCode.noVerdict : ExitCode.ok;
  return (await writeOutput(output, page, invocation)) ? code : ExitCode.noVerdict;
}

const allRules = (): boolean => true;

/** What the page shows beside the findings, for each ledger that could be read: a year from the as-of day on, and what is to be done. */
function partsOf({ ledgers }: Report, loaded: readonly LoadedLedger[], within: number | undefined): PageParts {
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
