/** The law of companies as far as a telecom licence touches it. */
import { defineInstrument } from './instrument.ts';

/** Issued 2015-09-17. Its existence and scope were read, its clauses were not. The address is the national standards site. */
export const creditCodeStandard = defineInstrument({
  id: 'gb-32100-2015',
  zh: 'GB 32100—2015 法人和其他组织统一社会信用代码编码规则',
  en: 'GB 32100-2015 Coding rule of the unified social credit identifier',
  url: 'https://openstd.samr.gov.cn/',
  from: '2015-10-01',
  lastRead: '2026-11-21',
});
