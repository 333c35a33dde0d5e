/** What is to be done, for programs: `ledger/todo@1`. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Language } from '../../domain/text.ts';
import type { Todo, TodoItem } from '../../domain/todo.ts';
import { assumedKey } from '../writing/assumed.ts';
import { printJson } from '../writing/json-document.ts';

/** Keys in a fixed order; those without a value are left out. Ends with a line break. */
export function renderTodoJson(todo: Todo, language: Language): string {
  return printJson(todoDocument(todo, language));
}

/** The document before it is printed. */
export function todoDocument({ asOf, until, assumed, ledgers, items }: Todo, language: Language): object {
  return {
    schema: 'ledger/todo@1',
    asOf: formatDay(asOf),
    until: formatDay(until),
    assumed: assumedKey(assumed),
    files: ledgers.map(({ file }) => file),
    items: items.map((item) => describeTodo(item, language)),
  };
}

/** Without a rule it is the last day of an entry. */
function describeTodo({ of, told, finding }: TodoItem, language: Language): object {
  const { rule, subject, service, period, message, date, daysLeft, actBy, owner, severity, fix } = finding;
  return {
    file: of.file,
    company: of.ledger.company.name,
    rule: told === 'last-day' ? undefined : rule,
    subject,
    service,
    period,
    message: message[language],
    date: dayIn(date),
    daysLeft,
    actBy: dayIn(actBy),
    owner,
    severity,
    command: fix?.command,
  };
}

function dayIn(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}
