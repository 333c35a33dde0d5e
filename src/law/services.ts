/** The law of single services: information services, messages, calls, domains, addresses, certificates. */
import { defineInstrument } from './instrument.ts';

/** 国务院令第292号, revised 2024 (Order 797); read whole in the 2024 edition. */
export const internetInformationMeasures = defineInstrument({
  id: 'internet-information-measures',
  zh: '互联网信息服务管理办法（国务院令第292号，2024年修订）',
  en: 'Measures for Internet Information Services (State Council Order 292, revised 2024)',
  url: 'https://www.gov.cn/gongbao/2025/issue_11786/202501/content_6997034.html',
  from: '2000-09-25',
  lastRead: '2026-11-26',
});

/** 信息产业部令第34号, not amended; read whole. It binds who got addresses from an international registry or gives them on, no mere user. */
export const addressFilingMeasures = defineInstrument({
  id: 'address-filing-measures',
  zh: '互联网IP地址备案管理办法（信息产业部令第34号）',
  en: 'Measures for the Filing of Internet IP Addresses (MII Order 34)',
  url: 'https://www.gov.cn/zhengce/2022-08/23/content_5722722.htm',
  from: '2005-03-20',
  lastRead: '2026-11-27',
});

/** 工业和信息化部令第43号; read whole. Its days are calendar days unless it says otherwise (article 56). */
export const domainMeasures = defineInstrument({
  id: 'domain-measures',
  zh: '互联网域名管理办法（工业和信息化部令第43号）',
  en: 'Measures for Internet Domain Names (MIIT Order 43)',
  url: 'https://www.gov.cn/zhengce/2022-08/23/content_5722732.htm',
  from: '2017-11-01',
  lastRead: '2026-11-27',
});

/** 信息产业部令第33号 for sites that are not commercial. The text of 2005 was read; as amended by 工业和信息化部令第68号 of 2024 it was not. */
export const filingMeasures = defineInstrument({
  id: 'filing-measures',
  zh: '非经营性互联网信息服务备案管理办法（信息产业部令第33号，2024年修订）',
  en: 'Measures for the Filing of Non-commercial Internet Information Services (MII Order 33, revised 2024)',
  url: 'https://www.miit.gov.cn/gyhxxhb/jgsj/cyzcyfgs/bmgz/xxtxl/art/2024/art_84a0cfa0ebd049bbbe751dca9a008e56.html',
  from: '2005-03-20',
  lastReported: '2026-11-26',
});

/** 工信部信管〔2017〕264号; item 1(2), on who may be the registrant, was read. */
export const domainUseNotice = defineInstrument({
  id: 'domain-use-notice',
  zh: '关于规范互联网信息服务使用域名的通知（工信部信管〔2017〕264号）',
  en: 'Notice on the Use of Domain Names by Internet Information Services (2017, No. 264)',
  url: 'https://www.cac.gov.cn/2017-11/30/c_1122037113.htm',
  from: '2018-01-01',
  lastRead: '2026-11-21',
});

/** 工业和信息化部令第31号 of 2015: records were kept for five months; article 11 was read. */
export const messageRules2015 = defineInstrument({
  id: 'message-rules-2015',
  zh: '通信短信息服务管理规定（工业和信息化部令第31号）',
  en: 'Provisions on Short Message Services (MIIT Order 31 of 2015)',
  url: 'https://www.miit.gov.cn/',
  from: '2015-06-30',
  until: '2026-04-30',
  supersededBy: 'message-rules',
  lastRead: '2026-11-26',
});

/** 工业和信息化部令第74号: records are kept for six months. Articles 13 and 20 were read in a literal quotation. */
export const messageRules = defineInstrument({
  id: 'message-rules',
  zh: '通信短信息服务管理规定（工业和信息化部令第74号）',
  en: 'Provisions on Short Message Services (MIIT Order 74)',
  url: 'https://www.gov.cn/gongbao/2026/issue_12766/202605/content_7070600.html',
  from: '2026-05-01',
  lastRead: '2026-11-26',
});

/** 工信部信管〔2020〕81号; its content is reported closely, its items were not read. */
export const callCentreNotice = defineInstrument({
  id: 'call-centre-notice',
  zh: '关于加强呼叫中心业务管理的通知（工信部信管〔2020〕81号）',
  en: 'Notice on Strengthening the Administration of Call Centres (2020, No. 81)',
  url: 'https://www.miit.gov.cn/',
  from: '2020-06-01',
  lastReported: '2026-11-26',
});

/** No law: the rules that browsers hold certificate authorities to. Section 6.3.2 was read. */
export const baselineRequirements = defineInstrument({
  id: 'baseline-requirements',
  zh: 'CA/浏览器论坛服务器证书基线要求（SC-081）',
  en: 'CA/Browser Forum Baseline Requirements for TLS Server Certificates (SC-081)',
  url: 'https://cabforum.org/working-groups/server/baseline-requirements/',
  from: '2020-09-01',
  lastRead: '2026-11-21',
});

/** Articles 9 to 14, 21 to 25 and 39 to 43 were read. The address is the national database of laws. */
export const antiFraudLaw = defineInstrument({
  id: 'anti-fraud-law',
  zh: '中华人民共和国反电信网络诈骗法',
  en: 'Anti-Telecom and Online Fraud Law',
  url: 'https://flk.npc.gov.cn/',
  from: '2022-12-01',
  lastRead: '2026-11-26',
});
