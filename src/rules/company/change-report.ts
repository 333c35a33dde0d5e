import type { ChangeKind } from '../../domain/ledger.ts';
import { order42 } from '../../law/licensing.ts';
import { defineChangeRule } from './change-duty.ts';
import { licenseeLedger } from './example-ledger.ts';
import { daysFrom } from './limit.ts';

/** Order 42, article 29: calendar days after the change was registered. */
const DAYS = 30;

const REPORTED: ReadonlySet<ChangeKind> = new Set(['name', 'legal-representative']);

/** A new name or legal representative is reported to the authority that issued the licence. */
export const changeReport = defineChangeRule(
  'company/change-report',
  {
    concerns: ({ what }) => REPORTED.has(what),
    law: order42,
    from: 'registered',
    limitOf: daysFrom(DAYS),
    done: 'reported',
    impliedBy: 'approved',
    act: { zh: '向发证机关办理许可证变更', en: 'reported to the issuing authority' },
  },
  {
    summary: {
      zh: `公司名称、法定代表人变更的，自完成变更登记之日起${DAYS}日内向发证机关办理许可证变更。`,
      en: `A new company name or legal representative is reported to the issuing authority within ${DAYS} days of its registration.`,
    },
    why: {
      zh: '许可证上的名称和法定代表人与营业执照不一致，年报、续证和检查都通不过，还可能被处罚。',
      en: 'A licence whose name or legal representative differs from the business licence fails reports, renewal and inspections, and may be fined.',
    },
    remedy: {
      zh: '在电信业务综合管理平台提交变更，然后在这一条 `company.changes` 上记 `reported: 提交日`。',
      en: 'File the change on the telecom business platform, then record `reported: DAY` in that entry of `company.changes`.',
    },
    statuses: { due: 'warning', overdue: 'error', late: 'info' },
    basis: [order42.article('29', 'secondary')],
    examples: {
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: legal-representative, decided: 2026-09-10, registered: 2026-10-01 }]'),
      passes: licenseeLedger(
        'changes: [{ what: legal-representative, decided: 2026-09-10, registered: 2026-10-01, reported: 2026-10-31 }]',
      ),
    },
  },
);
