/** Ids for entries that were given none. */
import { type CalendarDay, FOREVER, yearOf } from './calendar-day.ts';

/** `leased-line-2026`, and `leased-line-2026-2` where that is taken. */
export function newId(kind: string, day: CalendarDay, taken: ReadonlySet<string>): string {
  return firstFree(day === FOREVER ? kind : `${kind}-${yearOf(day)}`, taken);
}

const YEAR_AT_END = /-(?:19|2\d)\d{2}(?:-\d{1,2})?$/u;

/** Of what continues another: `line-bj-2026` becomes `line-bj-2027`, `seal` becomes `seal-2027`. */
export function successorId(id: string, starts: CalendarDay, taken: ReadonlySet<string>): string {
  return firstFree(`${id.replace(YEAR_AT_END, '')}-${yearOf(starts)}`, taken);
}

function firstFree(stem: string, taken: ReadonlySet<string>): string {
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  return id;
}
