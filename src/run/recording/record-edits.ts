/** The one way in which a ledger is written: plan, check, show, ask, write, tell what changed. */
import { Refusal, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import { refusedOutput } from '../../command-line/path-complaint.ts';
import type { WriteOptions } from '../../command-line/write-options.ts';
import type { LocatedFinding } from '../../domain/report.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Dialogue } from '../../platform/dialogue.ts';
import type { Recorded } from '../../reporters/register/recorded.ts';
import { styleOnStderr, styleOnStdout } from '../destinations.ts';
import { applyEdits, areEqual, type Plan, textOf } from './apply-edits.ts';
import { openBytes, type OpenLedger } from './open-ledger.ts';
import { confirmWriting } from './questions.ts';

/**
 * Makes the plan from the ledger as it stands. It is called again where somebody else has saved the file since.
 *
 * @throws {Refusal} for a bad value
 */
export type MakePlan = (open: OpenLedger) => Plan;

export interface Recording {
  readonly open: OpenLedger;
  readonly options: WriteOptions;
  /** Whoever may be asked; undefined without a terminal. */
  readonly dialogue: Dialogue | undefined;
}

/**
 * Writes what was planned.
 *
 * @throws {Refusal} for values that would make the ledger invalid, or a text that cannot be edited
 */
export async function recordEdits(
  { open, options, dialogue }: Recording,
  makePlan: MakePlan,
  invocation: Invocation,
): Promise<ExitCode> {
  const { io, languages } = invocation;
  const plan = makePlan(open);
  if (plan.edits.length === 0) {
    await tell({ ...nothingChanged(plan, open), outcome: 'unchanged' }, invocation);
    return ExitCode.ok;
  }
  let written = await carryOut(open, plan, invocation);
  // What is wrong with the values is said first.
  assertMayWrite(options, dialogue);
  if (options.dryRun === true) {
    await io.stdout.write(await diffOf(open, written.after));
    await tellAside({ ...written.recorded, outcome: 'dry-run' }, invocation);
    return ExitCode.ok;
  }
  if (dialogue !== undefined && options.yes !== true) {
    await io.stderr.write(await diffOf(open, written.after));
    const isWanted = await confirmWriting(dialogue, open.file.shown, languages.people);
    if (!isWanted) {
      await tellAside({ ...nothingChanged(plan, open), outcome: 'declined' }, invocation);
      return ExitCode.interrupted;
    }
  }
  const change = async (bytes: Uint8Array): Promise<Uint8Array | undefined> => {
    if (!areEqual(bytes, open.bytes)) {
      const fresh = await openBytes(bytes, open.file, invocation);
      const freshPlan = makePlan(fresh);
      if (freshPlan.edits.length === 0) return undefined;
      written = await carryOut(fresh, freshPlan, invocation);
    }
    return written.after.bytes;
  };
  await io.files.update(open.file.path, change).catch((error: unknown) => {
    throw new Refusal(ExitCode.noVerdict, refusedOutput(open.file.shown, error));
  });
  await tell({ ...written.recorded, outcome: 'written' }, invocation);
  return ExitCode.ok;
}

/**
 * Where nobody can be asked, it must be said beforehand that the file may be written.
 *
 * @throws {Refusal} without a terminal, unless `--yes` or `--dry-run` is given
 */
export function assertMayWrite({ yes, dryRun }: WriteOptions, dialogue: Dialogue | undefined): void {
  if (dialogue !== undefined || yes === true || dryRun === true) return;
  throw usageError({
    where: '--yes',
    what: {
      zh: '没有终端可供确认，没有写入',
      en: 'there is no terminal to ask at, so nothing was written',
    },
    remedy: {
      zh: '加 `--yes` 直接写入，或用 `--dry-run` 只看改动。',
      en: 'Add `--yes` to write without asking, or `--dry-run` to see the change.',
    },
  });
}

interface CarriedOut {
  readonly after: OpenLedger;
  readonly recorded: Omit<Recorded, 'outcome'>;
}

async function carryOut(before: OpenLedger, plan: Plan, invocation: Invocation): Promise<CarriedOut> {
  const { bytes, document } = await applyEdits(before, plan);
  const after = await openBytes(bytes, before.file, invocation, document);
  const { line, file } = after.locate(plan.path);
  const changes = compareLedgers(before.findings, after.findings);
  return { after, recorded: { file, line, entry: plan.entry, done: plan.done, ...changes } };
}

function nothingChanged({ entry, path, done }: Plan, open: OpenLedger): Omit<Recorded, 'outcome'> {
  const { file, line } = open.locate(path);
  return { file, line, entry, done, gone: [], come: [], waived: [] };
}

async function diffOf(before: OpenLedger, after: OpenLedger): Promise<string> {
  const { unifiedDiff } = await import('../../source/unified-diff.ts');
  return unifiedDiff(before.file.shown, textOf(before.bytes), textOf(after.bytes));
}

async function tell(recorded: Recorded, { io, languages }: Invocation): Promise<void> {
  const { renderRecorded } = await import('../../reporters/register/recorded.ts');
  await io.stdout.write(renderRecorded(recorded, await styleOnStdout(languages.people, io)));
}

async function tellAside(recorded: Recorded, { io, languages }: Invocation): Promise<void> {
  const { renderRecorded } = await import('../../reporters/register/recorded.ts');
  await io.stderr.write(renderRecorded(recorded, await styleOnStderr(languages.people, io)));
}

/** What a change to a ledger did to its findings. */
interface FindingChanges {
  readonly gone: readonly LocatedFinding[];
  readonly come: readonly LocatedFinding[];
  /** Still there, and waived from now on. */
  readonly waived: readonly LocatedFinding[];
}

/** Findings are known again by their identity, wherever their lines have moved. */
function compareLedgers(before: readonly LocatedFinding[], after: readonly LocatedFinding[]): FindingChanges {
  const [old, now] = [byIdentity(before), byIdentity(after)];
  const counted = ({ identity }: LocatedFinding): boolean => isCounted(old.get(identity));
  return {
    gone: before.filter((finding) => isCounted(finding) && !now.has(finding.identity)),
    come: after.filter((finding) => isCounted(finding) && !counted(finding)),
    waived: after.filter((finding) => !isCounted(finding) && counted(finding)),
  };
}

function isCounted(finding: LocatedFinding | undefined): boolean {
  return finding !== undefined && finding.waived === undefined;
}

function byIdentity(findings: readonly LocatedFinding[]): ReadonlyMap<string, LocatedFinding> {
  return new Map(findings.map((finding) => [finding.identity, finding]));
}
