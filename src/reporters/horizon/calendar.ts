/** Deadlines as a calendar (iCalendar, RFC 5545): one all-day event for each. */
import { createHash } from 'node:crypto';

import ical, { ICalAlarmType, type ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';

import { addDays, type CalendarDay, daysBetween, formatDay, weekdayOf } from '../../domain/calendar-day.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { Language, Text } from '../../domain/text.ts';
import { withoutDaysLeft } from '../../domain/timeless.ts';
import { printable } from '../writing/printable.ts';
import { WEEKDAYS } from '../writing/words.ts';

const SECONDS_A_DAY = 86_400;

/** The same deadlines give the same bytes: no clock, no random number, no zone of the machine. Lines end with CRLF. */
export function renderCalendar(deadlines: readonly Deadline[], language: Language): string {
  const calendar = ical({
    name: NAME[language],
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'ledger', product: 'calendar', language: language.toUpperCase() },
  });
  const ids = new Map<string, number>();
  for (const deadline of deadlines) addEvent(calendar, deadline, uidOf(deadline, ids), language);
  return `${calendar.toString()}\r\n`;
}

const NAME: Text = { zh: '合规期限', en: 'Compliance deadlines' };

function addEvent(calendar: ICalCalendar, deadline: Deadline, id: string, language: Language): void {
  const { day, asOf, name, finding } = deadline;
  const subject = name === undefined ? finding.subject : `${finding.subject} ${name}`;
  const message = withoutDaysLeft(finding.message)[language];
  const summary = printable(`${subject}${language === 'zh' ? '：' : ': '}${message}`);
  const event = calendar.createEvent({
    id,
    stamp: midnight(asOf),
    start: midnight(day),
    // The first day behind it (RFC 5545, 3.6.1).
    end: midnight(addDays(day, 1)),
    allDay: true,
    // A deadline keeps nobody from other appointments.
    transparency: ICalEventTransparency.TRANSPARENT,
    summary,
    description: describe(deadline, language),
    categories: [{ name: finding.rule }],
  });
  for (const days of alarmDays(deadline)) {
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: days * SECONDS_A_DAY, description: summary });
  }
}

/** Days before the deadline, the first alarm first: when warning begins, and on the last working day. */
function alarmDays({ day, lead, finding: { actBy = day } }: Deadline): readonly number[] {
  return [...new Set([lead, daysBetween(actBy, day)])].sort((one, other) => other - one);
}

/** In UTC, as the library writes the days of all-day events. */
function midnight(day: CalendarDay): Date {
  return new Date(formatDay(day));
}

/** Of what the deadline is about, never of its day: where a day moves, calendars move the event. */
function uidOf({ file, finding: { rule, subject, period = '' } }: Deadline, used: Map<string, number>): string {
  const name = JSON.stringify([file, rule, subject, period]);
  const ordinal = (used.get(name) ?? 0) + 1;
  used.set(name, ordinal);
  const digest = createHash('sha256')
    .update(ordinal === 1 ? name : `${name}#${ordinal}`)
    .digest('hex');
  return `${digest.slice(0, 32)}@ledger`;
}

function describe({ file, company, name, day, finding }: Deadline, language: Language): string {
  const { subject, related, rule, actBy = day, actByCalendar, remedy, waived } = finding;
  const rows: readonly (readonly [Text, string])[] = [
    [WORDS.company, company],
    [
      WORDS.entry,
      [name === undefined ? subject : `${subject} ${name}`, ...related].join(language === 'zh' ? '、' : ', '),
    ],
    [WORDS.date, withWeekday(day, language)],
    [WORDS.actBy, withWeekday(actBy, language) + (actByCalendar === 'weekends' ? WEEKENDS_ALONE[language] : '')],
    [WORDS.remedy, remedy[language]],
    [WORDS.rule, rule],
    [WORDS.file, file],
    ...(waived === undefined ? [] : [[WORDS.waived, `${formatDay(waived.until)} ${waived.reason}`] as const]),
  ];
  const colon = language === 'zh' ? '：' : ': ';
  return rows.map(([label, text]) => `${label[language]}${colon}${printable(text)}`).join('\n');
}

function withWeekday(day: CalendarDay, language: Language): string {
  const name = WEEKDAYS[weekdayOf(day)]?.[language] ?? '';
  return language === 'zh' ? `${formatDay(day)}（${name}）` : `${formatDay(day)} (${name})`;
}

const WORDS = {
  company: { zh: '公司', en: 'Company' },
  entry: { zh: '条目', en: 'Entry' },
  date: { zh: '期限', en: 'Deadline' },
  actBy: { zh: '最迟办理', en: 'Act by' },
  remedy: { zh: '处理', en: 'Do' },
  rule: { zh: '规则', en: 'Rule' },
  file: { zh: '台账', en: 'Ledger' },
  waived: { zh: '豁免至', en: 'Waived until' },
} as const satisfies Record<string, Text>;

const WEEKENDS_ALONE: Text = {
  zh: '，放假安排尚未公布，仅按周末推算',
  en: '; holidays not published yet, weekends alone',
};
