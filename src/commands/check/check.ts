/** `ledger check`: files → findings → documents → exit code. */
import type { Assumption } from '../../command-line/assume-option.ts';
import { renderComplaint, usageError } from '../../command-line/complaint.ts';
import type { Destination } from '../../command-line/format-option.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { FailLevel } from '../../domain/policy.ts';
import type { Severity } from '../../domain/severity.ts';
import { ExitCode, exitCodeOf, worst } from '../../exit-code.ts';
import type { Files } from '../../platform/io.ts';
import { allRules } from '../../rules/catalogue.ts';
import { ownRules } from '../../rules/own.ts';
import { checkLedgers } from '../../run/check-ledgers.ts';
import { assertConcernsExist, type Concerns } from '../../run/concerns.ts';
import { addJobSummary, deliver, settleDestinations } from '../../run/destinations.ts';
import { findLedgers } from '../../run/find-ledgers.ts';
import { type LoadedLedger, loadLedgers } from '../../run/load-ledger.ts';
import { assertRulesExist, type RuleChoice, rulesChosen } from '../../run/rule-filter.ts';
import { withEvidence } from '../../run/with-evidence.ts';
import type { PendingReceipt } from './write-receipt.ts';

export interface CheckOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly assume?: readonly Assumption[] | undefined;
  readonly within?: number | undefined;
  readonly failOn?: FailLevel | undefined;
  readonly format?: readonly Destination[] | undefined;
  readonly select?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly show?: Severity | undefined;
  readonly owner?: readonly string[] | undefined;
  readonly licence?: readonly string[] | undefined;
  /** Where a receipt goes. */
  readonly receipt?: string | undefined;
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
  const { asOf, within, failOn = DEFAULT_FAIL_LEVEL } = options;
  const part = partOf(options);
  assertMaySay(options);
  const { io, languages } = invocation;
  const found = await findLedgers(paths, io);
  const destinations = await settleDestinations(options.format, found.files, io, options.receipt);
  const receipt = await receiptFor(options.receipt, io.files);
  const { loaded, unreadable } = await loadLedgers(found.files, receipt?.files ?? io.files, options.assume);
  const hasAll = found.complaints.length + unreadable.length === 0;
  const isValid = hasAll && loaded.every(({ ledger }) => ledger !== undefined);
  assertPartExists(part, loaded, isValid);

  const selects = rulesChosen(part);
  const examined = await withEvidence(loaded, found.files, selects, io.files);
  const complaints = [...found.complaints, ...unreadable, ...examined.complaints];
  for (const complaint of complaints) await io.stderr.write(renderComplaint(complaint, languages.people));
  const run = { asOf, within, failOn, selects, concerns: part, now: io.now };
  const report = await checkLedgers(examined.loaded, isValid && examined.complaints.length === 0, run);
  await addJobSummary(report, destinations, invocation);
  const undelivered = await deliver(report, destinations, invocation, options.show);
  for (const complaint of undelivered) await io.stderr.write(renderComplaint(complaint, languages.people));
  const isReceived = receipt === undefined || (await receipt.write({ report, found: found.files, part }, invocation));
  const isDelivered = undelivered.length === 0 && isReceived;
  return worst(exitCodeOf(report.verdict), isDelivered ? ExitCode.ok : ExitCode.noVerdict);
}

/** What a run is about; everything where its lists are empty. */
type Part = RuleChoice & Concerns;

function partOf({ select = [], ignore = [], owner = [], licence = [] }: CheckOptions): Part {
  return { select, ignore, owner, licence };
}

/** @throws {Refusal} for a word that names nothing, as far as that is known where not all could be read */
function assertPartExists(part: Part, loaded: readonly LoadedLedger[], isValid: boolean): void {
  if (part.select.length + part.ignore.length > 0) {
    assertRulesExist(part, { rules: ruleIdsOf(loaded), isWhole: isValid });
  }
  if (isValid) assertConcernsExist(part, loaded);
}

/** @throws {Refusal} where what is assumed would be taken for what is recorded */
function assertMaySay({ assume = [], receipt, format = [] }: CheckOptions): void {
  if (assume.length === 0) return;
  const isForGitlab = format.some((one) => one.format === 'gitlab');
  if (receipt === undefined && !isForGitlab) return;
  const other = receipt === undefined ? '--format gitlab' : '--receipt';
  throw usageError({
    where: '--assume',
    what: {
      zh: `不能与 \`${other}\` 连用：那里看不出是假设`,
      en: `not with \`${other}\`: nothing there tells it from what is recorded`,
    },
    remedy: { zh: '分两次运行。', en: 'Run the two apart.' },
  });
}

/** Loaded for runs that ask for one alone. */
async function receiptFor(file: string | undefined, files: Files): Promise<PendingReceipt | undefined> {
  if (file === undefined) return undefined;
  const { beginReceipt } = await import('./write-receipt.ts');
  return beginReceipt(file, files);
}

function ruleIdsOf(loaded: readonly LoadedLedger[]): readonly string[] {
  const own = loaded.flatMap(({ ledger }) => (ledger === undefined ? [] : ownRules(ledger)));
  return [...allRules(), ...own].map(({ id }) => id);
}
