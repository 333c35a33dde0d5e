/** The capital that the shareholders promised: until when it is paid in, and what the articles may say. */
import { addMonths, type CalendarDay, dayOf, formatDay } from '../../domain/calendar-day.ts';
import { recordOfCompany } from '../../domain/fix.ts';
import { judgeOpen } from '../../domain/occasion.ts';
import {
  defineRule,
  type Judgement,
  MET,
  notApplicable,
  type Problem,
  report,
  type RuleContext,
} from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { capitalRules, companyLaw } from '../../law/company.ts';
import { systemLedger } from '../example-ledgers.ts';

/** Order 784, article 2: of companies registered by this day. */
const OLD_UNTIL = dayOf(2024, 6, 30);
const ADJUSTED_BY = dayOf(2027, 6, 30);
/** Five years from 2027-07-01. */
const OLD_LIMIT = dayOf(2032, 6, 30);
const TERM_MONTHS = 60;

export const paidIn = defineRule(
  'company/paid-in',
  { of: 'company', run: checkPaidIn },
  {
    summary: {
      zh: '股东认缴的出资自公司成立之日起五年内缴足；2024年6月30日前成立而剩余期限过长的，2027年6月30日前把章程规定的期限缩短到2032年6月30日以内。',
      en: 'The subscribed capital is paid in within five years of establishment; companies established by 30 June 2024 whose remaining term is too long shorten it in their articles, by 30 June 2027, to end by 30 June 2032.',
    },
    why: {
      zh: '有限责任公司：2024年7月1日起成立的，成立后五年内缴足；此前成立的，剩余期限自2027年7月1日起超过五年的，2027年6月30日前调整到五年内（即2032年6月30日前）并记入章程，再按章程缴足。股份有限公司：此前成立的，发起人2027年6月30日前缴足股款。公司名称中有“股份”的，按股份有限公司计算。',
      en: 'A limited company established since 1 July 2024 has five years. One established before whose remaining term exceeds five years from 1 July 2027 shortens it to within five years (by 30 June 2032) in its articles by 30 June 2027, and pays in by then. The founders of a stock company established before pay in full by 30 June 2027. The name of the company shows which of the two it is.',
    },
    consequence: {
      zh: '不按期调整的，《国务院关于实施〈中华人民共和国公司法〉注册资本登记管理制度的规定》第6条：责令改正；逾期未改正的，在公示系统作出特别标注。不按期缴纳的，《公司法》第252条：对股东、发起人责令改正，可以处罚款。',
      en: 'If the term is not shortened, Order 784, article 6: an order to correct, and after that a special mark in the credit system. If the capital is not paid in time, Company Law, article 252: an order to the shareholders or founders to correct, and possibly a fine.',
    },
    remedy: {
      zh: '股东会决议调整出资期限、修改章程并公示，在 `company.paidIn` 上记新的期限 `by`；已经缴足的，记 `done: 缴足日`。',
      en: 'Pass a resolution on the new term, amend the articles and make it public, then record the new term as `by` of `company.paidIn`; if the capital is paid in, record `done: DAY`.',
    },
    fix: recordOfCompany('paid-in'),
    statuses: { due: 'warning', overdue: 'error', mismatch: 'warning', undetermined: 'info' },
    basis: [
      companyLaw.article('47', 'text'),
      companyLaw.article('252', 'text'),
      capitalRules.article('2.1', 'text'),
      capitalRules.article('6', 'text'),
    ],
    examples: () => ({
      asOf: '2027-07-01',
      fails: systemLedger('established: 2019-03-01', 'paidIn: { by: 2045-12-31 }'),
      passes: systemLedger('established: 2019-03-01', 'paidIn: { by: 2032-06-30 }'),
    }),
  },
);

const NO_TERM_YET = notApplicable('2024年7月1日才有期限', 'no term was set before 1 July 2024');
const SET_UP_UNKNOWN = notApplicable(
  '没有登记成立日期，见 company/annual-report',
  'the day of establishment is not on record, see company/annual-report',
);
const NEW_STOCK_COMPANY = notApplicable(
  '这一期限只针对2024年6月30日前成立的股份有限公司',
  'the term concerns stock companies set up by 30 June 2024',
);

function checkPaidIn(context: RuleContext): Judgement {
  const { asOf, ledger } = context;
  const { paidIn: facts, established, name } = ledger.company;
  if (asOf < capitalRules.from) return NO_TERM_YET;
  if (facts?.done !== undefined && facts.done <= asOf) return MET;
  if (established === undefined) return SET_UP_UNKNOWN;
  if (name.includes('股份')) {
    return established > OLD_UNTIL ? NEW_STOCK_COMPANY : judgeBy(ADJUSTED_BY, PAYMENT_OF_FOUNDERS, context);
  }
  if (facts?.by === undefined) return report(TERM_UNKNOWN);
  const { by } = facts;
  if (established > OLD_UNTIL) {
    const last = addMonths(established, TERM_MONTHS);
    return by > last ? report(tooLong(by, established, last)) : judgeBy(by, PAYMENT, context);
  }
  return by > OLD_LIMIT ? judgeBy(ADJUSTED_BY, adjustmentFrom(by), context) : judgeBy(by, PAYMENT, context);
}

interface PaidInDuty extends Pick<Problem, 'fix' | 'sum'> {
  readonly name: Text;
  readonly act: Text;
}

const PAYMENT: PaidInDuty = {
  name: { zh: '认缴的出资', en: 'the subscribed capital' },
  act: { zh: '缴足', en: 'paid in' },
};
const PAYMENT_OF_FOUNDERS: PaidInDuty = {
  name: { zh: '发起人认购的股款', en: 'the shares subscribed by the founders' },
  act: { zh: '缴足', en: 'paid in full' },
};

const BY = { company: ['paidIn', 'by'] } as const;
const RECORD_TERM = { command: ['ledger', 'record', 'paid-in-by', '--on', 'DATE'] };

function adjustmentFrom(by: CalendarDay): PaidInDuty {
  return {
    name: { zh: `章程规定的出资期限（${formatDay(by)}）`, en: `the paid-in term of the articles (${formatDay(by)})` },
    act: { zh: `调整到${formatDay(OLD_LIMIT)}以内`, en: `shortened to ${formatDay(OLD_LIMIT)}` },
    sum: {
      zh: `2027-07-01起5年 = ${formatDay(OLD_LIMIT)}，${formatDay(by)}更晚，最迟${formatDay(ADJUSTED_BY)}调整`,
      en: `five years from 2027-07-01 = ${formatDay(OLD_LIMIT)}, before ${formatDay(by)}: to be shortened by ${formatDay(ADJUSTED_BY)}`,
    },
    fix: RECORD_TERM,
  };
}

function judgeBy(date: CalendarDay, { name, act, sum, fix }: PaidInDuty, context: RuleContext): Judgement {
  const judged = judgeOpen({ name, date, act }, context.windowOf({}), context.asOf);
  return 'state' in judged ? judged : report({ ...judged, sum, at: BY, fix });
}

const TERM_UNKNOWN: Problem = {
  status: 'undetermined',
  at: { company: ['paidIn'] },
  fix: RECORD_TERM,
  message: {
    zh: '没有登记出资期限，也没有登记缴足日',
    en: 'neither the paid-in term nor the day of payment is on record',
  },
  remedy: {
    zh: '按章程在 `company.paidIn` 上记 `by: 期限`；已经缴足的，记 `done: 缴足日`。',
    en: 'Record the term of the articles as `by` of `company.paidIn`; if it is paid in, `done: DAY`.',
  },
};

function tooLong(by: CalendarDay, established: CalendarDay, last: CalendarDay): Problem {
  return {
    status: 'mismatch',
    date: last,
    sum: {
      zh: `${formatDay(established)} + 5年 = ${formatDay(last)}`,
      en: `${formatDay(established)} + 5 years = ${formatDay(last)}`,
    },
    at: BY,
    fix: RECORD_TERM,
    message: {
      zh: `章程规定的出资期限是${formatDay(by)}，成立后五年内应为${formatDay(last)}以前`,
      en: `the paid-in term of the articles is ${formatDay(by)}; five years from establishment end on ${formatDay(last)}`,
    },
  };
}
