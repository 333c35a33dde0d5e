/** The one way in which a ledger is written: plan, check, show, ask, write, tell what changed. */
import { missingOptions, Refusal, renderNotice, usageError } from '../../command-line/complaint.ts';
import type { Invocation } from '../../command-line/invocation.ts';
import type { InterviewOptions, WriteOptions } from '../../command-line/options.ts';
import { refusedOutput } from '../../command-line/path-complaint.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Dialogue } from '../../platform/dialogue.ts';
import { Interruption, OutputError } from '../../platform/io.ts';
import type { Recorded } from '../../reporters/register/recorded.ts';
import { patchBytes } from '../../source/decode-text.ts';
import type { Edited } from '../../source/yaml-editor.ts';
import { styleOnStderr, pageOnStdout } from '../destinations.ts';
import { applyEdits, diffOf, type Plan } from './apply-edits.ts';
import { confirmWriting } from './confirm.ts';
import { compareFound } from './found.ts';
import type { Conversation } from './interview.ts';
import { examine, openBytes, type OpenLedger } from './open-ledger.ts';

/**
 * Makes the plan from the ledger as it stands. It is called again where somebody else has saved the file since.
 *
 * @throws {Refusal} for a bad value
 */
export type MakePlan = (open: OpenLedger) => Plan | Promise<Plan>;

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
export async function recordEdits(recording: Recording, makePlan: MakePlan, invocation: Invocation): Promise<ExitCode> {
  const code = await carryOut(recording, makePlan, invocation);
  if (code !== undefined) return code;
  // A step back from the only question is a no.
  await tellDeclined(invocation);
  return ExitCode.interrupted;
}

/** What a command asks for when its command line leaves something out. */
export interface Asking extends Pick<Conversation<PlainMapping>, 'command' | 'given' | 'interview'> {
  /** The options and arguments that are missing, as complaints name them. */
  readonly missing: readonly string[];
}

/**
 * Asks for what is missing, then writes what was planned with it.
 *
 * @throws {Refusal} as `recordEdits`, and where nobody can be asked
 */
export async function askAndRecord(
  { command, given, interview, missing }: Asking,
  { open, options }: { readonly open: OpenLedger; readonly options: InterviewOptions },
  planFor: (fields: PlainMapping, now: OpenLedger) => Plan | Promise<Plan>,
  invocation: Invocation,
): Promise<ExitCode> {
  const dialogue = await invocation.io.dialogue();
  const recording = { open, options, dialogue };
  const finish = async (fields: PlainMapping): Promise<ExitCode | undefined> =>
    carryOut(recording, (now) => planFor(fields, now), invocation);
  const resume = options.resume === true;
  if (missing.length === 0 && !resume) return recordEdits(recording, (now) => planFor(given, now), invocation);
  if (dialogue === undefined && !resume) throw missingOptions(missing);
  // Loaded where something is asked alone.
  const { converse, needsTerminal } = await import('./interview.ts');
  if (dialogue === undefined) throw needsTerminal();
  const place = open.file.realPath;
  const words = options.file === undefined ? command : [...command, '--file', options.file];
  return converse({ command: words, place, given, interview, resume, finish }, dialogue, invocation);
}

/** Undefined when a step back is wanted from the last question. */
async function carryOut(
  { open, options, dialogue }: Recording,
  makePlan: MakePlan,
  invocation: Invocation,
): Promise<ExitCode | undefined> {
  const { io, languages } = invocation;
  const plan = await makePlan(open);
  if (plan.edits.length === 0) {
    assertMayWrite(options, dialogue);
    await tell({ ...nothingChanged(plan, open), outcome: 'unchanged' }, invocation);
    return ExitCode.ok;
  }
  let written = await rehearse(open, plan, invocation);
  const diff = async (): Promise<string> =>
    diffOf(open.file.shown, { bytes: open.bytes, text: open.document.text }, written.patches);
  // What is wrong with the values is said first.
  assertMayWrite(options, dialogue);
  if (options.dryRun === true) {
    await io.stdout.write(await diff());
    await tellAside({ ...written.recorded, outcome: 'dry-run' }, invocation);
    return ExitCode.ok;
  }
  if (dialogue !== undefined && options.yes !== true) {
    await io.stderr.write(await diff());
    const isWanted = await confirmWriting(dialogue, open.file.shown, languages.people);
    if (isWanted === undefined) return undefined;
    if (!isWanted) {
      await tellDeclined(invocation);
      return ExitCode.interrupted;
    }
  }
  const planAgain = async (bytes: Uint8Array): Promise<Uint8Array | undefined> => {
    const fresh = await openBytes(bytes, open.file, invocation);
    const freshPlan = await makePlan(fresh);
    if (freshPlan.edits.length === 0) return undefined;
    written = await rehearse(fresh, freshPlan, invocation);
    return patchBytes(bytes, fresh.document.text, written.patches);
  };
  const after = patchBytes(open.bytes, open.document.text, written.patches);
  const change = { before: open.bytes, after, planAgain };
  await io.files.update(open.file.path, change).catch((error: unknown) => {
    throw new Refusal(ExitCode.noVerdict, refusedOutput(open.file.shown, error));
  });
  await afterWriting(tell({ ...written.recorded, outcome: 'written' }, invocation), invocation);
  return ExitCode.ok;
}

/** What is written is written, whether it can be told or not: whoever reads that it failed, or was interrupted, writes it twice. */
export async function afterWriting(telling: Promise<void>, { io, languages }: Invocation): Promise<void> {
  try {
    await telling;
  } catch (error) {
    // Nothing more can be told then.
    if (error instanceof Interruption) return;
    if (!(error instanceof OutputError)) throw error;
    const { what } = refusedOutput('stdout', error.cause);
    const notice = {
      where: 'stdout',
      what,
      remedy: { zh: '已经写入，不要再登记一次。', en: 'The ledger has been written: do not record it again.' },
    };
    await io.stderr.write(renderNotice(notice, languages.people));
  }
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
      en: 'there is no terminal to confirm; nothing was written',
    },
    remedy: {
      zh: '加 `--yes` 直接写入，或用 `--dry-run` 只看改动。',
      en: 'Add `--yes` to write without asking, or `--dry-run` to see the change.',
    },
  });
}

interface Rehearsed extends Edited {
  readonly recorded: Omit<Recorded, 'outcome'>;
}

/** What the ledger will be, without writing it. */
async function rehearse(before: OpenLedger, plan: Plan, invocation: Invocation): Promise<Rehearsed> {
  const edited = await applyEdits(before, plan);
  const after = await examine(edited.document, before.known, before.file, invocation);
  const { line, file } = after.locate(plan.path);
  const changes = compareFound(before.found, after.found);
  return { ...edited, recorded: { file, line, entry: plan.entry, done: plan.done, ...changes } };
}

function nothingChanged({ entry, path, done }: Plan, open: OpenLedger): Omit<Recorded, 'outcome'> {
  const { file, line } = open.locate(path);
  return { file, line, entry, done, gone: [], come: [], waived: [] };
}

/** Nothing was wanted. */
export async function tellDeclined({ io, languages }: Invocation): Promise<void> {
  const { DECLINED } = await import('../../reporters/register/recorded.ts');
  await io.stderr.write(`${DECLINED[languages.people]}\n`);
}

async function tell(recorded: Recorded, invocation: Invocation): Promise<void> {
  const { renderRecorded } = await import('../../reporters/register/recorded.ts');
  await invocation.io.stdout.write(await pageOnStdout((style) => renderRecorded(recorded, style), invocation));
}

async function tellAside(recorded: Recorded, { io, languages }: Invocation): Promise<void> {
  const { renderRecorded } = await import('../../reporters/register/recorded.ts');
  await io.stderr.write(renderRecorded(recorded, await styleOnStderr(languages.people, io)));
}
