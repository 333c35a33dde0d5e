import type { ChangeKind } from '../../domain/ledger.ts';
import { order42 } from '../../law/licensing.ts';
import { defineChangeRule } from './change-duty.ts';
import { licenseeLedger } from './example-ledger.ts';
import { daysFrom } from './limit.ts';

/** Order 42, article 28: calendar days after the company's decision. */
const DAYS = 30;

const APPLIED_FOR: ReadonlySet<ChangeKind> = new Set(['entity', 'scope']);

/** A change of the operating entity or of the business scope is applied for. */
export const changeApproval = defineChangeRule(
  'company/change-approval',
  {
    concerns: ({ what }) => APPLIED_FOR.has(what),
    law: order42,
    from: 'decided',
    limitOf: daysFrom(DAYS),
    done: 'reported',
    impliedBy: 'approved',
    act: { zh: '向原发证机关提出申请', en: 'applied for at the issuing authority' },
  },
  {
    summary: {
      zh: `变更经营主体或业务范围的，自公司作出决定之日起${DAYS}日内向原发证机关提出申请。`,
      en: `A change of the operating entity or of the business scope is applied for within ${DAYS} days of the company's decision.`,
    },
    why: {
      zh: '合并、分立、股东变化导致经营主体变更，或者扩大、缩小业务种类和覆盖范围，都要先经批准；未经批准就按变更后的情况经营，属于超出许可经营。',
      en: 'A merger, a split, new owners that make it another entity, or other services and coverage need consent first; to act on the change before is to operate beyond the licence.',
    },
    remedy: {
      zh: '在电信业务综合管理平台提出变更申请，然后在这一条 `company.changes` 上记 `reported: 申请日`；获准后记 `approved`。',
      en: 'Apply on the telecom business platform, then record `reported: DAY` in that entry of `company.changes`, and `approved` once it is granted.',
    },
    statuses: { due: 'warning', overdue: 'error', late: 'info' },
    basis: [order42.article('28', 'secondary')],
    examples: {
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: scope, decided: 2026-10-01 }]'),
      passes: licenseeLedger('changes: [{ what: scope, decided: 2026-10-01, reported: 2026-10-31 }]'),
    },
  },
);
