/** For commands that tell little of each ledger: the work is shared by several threads where that pays. */
import { type Complaint, tellComplaints } from '../command-line/complaint.ts';
import type { Invocation } from '../command-line/invocation.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import { ExitCode } from '../exit-code.ts';
import type { ReadableFiles, ThreadJob } from '../platform/io.ts';
import type { ReadLedger } from './ahead.ts';
import { findLedgers, type LedgerFile } from './find-ledgers.ts';
import { loadLedgers } from './load-ledger.ts';
import { type Job, shareWork } from './share-work.ts';
import { printInvalid, type ToldLedgers } from './tell-ledgers.ts';
import { todayAt } from './today.ts';

/** What is asked of each ledger, at the least. */
export interface TellRequest {
  readonly asOf: CalendarDay | undefined;
  /** One moment for the whole run. */
  readonly now: number;
}

/** What is told of a file. It can be sent to another thread. */
export interface ToldFile<Answer> {
  readonly unreadable: readonly Complaint[];
  /** Absent where the file is no valid ledger. */
  readonly told?: Answer;
}

/** A request with whether one file alone is asked about: then nothing of the answer goes to another thread. */
type Asked<Request> = Request & { readonly isAlone: boolean };

/** @param begin from what is asked to what is told of each ledger */
export function tellingJob<Request extends TellRequest, Answer>(
  begin: (request: Asked<Request>) => (ledger: ReadLedger) => Answer,
): Job<Asked<Request>, ToldFile<Answer>> {
  return async (request, files) => {
    const tell = begin(request);
    return async (file) => {
      const { unreadable, ledger: read } = await readAlone(file, files);
      if (read === undefined) return { unreadable };
      const asOf = request.asOf ?? (await todayAt(new Date(request.now), read.ledger.policy.timezone));
      return { unreadable, told: tell({ ...read, asOf }) };
    };
  };
}

interface ReadAlone {
  readonly unreadable: readonly Complaint[];
  /** Without its places: what a large file says is not kept while its ledger is told about. */
  readonly ledger?: Omit<ReadLedger, 'asOf'>;
}

async function readAlone(place: LedgerFile, files: ReadableFiles): Promise<ReadAlone> {
  const { loaded, unreadable } = await loadLedgers([place], files);
  const [one] = loaded;
  if (one?.ledger === undefined) return { unreadable };
  const { file, name, repositoryPath, evidence, ledger } = one;
  return { unreadable, ledger: { file, name, repositoryPath, evidence, ledger } };
}

/** As `tellEach`: what keeps a file from being told about is printed to stderr. */
export async function tellShared<Request extends TellRequest, Answer>(
  name: ThreadJob,
  job: Job<Asked<Request>, ToldFile<Answer>>,
  { paths, request }: { readonly paths: readonly string[]; readonly request: Request },
  invocation: Invocation,
  use: (told: Answer) => void,
): Promise<Omit<ToldLedgers, 'ledgers'>> {
  const { io, languages } = invocation;
  const { files, complaints } = await findLedgers(paths, io);
  await tellComplaints(complaints, io, languages.people);
  const unreadable: Complaint[] = [];
  const invalid: LedgerFile[] = [];
  const take = (answer: ToldFile<Answer>, file: LedgerFile): void => {
    unreadable.push(...answer.unreadable);
    if (answer.told !== undefined) use(answer.told);
    else if (answer.unreadable.length === 0) invalid.push(file);
  };
  await shareWork(name, job, { request: { ...request, isAlone: files.length === 1 }, files }, take, invocation);
  await tellComplaints(unreadable, io, languages.people);
  // Read again, where what is wrong with them can be shown.
  await printInvalid((await loadLedgers(invalid, io.files)).loaded, request.asOf, invocation);
  const isWhole = complaints.length + unreadable.length + invalid.length === 0;
  return { files, isWhole, code: isWhole ? ExitCode.ok : ExitCode.noVerdict };
}
