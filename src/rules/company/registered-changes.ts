/** What a change asks of the company itself: that the register and the public know of it. */
import type { ChangeKind } from '../../domain/ledger.ts';
import { publicityRegulations, registrationRegulations } from '../../law/company.ts';
import { licenseeLedger } from '../example-ledgers.ts';
import { defineChangeRule } from './change-duty.ts';
import { daysFrom, workingDaysFrom } from './limit.ts';

/** Order 746, article 24: calendar days after the decision. */
const DAYS = 30;

/** A merger, a split or a cut of the capital is registered only after 45 days of public notice, so they are left out. */
const REGISTERED: ReadonlySet<ChangeKind> = new Set(['name', 'legal-representative', 'address', 'shareholders']);

/** What the company decided to change is registered with the market regulator. */
export const registration = defineChangeRule(
  'company/registration',
  {
    concerns: ({ what }) => REGISTERED.has(what),
    law: registrationRegulations,
    from: 'decided',
    limitOf: daysFrom(DAYS),
    mustBeDated: REGISTERED,
    done: 'registered',
    act: { zh: '办理变更登记', en: 'registered' },
    lateRemedy: {
      zh: `${DAYS}日是申请登记的期限：申请日在期限内的，不算逾期，留好受理凭证；不想再看到的，可删去这一条变更。`,
      en: `The ${DAYS} days run to the application: if that was in time, all is well, so keep its proof. To see it no more, remove the entry.`,
    },
  },
  {
    summary: {
      zh: `公司名称、法定代表人、住所、股东变更的，自作出决定之日起${DAYS}日内申请变更登记。`,
      en: `The registration of a new name, legal representative, address or shareholder is applied for within ${DAYS} days of the decision.`,
    },
    why: {
      zh: '逾期不登记的，登记机关责令改正，拒不改正的处1万元以上10万元以下罚款；登记不办，许可证也无从变更。台账只记登记完成日，所以这里最多是警告。',
      en: 'Who does not register is told to, and fined CNY 10,000 to 100,000 if that fails; without it the licence cannot be changed either. The ledger knows the day of registration alone, not of the application, so this is a warning.',
    },
    remedy: {
      zh: '向登记机关申请变更登记，完成后在这一条 `company.changes` 上记 `registered: 登记日`；已申请的，等登记完成后再记。',
      en: 'Apply to the market regulator, then record `registered: DAY` in that entry of `company.changes` once it is done.',
    },
    statuses: { due: 'warning', overdue: 'warning', late: 'info', undetermined: 'info' },
    basis: [registrationRegulations.article('24', 'text'), registrationRegulations.article('46', 'text')],
    examples: {
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: name, decided: 2026-10-01 }]'),
      passes: licenseeLedger(
        'changes: [{ what: name, decided: 2026-10-01, registered: 2026-10-31, reported: 2026-11-20 }]',
      ),
    },
  },
);

/** Order 654, article 10: working days after the licence was changed. */
const WORKING_DAYS = 20;

/** A change of the licence that was granted is made public. */
export const publicity = defineChangeRule(
  'company/publicity',
  {
    concerns: () => true,
    law: publicityRegulations,
    from: 'approved',
    limitOf: workingDaysFrom(WORKING_DAYS),
    done: 'publicised',
    act: { zh: '在企业信用信息公示系统公示', en: 'made public in the enterprise credit system' },
  },
  {
    summary: {
      zh: `许可证变更获准后${WORKING_DAYS}个工作日内，在国家企业信用信息公示系统公示。`,
      en: `A change of a licence is made public in the national enterprise credit system within ${WORKING_DAYS} working days of its grant.`,
    },
    why: {
      zh: '行政许可取得、变更、延续的信息应由企业自行公示；不公示的会被责令限期公示，仍不公示的列入经营异常名录，影响招投标和续证。',
      en: 'A company itself makes public which licences it got, changed or renewed; who does not is told to, and then put on the list of abnormal operation, which hurts tenders and renewal.',
    },
    remedy: {
      zh: '登录国家企业信用信息公示系统填报行政许可信息，然后在这一条 `company.changes` 上记 `publicised: 公示日`。',
      en: 'Enter the licence in the national enterprise credit system, then record `publicised: DAY` in that entry of `company.changes`.',
    },
    statuses: { due: 'warning', overdue: 'error', late: 'info' },
    basis: [publicityRegulations.article('10(3)', 'secondary')],
    examples: {
      asOf: '2026-11-21',
      fails: licenseeLedger(
        'changes: [{ what: scope, decided: 2026-07-01, reported: 2026-07-20, approved: 2026-09-18 }]',
      ),
      passes: licenseeLedger(
        'changes:',
        '  - { what: scope, decided: 2026-07-01, reported: 2026-07-20, approved: 2026-09-18, publicised: 2026-10-22 }',
      ),
    },
  },
);
