/** `ledger check`: files → findings → documents → exit code. */
import { type Complaint, usageError, tellComplaints } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { Destination } from '../../command-line/option-values.ts';
import type { Assumption } from '../../command-line/options.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { FailLevel } from '../../domain/policy.ts';
import type { Report } from '../../domain/report.ts';
import type { Severity } from '../../domain/severity.ts';
import { ExitCode, exitCodeOf, worst } from '../../exit-code.ts';
import type { Files, Io } from '../../platform/io.ts';
import { allRules } from '../../rules/catalogue.ts';
import { ownRules } from '../../rules/own.ts';
import { checkLedgers, type RunOptions } from '../../run/check-ledgers.ts';
import {
  assertConcernsExist,
  assertRulesExist,
  type Concerns,
  limitsOf,
  type RuleChoice,
  rulesChosen,
} from '../../run/concerns.ts';
import { addJobSummary, deliver, settleDestinations } from '../../run/destinations.ts';
import { findLedgers, type FoundLedgers } from '../../run/find-ledgers.ts';
import { type LoadedLedger, loadLedger, loadLedgers } from '../../run/load-ledger.ts';
import type { AfterRepair, Look } from '../../run/recording/repair.ts';
import type { Base } from '../../run/since.ts';
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
  /** Put right what is certain before the check. */
  readonly fix?: boolean | undefined;
  readonly yes?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly since?: string | undefined;
}

/** Warnings fail too, so that an expiry that draws near stops a scheduled job in time. */
const DEFAULT_FAIL_LEVEL: FailLevel = 'warning';

/**
 * Checks the ledgers that the paths lead to and writes what was found.
 *
 * @throws {Refusal} for a rule that does not exist, a revision that git does not have, documents that get in each other's way,
 *   or a repair without leave to write
 * @throws {OutputError} when stdout cannot be written
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  assertMaySay(options);
  assertFixIsMeant(options);
  const { asOf, within, failOn = DEFAULT_FAIL_LEVEL } = options;
  const { io } = invocation;
  const part = partOf(options);
  const run: RunOptions = {
    asOf,
    within,
    failOn,
    selects: rulesChosen(part),
    concerns: part,
    only: limitsOf(part),
    now: io.now,
  };
  const found = await findLedgers(paths, io);
  const destinations = await settleDestinations(options.format, found.files, io, options.receipt);
  const repaired = options.fix === true ? await repair(found, part, run, options, invocation) : AS_IT_IS;
  if (repaired.ends !== undefined) return repaired.ends;

  const base = await baseOf(options.since, found, io);
  try {
    const { report, receipt } = await judge({ found, paths, part, run, base }, options, invocation);
    await addJobSummary(report, destinations, invocation);
    const undelivered = await deliver(report, destinations, invocation, options.show);
    await complain(undelivered, invocation);
    const isReceived = receipt === undefined || (await receipt.write({ report, found: found.files }, invocation));
    const isDone = undelivered.length === 0 && isReceived && repaired.isWhole;
    return worst(exitCodeOf(report.verdict), isDone ? ExitCode.ok : ExitCode.noVerdict);
  } finally {
    base?.close();
  }
}

/** Loaded for runs that ask git alone. */
async function baseOf(ref: string | undefined, { files }: FoundLedgers, io: Io): Promise<Base | undefined> {
  if (ref === undefined) return undefined;
  const { openBase } = await import('../../run/since.ts');
  return openBase(ref, files, io);
}

interface Meant {
  readonly found: FoundLedgers;
  /** Of the command line. */
  readonly paths: readonly string[];
  readonly part: Part;
  readonly run: RunOptions;
  /** Only where the run is to be compared with one. */
  readonly base: Base | undefined;
}

interface Judged {
  readonly report: Report;
  /** Still to be written. */
  readonly receipt: PendingReceipt | undefined;
}

/** Reads and checks; what cannot be read is told on stderr. */
async function judge(
  { found, paths, part, run, base }: Meant,
  { receipt: receiptFile, assume }: CheckOptions,
  invocation: Invocation,
): Promise<Judged> {
  const files = base?.files ?? invocation.io.files;
  const receipt = await receiptFor(receiptFile, files);
  const { loaded, unreadable } = await loadLedgers(found.files, receipt?.files ?? files, assume);
  const hasAll = found.complaints.length + unreadable.length === 0;
  const isValid = hasAll && loaded.every(({ ledger }) => ledger !== undefined);
  assertPartExists(part, loaded, isValid);

  const examined = await withEvidence(loaded, found.files, run.selects, files);
  await complain([...found.complaints, ...unreadable, ...examined.complaints], invocation);
  const report = await checkLedgers(examined.loaded, isValid && examined.complaints.length === 0, run);
  const compared = await base?.compare({ report, loaded: examined.loaded, found: found.files, paths, options: run });
  return { report: compared ?? report, receipt };
}

async function complain(complaints: readonly Complaint[], { io, languages }: Invocation): Promise<void> {
  await tellComplaints(complaints, io, languages.people);
}

const AS_IT_IS: AfterRepair = { isWhole: true };

/** Leave to write is given to a repair alone. */
function assertFixIsMeant({ fix, yes, dryRun }: CheckOptions): void {
  if (fix === true || (yes !== true && dryRun !== true)) return;
  throw usageError({
    where: yes === true ? '--yes' : '--dry-run',
    what: { zh: '只与 --fix 同用', en: 'it goes with --fix alone' },
    remedy: { zh: '加上 `--fix`，或去掉这个选项。', en: 'Add `--fix`, or leave it out.' },
  });
}

/** Puts right what the findings of this run know how to, once it is known that the words of the run name something. */
async function repair(
  found: FoundLedgers,
  part: Part,
  run: RunOptions,
  options: CheckOptions,
  invocation: Invocation,
): Promise<AfterRepair> {
  const { repairLedgers } = await import('../../run/recording/repair.ts');
  const { files } = invocation.io;
  const { loaded, unreadable } = await loadLedgers(found.files, files);
  const complaints = [...found.complaints, ...unreadable];
  assertPartExists(part, loaded, complaints.length === 0 && loaded.every(({ ledger }) => ledger !== undefined));
  const look: Look = async (source, file) => {
    const one = await loadLedger(source, { file, files });
    const examined = await withEvidence([one], [file], run.selects, files);
    const { ledgers } = await checkLedgers(examined.loaded, false, run);
    return { document: one.document, findings: ledgers.flatMap(({ findings }) => findings) };
  };
  return repairLedgers({ files: found.files, complaints, look, options }, invocation);
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
function assertMaySay({ assume = [], receipt, since, fix, format = [] }: CheckOptions): void {
  if (assume.length === 0) return;
  if (since !== undefined) {
    throw usageError({
      where: '--assume',
      what: {
        zh: '不能与 `--since` 连用：比较的是两个版本中写下的内容',
        en: 'not with `--since`: a comparison is of what two versions say',
      },
      remedy: { zh: '分两次运行。', en: 'Run the two apart.' },
    });
  }
  const isForGitlab = format.some((one) => one.format === 'gitlab');
  if (receipt === undefined && fix !== true && !isForGitlab) return;
  const other = fix === true ? '--fix' : receipt === undefined ? '--format gitlab' : '--receipt';
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
