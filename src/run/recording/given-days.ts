/** Days that are given to a command: written out, or as a term. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import { addDays, type CalendarDay, FOREVER, formatDay, parseDay } from '../../domain/calendar-day.ts';
import { endOfCurrentTerm, lastDayOf, renewsItself } from '../../domain/cover.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import type { Ledger, Resource } from '../../domain/ledger.ts';
import { endOfTerm, parseTerm } from '../../domain/term.ts';
import { licenceFields } from '../../fields/licence.ts';
import { resourceFields } from '../../fields/resource.ts';
import { OPTION_FIELDS, optionNamed } from '../../fields/uses.ts';
import { adviseOnDay } from '../../schema/day-advice.ts';

export interface DayReading {
  /** The first day of the term where one is given: `+1y` from 1 January ends on 31 December. Absent: no term is taken. */
  readonly first?: CalendarDay | undefined;
  readonly allowsNever?: boolean | undefined;
}

/** A day from `2027-12-31`, `+1y` or, where it is allowed, `never`. */
export function readDay(word: string, { first, allowsNever = false }: DayReading): CalendarDay | undefined {
  if (word === 'never') return allowsNever ? FOREVER : undefined;
  const term = parseTerm(word);
  if (term === undefined) return parseDay(word);
  return first === undefined ? undefined : endOfTerm(first, term);
}

/** @throws {Refusal} for a word that is no such day */
export function dayGiven(option: string, word: string, reading: DayReading): CalendarDay {
  const day = readDay(word, reading);
  if (day !== undefined) return day;
  const { reason, remedy } = adviseOnDay(word, reading.allowsNever === true);
  throw usageError({ where: option, what: reason, remedy });
}

/**
 * The day on which something was done: today unless it is given.
 *
 * @throws {Refusal} for a day that has not come yet
 */
export function dayDone(option: string, given: CalendarDay | undefined, today: CalendarDay): CalendarDay {
  if (given === undefined || given <= today) return given ?? today;
  throw notYet(`${option} ${formatDay(given)}`, today);
}

function notYet(where: string, today: CalendarDay): Refusal {
  return usageError({
    where,
    what: {
      zh: `是将来的日期（今天是${formatDay(today)}）`,
      en: `in the future (today is ${formatDay(today)})`,
    },
    remedy: { zh: '办完之后再登记。', en: 'Record it once it is done.' },
  });
}

/** A term that is counted from a day which itself does not count (Civil Code, article 201). */
export function countedFrom(day: CalendarDay): CalendarDay {
  return addDays(day, 1);
}

/** Days that may lie ahead; on all others something was done, and nobody counts a term to them. */
const PLANNED: ReadonlySet<string> = new Set([
  resourceFields.fields.starts.key,
  resourceFields.fields.ended.key,
  licenceFields.fields.closed.key,
]);

/** How a day of a field is given, other than an end: one that may lie ahead as a term from today too. */
export function readingOf(field: string, today: CalendarDay): DayReading {
  return PLANNED.has(field) ? { first: countedFrom(today) } : {};
}

/**
 * Terms such as `+1y` become days: an end is counted as `endReading` says, all else as `readingOf`. What is no text is left for
 * the schema to refuse.
 *
 * @throws {Refusal} for a word that is no day
 */
export function settleDays(fields: PlainMapping, known: Known, allowsNever: boolean): PlainMapping {
  const settled: Record<string, Plain> = { ...fields };
  for (const { key, shape } of OPTION_FIELDS) {
    if (shape.type === 'day' && key !== 'expires') settle(key, readingOf(key, known.today));
  }
  settle('expires', endReading(settled, known, allowsNever));
  return settled;

  function settle(field: string, reading: DayReading): void {
    const word = settled[field];
    if (typeof word === 'string') settled[field] = formatDay(dayGiven(optionNamed(field), word, reading));
  }
}

/** What a day may be counted from. */
export interface Known {
  readonly today: CalendarDay;
  readonly ledger: Pick<Ledger, 'resources'>;
}

/** From which day the end of an entry is counted: its own first day, else that after what it follows, else from today. */
export function endReading(fields: PlainMapping, known: Known, allowsNever: boolean): DayReading {
  return { first: firstKnownDay(fields, known) ?? countedFrom(known.today), allowsNever };
}

/** The first day of an entry: its own, else the day after the end of what it follows. */
export function firstKnownDay(fields: PlainMapping, { ledger, today }: Known): CalendarDay | undefined {
  const followed = ledger.resources.find(({ id }) => id === fields['follows']);
  return firstDayOf(fields) ?? (followed === undefined ? undefined : dayAfter(followed, today));
}

/** The first day that a contract does not cover any more; where it renews itself, the first of the term that comes next. */
export function dayAfter(resource: Resource, today: CalendarDay): CalendarDay {
  return addDays(renewsItself(resource) ? endOfCurrentTerm(resource, today) : lastDayOf(resource), 1);
}

/** The day on which an entry begins, where it says so. */
export function firstDayOf({ starts, issued }: PlainMapping): CalendarDay | undefined {
  const word = starts ?? issued;
  return typeof word === 'string' ? parseDay(word) : undefined;
}
