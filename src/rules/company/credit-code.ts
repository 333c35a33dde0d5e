import { checkCharacterOf } from '../../domain/credit-code.ts';
import { defineRule, type Problem, type RuleContext } from '../../domain/rule.ts';
import { creditCodeStandard } from '../../law/company.ts';

export const creditCode = defineRule(
  'company/credit-code',
  { of: 'company', run: checkCreditCode },
  {
    summary: {
      zh: '统一社会信用代码为18位，校验码正确。',
      en: 'The unified social credit code has 18 characters and the right check character.',
    },
    why: {
      zh: '代码抄错一位，许可证、合同和备案就对不上同一家公司。',
      en: 'One wrong character, and licences, contracts and filings no longer name the same company.',
    },
    remedy: {
      zh: '对照营业执照改正 `company.creditCode`。',
      en: 'Correct `company.creditCode` from the business licence.',
    },
    statuses: { invalid: 'error' },
    basis: [creditCodeStandard.whole('secondary')],
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger('91110108MA01ABCD51'),
      passes: exampleLedger('91110108MA01ABCD5T'),
    },
  },
);

function* checkCreditCode({ ledger }: RuleContext): Generator<Problem> {
  const code = ledger.company.creditCode;
  if (code === undefined) return;
  const expected = checkCharacterOf(code.slice(0, -1));
  if (expected !== undefined && code.endsWith(expected)) return;
  yield {
    status: 'invalid',
    at: { company: ['creditCode'] },
    message:
      expected === undefined
        ? {
            zh: `${code}不是统一社会信用代码（应为18位数字和大写字母，不含I、O、S、V、Z）`,
            en: `${code} is no unified social credit code (18 digits and capital letters without I, O, S, V, Z)`,
          }
        : {
            zh: `${code}的校验码不对：按前17位应为${expected}`,
            en: `the check character of ${code} is wrong: the first 17 ask for ${expected}`,
          },
  };
}

function exampleLedger(code: string): string {
  return [
    'version: 1',
    `company: { name: 示例云网科技有限公司, creditCode: ${code} }`,
    'resources:',
    '  - { id: domain-example, kind: domain, expires: never }',
    '',
  ].join('\n');
}
