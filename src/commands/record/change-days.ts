/** The days of a change that an authority must be told of. */
import { type CalendarDay, formatDay, parseDay } from '../../domain/calendar-day.ts';
import { type ChangeKind, FILED_CHANGES } from '../../domain/company.ts';
import { type Plain, type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Language, Text } from '../../domain/text.ts';
import { readDayAnswer, refusing } from '../../run/recording/answers.ts';
import { countedFrom, dayDone } from '../../run/recording/given-days.ts';
import { withoutAbsent } from '../../run/recording/given-entry.ts';
import { type Step, textStep } from '../../run/recording/questions.ts';

export interface ChangeDays {
  readonly decided?: CalendarDay | undefined;
  readonly registered?: CalendarDay | undefined;
  /** From which it takes effect; it may lie ahead. */
  readonly effective?: CalendarDay | undefined;
  readonly approved?: CalendarDay | undefined;
  readonly publicised?: CalendarDay | undefined;
  /** Of address or contact of a holder of numbers. */
  readonly changed?: CalendarDay | undefined;
  /** On which it was told. */
  readonly on?: CalendarDay | undefined;
}

const DAYS = {
  decided: { zh: '作出决定的日期', en: 'Day of the decision' },
  registered: { zh: '变更登记的日期', en: 'Day of registration' },
  effective: { zh: '生效的日期', en: 'Day on which it takes effect' },
  changed: { zh: '变更日期', en: 'Day of the change' },
  on: { zh: '报告日期', en: 'Day on which it was reported' },
} as const satisfies Record<string, Text>;

/** The days by which a change of a kind is known. */
export function daysOf(what: ChangeKind): readonly ('decided' | 'registered' | 'effective')[] {
  if (what === 'cessation' || what === 'transfer') return ['decided', 'effective'];
  return FILED_CHANGES.some((kind) => kind === what) ? ['effective'] : ['decided', 'registered'];
}

/** The question for one of them. */
export function dayStep(day: keyof typeof DAYS, isOptional: boolean, today: CalendarDay, language: Language): Step {
  return textStep({
    key: day,
    label: DAYS[day],
    language,
    isOptional,
    hint: isOptional ? 'optionalDay' : 'plainDay',
    read: refusing(
      (typed) => readDayAnswer(typed, { first: countedFrom(today) }),
      (answer) => (day === 'effective' ? undefined : dayDone(`--${day}`, parseDay(wordOf(answer)), today)),
    ),
  });
}

function written(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}

function dayOf(word: Plain | undefined): CalendarDay | undefined {
  return typeof word === 'string' ? parseDay(word) : undefined;
}

const NAMES = [
  'decided',
  'registered',
  'effective',
  'approved',
  'publicised',
  'changed',
  'on',
] as const satisfies readonly (keyof ChangeDays)[];

/** Days as a draft keeps them. */
export function writtenDays(days: ChangeDays): PlainMapping {
  return withoutAbsent(Object.fromEntries(NAMES.map((name) => [name, written(days[name])])));
}

/** Days as they were said. */
export function daysIn(said: PlainMapping): ChangeDays {
  return Object.fromEntries(NAMES.map((name) => [name, dayOf(said[name])]));
}
