import type { ChangeKind } from '../../domain/ledger.ts';
import { telecomRegulations } from '../../law/licensing.ts';
import { defineChangeRule } from './change-duty.ts';
import { licenseeLedger } from './example-ledger.ts';
import { daysFrom } from './limit.ts';

/** Telecommunications Regulations, article 15: calendar days before the change takes effect. */
const DAYS_BEFORE = 90;

const ENDS: ReadonlySet<ChangeKind> = new Set(['cessation', 'transfer']);
const APPLIED_FOR_AHEAD: ReadonlySet<ChangeKind> = new Set([...ENDS, 'entity', 'scope']);

/** Who stops, hands over, or changes entity or scope applies long before. */
export const cessationNotice = defineChangeRule(
  'company/cessation-notice',
  {
    concerns: ({ what }) => APPLIED_FOR_AHEAD.has(what),
    law: telecomRegulations,
    from: 'effective',
    limitOf: daysFrom(-DAYS_BEFORE),
    mustBeDated: ENDS,
    done: 'reported',
    impliedBy: 'approved',
    act: { zh: '向原发证机关提出申请', en: 'applied for at the issuing authority' },
    lateRemedy: {
      zh: `尚未生效的，与发证机关商定，把 \`effective\` 推迟到申请日起${DAYS_BEFORE}日以后；已经生效的，留好办理凭证，可删去这一条变更。`,
      en: `If it is still to come, agree with the authority to put \`effective\` off to ${DAYS_BEFORE} days after the application; if it is past, keep the proof, and remove the entry to see it no more.`,
    },
  },
  {
    summary: {
      zh: `停止经营、转让业务，或者变更经营主体、业务范围的，提前${DAYS_BEFORE}日向原发证机关提出申请。`,
      en: `To stop or hand over the business, or to change its entity or scope, is applied for ${DAYS_BEFORE} days ahead.`,
    },
    why: {
      zh: `《电信条例》要求提前${DAYS_BEFORE}日申请；停止经营的，还要做好用户善后。它与《电信业务经营许可管理办法》自决定之日起30日内申请的规定并行，两个期限都要满足。`,
      en: `The Telecommunications Regulations ask for ${DAYS_BEFORE} days, and who stops must settle with the users. This stands beside the 30 days after the decision of Order 42: both must be kept.`,
    },
    remedy: {
      zh: `向原发证机关提出申请，然后在这一条 \`company.changes\` 上记 \`reported: 申请日\`；来不及的，推迟生效日并改 \`effective\`。`,
      en: 'Apply to the issuing authority, then record `reported: DAY` in that entry of `company.changes`; if it is too late, put the day off and change `effective`.',
    },
    statuses: { due: 'warning', overdue: 'error', late: 'info', undetermined: 'info' },
    basis: [telecomRegulations.article('15', 'text')],
    examples: {
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: cessation, decided: 2026-11-01, effective: 2027-01-31 }]'),
      passes: licenseeLedger(
        'changes: [{ what: cessation, decided: 2026-10-01, reported: 2026-11-02, effective: 2027-01-31 }]',
      ),
    },
  },
);
