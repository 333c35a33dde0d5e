/** What the evaluations of a network unit bring: a new one after a change of grade, and each result sent. */
import { addDays, formatDay } from '../../domain/calendar-day.ts';
import type { System } from '../../domain/company.ts';
import { recordOnDay } from '../../domain/fix.ts';
import { daysFrom } from '../../domain/limit.ts';
import { type Found, happened } from '../../domain/occasion.ts';
import { notApplicable, type RuleContext } from '../../domain/rule.ts';
import { NETWORK_PROTECTION_FINE } from '../../law/penalties.ts';
import { networkProtectionMeasures } from '../../law/security.ts';
import { systemLedger } from '../example-ledgers.ts';
import { nameOf } from './cycle.ts';
import { networkUnits, ofUnit } from './network-filing.ts';
import { firstSince } from './recurring.ts';
import { NETWORK_PENALTY } from './systems.ts';
import { defineTimedRule } from './timed-rule.ts';
import { TIMED } from './told-changes.ts';

/** Order 11, article 11: calendar days after the change of division or grade was completed. */
const DAYS_TO_EVALUATE = 90;

export const networkRegrading = defineTimedRule(
  'company/network-regrading',
  {
    law: networkProtectionMeasures,
    limitOf: daysFrom(DAYS_TO_EVALUATE),
    act: { zh: '重新进行符合性评测', en: 'evaluated again' },
    occasionsOf: (context) => networkUnits(context).flatMap((unit) => regradingOf(unit, context)),
    none: notApplicable(
      '没有登记网络单元划分或级别的调整（regraded）',
      'no change of division or grade of a network unit is on record (regraded)',
    ),
  },
  {
    summary: {
      zh: `网络单元的划分和级别调整的，自调整完成之日起${DAYS_TO_EVALUATE}日内重新进行符合性评测。`,
      en: `A network unit whose division or grade was changed is evaluated again within ${DAYS_TO_EVALUATE} days.`,
    },
    why: {
      zh: '原来的评测是按旧的划分和级别做的，不再算数。级别变了，备案信息也变了，还要办理变更备案。',
      en: 'The earlier evaluation was of the old division and grade and no longer counts. A new grade also changes the filed information, so a change must be filed too.',
    },
    consequence: NETWORK_PROTECTION_FINE,
    remedy: {
      zh: '完成符合性评测，在这个网络单元的 `evaluations` 中加上完成日；调整完成日记在 `regraded`。',
      en: 'Have it evaluated and add the day to `evaluations` of that unit; the day of the change stands in `regraded`.',
    },
    fix: (target) => (target.status === 'late' ? undefined : recordOnDay('evaluation')(target)),
    statuses: { due: 'warning', overdue: 'error', late: 'info' },
    basis: [networkProtectionMeasures.article('11.2', 'text'), NETWORK_PENALTY],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 2, regraded: 2026-08-01, evaluations: [2026-03-01] }]',
      ),
      passes: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 2, regraded: 2026-08-01, evaluations: [2026-03-01, 2026-10-30] }]',
      ),
    }),
  },
);

function regradingOf(unit: System, { asOf }: RuleContext): readonly Found[] {
  const from = happened(unit.regraded, asOf);
  if (from === undefined) return [];
  const { zh, en } = nameOf(unit);
  const on = formatDay(from);
  return [
    {
      ...ofUnit(unit, { from, done: firstSince(unit.evaluations, from), field: 'evaluations' }),
      name: { zh: `${zh}（${on}调整完成）`, en: `${en}, changed on ${on},` },
    },
  ];
}

/** Order 11, articles 11 and 12: calendar days after the evaluation or assessment ended. */
const DAYS_TO_SEND = 30;

export const networkResults = defineTimedRule(
  'company/network-results',
  {
    law: networkProtectionMeasures,
    limitOf: daysFrom(DAYS_TO_SEND),
    act: { zh: '报送备案机构', en: 'sent to the filing authority' },
    occasionsOf: (context) => networkUnits(context).flatMap((unit) => resultsOf(unit, context)),
    none: notApplicable(
      '没有登记网络单元的评测和风险评估',
      'no evaluation or assessment of a network unit is on record',
    ),
  },
  {
    summary: {
      zh: `网络单元的符合性评测、安全风险评估结束后${DAYS_TO_SEND}日内，将结果和整改情况或者计划报送备案机构。`,
      en: `The result of each evaluation and risk assessment of a network unit, with the corrections made or planned, is sent to the authority where the unit is filed within ${DAYS_TO_SEND} days after it ends.`,
    },
    why: {
      zh: '已完成而没有报送的，备案机构仍视为没有完成。网络单元登记过一次报送的，此后的每一次都按期限检查；一次都没有登记的，只提示无法判断。',
      en: 'If the result is not sent, the authority sees no evaluation. Once a unit has one sent result on record, every later one is checked; if it has none, the result is only "undetermined".',
    },
    consequence: NETWORK_PROTECTION_FINE,
    remedy: {
      zh: '报送结果，然后在这个网络单元的 `resultsSent` 中记下结束日和报送日。',
      en: 'Send the result, then record in `resultsSent` of that unit the day on which it ended and the day on which it was sent.',
    },
    fix: ({ subject, period, status, asOf }) =>
      status === 'late' || period === undefined
        ? undefined
        : ['ledger', 'record', 'result-sent', subject, period, '--on', formatDay(asOf)],
    statuses: TIMED,
    basis: [
      networkProtectionMeasures.article('11.3', 'text'),
      networkProtectionMeasures.article('12.3', 'text'),
      NETWORK_PENALTY,
    ],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger(
        'systems:',
        '  - id: core',
        '    kind: network-unit',
        '    level: 3',
        '    evaluations: [2025-11-20, 2026-10-20]',
        '    resultsSent: { 2025-11-20: 2025-12-10 }',
      ),
      passes: systemLedger(
        'systems:',
        '  - id: core',
        '    kind: network-unit',
        '    level: 3',
        '    evaluations: [2025-11-20, 2026-10-20]',
        '    resultsSent: { 2025-11-20: 2025-12-10, 2026-10-20: 2026-11-19 }',
      ),
    }),
  },
);

/** An evaluation and an assessment that end on one day are sent as one. */
function resultsOf(unit: System, { asOf }: RuleContext): readonly Found[] {
  const { id, resultsSent, evaluations, assessments } = unit;
  const ended = [...new Set([...evaluations, ...assessments])]
    .filter((day) => day <= asOf)
    .toSorted((one, other) => one - other);
  const last = ended.at(-1);
  if (last === undefined) return [];
  const { zh, en } = nameOf(unit);
  const [first] = Object.keys(resultsSent).toSorted();
  if (first === undefined) {
    const [day, limit] = [formatDay(last), formatDay(addDays(last, DAYS_TO_SEND))];
    return [
      {
        status: 'undetermined',
        subject: id,
        at: { entry: id, field: 'resultsSent' },
        period: day,
        message: {
          zh: `${zh}${day}结束的评测或评估，结果应在${limit}前报送，没有登记过报送`,
          en: `the result of ${en} of ${day} must be sent by ${limit}, and it is not on record as sent`,
        },
      },
    ];
  }
  return ended
    .filter((day) => formatDay(day) >= first)
    .map((day) => {
      const sent = resultsSent[formatDay(day)];
      const name = { zh: `${zh}${formatDay(day)}的评测或评估结果`, en: `the result of ${en} of ${formatDay(day)}` };
      return ofUnit(unit, { from: day, done: sent, field: 'resultsSent', name });
    });
}
