/** Deadlines as a calendar: one all-day event for each. */
import { createHash } from 'node:crypto';

import { daysBetween, formatDay } from '../../domain/calendar-day.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { withoutDaysLeft } from '../../domain/deadlines-ahead.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import { compareText } from '../../domain/report.ts';
import type { Language, Text } from '../../domain/text.ts';
import { shortName } from '../writing/licence-heading.ts';
import { printable } from '../writing/printable.ts';
import { MAKE_UP_DAYS_UNKNOWN, withWeekday } from '../writing/words.ts';
import { writeCalendar } from './icalendar.ts';

type Kinds = ReadonlyMap<string, LicenceProfile>;

/** The same deadlines give the same bytes. */
export function renderCalendar(deadlines: readonly Deadline[], language: Language, kinds: Kinds): string {
  const ids = new Map<string, number>();
  const events = deadlines.map((deadline) => ({
    uid: uidOf(deadline, ids),
    stamp: deadline.asOf,
    day: deadline.day,
    summary: summarize(deadline, language, kinds),
    description: describe(deadline, language, kinds),
    category: deadline.finding.rule,
    alarms: alarmDays(deadline),
  }));
  return writeCalendar({ name: NAME[language], language, refreshDays: 1 }, events);
}

const NAME: Text = { zh: '合规期限', en: 'Compliance deadlines' };

function summarize(deadline: Deadline, language: Language, kinds: Kinds): string {
  const message = withoutDaysLeft(deadline.finding.message)[language];
  return printable(`${subjectOf(deadline, language, kinds)}${COLON[language]}${message}`);
}

/** `telecom A2.B1.B2-20222637 IDC` */
function subjectOf({ name, finding }: Deadline, language: Language, kinds: Kinds): string {
  const { subject, service } = finding;
  const business = service === undefined ? undefined : shortName(service, language, kinds);
  return [subject, name, business].filter((part) => part !== undefined).join(' ');
}

/** Days before the deadline, the first alarm first: when warning begins, and on the last working day. */
function alarmDays({ day, lead, finding: { actBy = day } }: Deadline): readonly number[] {
  return [...new Set([lead, daysBetween(actBy, day)])].sort((one, other) => other - one);
}

/** Of what the deadline is about, never of its day: where a day moves, calendars move the event. */
function uidOf({ ledger, finding }: Deadline, used: Map<string, number>): string {
  const { rule, subject, service = '', related, period = '' } = finding;
  const name = JSON.stringify([ledger, rule, subject, service, related.toSorted(compareText), period]);
  const ordinal = (used.get(name) ?? 0) + 1;
  used.set(name, ordinal);
  const digest = createHash('sha256')
    .update(ordinal === 1 ? name : `${name}#${ordinal}`)
    .digest('hex');
  return `${digest.slice(0, 32)}@ledger`;
}

function describe(deadline: Deadline, language: Language, kinds: Kinds): string {
  const { file, company, day, finding } = deadline;
  const { related, rule, owner, actBy = day, actByCalendar, remedy, waived } = finding;
  const entries = [subjectOf(deadline, language, kinds), ...related];
  const isSure = actByCalendar === 'published';
  const rows: readonly (readonly [Text, string] | undefined)[] = [
    [WORDS.company, company],
    [WORDS.entry, entries.join(language === 'zh' ? '、' : ', ')],
    [WORDS.date, withWeekday(day, language)],
    [WORDS.actBy, withWeekday(actBy, language) + (isSure ? '' : NOT_SURE[language])],
    owner === undefined ? undefined : [WORDS.owner, owner],
    [WORDS.remedy, remedy[language]],
    [WORDS.rule, rule],
    [WORDS.file, file],
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
  owner: { zh: '负责', en: 'Owner' },
  remedy: { zh: '处理', en: 'Do' },
  rule: { zh: '规则', en: 'Rule' },
  file: { zh: '台账', en: 'Ledger' },
  waived: { zh: '豁免至', en: 'Waived until' },
} as const satisfies Record<string, Text>;

const NOT_SURE: Text = { zh: `，${MAKE_UP_DAYS_UNKNOWN.zh}`, en: `; ${MAKE_UP_DAYS_UNKNOWN.en}` };
