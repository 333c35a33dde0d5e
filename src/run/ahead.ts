/** What lies ahead of ledgers: the one list of what is to be done about them, and the time lines of their licences. */
import { tellComplaints } from '../command-line/complaint.ts';
import type { Invocation } from '../command-line/invocation.ts';
import type { Until } from '../command-line/option-values.ts';
import type { Assumption } from '../command-line/options.ts';
import { addMonths, type CalendarDay } from '../domain/calendar-day.ts';
import { indexFor } from '../domain/check.ts';
import type { CheckWithWaivers } from '../domain/deadlines-ahead.ts';
import { type LedgerHorizon, type Timeline, timelineOf } from '../domain/horizon.ts';
import type { Ledger } from '../domain/ledger.ts';
import { isPersonNamed } from '../domain/person.ts';
import { gatherTodo, type NamedLedger, type Todo, type TodoItem, todoOf, type TodoOptions } from '../domain/todo.ts';
import { type ExitCode, ExitCode as Code } from '../exit-code.ts';
import { catalogue } from '../rules/catalogue.ts';
import { assumedOf, findingsOf, rulesOf } from './check-ledgers.ts';
import { assertOwnersExist, ownersIn } from './concerns.ts';
import type { LedgerFile } from './find-ledgers.ts';
import type { LoadedLedger } from './load-ledger.ts';
import { withFile } from './name-findings.ts';
import { withEvidence } from './read-ledgers.ts';
import { type ReadableLedger, tellEach } from './tell-ledgers.ts';

/** A ledger that can be asked what is to be done about it: read by itself, or already checked. */
export type ReadLedger = Pick<LoadedLedger, 'file' | 'name' | 'repositoryPath' | 'evidence'> & {
  readonly ledger: Ledger;
  readonly asOf: CalendarDay;
};

/** The one list of what is to be done about a ledger; its commands name the file where they must. */
export function todoIn(
  { file, name, repositoryPath, evidence, ledger, asOf }: ReadLedger,
  options: Omit<TodoOptions, 'check'> = {},
): readonly TodoItem[] {
  const index = indexFor(ledger, catalogue);
  const check: CheckWithWaivers = function* check(one, { selects = all, ...when }) {
    for (const finding of findingsOf(one, evidence, { selects, index, ...when })) yield withFile(finding, file);
  };
  return todoOf({ file, name, repositoryPath, ledger, asOf }, { ...options, check });
}

/** What some people answer for; all of it where nobody is named. */
export function itemsOf(owner: readonly string[] | undefined, items: readonly TodoItem[]): readonly TodoItem[] {
  if (owner === undefined) return items;
  const isOwner = isPersonNamed(owner);
  return items.filter(({ finding }) => isOwner(finding.owner));
}

const all = (): boolean => true;

const ONE_YEAR: Until = { months: 12 };

/** The time lines of a ledger that can be told about, from its as-of day on. */
export function horizonOf(readable: ReadableLedger, until: Until = ONE_YEAR): LedgerHorizon {
  const { file, ledger, recorded, asOf } = readable;
  const options = { asOf, until: lastDay(until, asOf), wantsServices: recorded !== undefined };
  const drawn = (one: Ledger): Timeline => timelineOf(one, rulesOf(one), options);
  return {
    file,
    company: ledger.company.name,
    timezone: ledger.policy.timezone,
    timeline: drawn(ledger),
    assumed: assumedOf([readable]),
    recorded: recorded === undefined ? undefined : drawn(recorded),
  };
}

/** Never before the as-of day. */
function lastDay(until: Until, asOf: CalendarDay): CalendarDay {
  const day = 'day' in until ? until.day : addMonths(asOf, until.months);
  return day < asOf ? asOf : day;
}

export interface TodoRequest {
  readonly asOf: CalendarDay | undefined;
  /** From the as-of day on. */
  readonly days: number;
  /** Absent: whoever answers for it. */
  readonly owner: readonly string[] | undefined;
  /** What is assumed in place of what is recorded. */
  readonly assume?: readonly Assumption[] | undefined;
}

export interface ReadTodo {
  /** Undefined where no ledger could be read. */
  readonly todo: Todo | undefined;
  /** All files that the paths lead to, read or not. */
  readonly files: readonly LedgerFile[];
  /** 0, or 3 where not all could be read. */
  readonly code: Extract<ExitCode, 0 | 3>;
}

/** @throws {Refusal} for an owner who answers for nothing, or an assumption about what no ledger has */
export async function readTodo(
  paths: readonly string[],
  { asOf, days, owner, assume }: TodoRequest,
  invocation: Invocation,
): Promise<ReadTodo> {
  const { io, languages } = invocation;
  const items: TodoItem[] = [];
  const owners = new Set<string>();
  const assumed = new Set<string>();
  const ledgers: NamedLedger[] = [];
  let first = asOf;
  let isExamined = true;
  const read = async (ledger: ReadableLedger): Promise<void> => {
    const { loaded, complaints } = await withEvidence([ledger], () => true, io.files);
    await tellComplaints(complaints, io, languages.people);
    isExamined &&= complaints.length === 0;
    for (const word of assumedOf([ledger])) assumed.add(word);
    first ??= ledger.asOf;
    ledgers.push({ file: ledger.file, company: ledger.ledger.company.name });
    for (const one of ownersIn(ledger.ledger)) owners.add(one);
    for (const one of loaded) for (const item of todoIn(one)) items.push(item);
  };
  const { isWhole, files } = await tellEach(paths, asOf, invocation, read, assume);
  const code = isWhole && isExamined ? Code.ok : Code.noVerdict;
  if (first === undefined || ledgers.length === 0) return { todo: undefined, files, code };
  if (isWhole) assertOwnersExist(owner ?? [], owners);
  return {
    todo: gatherTodo(itemsOf(owner, items), { asOf: first, days, ledgers, assumed: [...assumed] }),
    files,
    code,
  };
}
