/** What `ledger renew` asks at a terminal. */
import { type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Plain } from '../../domain/edit.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { endOfTerm, termBetween } from '../../domain/term.ts';
import type { Language } from '../../domain/text.ts';
import { readDayAnswer, refusing } from '../../run/recording/answers.ts';
import { entryStep } from '../../run/recording/entry-choice.ts';
import { countedFrom } from '../../run/recording/given-days.ts';
import type { entryNamed } from '../../run/recording/named-entry.ts';
import { type Step, textStep } from '../../run/recording/questions.ts';

export type Renewable = ReturnType<typeof entryNamed<'licence' | 'resource'>>;

/** Refuses what cannot be recorded. */
type PlanWith = (answer: Plain) => unknown;

export function renewableStep(ledger: Ledger, language: Language): Step {
  const followed = new Set(ledger.resources.flatMap(({ follows }) => follows ?? []));
  return entryStep({
    key: 'id',
    label: { zh: '续签的合同或延续的许可证', en: 'Contract or licence to renew' },
    language,
    ledger,
    fits: ({ of, entry }) => of !== 'system' && entry.expires !== FOREVER && !followed.has(entry.id),
  });
}

/** As long as the old term, where nothing else is said. */
export function endStep({ of, entry }: Renewable, first: CalendarDay, language: Language, plan: PlanWith): Step {
  const began = of === 'licence' ? entry.issued : entry.starts;
  const term = began === undefined ? undefined : termBetween(began, entry.expires);
  const last = term === undefined ? undefined : endOfTerm(first, term);
  return textStep({
    key: 'expires',
    label: { zh: `${entry.id}新的到期日（最后有效日）`, en: `New last valid day of ${entry.id}` },
    language,
    hint: 'day',
    initial: last === undefined ? undefined : formatDay(last),
    read: refusing((typed) => readDayAnswer(typed, { first, allowsNever: of === 'resource' }), plan),
  });
}

/** A renewed licence is a new paper with a day of its own. */
export function issuedStep(id: string, today: CalendarDay, language: Language, plan: PlanWith): Step {
  return textStep({
    key: 'issued',
    label: { zh: `${id}新证的发证日`, en: `Day of issue of the new licence ${id}` },
    language,
    hint: 'optionalDay',
    isOptional: true,
    read: refusing((typed) => readDayAnswer(typed, { first: countedFrom(today) }), plan),
  });
}
