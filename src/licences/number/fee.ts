import {
  addDays,
  addMonths,
  type CalendarDay,
  earlier,
  formatDay,
  type Quarter,
  quarterOf,
  quartersOver,
} from '../../domain/calendar-day.ts';
import { recordDone } from '../../domain/fix.ts';
import type { Licence } from '../../domain/ledger.ts';
import { quartersField } from '../../domain/licence-kind.ts';
import { hasEnded, isAsked, lastDayAsked } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { defineRule, notApplicable, type Problem, report, type Rule, type RuleContext } from '../../domain/rule.ts';
import { count, sentences } from '../../domain/text.ts';
import { telecomRegulations } from '../../law/licensing.ts';
import { numberFeeMeasures, numberMeasures, numberUseNotice } from '../../law/numbers.ts';
import { numberTakenBack, UNPAID_NUMBER_FEE } from '../../law/penalties.ts';
import { deadlineProblem } from '../shared/duties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';

export const feesPaid = quartersField('feesPaid', {
  title: { zh: '各季度码号资源占用费的缴纳日', en: 'Days on which the number fee of each quarter was paid' },
  example: '{ 2026-Q3: 2026-10-09 }',
});

const NONE_YET = notApplicable('还没有应缴费的季度', 'no quarter is due yet');

/** The fee of each quarter is paid by the tenth of the month after it. */
export const fee: Rule = defineRule(
  'number/fee',
  {
    of: 'service',
    run({ licence, service }, context) {
      if (hasEnded(licence, context)) return LICENCE_ENDED;
      const quarters = quartersAsked(licence, context);
      const [first] = quarters;
      if (first === undefined) return NONE_YET;
      const paid = feesPaid.of(service) ?? {};
      const open = quarters.filter(({ period }) => !isPaid(paid[period], context.asOf));
      const problems = open.flatMap((quarter) => problemOf(licence, quarter, context) ?? []);
      if (problems.length > 0) return report(...problems);
      const next = open[0] ?? quarterOf(context.asOf);
      return { state: 'met', until: earlier(dueDay(next), lastDayAsked(licence, context)) };
    },
  },
  {
    summary: {
      zh: '码号资源占用费按季度缴纳，1月、4月、7月、10月的10日前缴清上一季度的费用。',
      en: 'The fee for an allotted number is paid by the quarter: by the 10th of January, April, July and October for the quarter before.',
    },
    why: {
      zh: '码号属于国家所有，有偿使用。占用不足一个月的不计费。缴费日期出自2020年的通知，据报道转述。',
      en: 'Numbers belong to the state and are used for a fee. Holding a number for less than a month is free. The days of payment come from the notice of 2020, as reported by the press.',
    },
    remedy: {
      zh: '按缴款通知缴费，然后在码号条目的 `feesPaid` 下记 `年份-Q季度: 缴纳日`。',
      en: 'Pay as the payment notice says, then record `YEAR-QUARTER: DAY` under `feesPaid` of the number.',
    },
    consequence: sentences(UNPAID_NUMBER_FEE, numberTakenBack(8), {
      zh: '欠费期间，新的码号申请不予受理（第13条第5项）。',
      en: 'While a fee is owed, applications for numbers are not accepted (article 13(5)).',
    }),
    fix: recordDone('fee'),
    statuses: { due: 'warning', overdue: 'error' },
    hasPeriods: true,
    basis: [
      numberFeeMeasures.article('16', 'text'),
      numberUseNotice.whole('secondary'),
      telecomRegulations.article('70(4)', 'text'),
      numberMeasures.article('38(8)', 'text'),
    ],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'number-95', since: '2026-10-01' }),
      passes: exampleLedger({ kind: 'number-95', since: '2026-10-01', also: 'feesPaid: { 2026-Q3: 2026-10-09 }' }),
    }),
  },
);

function isPaid(on: CalendarDay | undefined, asOf: CalendarDay): boolean {
  return on !== undefined && on <= asOf;
}

function problemOf(licence: Licence, quarter: Quarter, context: RuleContext): Problem | undefined {
  const { period } = quarter;
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
  return problem === undefined ? undefined : { ...problem, period };
}

/**
 * Quarters that are over, with a month of holding at least, whose fee falls due under the notice of 2020 and while the number
 * is held. Of a grant whose day of issue is not on record it is the last one.
 */
function quartersAsked(licence: Licence, context: RuleContext): readonly Quarter[] {
  const { asOf, ledger } = context;
  const { issued = addDays(quarterOf(asOf).starts, -1) } = licence;
  const { since = numberUseNotice.from } = ledger.policy;
  const asked: Quarter[] = [];
  for (const quarter of quartersOver(issued, asOf)) {
    const due = dueDay(quarter);
    const isInTerm = due <= lastDayAsked(licence, context) && isAsked(licence, due);
    const isHeldForAMonth = licence.issued === undefined || addMonths(licence.issued, 1) <= quarter.over;
    if (isInTerm && isHeldForAMonth && due >= numberUseNotice.from && due >= since) asked.push(quarter);
  }
  return asked;
}

/** The tenth of the month after the quarter. */
function dueDay({ over }: Quarter): CalendarDay {
  return addDays(over, 9);
}
