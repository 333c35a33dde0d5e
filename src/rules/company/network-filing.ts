/** Where the network units of the company are filed: their grade, and what of it changes. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { System } from '../../domain/company.ts';
import { recordOnDay } from '../../domain/fix.ts';
import { daysFrom } from '../../domain/limit.ts';
import { type Found, happened, type Occasion } from '../../domain/occasion.ts';
import { MET, notApplicable, type RuleContext } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { NETWORK_PROTECTION_FINE } from '../../law/penalties.ts';
import { networkProtectionMeasures } from '../../law/security.ts';
import { systemLedger } from '../example-ledgers.ts';
import { defineChangeRule } from './change-duty.ts';
import { nameOf } from './cycle.ts';
import { NETWORK_PENALTY } from './systems.ts';
import { defineTimedRule } from './timed-rule.ts';
import { TIMED, told } from './told-changes.ts';

export const NO_UNIT = notApplicable('没有登记网络单元', 'no network unit is on record');

/** The network units that are there by now. */
export function networkUnits({ ledger, asOf }: RuleContext): readonly System[] {
  return ledger.company.systems.filter(
    ({ kind, since }) => kind === 'network-unit' && (since === undefined || since <= asOf),
  );
}

/** What a day brought for a unit, and where it is recorded that it was dealt with. */
export function ofUnit(
  unit: System,
  {
    name = nameOf(unit),
    field,
    ...days
  }: Pick<Occasion, 'from' | 'done'> & { readonly field: string; readonly name?: Text },
): Occasion {
  const { id, warnWithin } = unit;
  return {
    ...days,
    name,
    subject: id,
    at: { entry: id, field },
    period: formatDay(days.from),
    warned: { warnWithin },
  };
}

/** Order 11, articles 8 and 9: calendar days after the review was passed, and after a change. */
const DAYS_TO_FILE = 30;

export const networkFiling = defineTimedRule(
  'company/network-filing',
  {
    law: networkProtectionMeasures,
    limitOf: daysFrom(DAYS_TO_FILE),
    act: { zh: '向电信管理机构备案', en: 'filed with the telecom authority' },
    occasionsOf: (context) => networkUnits(context).map((unit) => filingOf(unit, context.asOf)),
    none: NO_UNIT,
  },
  {
    summary: {
      zh: `通信网络定级评审通过后${DAYS_TO_FILE}日内，将网络单元的划分和定级情况备案；增值电信业务经营者向发放许可证的机关备案。`,
      en: `Division and grades of the network are filed within ${DAYS_TO_FILE} days after their review is passed; a value-added operator files with the authority that issued its licence.`,
    },
    why: {
      zh: '评测和风险评估的结果都报送备案机构，没有备案就无处报送；年报和检查也会核对。',
      en: 'Results of evaluations and assessments are sent to the authority where the unit is filed; the annual report and inspections check the filing.',
    },
    consequence: NETWORK_PROTECTION_FINE,
    remedy: {
      zh: '在通信网络安全防护管理系统备案，然后在这个网络单元上记 `filed: 备案日`；评审通过日记在 `reviewed`。',
      en: 'File it in the network security filing system, then record `filed: DAY` on that unit, and the day on which the review was passed in `reviewed`.',
    },
    fix: (target) => (target.status === 'late' ? undefined : recordOnDay('filed')(target)),
    statuses: TIMED,
    basis: [networkProtectionMeasures.article('8', 'text'), NETWORK_PENALTY],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger('systems: [{ id: core, kind: network-unit, level: 2, reviewed: 2026-10-01 }]'),
      passes: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 2, reviewed: 2026-10-01, filed: 2026-10-31 }]',
      ),
    }),
  },
);

function filingOf(unit: System, asOf: CalendarDay): Found {
  const { id, filed } = unit;
  const reviewed = happened(unit.reviewed, asOf);
  if (reviewed !== undefined) return ofUnit(unit, { from: reviewed, done: filed, field: 'filed' });
  if (happened(filed, asOf) !== undefined) return MET;
  const { zh, en } = nameOf(unit);
  return {
    status: 'undetermined',
    subject: id,
    at: { entry: id, field: 'filed' },
    message: {
      zh: `${zh}未登记定级评审通过日和备案日，无法判断是否已备案`,
      en: `neither the review nor the filing of ${en} is on record, so whether it was filed is unknown`,
    },
  };
}

export const networkFilingChange = defineChangeRule(
  'company/network-filing-change',
  {
    ...told('network-filing'),
    law: networkProtectionMeasures,
    limitOf: daysFrom(DAYS_TO_FILE),
    act: { zh: '办理变更备案', en: 'filed as a change' },
  },
  {
    summary: {
      zh: `网络单元的备案信息发生变化的，自变化之日起${DAYS_TO_FILE}日内变更备案。`,
      en: `A change of the filed information of a network unit is filed within ${DAYS_TO_FILE} days.`,
    },
    why: {
      zh: '名称、级别、责任单位、负责人、拓扑和关键设施位置都是备案信息，变化后最容易漏报。',
      en: 'Name, grade, responsible organisation, person in charge, topology and the location of key equipment are all filed information, and their changes are easily overlooked.',
    },
    consequence: NETWORK_PROTECTION_FINE,
    remedy: {
      zh: '办理变更备案，然后在这一条 `company.changes` 上记 `reported: 办理日`。',
      en: 'File the change, then record `reported: DAY` in that entry of `company.changes`.',
    },
    statuses: TIMED,
    basis: [networkProtectionMeasures.article('9.2', 'text'), NETWORK_PENALTY],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 2, filed: 2026-01-15 }]',
        'changes: [{ what: network-filing, of: core, effective: 2026-10-01 }]',
      ),
      passes: systemLedger(
        'systems: [{ id: core, kind: network-unit, level: 2, filed: 2026-01-15 }]',
        'changes: [{ what: network-filing, of: core, effective: 2026-10-01, reported: 2026-10-31 }]',
      ),
    }),
  },
);
