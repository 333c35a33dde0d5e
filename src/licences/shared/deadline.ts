import { type CalendarDay, daysBetween } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import type { Problem, RuleContext } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';

interface DeadlineWords {
  readonly due: (daysLeft: number) => Text;
  readonly overdue: (daysAgo: number) => Text;
}

/** A duty not yet done: `due` inside the licence's window up to its last day, `overdue` from the next day on. */
export function deadlineProblem(
  licence: Licence,
  date: CalendarDay,
  context: RuleContext,
  { due, overdue }: DeadlineWords,
): Problem | undefined {
  const daysLeft = daysBetween(context.asOf, date);
  if (daysLeft < 0) return { status: 'overdue', date, message: overdue(-daysLeft) };
  if (daysLeft > context.windowOf(licence)) return undefined;
  return { status: 'due', date, message: due(daysLeft) };
}
