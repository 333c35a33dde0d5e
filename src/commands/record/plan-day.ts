/** A day that is written into a field of an entry, what is said of it, and the years, quarters and periods that it may be for. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import { type CalendarDay, formatDay, quarterOf, yearOf } from '../../domain/calendar-day.ts';
import type { Edit, Plain } from '../../domain/edit.ts';
import type { DataPath, Licence, OwnDuty } from '../../domain/ledger.ts';
import { didYouMean, nearest } from '../../domain/near-word.ts';
import type { Text } from '../../domain/text.ts';
import { periodsOf } from '../../rules/own-duty.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import type { OpenLedger } from '../../run/recording/open-ledger.ts';

/** What can be recorded as done. */
export interface Duty {
  readonly plan: (open: OpenLedger, on: CalendarDay) => Plan;
  /** Whether its day may still come: a business is given up, a contract terminated, on a day that is known before. */
  readonly mayLieAhead?: boolean | undefined;
}

export interface DayToPlan {
  readonly id: string;
  readonly path: DataPath;
  readonly field: string;
  /** Below the field, where it holds several days. */
  readonly key?: string;
  readonly before: CalendarDay | undefined;
  readonly on: CalendarDay;
  readonly what: Text;
}

/** A day in a field of an entry. A day that stands there already is replaced; what it was is said. */
export function planDay({ id, path, field, key, before, on, what }: DayToPlan): Plan {
  const day = formatDay(on);
  const value: Plain = key === undefined ? day : { [key]: day };
  const edits: readonly Edit[] = before === on ? [] : [{ kind: 'set-field', path, field, value }];
  return planned({ id, path: [...path, field], field, what, on, edits, before });
}

/** The plan for edits that record a day. */
export function planned(one: {
  readonly id: string;
  readonly path: DataPath;
  readonly field: string;
  readonly what: Text;
  readonly on: CalendarDay;
  readonly edits: readonly Edit[];
  readonly before?: CalendarDay | undefined;
}): Plan {
  const { id, path, what, on, edits, before } = one;
  const was = before === undefined || before === on ? undefined : formatDay(before);
  return {
    edits,
    entry: id,
    path,
    done: {
      zh: `${id} ${what.zh} ${formatDay(on)} 已登记${was === undefined ? '' : `（原为 ${was}）`}`,
      en: `${id}: ${what.en} is recorded for ${formatDay(on)}${was === undefined ? '' : ` (it was ${was})`}`,
    },
    optionOf: () => '--on',
  };
}

/** Whose yearly report it is, and what the ledger has of it. */
export interface Reporting {
  readonly of: 'licence' | 'company';
  readonly id: string;
  /** The day of issue, or of set-up. */
  readonly first: CalendarDay | undefined;
  readonly reports: Readonly<Record<string, CalendarDay>>;
}

/**
 * The report of a year is filed in the next; there is none from before the company. One from before the licence is of an
 * earlier term, and was filed by the end of the year of issue.
 */
export function assertReportable(year: string, { of, id, first, reports }: Reporting, on: CalendarDay): void {
  if (!/^\d{4}$/u.test(year)) {
    throw usageError({
      where: year,
      what: { zh: '不是年份', en: 'not a year' },
      remedy: { zh: '写报告年度，四位数字，如 2025。', en: 'Write the reported year with four digits, such as 2025.' },
    });
  }
  const firstYear = first === undefined ? undefined : yearOf(first);
  const isOfEarlierTerm = of === 'licence' && firstYear !== undefined && yearOf(on) <= firstYear;
  const isTooEarly = firstYear !== undefined && Number(year) < firstYear && !isOfEarlierTerm;
  if (Number(year) < yearOf(on) && !isTooEarly) return;
  const last = yearOf(on) - 1;
  const isMeant = (firstYear === undefined || last >= firstYear) && !Object.hasOwn(reports, String(last));
  const began =
    of === 'licence'
      ? { zh: `${id}发证之年是${firstYear}年`, en: `${id} was issued in ${firstYear}` }
      : { zh: `公司${firstYear}年成立`, en: `the company was established in ${firstYear}` };
  throw usageError({
    where: year,
    what: isTooEarly
      ? { zh: `${began.zh}，没有${year}年的年报`, en: `there is no report for ${year}: ${began.en}` }
      : {
          zh: `${formatDay(on)}时${year}年还没有过完，不可能报送该年的年报`,
          en: `the report for ${year} cannot have been filed on ${formatDay(on)}: the year was not over`,
        },
    remedy: (isMeant ? didYouMean(String(last)) : undefined) ?? {
      zh: '年度是报告所讲的那一年，通常是去年。',
      en: 'The year is the one that the report covers, usually last year.',
    },
  });
}

export function noSuchField({ id }: Licence, kind: string, field: string): Refusal {
  return usageError({
    where: id,
    what:
      field === 'feesPaid'
        ? { zh: `${kind}没有按季缴纳的码号费`, en: `there is no quarterly number fee for kind ${kind}` }
        : {
            zh: `${kind}不是分配的码号，不登记这一项`,
            en: `kind ${kind} is not an allotted number, so this is not recorded for it`,
          },
    remedy: { zh: '请核对编号。', en: 'Check the id.' },
  });
}

export function noProvince(word: string): Refusal {
  return usageError({
    where: word,
    what: { zh: '不是省份', en: 'not a province' },
    remedy: {
      zh: '写省份的简称，如 北京、河北。',
      en: 'Write its name in Chinese or pinyin, such as 北京 or Beijing.',
    },
  });
}

const QUARTER = /^\d{4}-Q[1-4]$/u;

/** @throws {Refusal} for a word that names no quarter */
export function assertQuarter(quarter: string, on: CalendarDay): void {
  if (QUARTER.test(quarter)) return;
  const { period } = quarterOf(on);
  throw usageError({
    where: quarter,
    what: { zh: '不是季度', en: 'not a quarter' },
    remedy: { zh: `写所缴费用的季度，如 ${period}。`, en: `Write the quarter that was paid for, such as ${period}.` },
  });
}

const MOST_NAMED = 6;

/** Only a period that has begun can be done with; of those that are open, the latest are named. */
export function assertPeriod(period: string, duty: OwnDuty, today: CalendarDay): void {
  if (periodsBegun(duty, today).includes(period)) return;
  const open = openPeriods(duty, today).slice(-MOST_NAMED);
  throw usageError({
    where: period,
    what: {
      zh: `${duty.title}没有这一期，或还没有开始`,
      en: `${duty.title} has no such period, or the period has not begun`,
    },
    remedy:
      open.length === 0
        ? { zh: '目前没有未办的期。', en: 'No period is open.' }
        : { zh: `未办的有：${open.join('、')}。`, en: `Open periods: ${open.join(', ')}.` },
  });
}

function periodsBegun(duty: OwnDuty, today: CalendarDay): readonly string[] {
  const begun: string[] = [];
  for (const { name, starts } of periodsOf(duty)) {
    if (starts > today) break;
    begun.push(name);
  }
  return begun;
}

/** The periods that have begun and are not recorded as done, the earliest first. */
export function openPeriods(duty: OwnDuty, today: CalendarDay): readonly string[] {
  return periodsBegun(duty, today).filter((name) => !Object.hasOwn(duty.done, name));
}

export function unknownDuty(id: string, duties: readonly OwnDuty[]): Refusal {
  const ids = duties.map((one) => one.id);
  return usageError({
    where: id,
    what: { zh: '台账中没有这项自定事项', en: 'the ledger has no such duty of its own' },
    remedy:
      didYouMean(nearest(id, ids)) ??
      (ids.length === 0
        ? { zh: '台账中还没有 `duties`。', en: 'The ledger has no `duties` yet.' }
        : { zh: `可用的编号：${ids.join('、')}。`, en: `Choose one of ${ids.join(', ')}.` }),
  });
}

export function sharedDuty(id: string, file: string): Refusal {
  return usageError({
    where: id,
    what: { zh: `这项事项写在共用文件${file}中`, en: `this duty is in the shared file ${file}` },
    remedy: {
      zh: `在${file}中填写它的 \`done\`，或把它移到本台账。`,
      en: `Fill in its \`done\` in ${file}, or move it into this ledger.`,
    },
  });
}
