/** `ledger check`: files → findings → documents → exit code. */
import { renderComplaint } from '../../command-line/complaint.ts';
import type { Destination } from '../../command-line/format-option.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { FailLevel } from '../../domain/policy.ts';
import type { Severity } from '../../domain/severity.ts';
import { ExitCode, exitCodeOf, worst } from '../../exit-code.ts';
import { allRules } from '../../rules/catalogue.ts';
import { ownRules } from '../../rules/own.ts';
import { checkLedgers } from '../../run/check-ledgers.ts';
import { assertConcernsExist } from '../../run/concerns.ts';
import { addJobSummary, deliver, settleDestinations } from '../../run/destinations.ts';
import { findLedgers } from '../../run/find-ledgers.ts';
import { type LoadedLedger, loadLedgers } from '../../run/load-ledger.ts';
import { assertRulesExist, rulesChosen } from '../../run/rule-filter.ts';
import { withEvidence } from '../../run/with-evidence.ts';

export interface CheckOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
  readonly failOn?: FailLevel | undefined;
  readonly format?: readonly Destination[] | undefined;
  readonly select?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly show?: Severity | undefined;
  readonly owner?: readonly string[] | undefined;
  readonly licence?: readonly string[] | undefined;
}

/** Warnings fail too, so that an expiry that draws near stops a scheduled job in time. */
const DEFAULT_FAIL_LEVEL: FailLevel = 'warning';

/**
 * Checks the ledgers that the paths lead to and writes what was found.
 *
 * @throws {Refusal} for a rule that does not exist or documents that get in each other's way
 * @throws {OutputError} when stdout cannot be written
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { asOf, within, failOn = DEFAULT_FAIL_LEVEL, format, select = [], ignore = [], show } = options;
  const concerns = { owner: options.owner ?? [], licence: options.licence ?? [] };
  const { io, languages } = invocation;
  const found = await findLedgers(paths, io);
  const destinations = await settleDestinations(format, found.files, io);
  const { loaded, unreadable } = await loadLedgers(found.files, io.files);
  const hasAll = found.complaints.length + unreadable.length === 0;
  const isValid = hasAll && loaded.every(({ ledger }) => ledger !== undefined);
  if (select.length + ignore.length > 0) {
    assertRulesExist({ select, ignore }, { rules: ruleIdsOf(loaded), isWhole: isValid });
  }
  if (isValid) assertConcernsExist(concerns, loaded);

  const selects = rulesChosen({ select, ignore });
  const examined = await withEvidence(loaded, found.files, selects, io.files);
  const complaints = [...found.complaints, ...unreadable, ...examined.complaints];
  for (const complaint of complaints) await io.stderr.write(renderComplaint(complaint, languages.people));
  const isWhole = isValid && examined.complaints.length === 0;
  const report = await checkLedgers(examined.loaded, isWhole, { asOf, within, failOn, selects, concerns, now: io.now });
  await addJobSummary(report, destinations, invocation);
  const undelivered = await deliver(report, destinations, invocation, show);
  for (const complaint of undelivered) await io.stderr.write(renderComplaint(complaint, languages.people));
  return worst(exitCodeOf(report.verdict), undelivered.length === 0 ? ExitCode.ok : ExitCode.noVerdict);
}

function ruleIdsOf(loaded: readonly LoadedLedger[]): readonly string[] {
  const own = loaded.flatMap(({ ledger }) => (ledger === undefined ? [] : ownRules(ledger)));
  return [...allRules(), ...own].map(({ id }) => id);
}
