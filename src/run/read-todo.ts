/** From paths to the one list of what is to be done. */
import type { Assumption } from '../command-line/assume-option.ts';
import { renderComplaint } from '../command-line/complaint.ts';
import type { Invocation } from '../command-line/invocation.ts';
import type { CalendarDay } from '../domain/calendar-day.ts';
import { gatherTodo, type NamedLedger, type Todo, type TodoItem } from '../domain/todo.ts';
import { type ExitCode, ExitCode as Code } from '../exit-code.ts';
import { todoIn } from './ahead.ts';
import { assumedOf } from './check-ledgers.ts';
import { assertOwnersExist, ownersIn } from './concerns.ts';
import type { LedgerFile } from './find-ledgers.ts';
import { type ReadableLedger, tellEach } from './tell-ledgers.ts';
import { withEvidence } from './with-evidence.ts';

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
  const read = async (ledger: ReadableLedger, file: LedgerFile): Promise<void> => {
    const { loaded, complaints } = await withEvidence([ledger], [file], () => true, io.files);
    for (const complaint of complaints) await io.stderr.write(renderComplaint(complaint, languages.people));
    isExamined &&= complaints.length === 0;
    for (const word of assumedOf([ledger])) assumed.add(word);
    first ??= ledger.asOf;
    ledgers.push({ file: ledger.file, company: ledger.ledger.company.name });
    for (const one of ownersIn(ledger.ledger)) owners.add(one);
    for (const one of loaded) items.push(...todoIn(one));
  };
  const { isWhole, files } = await tellEach(paths, asOf, invocation, read, assume);
  const code = isWhole && isExamined ? Code.ok : Code.noVerdict;
  if (first === undefined || ledgers.length === 0) return { todo: undefined, files, code };
  if (isWhole) assertOwnersExist(owner ?? [], owners);
  const told = owner === undefined ? items : items.filter(({ finding }) => owner.includes(finding.owner ?? ''));
  return { todo: gatherTodo(told, { asOf: first, days, ledgers, assumed: [...assumed] }), files, code };
}
