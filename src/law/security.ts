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

/** Article 54 was read, 66 as quoted. */
export const personalInformationLaw = defineInstrument({
  id: 'personal-information-law',
  zh: '中华人民共和国个人信息保护法',
  en: 'Personal Information Protection Law',
  url: 'https://flk.npc.gov.cn/',
  from: '2021-11-01',
  lastRead: '2026-11-21',
});

/** 国家互联网信息办公室令第18号. Read whole. */
export const auditMeasures = defineInstrument({
  id: 'audit-measures',
  zh: '个人信息保护合规审计管理办法（国家互联网信息办公室令第18号）',
  en: 'Measures for Compliance Audits of Personal Information Protection (CAC Order 18)',
  url: 'https://www.gov.cn/zhengce/202511/content_7049757.htm',
  from: '2025-05-01',
  lastRead: '2026-11-26',
});

/** 国家互联网信息办公室、公安部令第25号, published 2026-07-24. Articles 13, 14 and 17 were read as quoted. */
export const smallHandlerProvisions = defineInstrument({
  id: 'small-handler-provisions',
  zh: '小型个人信息处理者个人信息保护简化措施规定（国家互联网信息办公室、公安部令第25号）',
  en: 'Provisions on Simplified Measures for Small Handlers of Personal Information (CAC and MPS Order 25)',
  url: 'https://www.cac.gov.cn/',
  from: '2026-09-01',
  lastRead: '2026-11-26',
});

/** Published 2025-07-18; known from others. */
export const officerNotice = defineInstrument({
  id: 'officer-notice',
  zh: '关于开展个人信息保护负责人信息报送工作的公告（国家互联网信息办公室，2025年）',
  en: 'Notice on Reporting the Officer for Personal Information Protection (CAC, 2025)',
  url: 'https://www.cac.gov.cn/2025-07/18/c_1754553420421538.htm',
  from: '2025-07-18',
  lastReported: '2026-11-26',
});

/** 工业和信息化部令第24号. Read whole. */
export const userDataProvisions = defineInstrument({
  id: 'user-data-provisions',
  zh: '电信和互联网用户个人信息保护规定（工业和信息化部令第24号）',
  en: 'Provisions on the Personal Information of Telecommunications and Internet Users (MIIT Order 24)',
  url: 'https://www.gov.cn/zhengce/2022-08/23/content_5722717.htm',
  from: '2013-09-01',
  lastRead: '2026-11-27',
});

/** 公安部令第33号 of 1997, revised 2011; articles 10, 12 and 23 were read. The address is the national database of laws. */
export const internetConnectionMeasures = defineInstrument({
  id: 'internet-connection-measures',
  zh: '计算机信息网络国际联网安全保护管理办法（公安部令第33号，2011年修订）',
  en: 'Measures for the Security of Computer Networks Connected to the Internet (MPS Order 33, revised 2011)',
  url: 'https://flk.npc.gov.cn/',
  from: '2011-01-08',
  lastRead: '2026-11-26',
});
