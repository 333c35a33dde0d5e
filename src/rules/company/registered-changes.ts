/** What a change asks of the company itself: that the register knows of it. */
import type { ChangeKind } from '../../domain/company.ts';
import { daysFrom } from '../../domain/limit.ts';
import { sentences } from '../../domain/text.ts';
import { registrationRegulations } from '../../law/company.ts';
import { UNREGISTERED_CHANGE } from '../../law/penalties.ts';
import { licenseeLedger } from '../example-ledgers.ts';
import { defineChangeRule } from './change-duty.ts';

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
      zh: `${DAYS}日是申请登记的期限：申请日在期限内的，不算逾期，保存好受理凭证；不需要再提示的，可删去这一条变更。`,
      en: `The ${DAYS} days are the time limit for the application: if you applied in time, it is not overdue, so keep the proof of the application; you can then remove this entry.`,
    },
  },
  {
    summary: {
      zh: `公司名称、法定代表人、住所、股东变更的，自作出决定之日起${DAYS}日内申请变更登记。`,
      en: `The registration of a change of name, legal representative, address or shareholders is applied for within ${DAYS} days of the decision.`,
    },
    why: {
      zh: '不办理变更登记，也就无法办理许可证变更。台账只记登记完成日，不记申请日，所以最多是警告。',
      en: 'Without this registration the licence cannot be changed either. The ledger records only the day of registration, not of the application, so this is a warning at most.',
    },
    consequence: sentences(UNREGISTERED_CHANGE, {
      zh: '《公司法》第260条第2款：责令限期登记；逾期不登记的，处1万元以上10万元以下罚款。',
      en: 'Company Law, article 260, paragraph 2: an order to register within a time limit; after that a fine of CNY 10,000 to 100,000.',
    }),
    remedy: {
      zh: '向登记机关申请变更登记，完成后在这一条 `company.changes` 上记 `registered: 登记日`；已申请的，等登记完成后再记。',
      en: 'Apply to the market regulator, then record `registered: DAY` in that entry of `company.changes` once it is done.',
    },
    statuses: { due: 'warning', overdue: 'warning', late: 'info', undetermined: 'info' },
    basis: [registrationRegulations.article('24', 'text'), registrationRegulations.article('46', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger('changes: [{ what: name, decided: 2026-10-01 }]'),
      passes: licenseeLedger(
        'changes: [{ what: name, decided: 2026-10-01, registered: 2026-10-31, reported: 2026-11-20 }]',
      ),
    }),
  },
);
