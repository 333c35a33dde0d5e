/** What is checked of the company itself. */
import { checkCharacterOf } from '../domain/credit-code.ts';
import { recordOnDay, repair } from '../domain/fix.ts';
import { defineRule, type Judgement, MET, report, type Rule, type RuleContext } from '../domain/rule.ts';
import { creditCodeStandard } from '../law/company.ts';
import { addressFiling } from './company/address-filing.ts';
import { annualReport } from './company/annual-report.ts';
import { branchReport } from './company/branches.ts';
import { businessScope } from './company/business-scope.ts';
import { mlpsFiling, policeFiling } from './company/filings.ts';
import { cessationNotice, changeApproval, changePractice, changeReport } from './company/licence-changes.ts';
import { networkFiling, networkFilingChange } from './company/network-filing.ts';
import { networkRegrading, networkResults } from './company/network-results.ts';
import { securityBody, serviceReport } from './company/operator.ts';
import { paidIn } from './company/paid-in.ts';
import { personalInformationAudit } from './company/personal-information-audit.ts';
import { officerReported, selfCheck } from './company/personal-information.ts';
import { platformRegistration, platformReport } from './company/platform.ts';
import { publicity } from './company/publicity.ts';
import { registration } from './company/registered-changes.ts';
import { mlpsAdvice, mlpsEvaluation, networkAssessment, networkEvaluation } from './company/systems.ts';
import { addressChange, domainData, siteChange } from './company/told-changes.ts';
import { systemLedger } from './example-ledgers.ts';

const recordVerified = recordOnDay('verified');

const creditCode = defineRule(
  'company/credit-code',
  { of: 'company', run: checkCreditCode },
  {
    summary: {
      zh: '统一社会信用代码为18位，校验码正确。',
      en: 'The unified social credit code has 18 characters and a correct check character.',
    },
    why: {
      zh: '代码抄错一位，许可证、合同和备案就与公司对应不上。少数代码发放时校验码即不正确，所以只是警告。',
      en: 'With one wrong character, licences, contracts and filings no longer match the company. A few codes were issued with a wrong check character, so this is a warning.',
    },
    remedy: {
      zh: '对照营业执照改正 `company.creditCode`；执照上确实如此的，用 `company.verified` 记下核对日。',
      en: 'Correct `company.creditCode` from the business licence; if that is what the business licence says, record the day of the check in `company.verified`.',
    },
    fix: (target) => (target.status === 'invalid' ? recordVerified(target) : undefined),
    statuses: { invalid: 'warning', undetermined: 'info' },
    basis: [creditCodeStandard.whole('secondary')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger('creditCode: 91110108MA01ABCD51'),
      passes: systemLedger('creditCode: 91110108MA01ABCD5T'),
    }),
  },
);

export const companyRules: readonly Rule[] = [
  creditCode,
  annualReport,
  paidIn,
  businessScope,
  publicity,
  registration,
  changeReport,
  changeApproval,
  changePractice,
  cessationNotice,
  siteChange,
  addressFiling,
  addressChange,
  domainData,
  branchReport,
  securityBody,
  serviceReport,
  selfCheck,
  personalInformationAudit,
  officerReported,
  mlpsFiling,
  policeFiling,
  mlpsEvaluation,
  mlpsAdvice,
  networkEvaluation,
  networkAssessment,
  networkFiling,
  networkFilingChange,
  networkRegrading,
  networkResults,
  platformRegistration,
  platformReport,
];

function isValidCode(code: string): boolean {
  const expected = checkCharacterOf(code.slice(0, -1));
  return expected !== undefined && code.endsWith(expected);
}

function checkCreditCode({ ledger, asOf }: RuleContext): Judgement {
  const { creditCode: code, verified } = ledger.company;
  if (code === undefined) {
    return report({
      status: 'undetermined',
      at: { company: ['creditCode'] },
      message: { zh: '没有登记统一社会信用代码', en: 'the unified social credit code is not on record' },
      remedy: {
        zh: '按营业执照填写 `company.creditCode`。',
        en: 'Fill in `company.creditCode` from the business licence.',
      },
    });
  }
  if (isValidCode(code) || (verified !== undefined && verified <= asOf)) return MET;
  const expected = checkCharacterOf(code.slice(0, -1));
  const narrow = code.normalize('NFKC').trim();
  return report({
    status: 'invalid',
    at: { company: ['creditCode'] },
    fix: isValidCode(narrow) ? repair([{ path: ['company', 'creditCode'], value: narrow }]) : undefined,
    message:
      expected === undefined
        ? {
            zh: `${code}不是统一社会信用代码（应为18位数字和大写字母，不含I、O、S、V、Z）`,
            en: `${code} is not a unified social credit code (18 digits and capital letters without I, O, S, V, Z)`,
          }
        : {
            zh: `${code}的校验码不对：按前17位应为${expected}`,
            en: `the check character of ${code} is wrong: the first 17 characters give ${expected}`,
          },
  });
}
