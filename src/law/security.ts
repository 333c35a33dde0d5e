/** The law of network and data security as far as it sets days. */
import { defineInstrument } from './instrument.ts';

/** Read whole. In force until the amendment of 2025-10-28; its duty of graded protection stood in article 21. */
export const cybersecurityLaw2016 = defineInstrument({
  id: 'cybersecurity-law-2016',
  zh: '中华人民共和国网络安全法（2016年）',
  en: 'Cybersecurity Law (2016)',
  url: 'https://flk.npc.gov.cn/',
  from: '2017-06-01',
  until: '2025-12-31',
  supersededBy: 'cybersecurity-law',
  lastRead: '2026-11-26',
});

/** As amended 2025-10-28, the decision read in a full quotation: the same duty stands in article 23, the fines in article 61. */
export const cybersecurityLaw = defineInstrument({
  id: 'cybersecurity-law',
  zh: '中华人民共和国网络安全法（2025年修正）',
  en: 'Cybersecurity Law (as amended 2025)',
  url: 'https://www.cac.gov.cn/2025-12/29/c_1768735112911946.htm',
  from: '2026-01-01',
  lastRead: '2026-11-26',
});

/** 公通字〔2007〕43号; articles 14 and 15 were read in a literal quotation. */
export const gradedProtectionMeasures = defineInstrument({
  id: 'graded-protection-measures',
  zh: '信息安全等级保护管理办法（公通字〔2007〕43号）',
  en: 'Measures for the Multi-Level Protection of Information Security (2007, No. 43)',
  url: 'https://www.mps.gov.cn/',
  from: '2007-06-22',
  lastRead: '2026-11-26',
});

/** 工业和信息化部令第11号; not amended. Read whole. */
export const networkProtectionMeasures = defineInstrument({
  id: 'network-protection-measures',
  zh: '通信网络安全防护管理办法（工业和信息化部令第11号）',
  en: 'Measures for the Security Protection of Communication Networks (MIIT Order 11)',
  url: 'https://www.miit.gov.cn/zwgk/zcwj/flfg/art/2020/art_725c830e76424f8385f2e3eea00a294f.html',
  from: '2010-03-01',
  lastRead: '2026-11-26',
});

/** Article 54 was read. */
export const personalInformationLaw = defineInstrument({
  id: 'personal-information-law',
  zh: '中华人民共和国个人信息保护法',
  en: 'Personal Information Protection Law',
  url: 'https://flk.npc.gov.cn/',
  from: '2021-11-01',
  lastRead: '2026-11-21',
});

/** 国家互联网信息办公室令第18号. Two years above ten million persons is reported by several; the number of its article was not confirmed. */
export const auditMeasures = defineInstrument({
  id: 'audit-measures',
  zh: '个人信息保护合规审计管理办法（国家互联网信息办公室令第18号）',
  en: 'Measures for Compliance Audits of Personal Information Protection (CAC Order 18)',
  url: 'https://www.cac.gov.cn/2025-02/14/c_1741233507681519.htm',
  from: '2025-05-01',
  lastRead: '2026-11-21',
});
