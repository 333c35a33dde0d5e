/** The question for an entry that is recorded: what ends soonest stands first. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { lastDayOf } from '../../domain/cover.ts';
import type { Ledger, Resource } from '../../domain/ledger.ts';
import { nameOfResourceKind } from '../../domain/resource-kinds.ts';
import type { Language, Text } from '../../domain/text.ts';
import { type Choice, choiceOf } from '../../platform/dialogue.ts';
import { servicesOf } from '../../reporters/writing/licence-heading.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { allEntries, type NamedEntry, servedNamed } from './named-entry.ts';
import { choiceStep, type Step } from './questions.ts';

export interface EntryAsked {
  readonly key: string;
  readonly label: Text;
  readonly language: Language;
  readonly ledger: Ledger;
  /** Whether an entry may be chosen. */
  readonly fits: (entry: NamedEntry) => boolean;
  /** What may be chosen besides. */
  readonly also?: readonly Choice[];
}

/**
 * An entry by its id; the number of a licence is taken too.
 *
 * @throws {Refusal} where there is none to choose
 */
export function entryStep({ key, label, language, ledger, fits, also = [] }: EntryAsked): Step {
  const followed = new Set(ledger.resources.flatMap(({ follows }) => follows ?? []));
  const rank = (one: NamedEntry): number => (isSettled(one, followed) ? 1 : 0);
  const entries = allEntries(ledger)
    .filter(fits)
    .toSorted((one, other) => rank(one) - rank(other) || (endOf(one) ?? 0) - (endOf(other) ?? 0));
  const choices = [...entries.map((one) => choiceOf(one.entry.id, nameOf(one, language))), ...also];
  if (choices.length === 0) throw nothingToChoose();
  return choiceStep({
    key,
    label,
    language,
    choices,
    orElse: (typed) => choices.find(({ value }) => value === servedNamed(typed, ledger)),
  });
}

function nothingToChoose(): Refusal {
  return usageError({
    what: { zh: '台账中没有可选的条目', en: 'the ledger has no entry to choose from' },
    remedy: { zh: '运行 `ledger list` 查看全部条目。', en: 'Run `ledger list` to see them all.' },
  });
}

function endOf(one: NamedEntry): CalendarDay | undefined {
  if (one.of === 'system') return undefined;
  return one.of === 'licence' ? (one.entry.closed ?? one.entry.expires) : lastDayOf(one.entry);
}

/** Whether nobody needs to see to its end any more. */
function isSettled(one: NamedEntry, followed: ReadonlySet<string>): boolean {
  if (one.of === 'licence') return one.entry.closed !== undefined;
  return one.of === 'resource' && (followed.has(one.entry.id) || isOver(one.entry));
}

function isOver({ ended, renew }: Resource): boolean {
  return ended !== undefined || !renew;
}

function nameOf(one: NamedEntry, language: Language): string {
  if (one.of === 'system') return one.entry.title ?? '';
  const name =
    one.of === 'licence'
      ? `${servicesOf(one.entry, language, catalogue.kinds)}  ${one.entry.number ?? ''}`
      : (one.entry.title ?? nameOfResourceKind(one.entry.kind)[language]);
  return `${name.trim()}  ${formatDay(endOf(one) ?? one.entry.expires)}`;
}
