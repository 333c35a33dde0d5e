/** `ledger check`: files → findings → documents → exit code. */
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { FailLevel } from '../domain/policy.ts';
import { ExitCode, exitCodeOf, worst } from '../exit-code.ts';
import type { Files } from '../platform/io.ts';
import { allRules, catalogue } from '../rules/catalogue.ts';
import { ownRules } from '../rules/own.ts';
import { checkLedgers } from './shared/check-ledgers.ts';
import { type Complaint, renderComplaint } from './shared/complaint.ts';
import { deliver, settleDestinations } from './shared/destinations.ts';
import { findLedgers, type LedgerFile } from './shared/find-ledgers.ts';
import type { Destination } from './shared/format-option.ts';
import type { Invocation } from './shared/invocation.ts';
import { type LoadedLedger, loadLedger } from './shared/load-ledger.ts';
import { refused } from './shared/path-complaint.ts';
import { assertRulesExist, rulesChosen } from './shared/rule-filter.ts';

export interface CheckOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
  readonly failOn?: FailLevel | undefined;
  readonly format?: readonly Destination[] | undefined;
  readonly select?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
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
  { asOf, within, failOn = DEFAULT_FAIL_LEVEL, format, select = [], ignore = [] }: CheckOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const found = await findLedgers(paths, io);
  const destinations = await settleDestinations(format, found.files, io);
  const { loaded, unreadable } = await loadAll(found.files, io.files);
  const complaints = [...found.complaints, ...unreadable];
  const isWhole = complaints.length === 0 && loaded.every(({ ledger }) => ledger !== undefined);
  assertRulesExist({ select, ignore }, { rules: ruleIdsOf(loaded), isWhole });

  for (const complaint of complaints) await io.stderr.write(renderComplaint(complaint, languages.people));
  const selects = rulesChosen({ select, ignore });
  const report = await checkLedgers(loaded, isWhole, { asOf, within, failOn, selects, now: io.now });
  const undelivered = await deliver(report, destinations, invocation);
  for (const complaint of undelivered) await io.stderr.write(renderComplaint(complaint, languages.people));
  return worst(exitCodeOf(report.verdict), undelivered.length === 0 ? ExitCode.ok : ExitCode.noVerdict);
}

interface Loaded {
  readonly loaded: readonly LoadedLedger[];
  readonly unreadable: readonly Complaint[];
}

async function loadAll(ledgers: readonly LedgerFile[], files: Files): Promise<Loaded> {
  const loaded: LoadedLedger[] = [];
  const unreadable: Complaint[] = [];
  for (const { path, shown } of ledgers) {
    try {
      loaded.push(await loadLedger(await files.read(path), shown, catalogue.kinds));
    } catch (error) {
      unreadable.push(refused(shown, error));
    }
  }
  return { loaded, unreadable };
}

function ruleIdsOf(loaded: readonly LoadedLedger[]): readonly string[] {
  const own = loaded.flatMap(({ ledger }) => (ledger === undefined ? [] : ownRules(ledger)));
  return [...allRules, ...own].map(({ id }) => id);
}
