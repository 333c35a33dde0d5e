import { type CalendarDay, parseDay } from '../../src/domain/calendar-day.ts';

/** A day that the test knows to exist. */
export function day(iso: string): CalendarDay {
  const parsed = parseDay(iso);
  if (parsed === undefined) throw new Error(`no such day: ${iso}`);
  return parsed;
}
