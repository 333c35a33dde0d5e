/** How long a licence is good, in few words. */
import { type CalendarDay, daysBetween, formatDay } from '../../domain/calendar-day.ts';
import { count, type Text } from '../../domain/text.ts';

/** How it stands. @param breach the first day on which it is not good; undefined: nothing on record ends it */
export function standing(breach: CalendarDay | undefined, asOf: CalendarDay): Text {
  if (breach === undefined) return { zh: '一直合规', en: 'stays compliant' };
  const day = formatDay(breach);
  return breach === asOf
    ? { zh: `${day}已经不合规`, en: `is not compliant on ${day}` }
    : { zh: `${day}起不再合规`, en: `stops being compliant on ${day}` };
}

/** How much later, or sooner, the second of two days is; nothing where one of them never comes. */
export function laterBy(from: CalendarDay | undefined, to: CalendarDay | undefined): Text {
  if (from === undefined || to === undefined) return { zh: '', en: '' };
  const days = daysBetween(from, to);
  const many = count(Math.abs(days), 'day');
  return days > 0 ? { zh: `，晚${days}天`, en: `, ${many} later` } : { zh: `，早${-days}天`, en: `, ${many} sooner` };
}
