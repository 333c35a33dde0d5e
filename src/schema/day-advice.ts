/** Why a value is no day of the ledger, and which day was probably meant. */
import { dayOf, FIRST_YEAR, formatDay, LAST_YEAR, monthNamed, parseDay } from '../domain/calendar-day.ts';
import type { Text } from '../domain/text.ts';
import { type Advice, certain, changeTo, describe, hint, narrow } from './advice.ts';

export interface DayAdvice extends Advice {
  /** What is wrong with it, as the end of a sentence that begins with the field. */
  readonly reason: Text;
}

const PARTS = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})日?(.*)$/su;
const MONTH_ALONE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/u;
const NAMED_MONTH = /^(?:(?<before>\d{4})[\s,./-]*)?(?<name>[A-Za-z]{3,9})\.?(?:[\s,./-]*(?<after>\d{4}))?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const ENDLESS = /^(?:never|none|forever|permanent|indefinite|长期|长期有效|永久|永久有效|无|无固定期限|无期限)$/i;
const FORM = hint({ zh: '写成`YYYY-MM-DD`，如`2026-12-31`。', en: 'Write `YYYY-MM-DD`, as in `2026-12-31`.' });
const WITHOUT_TIME = hint({
  zh: '去掉时间，只写当地的那一天：`YYYY-MM-DD`。',
  en: 'Leave out the time and write the local day: `YYYY-MM-DD`.',
});
const ONE_DAY = hint({
  zh: '这里只写一天，写成`YYYY-MM-DD`；起止两天各写在自己的字段中，说明写进`notes`。',
  en: 'Write one day, `YYYY-MM-DD`; the first and the last day have separate fields, and remarks belong in `notes`.',
});

/** `allowsNever`: whether the field may also be `never`. */
export function adviseOnDay(value: unknown, allowsNever: boolean): DayAdvice {
  const written = typeof value === 'number' ? String(value) : value;
  if (typeof written !== 'string') return adviceOf(describe(value), FORM);
  const text = narrow(written);
  if (ENDLESS.test(text)) return endless(written, allowsNever);
  const [ofYear, whole] = (typeof value === 'string' ? monthIn(text) : undefined) ?? [];
  if (ofYear !== undefined && whole !== undefined) return monthAlone(describe(value), ofYear, whole);
  const [, year, month, date, rest = ''] = PARTS.exec(text) ?? COMPACT.exec(text) ?? [];
  if (year === undefined || month === undefined || date === undefined) return adviceOf(describe(value), FORM);
  return adviseOnParts(describe(value), [Number(year), Number(month), Number(date)], rest);
}

/** `2026年1月`, `2026-01`, `Jan 2026`, `2026 January`: a year and a month, and no day. */
function monthIn(text: string): readonly [year: number, month: number] | undefined {
  const [, year, month] = MONTH_ALONE.exec(text) ?? [];
  if (year !== undefined && month !== undefined) return [Number(year), Number(month)];
  const { before, name = '', after } = NAMED_MONTH.exec(text)?.groups ?? {};
  const named = monthNamed(name);
  if (named === undefined || (before === undefined) === (after === undefined)) return undefined;
  return [Number(before ?? after), named];
}

function adviseOnParts(shown: Text, [year, month, date]: readonly [number, number, number], rest: string): DayAdvice {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return {
      reason: {
        zh: `${shown.zh}不在${FIRST_YEAR}年至${LAST_YEAR}年之间`,
        en: `${shown.en} is not between ${FIRST_YEAR} and ${LAST_YEAR}`,
      },
      ...FORM,
    };
  }
  const meant = `${year}-${padded(month)}-${padded(date)}`;
  if (parseDay(meant) === undefined) return notInCalendar(shown, year, month);
  if (/^(?:T|\s)\s*\d/i.test(rest)) {
    return {
      reason: { zh: `${shown.zh}带有时间，这里只写日期`, en: `${shown.en} has a time; only the date is needed` },
      ...WITHOUT_TIME,
    };
  }
  return adviceOf(shown, rest === '' ? certain(meant) : ONE_DAY);
}

function monthAlone(shown: Text, year: number, month: number): DayAdvice {
  if (month < 1 || month > 12) return notInCalendar(shown, year, month);
  const [from, to] = [formatDay(dayOf(year, month, 1)), formatDay(dayOf(year, month + 1, 0))];
  return {
    reason: { zh: `${shown.zh}没有写是哪一天`, en: `${shown.en} does not say the day` },
    remedy: {
      zh: `补上那一天；从月初起的写\`${from}\`，到月底止的写\`${to}\`。`,
      en: `Add it; the month begins on \`${from}\` and ends on \`${to}\`.`,
    },
  };
}

function notInCalendar(shown: Text, year: number, month: number): DayAdvice {
  const reason = { zh: `${shown.zh}，日历上没有这一天`, en: `${shown.en} is not a day of the calendar` };
  if (month < 1 || month > 12) return { reason, remedy: { zh: '月份从01到12。', en: 'Months run from 01 to 12.' } };
  const last = formatDay(dayOf(year, month + 1, 0));
  return {
    reason,
    remedy: { zh: `那个月的最后一天是\`${last}\`。`, en: `The last day of that month is \`${last}\`.` },
  };
}

function endless(written: string, allowsNever: boolean): DayAdvice {
  const { zh, en } = describe(written);
  if (allowsNever) return { reason: { zh: `${zh}不是日期`, en: `${en} is not a date` }, remedy: changeTo('never') };
  return {
    reason: { zh: `${zh}不是日期`, en: `${en} is not a date` },
    remedy: {
      zh: '这里必须写日期；`never`只用于资源的`expires`。',
      en: 'A date is required here; `never` is only for the `expires` of resources.',
    },
  };
}

function adviceOf(shown: Text, advice: Advice): DayAdvice {
  return {
    reason: { zh: `${shown.zh}不是YYYY-MM-DD形式的日期`, en: `${shown.en} is not a date in the form YYYY-MM-DD` },
    ...advice,
  };
}

function padded(part: number): string {
  return String(part).padStart(2, '0');
}
