/** `ledger check`: files → findings → documents → exit code. */
import { tellComplaints, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { Destination } from '../../command-line/option-values.ts';
import type { Assumption } from '../../command-line/options.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { FailLevel } from '../../domain/policy.ts';
import type { Severity } from '../../domain/severity.ts';
import { ExitCode, exitCodeOf, worst } from '../../exit-code.ts';
import type { Io } from '../../platform/io.ts';
import { type CheckRequest, runOptionsOf } from '../../run/check-files.ts';
import { checkLedgers } from '../../run/check-ledgers.ts';
import { type CheckedRun, checkFiles } from '../../run/check-run.ts';
import type { Together } from '../../run/check-together.ts';
import { assertPartExists, namesIn } from '../../run/concerns.ts';
import { settleDestinations } from '../../run/destinations.ts';
import { deliver, type Destined, destined } from '../../run/documents.ts';
import { findLedgers, type FoundLedgers } from '../../run/find-ledgers.ts';
import { loadLedger, loadLedgers } from '../../run/load-ledger.ts';
import { withEvidence } from '../../run/read-ledgers.ts';
import type { AfterRepair, Look } from '../../run/recording/repair.ts';
import type { Base } from '../../run/since.ts';

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
  const { receipt, assume = [] } = options;
  const { io } = invocation;
  const found = await findLedgers(paths, io);
  const destinations = await settleDestinations(options.format, found.files, io, receipt);
  const places = destined(destinations, options.show ?? 'info', invocation);
  const request = requestOf(options, found, places, io);
  const repaired = options.fix === true ? await repair(found, request, options, invocation) : AS_IT_IS;
  if (repaired.ends !== undefined) return repaired.ends;

  const base = await baseOf(options.since, found, io);
  try {
    const together = { paths, assume, base };
    const isTogether = base !== undefined || assume.length > 0;
    const checked = await (isTogether
      ? checkAllTogether(found, request, together, io)
      : checkFiles(found, request, invocation));
    await tellComplaints(checked.complaints, io, invocation.languages.people);
    const undelivered = await deliver(checked, places, invocation);
    await tellComplaints(undelivered, io, invocation.languages.people);
    const isReceived = receipt === undefined || (await receive(receipt, checked, found, invocation));
    const isDone = undelivered.length === 0 && isReceived && repaired.isWhole;
    return worst(exitCodeOf(checked.run.verdict), isDone ? ExitCode.ok : ExitCode.noVerdict);
  } finally {
    base?.close();
  }
}

function requestOf(
  options: CheckOptions,
  { files }: FoundLedgers,
  documents: readonly Destined[],
  io: Io,
): CheckRequest {
  const { asOf, within, failOn = DEFAULT_FAIL_LEVEL, receipt } = options;
  const { select = [], ignore = [], owner = [], licence = [] } = options;
  return {
    asOf,
    within,
    failOn,
    part: { select, ignore, owner, licence },
    now: io.now().getTime(),
    documents,
    frame: { failOn, assumed: [], isOneOfSeveral: files.length > 1 },
    wantsDigests: receipt !== undefined,
  };
}

/** Loaded for such runs alone. */
async function checkAllTogether(
  found: FoundLedgers,
  request: CheckRequest,
  together: Together,
  { files }: Io,
): Promise<CheckedRun> {
  const { checkTogether } = await import('../../run/check-together.ts');
  return checkTogether(found, request, together, files);
}

/** Loaded for runs that ask git alone. */
async function baseOf(ref: string | undefined, { files }: FoundLedgers, io: Io): Promise<Base | undefined> {
  if (ref === undefined) return undefined;
  const { openBase } = await import('../../run/since.ts');
  return openBase(ref, files, io);
}

const AS_IT_IS: AfterRepair = { isWhole: true };

/** Leave to write is given to a repair alone. */
function assertFixIsMeant({ fix, yes, dryRun }: CheckOptions): void {
  if (fix === true || (yes !== true && dryRun !== true)) return;
  throw usageError({
    where: yes === true ? '--yes' : '--dry-run',
    what: { zh: '只与 --fix 同用', en: 'only with --fix' },
    remedy: { zh: '加上 `--fix`，或去掉这个选项。', en: 'Add `--fix`, or leave it out.' },
  });
}

/** Puts right what the findings of this run know how to, once it is known that the words of the run name something. */
async function repair(
  found: FoundLedgers,
  request: CheckRequest,
  options: CheckOptions,
  invocation: Invocation,
): Promise<AfterRepair> {
  const { repairLedgers } = await import('../../run/recording/repair.ts');
  const { files } = invocation.io;
  const { part } = request;
  const run = runOptionsOf(request);
  const { loaded, unreadable } = await loadLedgers(found.files, files);
  const complaints = [...found.complaints, ...unreadable];
  assertPartExists(
    part,
    loaded.map(({ ledger }) => namesIn(ledger, part)),
    complaints.length === 0 && loaded.every(({ ledger }) => ledger !== undefined),
  );
  const look: Look = async (source, file) => {
    const one = await loadLedger(source, { file, files });
    const examined = await withEvidence([one], run.selects, files);
    const { ledgers } = await checkLedgers(examined.loaded, false, run);
    return { document: one.document, findings: ledgers.flatMap(({ findings }) => findings) };
  };
  return repairLedgers({ files: found.files, complaints, look, options }, invocation);
}

/** @throws {Refusal} where what is assumed would be taken for what is recorded */
function assertMaySay({ assume = [], receipt, since, fix, format = [] }: CheckOptions): void {
  if (assume.length === 0) return;
  if (since !== undefined) {
    throw usageError({
      where: '--assume',
      what: {
        zh: '不能与 `--since` 连用：比较的是两个版本中写下的内容',
        en: 'not with `--since`, which compares what is written in two versions',
      },
      remedy: { zh: '分两次运行。', en: 'Run them separately.' },
    });
  }
  const isForGitlab = format.some((one) => one.format === 'gitlab');
  if (receipt === undefined && fix !== true && !isForGitlab) return;
  const other = fix === true ? '--fix' : receipt === undefined ? '--format gitlab' : '--receipt';
  throw usageError({
    where: '--assume',
    what: {
      zh: `不能与 \`${other}\` 连用：其中无法区分假设与登记的内容`,
      en: `not with \`${other}\`, where an assumption cannot be told from what is on record`,
    },
    remedy: { zh: '分两次运行。', en: 'Run them separately.' },
  });
}

/** Loaded for runs that ask for one alone. @returns whether it stands there */
async function receive(
  file: string,
  { run, digests }: CheckedRun,
  { files: found }: FoundLedgers,
  invocation: Invocation,
): Promise<boolean> {
  const { writeReceipt } = await import('./write-receipt.ts');
  return writeReceipt(file, { run, digests, found }, invocation);
}
