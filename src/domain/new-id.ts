/** Ids for entries that were given none. */
import { type CalendarDay, FOREVER, yearOf } from './calendar-day.ts';

/** Ids that no other entry may take. */
export type TakenIds = Pick<ReadonlySet<string>, 'has'>;

/** `leased-line-2026`, and `leased-line-2026-2` where that is taken. */
export function newId(kind: string, day: CalendarDay, taken: TakenIds): string {
  return firstFree(stemOf(kind, day), taken);
}

function stemOf(kind: string, day: CalendarDay): string {
  return day === FOREVER ? kind : `${kind}-${yearOf(day)}`;
}

const YEAR_AT_END = /-(?:19|2\d)\d{2}(?:-\d{1,2})?$/u;

/** Of what continues another: `line-bj-2026` becomes `line-bj-2027`, `seal` becomes `seal-2027`. */
export function successorId(id: string, starts: CalendarDay, taken: TakenIds): string {
  return firstFree(`${id.replace(YEAR_AT_END, '')}-${yearOf(starts)}`, taken);
}

/** Gives ids to many entries, as `newId` does to one, and takes each: what it gave it need not look for again. */
export function idGiver(taken: Set<string>): (kind: string, day: CalendarDay) => string {
  const numbers = new Map<string, number>();
  return (kind, day) => {
    const stem = stemOf(kind, day);
    let number = numbers.get(stem) ?? 1;
    const named = (): string => (number === 1 ? stem : `${stem}-${number}`);
    while (taken.has(named())) number += 1;
    numbers.set(stem, number);
    taken.add(named());
    return named();
  };
}

function firstFree(stem: string, taken: TakenIds): string {
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  return id;
}
