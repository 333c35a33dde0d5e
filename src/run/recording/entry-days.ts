/** The days of a new entry, as the ledger writes them. */
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { formatDay, parseDay } from '../../domain/calendar-day.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import { optionNamed } from './entry-fields.ts';
import { countedFrom, dayGiven, type DayReading } from './given-days.ts';

const DAY_FIELDS = ['starts', 'issued', 'opened', 'verified'] as const;

/**
 * Terms such as `+1y` become days: an end is counted from the beginning where there is one, all else from today. What is no
 * text is left for the schema to refuse.
 *
 * @throws {Refusal} for a word that is no day
 */
export function settleDays(fields: PlainMapping, today: CalendarDay, allowsNever: boolean): PlainMapping {
  const settled: Record<string, Plain> = { ...fields };
  for (const field of DAY_FIELDS) settle(field, { first: countedFrom(today) });
  settle('expires', endReading(settled, today, allowsNever));
  return settled;

  function settle(field: string, reading: DayReading): void {
    const word = settled[field];
    if (typeof word === 'string') settled[field] = formatDay(dayGiven(optionNamed(field), word, reading));
  }
}

/** From which day the end of an entry is counted. */
export function endReading(fields: PlainMapping, today: CalendarDay, allowsNever: boolean): DayReading {
  return { first: firstDayOf(fields) ?? countedFrom(today), allowsNever };
}

/** The day on which an entry begins, where it says so. */
export function firstDayOf({ starts, issued }: PlainMapping): CalendarDay | undefined {
  const word = starts ?? issued;
  return typeof word === 'string' ? parseDay(word) : undefined;
}
