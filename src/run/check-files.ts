/** Checks files one by one; of each no more is kept than what the documents of the run have of it. */
import type { Complaint } from '../command-line/complaint.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import type { FailLevel } from '../domain/policy.ts';
import { glanceOf, type LedgerGlance, type RunFrame } from '../domain/run.ts';
import type { Files } from '../platform/io.ts';
import type { Told } from '../reporters/check/document.ts';
import { checkLedger, type RunOptions } from './check-ledgers.ts';
import { type Concerns, limitsOf, type NamesIn, namesIn, type RuleChoice, rulesChosen } from './concerns.ts';
import type { DigestedFile, Digesting } from './digests.ts';
import { type DocumentRequest, openDocuments, tellIn } from './documents.ts';
import type { LedgerFile } from './find-ledgers.ts';
import { readLedgers } from './read-ledgers.ts';

/** What a run is about; everything where its lists are empty. */
type Part = RuleChoice & Concerns;

/** What is asked of every file. It can be sent to another thread. */
export interface CheckRequest {
  readonly asOf: CalendarDay | undefined;
  readonly within: number | undefined;
  readonly failOn: FailLevel;
  readonly part: Part;
  /** One moment for the whole run. */
  readonly now: number;
  readonly documents: readonly DocumentRequest[];
  readonly frame: RunFrame;
  /** Whether the digests of what is read are wanted. */
  readonly wantsDigests: boolean;
}

export function runOptionsOf({ asOf, within, failOn, part, now }: Omit<CheckRequest, 'documents'>): RunOptions {
  const only = limitsOf(part);
  return { asOf, within, failOn, selects: rulesChosen(part), concerns: part, only, now: () => new Date(now) };
}

/** What a run keeps of a file. Of one of several it can be sent to another thread. */
export interface CheckedFile {
  /** Absent where the system refuses to open it. */
  readonly checked?: {
    /** What the ledger is known by. */
    readonly name: string;
    readonly glance: LedgerGlance;
    /** What each document has of it. */
    readonly told: readonly Told<unknown>[];
  };
  readonly names: NamesIn;
  /** Why it cannot be opened; and which files of its evidence cannot. */
  readonly unreadable: readonly Complaint[];
  readonly unexamined: readonly Complaint[];
  readonly digests: readonly DigestedFile[];
}

/** @param name what the ledger is to be known by, if not by its own name */
export type CheckFile = (file: LedgerFile, name?: string) => Promise<CheckedFile>;

/** To be asked in the order of the files. */
export async function fileChecker(request: CheckRequest, files: Files): Promise<CheckFile> {
  const { part, frame } = request;
  const options = runOptionsOf(request);
  const documents = await openDocuments(request.documents, frame);
  const digesting = await digestingFiles(request, files);
  return async (file, name) => {
    const { loaded, ...refused } = await readLedgers([file], digesting?.files ?? files, {
      selects: options.selects,
      evidenceFiles: files,
    });
    const [one] = loaded;
    const digests = digesting?.taken() ?? [];
    const found = { names: namesIn(one?.ledger, part), ...refused, digests };
    if (one === undefined) return found;
    const report = await checkLedger({ ...one, name: name ?? one.name }, options);
    return { ...found, checked: { name: one.name, glance: glanceOf(report), told: tellIn(documents, report, frame) } };
  };
}

/** Loaded for runs that ask for digests alone. */
export async function digestingFiles(
  { wantsDigests }: Pick<CheckRequest, 'wantsDigests'>,
  files: Files,
): Promise<Digesting | undefined> {
  if (!wantsDigests) return undefined;
  const { digesting } = await import('./digests.ts');
  return digesting(files);
}
