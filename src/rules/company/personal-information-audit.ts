/** How often the personal information that the company processes is audited. */
import { recordOfCompany } from '../../domain/fix.ts';
import {
  defineRule,
  type Judgement,
  notApplicable,
  type Problem,
  report,
  type RuleContext,
} from '../../domain/rule.ts';
import type { Instrument } from '../../law/instrument.ts';
import { PERSONAL_INFORMATION_FINE } from '../../law/penalties.ts';
import { auditMeasures, personalInformationLaw, smallHandlerProvisions } from '../../law/security.ts';
import { systemLedger } from '../example-ledgers.ts';
import { judgeCycle } from './cycle.ts';
import { NONE_PROCESSED, NOT_ON_RECORD } from './personal-information.ts';

const PERSONS_UNKNOWN: Problem = {
  status: 'undetermined',
  at: { company: ['personalInformation'] },
  message: {
    zh: '没有登记个人信息涉及的人数，无法确定合规审计的周期，也无法判断是否应当报送负责人',
    en: 'the number of persons is not on record, so it is unknown how often an audit is due and whether an officer must be reported',
  },
  remedy: {
    zh: '在 `company.personalInformation` 中填写 `persons`，不处理的写0。',
    en: 'Fill in `persons` in `company.personalInformation`; 0 if none is processed.',
  },
};

/** CAC Order 18, article 4: above this number at least every two years. */
const MANY_PERSONS = 10_000_000;
/** CAC and MPS Order 25: below this number a handler is small, and audits at least every five years. */
const FEW_PERSONS = 100_000;

function auditCycle(persons: number): { readonly months: number; readonly law: Instrument } | undefined {
  if (persons > MANY_PERSONS) return { months: 24, law: auditMeasures };
  return persons < FEW_PERSONS ? { months: 60, law: smallHandlerProvisions } : undefined;
}

const NO_FIXED_CYCLE = notApplicable(
  '10万人以上、1000万人以下的，法规没有规定审计的周期',
  'from 100,000 to ten million persons no law fixes how often',
);
const BEFORE_THE_LAW = notApplicable('当时还没有这项规定', 'there was no such rule on that day');

export const personalInformationAudit = defineRule(
  'company/personal-information-audit',
  { of: 'company', run: checkAudits },
  {
    summary: {
      zh: '个人信息保护合规审计：处理超过1000万人个人信息的每两年至少一次，不满10万人的每五年至少一次。',
      en: 'Compliance audits of personal information: at least every two years above ten million persons, at least every five years below 100,000.',
    },
    why: {
      zh: '《个人信息保护法》要求定期做合规审计。超过1000万人的，自2025年5月1日起每两年至少一次，首次最迟2027年5月1日；不满10万人的小型处理者，自2026年9月1日起每五年至少一次，可按自查表自行审计，记录至少保存五年。两者之间的，法规没有规定周期。',
      en: 'The Personal Information Protection Law requires regular audits. Above ten million persons they take place at least every two years from 1 May 2025 on; the first is due by 1 May 2027. Below 100,000, small handlers audit at least every five years from 1 September 2026 on; they may audit themselves with the self-check form and keep the record for at least five years. Between the two the law sets no period.',
    },
    consequence: PERSONAL_INFORMATION_FINE,
    remedy: {
      zh: '自行或委托专业机构完成审计，然后在 `company.personalInformation` 的 `audits` 中加上完成日。',
      en: 'Complete the audit yourself or have it done by a professional body, then add the day to `audits` of `company.personalInformation`.',
    },
    fix: ({ status, ...target }) =>
      status === 'undetermined' ? undefined : recordOfCompany('audit')({ status, ...target }),
    statuses: { due: 'warning', overdue: 'error', undetermined: 'info' },
    hasPeriods: true,
    basis: [
      personalInformationLaw.article('54', 'text'),
      auditMeasures.article('4', 'text'),
      smallHandlerProvisions.article('13', 'quoted'),
      personalInformationLaw.article('66', 'quoted'),
    ],
    examples: () => ({
      asOf: '2027-05-02',
      fails: systemLedger('personalInformation: { persons: 12000000, since: 2020-01-01 }'),
      passes: systemLedger('personalInformation: { persons: 12000000, since: 2020-01-01, audits: [2026-03-01] }'),
    }),
  },
);

function checkAudits(context: RuleContext): Judgement {
  const { personalInformation: facts } = context.ledger.company;
  if (context.asOf < auditMeasures.from) return BEFORE_THE_LAW;
  if (facts === undefined) return NOT_ON_RECORD;
  const { persons } = facts;
  if (persons === undefined) return report(PERSONS_UNKNOWN);
  if (persons === 0) return NONE_PROCESSED;
  const cycle = auditCycle(persons);
  if (cycle === undefined) return NO_FIXED_CYCLE;
  if (context.asOf < cycle.law.from) return BEFORE_THE_LAW;
  const judged = judgeCycle(
    {
      name: { zh: '公司', en: 'the company' },
      act: { zh: '个人信息保护合规审计', en: 'a compliance audit of personal information' },
      done: facts.audits,
      // Whoever began before the law owes the first audit a cycle after it.
      since: facts.since ?? cycle.law.from,
      at: { company: ['personalInformation', 'audits'] },
      ...cycle,
    },
    context,
  );
  return judged === undefined || 'state' in judged ? (judged ?? BEFORE_THE_LAW) : report(judged);
}
