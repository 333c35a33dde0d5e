/** How long a licence is good, and by when to act, in words. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Breach, LicenceTimeline } from '../../domain/horizon.ts';
import { count, type Text } from '../../domain/text.ts';
import { MAKE_UP_DAYS_UNKNOWN, withWeekday } from '../writing/words.ts';

/** `stops being good on 2027-04-01, in 131 days; act by …` */
export function verdictOf({ breach, licence, goesOnUndetermined }: LicenceTimeline, asOf: CalendarDay): Text {
  if (breach === undefined) {
    const { closed, expires } = licence;
    if (closed !== undefined && closed <= asOf)
      return { zh: `已于${formatDay(closed)}注销`, en: `given up on ${formatDay(closed)}` };
    if (closed !== undefined && !goesOnUndetermined) {
      return {
        zh: `到${formatDay(closed)}注销为止一直合规`,
        en: `compliant until it is given up on ${formatDay(closed)}`,
      };
    }
    if (!goesOnUndetermined) {
      return {
        zh: `到${formatDay(expires)}有效期届满为止一直合规`,
        en: `compliant until its term ends on ${formatDay(expires)}`,
      };
    }
    return {
      zh: `按现有登记一直合规；${formatDay(expires)}以后以延续决定为准`,
      en: `compliant on what is on record; after ${formatDay(expires)} it depends on the decision on its renewal`,
    };
  }
  if (breach.daysLeft === 0) return { zh: `${formatDay(asOf)}已经不合规`, en: `not compliant on ${formatDay(asOf)}` };
  const act = actInWords(breach, asOf);
  const day = formatDay(breach.day);
  return {
    zh: `${day}起不再合规（还有${breach.daysLeft}天）；${act.zh}`,
    en: `stops being compliant on ${day}, in ${count(breach.daysLeft, 'day')}; ${act.en}`,
  };
}

function actInWords({ actBy, actByCalendar }: Breach, asOf: CalendarDay): Text {
  if (actBy === undefined) return { zh: '请立即办理', en: 'act at once' };
  const [zh, en] = [withWeekday(actBy, 'zh'), withWeekday(actBy, 'en')];
  if (actBy < asOf) {
    return {
      zh: `此前最后一个工作日${zh}已过，请立即办理`,
      en: `the last working day before it was ${en}: act at once`,
    };
  }
  const isSure = actByCalendar === 'published';
  return {
    zh: `最迟${zh}办理${isSure ? '' : `，${MAKE_UP_DAYS_UNKNOWN.zh}`}`,
    en: `act by ${en}${isSure ? '' : `; ${MAKE_UP_DAYS_UNKNOWN.en}`}`,
  };
}
