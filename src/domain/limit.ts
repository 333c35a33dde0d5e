/** Last days in time, with how they come about. */
import { addDays, type CalendarDay, formatDay } from './calendar-day.ts';
import type { RuleContext } from './rule.ts';
import { count, type Text } from './text.ts';

export interface Limit {
  readonly day: CalendarDay;
  readonly sum: Text;
}

/** Calendar days after a day, which itself does not count (Civil Code, article 201); a negative number lies before it. */
export function daysFrom(days: number): (from: CalendarDay) => Limit {
  const sign = days < 0 ? '−' : '+';
  const number = Math.abs(days);
  return (from) => {
    const day = addDays(from, days);
    return {
      day,
      sum: {
        zh: `${formatDay(from)} ${sign} ${number}日 = ${formatDay(day)}`,
        en: `${formatDay(from)} ${sign} ${count(number, 'day')} = ${formatDay(day)}`,
      },
    };
  };
}

/** Working days after a day, which itself does not count. */
export function workingDaysFrom(days: number): (from: CalendarDay, context: RuleContext) => Limit {
  return (from, context) => {
    const { day, calendar } = context.calendar.addWorkingDays(from, days);
    const note = calendar === 'published' ? NOTHING : UNKNOWN_CALENDAR;
    return {
      day,
      sum: {
        zh: `${formatDay(from)} + ${days}个工作日 = ${formatDay(day)}${note.zh}`,
        en: `${formatDay(from)} + ${count(days, 'working day')} = ${formatDay(day)}${note.en}`,
      },
    };
  };
}

const NOTHING: Text = { zh: '', en: '' };
const UNKNOWN_CALENDAR: Text = {
  zh: '（本版本没有该年的调休安排）',
  en: ' (this version does not have the make-up workdays of that year)',
};
