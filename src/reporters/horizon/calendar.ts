/** Deadlines as a calendar: one all-day event for each. */
import { hash } from 'node:crypto';

import { type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import { withoutDaysLeft } from '../../domain/deadlines-ahead.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language, Text } from '../../domain/text.ts';
import { type TodoItem, todoIdentity } from '../../domain/todo.ts';
import { shortName } from '../writing/licence-heading.ts';
import { inPieces } from '../writing/pieces.ts';
import { printable } from '../writing/printable.ts';
import { MAKE_UP_DAYS_UNKNOWN, withWeekday } from '../writing/words.ts';
import { beginCalendar, END_OF_CALENDAR, writeEvent } from './icalendar.ts';

type Kinds = ReadonlyMap<string, LicenceProfile>;

/** A calendar that is written ledger by ledger. */
export interface CalendarWriter {
  readonly begin: string;
  /** One event for each item that has a day to come. They are made as they are asked for, and once: ids are never given twice. */
  readonly events: (items: readonly TodoItem[]) => Iterable<string>;
  readonly end: string;
}

/** The same items give the same bytes. */
export function calendarWriter(language: Language, kinds: Kinds): CalendarWriter {
  const ids = new Map<string, number>();
  const eventOf = (item: TodoItem): string => {
    const { of, finding } = item;
    const { date: day = of.asOf } = finding;
    return writeEvent({
      uid: uidOf(item, ids),
      stamp: of.asOf,
      day,
      summary: summarize(item, language, kinds),
      description: describe(item, day, language, kinds),
      category: finding.rule,
      alarms: alarmDays(item, day),
    });
  };
  return {
    begin: beginCalendar({ name: NAME[language], language, refreshDays: 1 }),
    events(items) {
      const due = items.filter(({ urgency }) => urgency === 'due');
      return inPieces(
        () => due,
        (some) => some.map(eventOf).join(''),
      );
    },
    end: END_OF_CALENDAR,
  };
}

const NAME: Text = { zh: '合规期限', en: 'Compliance deadlines' };

function summarize(item: TodoItem, language: Language, kinds: Kinds): string {
  const message = withoutDaysLeft(item.finding.message)[language];
  return printable(`${subjectOf(item, language, kinds)}${COLON[language]}${message}`);
}

/** `telecom A2.B1.B2-20222637 IDC` */
function subjectOf({ name, finding }: TodoItem, language: Language, kinds: Kinds): string {
  const { subject, service } = finding;
  const business = service === undefined ? undefined : shortName(service, language, kinds);
  return [subject, name, business].filter((part) => part !== undefined).join(' ');
}

/** Days before the deadline, the first alarm first: when warning begins, and on the last working day. */
function alarmDays({ lead, finding: { actBy } }: TodoItem, day: CalendarDay): readonly number[] {
  return [...new Set([lead, daysBetween(actBy ?? day, day)])].sort((one, other) => other - one);
}

/** Of what the deadline is about, never of its day: where a day moves, calendars move the event. */
function uidOf(item: TodoItem, used: Map<string, number>): string {
  const name = todoIdentity(item);
  const ordinal = (used.get(name) ?? 0) + 1;
  used.set(name, ordinal);
  const digest = hash('sha256', ordinal === 1 ? name : `${name}#${ordinal}`);
  return `${digest.slice(0, 32)}@ledger`;
}

function describe(item: TodoItem, day: CalendarDay, language: Language, kinds: Kinds): string {
  const { of, finding } = item;
  const { related, rule, owner, actBy = day, actByCalendar, remedy, waived } = finding;
  const entries = [subjectOf(item, language, kinds), ...related];
  const isSure = actByCalendar === 'published';
  const rows: readonly (readonly [Text, string] | undefined)[] = [
    [WORDS.company, of.ledger.company.name],
    [WORDS.entry, entries.join(language === 'zh' ? '、' : ', ')],
    [WORDS.date, withWeekday(day, language)],
    [WORDS.actBy, withWeekday(actBy, language) + (isSure ? '' : NOT_SURE[language])],
    owner === undefined ? undefined : [WORDS.owner, owner],
    [WORDS.remedy, remedy[language]],
    [WORDS.rule, rule],
    [WORDS.file, of.repositoryPath ?? of.file],
    waived === undefined ? undefined : [WORDS.waived, `${formatDay(waived.until)} ${waived.reason}`],
  ];
  return rows
    .flatMap((row) => (row === undefined ? [] : [`${row[0][language]}${COLON[language]}${printable(row[1])}`]))
    .join('\n');
}

const COLON: Text = { zh: '：', en: ': ' };

const WORDS = {
  company: { zh: '公司', en: 'Company' },
  entry: { zh: '条目', en: 'Entry' },
  date: { zh: '期限', en: 'Deadline' },
  actBy: { zh: '最迟办理', en: 'Act by' },
  owner: { zh: '负责人', en: 'Owner' },
  remedy: { zh: '处理', en: 'What to do' },
  rule: { zh: '规则', en: 'Rule' },
  file: { zh: '台账', en: 'Ledger' },
  waived: { zh: '豁免至', en: 'Waived until' },
} as const satisfies Record<string, Text>;

const NOT_SURE: Text = { zh: `，${MAKE_UP_DAYS_UNKNOWN.zh}`, en: `; ${MAKE_UP_DAYS_UNKNOWN.en}` };
