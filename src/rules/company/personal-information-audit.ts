import type { System } from '../../domain/ledger.ts';
import { auditMeasures, personalInformationLaw } from '../../law/security.ts';
import { defineCycleRule } from './cycle.ts';
import { systemLedger } from './example-ledger.ts';

/** CAC Order 18: who processes the information of more persons than these audits at least every two years. */
const PERSONS = 10_000_000;
const MONTHS = 24;

/** Whoever holds fewer audits "regularly", without a number. */
function monthsOf({ persons }: System): number | 'unknown' | undefined {
  if (persons === undefined) return 'unknown';
  return persons > PERSONS ? MONTHS : undefined;
}

export const personalInformationAudit = defineCycleRule(
  'company/personal-information-audit',
  {
    kind: 'personal-information',
    law: auditMeasures,
    monthsOf,
    done: 'audits',
    act: { zh: '个人信息保护合规审计', en: 'a compliance audit' },
    decidedBy: { field: 'persons', name: { zh: '个人信息涉及的人数', en: 'number of persons' } },
  },
  {
    summary: {
      zh: '处理超过1000万人个人信息的，每两年至少做一次个人信息保护合规审计。',
      en: 'Who processes the personal information of more than ten million persons has it audited at least every two years.',
    },
    why: {
      zh: '《个人信息保护法》要求定期做合规审计；人数超过1000万的，自2025年5月1日起每两年至少一次，据此推算首次最迟2027年5月1日。',
      en: 'The Personal Information Protection Law asks for regular audits; above ten million persons they come at least every two years from 1 May 2025 on, so the first is due by 1 May 2027.',
    },
    remedy: {
      zh: '自行或委托专业机构完成审计，然后在这一条 `company.systems` 的 `audits` 中加上完成日。',
      en: 'Audit it or have it audited, then add the day to `audits` of that system.',
    },
    statuses: { due: 'warning', overdue: 'error', undetermined: 'info' },
    basis: [personalInformationLaw.article('54', 'text'), auditMeasures.whole('secondary')],
    examples: {
      asOf: '2027-05-02',
      fails: systemLedger('systems: [{ id: users, kind: personal-information, persons: 12000000, since: 2020-01-01 }]'),
      passes: systemLedger(
        'systems: [{ id: users, kind: personal-information, persons: 12000000, since: 2020-01-01, audits: [2026-03-01] }]',
      ),
    },
  },
);
