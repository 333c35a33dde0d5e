import { defineLicence } from '../domain/licence-kind.ts';
import { numberServiceGuide } from '../law/numbers.ts';
import { numberFormat, numbers } from './number/grant.ts';

const FORM = /^400\d{7}$/u;

/** The block belongs to basic operators; the company has a contract. */
const format = numberFormat({
  isOfForm: (number) => FORM.test(number),
  form: { zh: '400后接7位数字', en: '400 and seven more digits' },
  wrong: '400123456',
  basis: [numberServiceGuide.whole('practice')],
});

export default defineLicence({
  kind: 'number-400',
  family: 'number',
  grantedBy: 'contract',
  code: '400',
  name: { zh: '400号码', en: '400 number' },
  words: ['400电话', '400业务', '400码号', '400客服电话'],
  fields: [numbers],
  rules: [format],
});
