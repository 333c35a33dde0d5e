/** A check of all files of a run, whose documents are made as it goes along. */
import type { Complaint } from '../command-line/complaint.ts';
import type { Invocation } from '../command-line/invocation.ts';
import type { Files } from '../platform/io.ts';
import { type CheckedFile, type CheckRequest, fileChecker, runOptionsOf } from './check-files.ts';
import { namesApart, settleRun } from './check-ledgers.ts';
import { assertPartExists } from './concerns.ts';
import type { DigestedFile } from './digests.ts';
import type { ToldRun } from './documents.ts';
import type { FoundLedgers } from './find-ledgers.ts';
import { shareWork } from './share-work.ts';

/** What came of a run, and what its documents are put together of. */
export interface CheckedRun extends ToldRun {
  /** What could not be found, opened or examined. */
  readonly complaints: readonly Complaint[];
  /** Of all that was read; empty where nobody asked. */
  readonly digests: readonly DigestedFile[];
}

/** @throws {Refusal} where the run is about something that no ledger has */
export async function checkFiles(
  found: FoundLedgers,
  request: CheckRequest,
  invocation: Invocation,
): Promise<CheckedRun> {
  const answers: CheckedFile[] = [];
  const keep = (answer: CheckedFile): void => void answers.push(answer);
  await shareWork('check', fileChecker, { request, files: found.files }, keep, invocation);
  return settle(await toldApart(answers, found, request, invocation.io.files), found, request);
}

/** With what is written of ledgers that share a name, each known by its place in the order of paths. */
async function toldApart(
  answers: readonly CheckedFile[],
  { files: found }: FoundLedgers,
  request: CheckRequest,
  files: Files,
): Promise<readonly CheckedFile[]> {
  const nameApart = namesApart();
  const apart: CheckedFile[] = [];
  for (const [at, answer] of answers.entries()) {
    const { name } = answer.checked ?? {};
    const [file, other] = [found[at], name === undefined ? undefined : nameApart(name)];
    // Documents may count what they were told: those of this ledger have seen no other.
    const again = file !== undefined && other !== name ? await fileChecker(request, files) : undefined;
    apart.push(again === undefined || file === undefined ? answer : await again(file, other));
  }
  return apart;
}

async function settle(
  answers: readonly CheckedFile[],
  { complaints }: FoundLedgers,
  request: CheckRequest,
): Promise<CheckedRun> {
  const unreadable = [...complaints, ...answers.flatMap((one) => one.unreadable)];
  const unexamined = answers.flatMap((one) => one.unexamined);
  const checked = answers.flatMap((one) => one.checked ?? []);
  const glances = checked.map(({ glance }) => glance);
  const isValid = unreadable.length === 0 && glances.every(({ isLedger }) => isLedger);
  assertPartExists(
    request.part,
    answers.map(({ names }) => names),
    isValid,
  );
  return {
    run: await settleRun(glances, isValid && unexamined.length === 0, runOptionsOf(request)),
    frame: request.frame,
    told: checked.map(({ told }) => told),
    complaints: [...unreadable, ...unexamined],
    digests: answers.flatMap(({ digests }) => digests),
  };
}
