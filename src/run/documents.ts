/** The documents of a check: what each has of a ledger, and where it goes. */
import { type Complaint, renderNotice } from '../command-line/complaint.ts';
import type { Invocation } from '../command-line/invocation.ts';
import type { CheckFormat, Destination } from '../command-line/option-values.ts';
import { refusedOutput } from '../command-line/path-complaint.ts';
import type { LedgerReport } from '../domain/report.ts';
import type { Run, RunFrame } from '../domain/run.ts';
import type { Severity } from '../domain/severity.ts';
import { colourLevel, isPlain } from '../platform/colour.ts';
import { type CheckDocument, kept, type Told } from '../reporters/check/document.ts';
import { inChunks } from '../reporters/writing/pieces.ts';
import { isGithubJob, WIDTH_ELSEWHERE, widthOn, writeFile } from './destinations.ts';
import { FORMATS, type Setting } from './formats.ts';

/** A document as it is asked for. It can be sent to another thread. */
export interface DocumentRequest {
  readonly format: CheckFormat;
  readonly setting: Setting;
}

/** And where it goes. */
export interface Destined extends DocumentRequest {
  readonly to: 'stdout' | { readonly file: string } | { readonly summary: string };
}

/** What the documents of a run are put together of. */
export interface ToldRun {
  readonly run: Run;
  readonly frame: RunFrame;
  /** Of each ledger what each document has of it. */
  readonly told: readonly (readonly Told<unknown>[])[];
}

/** What was asked for, and beside annotations in the log of a job the summary of the job. stdout comes last: if it fails, the others are there. */
export function destined(
  destinations: readonly Destination[],
  show: Severity,
  { io, languages }: Invocation,
): readonly Destined[] {
  const { people: language, machines: machineLanguage } = languages;
  const elsewhere: Setting = { language, machineLanguage, show, width: WIDTH_ELSEWHERE, colours: 0, isPlain: false };
  const { stdout, env } = io;
  const onStdout = (format: CheckFormat): Setting =>
    format === 'text'
      ? {
          ...elsewhere,
          width: widthOn(stdout, env),
          colours: colourLevel(env, stdout),
          isPlain: isPlain(env, stdout),
        }
      : elsewhere;
  const toFiles = destinations.flatMap(({ format, file }): readonly Destined[] =>
    file === undefined ? [] : [{ format, setting: elsewhere, to: { file } }],
  );
  const toStdout = destinations.flatMap(({ format, file }): readonly Destined[] =>
    file === undefined ? [{ format, setting: onStdout(format), to: 'stdout' }] : [],
  );
  const { GITHUB_STEP_SUMMARY: summary = '' } = env;
  const hasSummary = isGithubJob(env) && summary !== '' && toStdout.some(({ format }) => format === 'github');
  const toSummary: readonly Destined[] = hasSummary
    ? [{ format: 'markdown', setting: elsewhere, to: { summary } }]
    : [];
  return [...toSummary, ...toFiles, ...toStdout];
}

export async function openDocuments(
  requests: readonly DocumentRequest[],
  frame: RunFrame,
): Promise<readonly CheckDocument[]> {
  return Promise.all(requests.map(async ({ format, setting }) => FORMATS[format](setting, frame)));
}

/** What each document has of a ledger: of one of several it is made at once, of the only one when it is written. */
export function tellIn(
  documents: readonly CheckDocument[],
  ledger: LedgerReport,
  { isOneOfSeveral }: Pick<RunFrame, 'isOneOfSeveral'>,
): readonly Told<unknown>[] {
  const told = documents.map((document) => document.tell(ledger));
  return isOneOfSeveral ? told.map(kept) : told;
}

/** Writes every document; a file that cannot be written does not keep the others back. */
export async function deliver(
  { run, frame, told }: ToldRun,
  places: readonly Destined[],
  invocation: Invocation,
): Promise<readonly Complaint[]> {
  const documents = await openDocuments(places, frame);
  const complaints: Complaint[] = [];
  for (const [at, { to }] of places.entries()) {
    const pieces = inChunks(
      documents[at]?.whole(
        run,
        told.map((ofLedger) => ofLedger[at] ?? NOTHING),
      ) ?? [],
    );
    const complaint = await write(pieces, to, invocation);
    if (complaint !== undefined) complaints.push(complaint);
  }
  return complaints;
}

const NOTHING: Told<unknown> = { parts: [], facts: undefined };

async function write(
  pieces: Iterable<Uint8Array>,
  to: Destined['to'],
  invocation: Invocation,
): Promise<Complaint | undefined> {
  const { io } = invocation;
  if (to !== 'stdout')
    return 'file' in to ? writeFile(to.file, pieces, io) : addSummary(to.summary, pieces, invocation);
  // As they are: what may command a log is there to, and the others have escaped it.
  for (const piece of pieces) await io.stdout.write(piece);
  return undefined;
}

/** Nobody asked for it in so many words, so that a summary which cannot be written is told and changes no exit code. */
async function addSummary(
  summary: string,
  pieces: Iterable<Uint8Array>,
  { io, languages }: Invocation,
): Promise<undefined> {
  try {
    // An earlier command of the step may have left its last line open.
    await io.files.append(summary, `\n${Buffer.concat([...pieces]).toString()}`);
  } catch (error) {
    await io.stderr.write(renderNotice(refusedOutput(summary, error), languages.people));
  }
}
