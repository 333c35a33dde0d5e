/** What can be recorded as done, each as a plan for the ledger. */
import { usageError } from '../../command-line/complaint.ts';
import { type CalendarDay, formatDay, yearOf } from '../../domain/calendar-day.ts';
import type { Edit, Plain } from '../../domain/edit.ts';
import type { DataPath, Licence } from '../../domain/ledger.ts';
import type { Text } from '../../domain/text.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { entryNamed } from '../../run/recording/named-entry.ts';
import type { OpenLedger } from '../../run/recording/open-ledger.ts';

export interface Duty {
  readonly plan: (open: OpenLedger, on: CalendarDay) => Plan;
  /** Whether its day may still come: a business is given up on a day that is known before. */
  readonly mayLieAhead?: boolean | undefined;
}

/** By the name that the command line has for it; the words are its arguments. */
export const DUTIES = {
  'annual-report': ([id = '', year = '']) => annualReport(id, year),
  renewal: ([id = '']) => renewalApplied(id),
  fee: ([id = '', quarter = '']) => feePaid(id, quarter),
  opened: ([id = '']) => licenceDay(id, 'opened'),
  closed: ([id = '']) => licenceDay(id, 'closed'),
  evaluation: ([id = '']) => systemWork(id, 'evaluations'),
  assessment: ([id = '']) => systemWork(id, 'assessments'),
  audit: ([id = '']) => systemWork(id, 'audits'),
  verified: ([id = '']) => verified(id),
} as const satisfies Record<string, (words: readonly string[]) => Duty>;

export type DutyName = keyof typeof DUTIES;

/** The report of a year; for number grants that of the numbers. */
function annualReport(id: string, year: string): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['licence'], ledger);
      refuseYear(year, on);
      return settle({
        id,
        path,
        field: 'annualReports',
        key: year,
        before: entry.annualReports[year],
        on,
        what: { zh: `${year}年度报告`, en: `the report of ${year}` },
      });
    },
  };
}

function renewalApplied(id: string): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['licence'], ledger);
      const what = { zh: '延续申请', en: 'the application for renewal' };
      return settle({ id, path, field: 'renewal', key: 'applied', before: entry.renewal?.applied, on, what });
    },
  };
}

const QUARTER = /^\d{4}-Q[1-4]$/u;

/** The number fee of a quarter, where the kind of licence owes one. */
function feePaid(id: string, quarter: string): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['licence'], ledger);
      const fees = catalogue.kinds.get(entry.kind)?.fields?.find(({ name }) => name === 'feesPaid');
      if (fees === undefined) throw noFees(entry);
      if (!QUARTER.test(quarter)) throw noQuarter(quarter);
      const paid = fees.of(entry);
      const before = isDays(paid) ? paid[quarter] : undefined;
      const what = { zh: `${quarter} 码号费`, en: `the number fee of ${quarter}` };
      return settle({ id, path, field: 'feesPaid', key: quarter, before, on, what });
    },
  };
}

function licenceDay(id: string, field: 'opened' | 'closed'): Duty {
  return {
    mayLieAhead: field === 'closed',
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['licence'], ledger);
      const what = { opened: { zh: '开通业务', en: 'the opening' }, closed: { zh: '终止业务', en: 'the closing' } }[
        field
      ];
      return settle({ id, path, field, before: entry[field], on, what });
    },
  };
}

function verified(id: string): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['resource'], ledger);
      const what = { zh: '核对原件', en: 'the check against the paper' };
      return settle({ id, path, field: 'verified', before: entry.verified, on, what });
    },
  };
}

const SYSTEM_WORK = {
  evaluations: { zh: '测评', en: 'the evaluation' },
  assessments: { zh: '风险评估', en: 'the risk assessment' },
  audits: { zh: '合规审计', en: 'the audit' },
} as const satisfies Record<string, Text>;

/** An evaluation, assessment or audit of one of the company's systems that was completed. */
function systemWork(id: string, field: keyof typeof SYSTEM_WORK): Duty {
  return {
    plan({ ledger }, on) {
      const { entry, path } = entryNamed(id, ['system'], ledger);
      const isThere = entry[field].includes(on);
      const edit: Edit = { kind: 'append-item', path, field, value: formatDay(on) };
      return planned({ id, path, field, what: SYSTEM_WORK[field], on, edits: isThere ? [] : [edit] });
    },
  };
}

interface Settled {
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
function settle({ id, path, field, key, before, on, what }: Settled): Plan {
  const day = formatDay(on);
  const value: Plain = key === undefined ? day : { [key]: day };
  const edits: readonly Edit[] = before === on ? [] : [{ kind: 'set-field', path, field, value }];
  return planned({ id, path: [...path, field], field, what, on, edits, before });
}

function planned(one: {
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

function isDays(value: unknown): value is Readonly<Record<string, CalendarDay>> {
  return typeof value === 'object' && value !== null;
}

function refuseYear(year: string, on: CalendarDay): void {
  if (!/^\d{4}$/u.test(year)) {
    throw usageError({
      where: year,
      what: { zh: '不是年份', en: 'it is not a year' },
      remedy: { zh: '写报告年度，四位数字，如 2025。', en: 'Write the reported year with four digits, such as 2025.' },
    });
  }
  if (Number(year) > yearOf(on)) {
    throw usageError({
      where: year,
      what: { zh: '这一年还没有到，不会有它的报告', en: 'that year has not come, so there is no report of it' },
      remedy: { zh: '年度是报告所讲的那一年，通常是去年。', en: 'The year is the one reported on, usually the last.' },
    });
  }
}

function noFees({ id, kind }: Licence): Error {
  return usageError({
    where: id,
    what: { zh: `${kind}没有按季缴纳的码号费`, en: `a licence of kind ${kind} owes no quarterly fee` },
    remedy: { zh: '请核对编号。', en: 'Check the id.' },
  });
}

function noQuarter(quarter: string): Error {
  return usageError({
    where: quarter,
    what: { zh: '不是季度', en: 'it is not a quarter' },
    remedy: { zh: '写所缴费用的季度，如 2026-Q3。', en: 'Write the quarter that was paid for, such as 2026-Q3.' },
  });
}
