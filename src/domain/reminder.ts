/** When people are reminded of what is to be done: on some days before its day, and daily once that is past. */
import type { CalendarDay } from './calendar-day.ts';
import { type TodoItem, todoIdentity } from './todo.ts';

/** Days before its day, or why it is told besides. */
export type Step = number | 'overdue' | 'open';

/** What was told of an item last. */
export interface Telling {
  /** The day of the item; where it moves, its steps begin again. */
  readonly date: CalendarDay | undefined;
  readonly step: Step;
  /** The day on which it was told. */
  readonly on: CalendarDay;
}

/** By identity of the item. */
export type Told = ReadonlyMap<string, Telling>;

/**
 * On which step an item stands: the nearest that it has reached, of days that are left; `overdue` where something is broken or
 * its day is past; `open` where it waits for no day. Undefined before the first step.
 */
export function stepOf({ urgency, finding: { daysLeft } }: TodoItem, steps: readonly number[]): Step | undefined {
  if (urgency === 'broken') return 'overdue';
  if (daysLeft === undefined) return 'open';
  if (daysLeft < 0) return 'overdue';
  const reached = steps.filter((step) => step >= daysLeft);
  return reached.length === 0 ? undefined : Math.min(...reached);
}

/**
 * What is to be told: each item once a step, and daily what is overdue.
 *
 * @param told absent: nobody remembers, so what stands exactly on a step or is overdue
 */
export function remindersOf(
  items: readonly TodoItem[],
  steps: readonly number[],
  told: Told | undefined,
): readonly TodoItem[] {
  return items.filter((item) => {
    const step = stepOf(item, steps);
    if (step === undefined) return false;
    if (told === undefined) return step === 'overdue' || step === item.finding.daysLeft;
    const last = told.get(todoIdentity(item));
    if (last === undefined || last.date !== item.finding.date || last.step !== step) return true;
    return step === 'overdue' && last.on < item.of.asOf;
  });
}

/** Days after which a telling is forgotten: longer than any step goes back. */
const DAYS_REMEMBERED = 400;

/** What is remembered once the reminders were sent. */
export function rememberReminders(reminders: readonly TodoItem[], steps: readonly number[], before: Told): Told {
  const told = new Map(before);
  for (const item of reminders) {
    const step = stepOf(item, steps);
    const { date } = item.finding;
    if (step !== undefined) told.set(todoIdentity(item), { date, step, on: item.of.asOf });
  }
  const last = reminders.reduce((day, { of: { asOf } }) => Math.max(day, asOf), 0);
  for (const [identity, { on }] of told) if (on < last - DAYS_REMEMBERED) told.delete(identity);
  return told;
}
