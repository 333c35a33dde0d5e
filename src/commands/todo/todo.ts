/** `ledger todo`: what must be done this month. */
import type { Invocation } from '../../command-line/invocation.ts';
import type { Assumption } from '../../command-line/options.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Todo } from '../../domain/todo.ts';
import type { ExitCode } from '../../exit-code.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { readTodo } from '../../run/ahead.ts';
import { pageOnStdout } from '../../run/destinations.ts';

export type TodoFormat = 'text' | 'json' | 'markdown';

export interface TodoOptions {
  readonly asOf?: CalendarDay | undefined;
  readonly within?: number | undefined;
  readonly assume?: readonly Assumption[] | undefined;
  readonly owner?: readonly string[] | undefined;
  readonly groupBy?: 'owner' | 'company' | 'licence' | undefined;
  readonly format?: TodoFormat | undefined;
}

/** A month, whatever month it is. */
const DAYS = 31;

/** @throws {Refusal} for an owner who answers for nothing */
export async function todo(
  paths: readonly string[],
  { asOf, assume, within = DAYS, owner, groupBy, format = 'text' }: TodoOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { todo: list, code } = await readTodo(paths, { asOf, days: within, owner, assume }, invocation);
  if (list !== undefined) await invocation.io.stdout.write(await render(list, format, groupBy, invocation));
  return code;
}

async function render(
  list: Todo,
  format: TodoFormat,
  groupBy: TodoOptions['groupBy'],
  invocation: Invocation,
): Promise<string> {
  const { languages } = invocation;
  switch (format) {
    case 'text': {
      const { renderTodo } = await import('../../reporters/todo/text.ts');
      return pageOnStdout((style) => renderTodo(list, style, catalogue.kinds, groupBy), invocation);
    }
    case 'json': {
      const { renderTodoJson } = await import('../../reporters/todo/json.ts');
      return renderTodoJson(list, languages.machines);
    }
    case 'markdown': {
      const { renderTodoMarkdown } = await import('../../reporters/todo/markdown.ts');
      return renderTodoMarkdown(list, languages.people, catalogue.kinds, groupBy);
    }
  }
}
