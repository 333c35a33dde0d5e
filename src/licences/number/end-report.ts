/** That a number ended or fell out of use is reported to the authority that allotted it. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { recordDone } from '../../domain/fix.ts';
import type { GrantedService } from '../../domain/ledger.ts';
import { dayField } from '../../domain/licence-kind.ts';
import { workingDaysFrom } from '../../domain/limit.ts';
import { happened, judgeOccasions, type TimedDuty } from '../../domain/occasion.ts';
import { defineRule, notApplicable, report, type Rule, type RuleContext } from '../../domain/rule.ts';
import { sentences, type Text } from '../../domain/text.ts';
import { numberMeasures } from '../../law/numbers.ts';
import { numberMisuse, numberTakenBack } from '../../law/penalties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { lastDayOfUse } from './holder.ts';

export const disused = dayField('disused', {
  title: { zh: '停用日', en: 'Day on which use of the number ended' },
  example: '2026-11-02',
});

export const endReported = dayField('endReported', {
  title: { zh: '到期或停用的上报日', en: 'Day on which its expiry or end of use was reported' },
  example: '2026-11-12',
});

/** Order 28, article 19(2): working days after the end or the disuse. */
const WORKING_DAYS = 10;

const DUTY: TimedDuty = {
  law: numberMeasures,
  limitOf: workingDaysFrom(WORKING_DAYS),
  act: { zh: '上报原码号分配机关', en: 'reported to the authority that allotted the number' },
};

const STATUSES = { due: 'warning', overdue: 'error', late: 'info', undetermined: 'info' } as const;

const IN_USE = notApplicable('码号在使用期限内，没有停用', 'the number is in its term and in use');
const BEFORE_THE_LEDGER = notApplicable(
  '在台账起管（policy.since）之前到期或停用',
  'it ended before the ledger began (policy.since)',
);

/** The day on which a number ended or fell out of use, if it has. */
function endOf(
  granted: GrantedService,
  context: RuleContext,
): { readonly day: CalendarDay; readonly name: Text } | undefined {
  const { licence, service } = granted;
  const stopped = happened(disused.of(service), context.asOf) ?? happened(licence.closed, context.asOf);
  const last = lastDayOfUse(granted, context);
  if (stopped !== undefined && stopped <= last) {
    return {
      day: stopped,
      name: { zh: `码号停用（${formatDay(stopped)}）`, en: `the end of use of the number (${formatDay(stopped)})` },
    };
  }
  if (last >= context.asOf) return undefined;
  return {
    day: last,
    name: { zh: `码号到期（${formatDay(last)}）`, en: `the expiry of the number (${formatDay(last)})` },
  };
}

/** What ended is reported; where the ledger says neither that it fell out of use nor that it was reported, nobody can tell. */
export const endReport: Rule = defineRule(
  'number/end-report',
  {
    of: 'service',
    run(granted, context) {
      const { licence, service } = granted;
      const ended = endOf(granted, context);
      if (ended === undefined) return IN_USE;
      const { since } = context.ledger.policy;
      if (since !== undefined && ended.day < since) return BEFORE_THE_LEDGER;
      const at = { entry: licence.id, service: service.kind, field: endReported.name };
      const done = endReported.of(service);
      const period = formatDay(ended.day);
      if (done === undefined && happened(disused.of(service), context.asOf) === undefined) {
        const { day: date, sum } = DUTY.limitOf(ended.day, context);
        return report({
          status: 'undetermined',
          date,
          sum,
          at,
          period,
          message: {
            zh: `${ended.name.zh}应在${formatDay(date)}前上报原码号分配机关，是否已上报没有登记`,
            en: `${ended.name.en} must be reported to the authority that allotted it by ${formatDay(date)}, and it is not on record whether it was`,
          },
        });
      }
      const occasion = { name: ended.name, from: ended.day, done, at, period, warned: licence };
      return judgeOccasions([occasion], { ...DUTY, none: IN_USE, statuses: STATUSES }, context);
    },
  },
  {
    summary: {
      zh: `码号使用期限届满或者因业务变化停用的，${WORKING_DAYS}个工作日内上报原码号分配机关。`,
      en: `The expiry of a number's term, or its end of use, is reported to the authority that allotted it within ${WORKING_DAYS} working days.`,
    },
    why: {
      zh: '到期和停用都要上报，码号才能收回重新分配；不上报的，占用费可能继续计收，下次申请码号也会受影响。期限按工作日计算。',
      en: 'Both are reported so that the number can be taken back and allotted again; otherwise the fee may continue, and later applications may be affected. The time limit is in working days.',
    },
    consequence: sentences(
      {
        zh: '不上报本身没有单独的罚款；业务已终止的码号可以收回，超过期限继续使用的要处罚。',
        en: 'Failing to report has no separate fine; a number whose service has ended can be taken back, and use beyond the term is punished.',
      },
      numberTakenBack(1, 4),
      numberMisuse(3),
    ),
    remedy: {
      zh: '向原码号分配机关上报，然后用 `ledger record end-reported` 登记上报日；停用日用 `ledger record disused` 登记。',
      en: 'Report it to the authority that allotted the number and record the day with `ledger record end-reported`; record the end of use with `ledger record disused`.',
    },
    fix: (target) =>
      target.status === 'late' ? undefined : recordDone('end-reported')({ ...target, period: undefined }),
    statuses: STATUSES,
    hasPeriods: true,
    basis: [numberMeasures.article('19.2', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'number-95', also: 'disused: 2026-11-02' }),
      passes: exampleLedger({ kind: 'number-95', also: 'disused: 2026-11-02', fields: { endReported: '2026-11-16' } }),
    }),
  },
);
