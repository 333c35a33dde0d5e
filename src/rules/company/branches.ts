/** What a branch in a province asks of the holder of a cross-province licence. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Branch, BranchChange } from '../../domain/company.ts';
import type { Licence } from '../../domain/ledger.ts';
import { daysFrom } from '../../domain/limit.ts';
import type { Found } from '../../domain/occasion.ts';
import { spansProvinces } from '../../domain/province.ts';
import { MET, notApplicable, type Problem, type RuleContext } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { order42 } from '../../law/licensing.ts';
import { licenseeLedger } from '../example-ledgers.ts';
import { defineTimedRule, serviceLicences } from './timed-rule.ts';

/** Order 42, article 39: calendar days after the decision. */
const DAYS_TO_REPORT = 30;

export const branchReport = defineTimedRule(
  'company/branch-report',
  {
    law: order42,
    limitOf: daysFrom(DAYS_TO_REPORT),
    act: { zh: '向发证机关和当地通信管理局报告', en: 'reported to the issuing and the local authority' },
    occasionsOf: branchesFound,
    none: notApplicable(
      '没有登记分支机构的设立、变更或撤销',
      'no branch that was opened, changed or closed is on record',
    ),
  },
  {
    summary: {
      zh: `持跨地区许可证的公司在省内设立、变更、撤销分支机构的，自作出决定之日起${DAYS_TO_REPORT}日内报告。`,
      en: `The holder of a cross-province licence reports a branch that is opened, changed or closed in a province within ${DAYS_TO_REPORT} days of the decision.`,
    },
    why: {
      zh: '在电信业务综合管理平台上，同时向原发证机关和当地通信管理局报告。只在一个省经营的许可证没有这项义务。',
      en: 'The report is made on the telecom business platform, to the issuing authority and to the local communications administration. A licence for one province does not have this duty.',
    },
    consequence: {
      zh: '《电信业务经营许可管理办法》第48条没有为此规定罚款；监督检查和年报会核对分支机构。',
      en: 'Order 42, article 48, sets no fine for this; inspections and the annual report check the branches.',
    },
    remedy: {
      zh: '在电信业务综合管理平台报告，然后在这一条 `company.branches` 上记 `reported: 报告日`。',
      en: 'Report it on the telecom business platform, then record `reported: DAY` in that entry of `company.branches`.',
    },
    fix: ({ status, period = '', asOf }) => {
      const [province = '', what = '', decided = ''] = period.split(' ');
      const isOpen = status === 'due' || status === 'overdue';
      const which = [province, what, '--decided', decided];
      return isOpen ? ['ledger', 'record', 'branch', ...which, '--on', formatDay(asOf)] : undefined;
    },
    statuses: { due: 'warning', overdue: 'error', late: 'info', undetermined: 'info' },
    basis: [order42.article('39.1', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger('branches: [{ province: 河北, what: opened, decided: 2026-10-01 }]'),
      passes: licenseeLedger('branches: [{ province: 河北, what: opened, decided: 2026-10-01, reported: 2026-10-31 }]'),
    }),
  },
);

const IN_ONE_PROVINCE = notApplicable('许可证只在一个省', 'no licence reaches beyond one province');

const BRANCH_NAMES: Readonly<Record<BranchChange, Text>> = {
  opened: { zh: '设立', en: 'opened' },
  changed: { zh: '变更', en: 'changed' },
  closed: { zh: '撤销', en: 'closed' },
};

function branchesFound(context: RuleContext): readonly Found[] {
  const spanning = serviceLicences(context).filter(spans);
  return context.ledger.company.branches.map((branch, at): Found => {
    const { province, what, decided, reported } = branch;
    const path = { company: ['branches', at, 'reported'] } as const;
    if (spanning.length === 0) return IN_ONE_PROVINCE;
    if (decided === undefined) return reported === undefined ? undatedBranch(branch, at) : MET;
    if (decided > context.asOf) return NOT_DECIDED;
    return {
      name: branchNamed(branch, decided),
      from: decided,
      done: reported,
      at: path,
      period: `${province} ${what} ${formatDay(decided)}`,
    };
  });
}

const NOT_DECIDED = notApplicable('还没有决定', 'it is not decided yet');

function spans({ services }: Licence): boolean {
  return services.some(({ scope }) => scope !== undefined && spansProvinces(scope));
}

function branchNamed({ province, what }: Branch, decided: CalendarDay): Text {
  const { zh, en } = BRANCH_NAMES[what];
  return {
    zh: `${province}分支机构${zh}（${formatDay(decided)}决定）`,
    en: `the branch in ${province} that was ${en} (decided ${formatDay(decided)})`,
  };
}

function undatedBranch({ province, what }: Branch, at: number): Problem {
  const { zh, en } = BRANCH_NAMES[what];
  return {
    status: 'undetermined',
    at: { company: ['branches', at, 'decided'] },
    period: `${province} ${what}`,
    message: {
      zh: `${province}分支机构${zh}未登记决定日，无法确定报告期限`,
      en: `the branch in ${province} that was ${en} has no day of decision, so the last day for its report is unknown`,
    },
    remedy: {
      zh: '在这一条 `company.branches` 上填写 `decided`。',
      en: 'Fill in `decided` in that entry of `company.branches`.',
    },
  };
}
