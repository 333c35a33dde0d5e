/** The law of telecom licences: what they are, how long they run, what must be reported. */
import { defineInstrument } from './instrument.ts';

/** 工业和信息化部令第42号, issued 2017-07-03; not amended. Read whole. */
export const order42 = defineInstrument({
  id: 'order-42',
  zh: '电信业务经营许可管理办法（工业和信息化部令第42号）',
  en: 'Telecommunications Business Licensing Measures (MIIT Order 42)',
  url: 'https://www.gov.cn/gongbao/content/2017/content_5240090.htm',
  from: '2017-09-01',
  lastRead: '2026-11-26',
});

/** 国务院令第291号, revised 2014 and 2016; read whole in the 2016 edition. */
export const telecomRegulations = defineInstrument({
  id: 'telecom-regulations',
  zh: '中华人民共和国电信条例（国务院令第291号）',
  en: 'Telecommunications Regulations (State Council Order 291)',
  url: 'https://www.gov.cn/gongbao/content/2016/content_5139478.htm',
  from: '2000-09-25',
  lastRead: '2026-11-26',
});

/** Adopted 2003, amended 2019-04-23; articles 50 and 70 were read. The address is the national database of laws. */
export const licensingLaw = defineInstrument({
  id: 'licensing-law',
  zh: '中华人民共和国行政许可法',
  en: 'Administrative Licensing Law',
  url: 'https://flk.npc.gov.cn/',
  from: '2004-07-01',
  lastRead: '2026-11-21',
});

/** The timetable of the yearly report: who, from when, until when, and where it is published. */
export const annualReportNotice = defineInstrument({
  id: 'annual-report-notice',
  zh: '关于建立电信业务经营信息年报和公示制度的通知（工信部信管〔2017〕321号）',
  en: 'Notice on Annual Reports of Telecommunications Business (2017, No. 321)',
  url: 'https://cqca.miit.gov.cn/zwgk/tzgg/gggs/art/2025/art_2e9de9b6f2864936ab63c4932f032f93.html',
  from: '2018-01-01',
  lastReported: '2026-11-21',
});

/** Of 2001, as amended 2014-09-23; read whole in that edition. */
export const serviceQualityMeasures = defineInstrument({
  id: 'service-quality-measures',
  zh: '电信服务质量监督管理暂行办法（2014年修正）',
  en: 'Interim Measures for the Supervision of Telecommunications Service Quality (as amended 2014)',
  url: 'https://www.gov.cn/zhengce/2022-08/23/content_5722709.htm',
  from: '2014-09-23',
  lastRead: '2026-11-27',
});
