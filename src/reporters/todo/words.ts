/** The words of the list that belong to no rule. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language, Text } from '../../domain/text.ts';
import type { Todo, TodoItem } from '../../domain/todo.ts';
import { shortName } from '../writing/licence-heading.ts';
import { GROUP_NAMES } from '../writing/words.ts';
import { dayOf, type TodoBlock } from './groups.ts';

/** `telecom B1-20222637 IDC`: what is meant, with the title of a contract or the number of a licence. */
export function nameOf(
  { name, finding: { subject, service } }: TodoItem,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
  shorten: (name: string) => string = (text) => text,
): string {
  if (subject === 'company') return GROUP_NAMES.company[language];
  const business = service === undefined ? undefined : shortName(service, language, kinds);
  return [subject, name === undefined ? undefined : shorten(name), business]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Ids that are named; the others are counted. */
const MOST_NAMED = 6;

/** What a block tells beside its first item: the messages of other periods, and the other entries of which it is as true. */
export function othersInWords({ items }: TodoBlock, language: Language): readonly string[] {
  const [first, ...others] = items;
  const isOfFirst = ({ finding: { subject, service } }: TodoItem): boolean =>
    subject === first.finding.subject && service === first.finding.service;
  const periods = others.filter(isOfFirst);
  const entries = others.filter((item) => !isOfFirst(item));
  const messages = periods.slice(0, MOST_NAMED).map(({ finding }) => finding.message[language]);
  const notTold = periods.length - messages.length;
  return [
    ...messages,
    ...(notTold === 0 ? [] : [language === 'zh' ? `另有${notTold}期` : `and ${notTold} more periods`]),
    ...(entries.length === 0 ? [] : [sameFor(entries, language)]),
  ];
}

function sameFor(items: readonly TodoItem[], language: Language): string {
  const ids = items.map(({ finding: { subject, service } }) =>
    service === undefined ? subject : `${subject}/${service}`,
  );
  const named = ids.slice(0, MOST_NAMED);
  const left = ids.length - named.length;
  if (language === 'zh') {
    return `另有${ids.length}项同样：${named.join('、')}${left === 0 ? '' : `等`}`;
  }
  return `the same for ${named.join(', ')}${left === 0 ? '' : ` and ${left} more`}`;
}

/** What is not listed: the waived, and what comes next. */
export function closingWords(
  { waived, next }: Todo,
  language: Language,
  kinds: ReadonlyMap<string, LicenceProfile>,
): readonly Text[] {
  const day = next === undefined ? undefined : dayOf(next);
  const upcoming =
    next === undefined || day === undefined
      ? undefined
      : `${formatDay(day)} ${nameOf(next, language, kinds)}${language === 'zh' ? '，' : ', '}${next.finding.rule}`;
  return [
    ...(waived === 0
      ? []
      : [
          {
            zh: `另有${waived}项期限已豁免，未包括在内。`,
            en: waived === 1 ? '1 waived deadline is not included.' : `${waived} waived deadlines are not included.`,
          },
        ]),
    ...(upcoming === undefined ? [] : [{ zh: `其后最近一项：${upcoming}。`, en: `Next: ${upcoming}.` }]),
  ];
}

/** Where nothing is to be done. */
export function nothingUntil(until: CalendarDay): Text {
  return { zh: `至${formatDay(until)}没有待办事项。`, en: `Nothing to do until ${formatDay(until)}.` };
}
