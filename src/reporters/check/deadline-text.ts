/** What a finding's date means for those who must act: its weekday, the last working day, how it was reckoned. */
import { addDays, type CalendarDay, formatDay, weekdayOf, yearOf } from '../../domain/calendar-day.ts';
import { type Finding, isUpcoming } from '../../domain/finding.ts';
import type { Language, Text } from '../../domain/text.ts';
import type { Labelled } from '../writing/layout.ts';
import { LABELS, WEEKDAYS } from '../writing/words.ts';

/** The line that tells how the date comes about and when to act; undefined where the message has said it all. */
export function deadlineLine(finding: Finding, asOf: CalendarDay, language: Language): Labelled | undefined {
  const { sum, date } = finding;
  const notes = actByNotes(finding, asOf, language);
  if (sum === undefined && notes.length === 0) return undefined;
  const reckoning = sum?.[language] ?? (date === undefined ? '' : formatDay(date));
  const weekday = date !== undefined && reckoning.endsWith(formatDay(date)) ? weekdayNote(finding, date, language) : '';
  return {
    label: (sum === undefined ? LABELS.date : LABELS.sum)[language],
    text: [reckoning + weekday, ...notes].join(language === 'zh' ? '；' : '; '),
  };
}

function actByNotes(finding: Finding, asOf: CalendarDay, language: Language): readonly string[] {
  const { date, actBy, actByCalendar } = finding;
  if (date === undefined || actBy === undefined || !isUpcoming(finding)) return [];
  const notes: Text[] = [];
  if (actBy !== date) notes.push(actBy < asOf ? actByMissed(actBy) : actByAhead(actBy));
  if (actByCalendar === 'weekends') notes.push(notKnown(yearThatDecides(date)));
  return notes.map((note) => note[language]);
}

function actByAhead(actBy: CalendarDay): Text {
  return {
    zh: `最迟在此前最后一个工作日${withWeekday(actBy, 'zh')}办理`,
    en: `act by ${withWeekday(actBy, 'en')}, the last working day before it`,
  };
}

function actByMissed(actBy: CalendarDay): Text {
  return {
    zh: `此前最后一个工作日${withWeekday(actBy, 'zh')}已过`,
    en: `the last working day before it was ${withWeekday(actBy, 'en')}`,
  };
}

/** The last days of a year may be moved by the notice of the next. */
function yearThatDecides(date: CalendarDay): number {
  return yearOf(addDays(date, DAYS_OF_LAST_WEEK));
}

const DAYS_OF_LAST_WEEK = 7;

function notKnown(year: number): Text {
  return {
    zh: `本版程序没有${year}年的调休安排`,
    en: `this version does not have the make-up workdays of ${year}`,
  };
}

function weekdayNote({ actBy, actByCalendar }: Finding, date: CalendarDay, language: Language): string {
  const isWorkingDay = actBy === date && actByCalendar === 'published';
  if (language === 'zh') return `（${weekdayName(date, 'zh')}${isWorkingDay ? '，工作日' : ''}）`;
  return ` (${weekdayName(date, 'en')}${isWorkingDay ? ', a working day' : ''})`;
}

function withWeekday(day: CalendarDay, language: Language): string {
  const name = weekdayName(day, language);
  return language === 'zh' ? `${formatDay(day)}（${name}）` : `${formatDay(day)} (${name})`;
}

function weekdayName(day: CalendarDay, language: Language): string {
  return WEEKDAYS[weekdayOf(day)]?.[language] ?? '';
}
