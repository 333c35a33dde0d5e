/** What is checked of the company itself. */
import type { Rule } from '../domain/rule.ts';
import { cessationNotice } from './company/cessation-notice.ts';
import { changeApproval } from './company/change-approval.ts';
import { changePractice } from './company/change-practice.ts';
import { changeReport } from './company/change-report.ts';
import { creditCode } from './company/credit-code.ts';
import { mlpsAdvice, mlpsEvaluation } from './company/mlps.ts';
import { networkAssessment, networkEvaluation } from './company/network-unit.ts';
import { personalInformationAudit } from './company/personal-information-audit.ts';
import { publicity } from './company/publicity.ts';
import { registration } from './company/registration.ts';

export const companyRules: readonly Rule[] = [
  creditCode,
  changeReport,
  changeApproval,
  changePractice,
  cessationNotice,
  registration,
  publicity,
  mlpsEvaluation,
  mlpsAdvice,
  networkEvaluation,
  networkAssessment,
  personalInformationAudit,
];
