/** The law of numbers: who may hold them, what is reported, what is paid. */
import { defineInstrument } from './instrument.ts';

/** 信息产业部令第28号 of 2003, amended 2014. Read whole, without its annexed catalogue. */
export const numberMeasures = defineInstrument({
  id: 'number-measures',
  zh: '电信网码号资源管理办法（信息产业部令第28号，2014年修正）',
  en: 'Measures for Telecommunications Network Number Resources (MII Order 28 of 2003, amended 2014)',
  url: 'https://www.miit.gov.cn/zwgk/zcwj/flfg/art/2020/art_f18eb1797cd24fd0ac2aac76ff1704fd.html',
  from: '2003-03-01',
  lastRead: '2026-11-26',
});

/** Known from the press of 2020-10-15; neither its number nor its items were read, so no official address of its own. */
export const numberUseNotice = defineInstrument({
  id: 'number-use-notice',
  zh: '关于规范电信网码号资源使用行为的通知（工业和信息化部，2020年）',
  en: 'Notice on the Use of Telecommunications Network Numbers (MIIT, 2020)',
  url: 'https://www.miit.gov.cn/',
  from: '2020-10-15',
  lastReported: '2026-11-21',
});

/** 工信管函〔2026〕7号, read in the notice of the Sichuan administration. Each year has a notice of its own. */
export const numberReportNotice = defineInstrument({
  id: 'number-report-notice',
  zh: '关于开展码号资源使用情况年报工作的通知（工信管函〔2026〕7号等，逐年发布）',
  en: 'Yearly notice on the annual report of number use (2026: No. 7)',
  url: 'https://scca.miit.gov.cn/zwgk/tzgg/art/2026/art_02d458041ccb42eea5c77d303d268e37.html',
  from: '2021-01-01',
  lastReported: '2026-11-21',
});

/** 信部联清〔2004〕517号. Articles 3 to 5, 9, 15 and 16 were read; the payment calendar of 10 and 11 was not. */
export const numberFeeMeasures = defineInstrument({
  id: 'number-fee-measures',
  zh: '电信网码号资源占用费征收管理暂行办法（信部联清〔2004〕517号）',
  en: 'Interim Measures for Collecting Number Occupation Fees (2004, No. 517)',
  url: 'http://drc.gd.gov.cn/xzsyxsf5834/content/post_847501.html',
  from: '2005-01-01',
  lastRead: '2026-11-21',
});

/**
 * Known from a page without date or number that gives section 2 with table 1: who may hold 1062, 10630, 1063Y, 10639, 1065,
 * 1066, 10690, 1069Y, 10699. Dated from the day on which the new codes were opened (信部电〔2007〕470号).
 */
export const messageCodeMeasures = defineInstrument({
  id: 'message-code-measures',
  zh: '短消息类服务接入代码申请、分配、使用与收回管理办法',
  en: 'Measures for Access Codes of Short Message Services',
  url: 'https://www.miit.gov.cn/',
  from: '2007-12-01',
  lastReported: '2026-11-26',
});

/** 工信部信管函〔2025〕130号. Only its opening was seen; phases, form and bans are reported by the press and the ministry's own comment. */
export const number700Notice = defineInstrument({
  id: 'number-700-notice',
  zh: '关于开展号码保护服务业务试点的通知（工信部信管函〔2025〕130号）',
  en: 'Notice on the Pilot of Number Protection Services (2025, No. 130)',
  url: 'https://www.miit.gov.cn/zwgk/zcwj/wjfb/tz/art/2025/art_1c4a98acc8e641859359181940850634.html',
  from: '2025-07-03',
  lastReported: '2026-11-26',
});

/** Read in a copy whose day of issue was not shown; it is dated here from the year after the amendment that it applies. */
export const numberServiceGuide = defineInstrument({
  id: 'number-service-guide',
  zh: '电信网码号资源使用和调整审批服务指南（工业和信息化部）',
  en: 'Service Guide on the Approval of Number Use (MIIT)',
  url: 'https://www.miit.gov.cn/',
  from: '2015-01-01',
  lastReported: '2026-11-21',
});
