import { defineLicence } from '../domain/licence-kind.ts';
import { numberServiceGuide } from '../law/numbers.ts';
import { expiryRule } from './shared/expiry.ts';
import { numbers } from './shared/number-fields.ts';
import { numberFormat } from './shared/number-format.ts';

const FORM = /^400\d{7}$/u;

/** The block belongs to basic operators; the company has a contract. */
const PRACTICE = [numberServiceGuide.whole('practice')];

const expiry = expiryRule({
  summary: () => ({
    zh: '400号码的合同在有效期内。',
    en: 'The contract for the 400 number is in its term.',
  }),
  paper: { zh: '400号码合同', en: 'the contract for the 400 number' },
  why: {
    zh: '400号段由基础电信企业持有，企业只是合同用户；合同到期未续，号码就会停机并可能另给他人。法规没有规定合同期限，以合同为准。',
    en: 'The block belongs to basic operators, and the company is a customer under contract; when that ends the number stops and may go to others. No regulation fixes a term: the contract does.',
  },
  remedy: {
    zh: '与基础电信企业续约，把 `expires` 改为新合同的最后有效日；不再使用的，用 `closed` 记下停用日。',
    en: 'Renew the contract with the operator and set `expires` to its last day; if the number was given up, record the day in `closed`.',
  },
  basis: PRACTICE,
});

const format = numberFormat({
  isOfForm: (number) => FORM.test(number),
  form: { zh: '400后接7位数字', en: '400 and seven more digits' },
  wrong: '400123456',
  basis: PRACTICE,
});

export default defineLicence({
  kind: 'number-400',
  code: '400',
  name: { zh: '400号码', en: '400 number' },
  fields: [numbers],
  rules: [expiry, format],
});
