/** What lies ahead of a ledger: what is to be done about it, and the time lines of its licences. */
import type { Until } from '../command-line/option-values.ts';
import { addMonths, type CalendarDay } from '../domain/calendar-day.ts';
import { needersIn } from '../domain/check.ts';
import { type LedgerHorizon, type Timeline, timelineOf } from '../domain/horizon.ts';
import { indexLedger } from '../domain/ledger-index.ts';
import type { Ledger } from '../domain/ledger.ts';
import { type TodoItem, type TodoOptions, todoOf } from '../domain/todo.ts';
import { catalogue } from '../rules/catalogue.ts';
import { assumedOf, findingsOf, rulesOf, withFile } from './check-ledgers.ts';
import type { LoadedLedger } from './load-ledger.ts';
import type { ReadableLedger } from './tell-ledgers.ts';

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
  const index = indexLedger(ledger, needersIn(catalogue));
  const items = todoOf(
    { file, name, repositoryPath, ledger, asOf },
    { ...options, check: (one, { selects = all, ...when }) => findingsOf(one, evidence, { selects, index, ...when }) },
  );
  return items.map((item) => naming(file, item));
}

function naming(file: string, item: TodoItem): TodoItem {
  return { ...item, finding: withFile(item.finding, file) };
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
