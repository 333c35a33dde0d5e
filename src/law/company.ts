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

/** As revised 2023-12-29; articles 40, 47, 251, 252 and 260 were read. The address is the national database of laws. */
export const companyLaw = defineInstrument({
  id: 'company-law',
  zh: '中华人民共和国公司法（2023年修订）',
  en: 'Company Law (as revised 2023)',
  url: 'https://flk.npc.gov.cn/',
  from: '2024-07-01',
  lastRead: '2026-11-26',
});

/** 国务院令第784号. Read whole; the address is the national database of laws. */
export const capitalRules = defineInstrument({
  id: 'capital-rules',
  zh: '国务院关于实施《中华人民共和国公司法》注册资本登记管理制度的规定（国务院令第784号）',
  en: 'Provisions on the Registration of Capital under the Company Law (State Council Order 784)',
  url: 'https://flk.npc.gov.cn/',
  from: '2024-07-01',
  lastRead: '2026-11-27',
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

/** 国务院令第654号, the edition of 2014; articles 8, 10 and 17 were read. The address is the national database of laws. */
export const publicityRegulations2014 = defineInstrument({
  id: 'publicity-regulations-2014',
  zh: '企业信息公示暂行条例（国务院令第654号，2014年）',
  en: 'Interim Regulations on the Publicity of Enterprise Information (State Council Order 654 of 2014)',
  url: 'https://flk.npc.gov.cn/',
  from: '2014-10-01',
  until: '2024-04-30',
  supersededBy: 'publicity-regulations',
  lastRead: '2026-11-26',
});

/** As amended by 国务院令第777号; the amended text was not read. The address is the national database of laws. */
export const publicityRegulations = defineInstrument({
  id: 'publicity-regulations',
  zh: '企业信息公示暂行条例（2024年修订）',
  en: 'Interim Regulations on the Publicity of Enterprise Information (as revised 2024)',
  url: 'https://flk.npc.gov.cn/',
  from: '2024-05-01',
  lastReported: '2026-11-26',
});

/** 国务院令第810号. Read whole; the address is the national database of laws. */
export const platformTaxRules = defineInstrument({
  id: 'platform-tax-rules',
  zh: '互联网平台企业涉税信息报送规定（国务院令第810号）',
  en: 'Provisions on Tax Information Reported by Internet Platform Enterprises (State Council Order 810)',
  url: 'https://flk.npc.gov.cn/',
  from: '2025-06-20',
  lastRead: '2026-11-27',
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
