import type { ChangeKind } from '../../domain/ledger.ts';
import { order42 } from '../../law/licensing.ts';
import { defineChangeRule } from './change-duty.ts';
import { licenseeLedger } from './example-ledger.ts';
import { daysFrom } from './limit.ts';

/** No text: the period of Order 42, article 29, as the counters that ask for it count. */
const DAYS = 30;

const ASKED_BY_SOME: ReadonlySet<ChangeKind> = new Set(['address', 'registered-capital', 'shareholders']);

/** Some provinces want to be told of more than Order 42 names. */
export const changePractice = defineChangeRule(
  'company/change-practice',
  {
    concerns: ({ what }) => ASKED_BY_SOME.has(what),
    law: order42,
    from: 'registered',
    limitOf: daysFrom(DAYS),
    done: 'reported',
    impliedBy: 'approved',
    act: { zh: '在电信业务综合管理平台更新', en: 'put on the telecom business platform' },
  },
  {
    summary: {
      zh: `住所、注册资本、股东变更登记后，宜在${DAYS}日内告知发证机关。`,
      en: `A new address, capital or shareholder had better be told to the issuing authority within ${DAYS} days of its registration.`,
    },
    why: {
      zh: '这几项不在《电信业务经营许可管理办法》要求办理变更的事项内，但一些省份的通信管理局要求更新，年报和续证时也会核对，属于实务要求。股东变化导致经营主体变更的，应按经营主体变更申请。',
      en: 'Order 42 is not known to name these, but some provinces ask for them, and reports and renewals are held against them: this is practice. New shareholders that make it another operating entity are to be applied for as such.',
    },
    remedy: {
      zh: '向当地通信管理局确认是否需要办理；更新后在这一条 `company.changes` 上记 `reported: 更新日`。',
      en: 'Ask the provincial administration whether it wants the change; once told, record `reported: DAY` in that entry of `company.changes`.',
    },
    statuses: { due: 'info', overdue: 'warning' },
    basis: [order42.whole('practice')],
    examples: {
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: address, decided: 2026-09-10, registered: 2026-10-01 }]'),
      passes: licenseeLedger(
        'changes: [{ what: address, decided: 2026-09-10, registered: 2026-10-01, reported: 2026-11-20 }]',
      ),
    },
  },
);
