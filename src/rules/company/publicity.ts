import { publicityRegulations } from '../../law/company.ts';
import { defineChangeRule } from './change-duty.ts';
import { licenseeLedger } from './example-ledger.ts';
import { workingDaysFrom } from './limit.ts';

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
