/** The law of companies as far as a telecom licence touches it. */
import { defineInstrument } from './instrument.ts';

/** Issued 2015-09-17. Its existence and scope were read, its clauses were not. The address is the national standards site. */
export const creditCodeStandard = defineInstrument({
  id: 'gb-32100-2015',
  zh: 'GB 32100—2015 法人和其他组织统一社会信用代码编码规则',
  en: 'GB 32100-2015 Coding rule of the unified social credit identifier',
  url: 'https://openstd.samr.gov.cn/',
  from: '2015-10-01',
  lastReported: '2026-11-21',
});

/** 国务院令第746号; articles 8, 9, 24, 26 and 46 were read. The address is the national database of laws. */
export const registrationRegulations = defineInstrument({
  id: 'registration-regulations',
  zh: '中华人民共和国市场主体登记管理条例（国务院令第746号）',
  en: 'Regulations on the Registration of Market Entities (State Council Order 746)',
  url: 'https://flk.npc.gov.cn/',
  from: '2022-03-01',
  lastRead: '2026-11-21',
});

/** 国务院令第654号. Article 10 was read in the edition of 2014; the amendment of 2024 was not. The address is the national database of laws. */
export const publicityRegulations = defineInstrument({
  id: 'publicity-regulations',
  zh: '企业信息公示暂行条例（国务院令第654号）',
  en: 'Interim Regulations on the Publicity of Enterprise Information (State Council Order 654)',
  url: 'https://flk.npc.gov.cn/',
  from: '2014-10-01',
  lastRead: '2026-11-21',
});

/** Articles 201 to 203 and 705 were read. The address is the national database of laws. */
export const civilCode = defineInstrument({
  id: 'civil-code',
  zh: '中华人民共和国民法典',
  en: 'Civil Code',
  url: 'https://flk.npc.gov.cn/',
  from: '2021-01-01',
  lastRead: '2026-11-21',
});
