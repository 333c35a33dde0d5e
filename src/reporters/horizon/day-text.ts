/** Days in words, as the horizon and the calendar tell them. */
import { type CalendarDay, formatDay, weekdayOf } from '../../domain/calendar-day.ts';
import type { Language, Text } from '../../domain/text.ts';
import { WEEKDAYS } from '../writing/words.ts';

/** `2027-03-31 (Wednesday)` */
export function withWeekday(day: CalendarDay, language: Language): string {
  const name = WEEKDAYS[weekdayOf(day)]?.[language] ?? '';
  return language === 'zh' ? `${formatDay(day)}（${name}）` : `${formatDay(day)} (${name})`;
}

/** Why a working day is not sure: behind it, after a comma or a semicolon. */
export const MAKE_UP_DAYS_UNKNOWN: Text = {
  zh: '本版本没有该年的调休安排，按周末和法定节假日推算',
  en: 'this version does not know the make-up days of that year',
};
