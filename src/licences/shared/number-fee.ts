import { addDays, addMonths, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded, isAsked, lastDayAsked } from '../../domain/licence-term.ts';
import { type Quarter, quarterOf, quartersOver } from '../../domain/quarter.ts';
import type { RuleContext } from '../../domain/rule.ts';
import { count } from '../../domain/text.ts';
import { telecomRegulations } from '../../law/licensing.ts';
import { numberFeeMeasures, numberMeasures, numberUseNotice } from '../../law/numbers.ts';
import { deadlineProblem } from './deadline.ts';
import { exampleLedger } from './example-ledger.ts';
import { feesPaid } from './number-fields.ts';

/** The fee of each quarter is paid by the tenth of the month after it. */
export const numberFee: LicenceRule = ({ kind, name }) => ({
  name: 'fee',
  summary: {
    zh: `${name.zh}的码号资源占用费按季度缴纳，1月、4月、7月、10月的10日前缴清上一季度的费用。`,
    en: `The fee for a ${name.en} is paid by the quarter: by the 10th of January, April, July and October for the quarter before.`,
  },
  why: {
    zh: '拒不缴纳的，没收违法所得并处罚款，通信管理局可以收回码号。占用不足一个月的不计费。缴费日期出自2020年的通知，据报道转述。',
    en: 'Who refuses to pay is fined and may lose the number. Less than a month of holding costs nothing. The days of payment stand in the notice of 2020, as the press reports it.',
  },
  remedy: {
    zh: '按缴款通知缴费，然后在码号条目的 `feesPaid` 下记 `年份-Q季度: 缴纳日`。',
    en: 'Pay as the payment notice says, then record `YEAR-QUARTER: DAY` under `feesPaid` of the number.',
  },
  statuses: { due: 'warning', overdue: 'error' },
  basis: [
    numberFeeMeasures.article('16', 'text'),
    numberUseNotice.whole('secondary'),
    telecomRegulations.article('70(4)', 'text'),
    numberMeasures.article('38', 'text'),
  ],
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2031-11-20', since: '2026-10-01' }),
    passes: exampleLedger({
      kind,
      expires: '2031-11-20',
      since: '2026-10-01',
      also: 'feesPaid: { 2026-Q3: 2026-10-09 }',
    }),
  },
  *check(licence, context) {
    if (hasEnded(licence, context)) return;
    const paid = feesPaid.of(licence) ?? {};
    for (const quarter of quartersAsked(licence, context)) {
      const { period } = quarter;
      const paidOn = paid[period];
      if (paidOn !== undefined && paidOn <= context.asOf) continue;
      const date = dueDay(quarter);
      const problem = deadlineProblem(licence, date, context, {
        due: (daysLeft) => ({
          zh: `${period}的码号资源占用费最迟${formatDay(date)}缴纳（还有${daysLeft}天）`,
          en: `pay the number fee of ${period} by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
        }),
        overdue: (daysAgo) => ({
          zh: `${period}的码号资源占用费未缴，${formatDay(date)}截止，已过${daysAgo}天`,
          en: `the number fee of ${period} was due by ${formatDay(date)}, ${count(daysAgo, 'day')} ago`,
        }),
      });
      if (problem !== undefined) yield { ...problem, period };
    }
  },
});

/** Quarters that are over, with a month of holding at least, whose fee falls due under the notice of 2020 and while the number is held. */
function* quartersAsked(licence: Licence, context: RuleContext): Generator<Quarter> {
  const { asOf, ledger } = context;
  const { issued = addDays(quarterOf(asOf).starts, -1) } = licence;
  const { since = numberUseNotice.from } = ledger.policy;
  for (const quarter of quartersOver(issued, asOf)) {
    const due = dueDay(quarter);
    const isInTerm = due <= lastDayAsked(licence, context) && isAsked(licence, due);
    const isHeldForAMonth = licence.issued === undefined || addMonths(licence.issued, 1) <= quarter.over;
    if (isInTerm && isHeldForAMonth && due >= numberUseNotice.from && due >= since) yield quarter;
  }
}

/** The tenth of the month after the quarter. */
function dueDay({ over }: Quarter): CalendarDay {
  return addDays(over, 9);
}
