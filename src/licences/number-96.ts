import { numberMeasures } from '../law/numbers.ts';
import { defineNumberGrant, numberCoverage, numberFormat } from './number/grant.ts';
import { exampleLedger } from './shared/example-ledger.ts';

const FORM = /^96\d{3,4}$/u;

const format = numberFormat({
  isOfForm: (number) => FORM.test(number),
  form: { zh: '96后接3位或4位数字', en: '96 and three or four more digits' },
  wrong: '9612',
  basis: [numberMeasures.whole('practice')],
});

const coverage = numberCoverage({
  summary: {
    zh: '96码号在一个省内使用，登记的覆盖范围与此一致。',
    en: 'A 96 number is for one province, and the coverage on record agrees with this.',
  },
  why: {
    zh: '省内使用的码号由该省通信管理局分配，96码号按惯例属于这一类；要跨省使用的，应向工业和信息化部申请95码号。',
    en: 'Numbers used in one province are allotted by its communications administration, and by custom 96 numbers are such numbers; for use across provinces, apply to the ministry for a 95 number.',
  },
  basis: [numberMeasures.article('11', 'practice')],
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind: 'number-96', fields: { scope: 'national', filings: '{ 北京: 2024-05-20 }' } }),
    passes: exampleLedger({ kind: 'number-96' }),
  }),
  reaches: () => [{ numbers: { zh: '96码号', en: 'a 96 number' }, reach: 'one-province' }],
});

export default defineNumberGrant({
  kind: 'number-96',
  code: '96',
  name: { zh: '96码号', en: '96 number' },
  words: ['96号码', '96短号', '96接入码', '96XXX', '96XXXX'],
  rules: [format, coverage],
});
