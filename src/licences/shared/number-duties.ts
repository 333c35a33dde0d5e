/** What the holder of any allotted number owes: its term, its renewal, its yearly report. */
import { licensingLaw } from '../../law/licensing.ts';
import { numberMeasures, numberReportNotice } from '../../law/numbers.ts';
import { annualReportRule } from './annual-report.ts';
import { expiryRule } from './expiry.ts';
import { renewalRule } from './renewal.ts';

/** Licensing Law, article 50: calendar days, as no rule on numbers sets others. Agencies speak of 90. */
export const NUMBER_RENEWAL_LEAD_DAYS = 30;

export const numberRenewal = renewalRule({
  summary: (name) => ({
    zh: `${name.zh}的使用许可最迟在到期前${NUMBER_RENEWAL_LEAD_DAYS}日申请延续。`,
    en: `The renewal of the grant of a ${name.en} is applied for at least ${NUMBER_RENEWAL_LEAD_DAYS} days before it ends.`,
  }),
  why: {
    zh: '码号规章没有见到另外的期限，适用行政许可法的一般规定：到期30日前申请延续。逾期申请的可能不予延续，码号随之收回。代理机构多说提前90日，宜早不宜迟。',
    en: 'No rule on numbers was found to set another time, so the general law holds: 30 days before the end. A late application may be refused and the number taken back. Agencies advise 90 days; earlier is safer.',
  },
  remedy: {
    zh: '在电信网码号资源使用和调整审批系统提交延续申请，然后在码号条目上记 `renewal: { applied: 申请日 }`。',
    en: 'Apply in the number approval system of the ministry, then record `renewal: { applied: DAY }` on the number.',
  },
  basis: [licensingLaw.article('50', 'text')],
});

export const numberExpiry = expiryRule({
  summary: (name) => ({
    zh: `${name.zh}在证书写明的使用期限内。`,
    en: `The ${name.en} is in the term that its certificate states.`,
  }),
  paper: { zh: '码号证书', en: 'the number certificate' },
  why: {
    zh: '码号归国家所有，经批准才能使用；使用期限届满未延续的，许可注销，继续使用就是擅自启用码号。',
    en: 'Numbers belong to the state and are used by its leave; a grant that ends without renewal is struck off, and to go on is to use a number without leave.',
  },
  remedy: {
    zh: '已获延续的，把 `expires` 改为新证书上的最后有效日；不再使用的，用 `closed` 记下交回日。',
    en: 'If it was renewed, set `expires` to the last day on the new certificate; if the number was given back, record the day in `closed`.',
  },
  basis: [licensingLaw.article('70(1)', 'text'), numberMeasures.article('5', 'text')],
});

export const numberReport = annualReportRule({
  summary: (name) => ({
    zh: `上年12月31日持有${name.zh}的，3月31日前报送码号资源使用情况年报。`,
    en: `Who held a ${name.en} on 31 December reports its use by 31 March.`,
  }),
  report: { zh: '码号年报', en: 'number report' },
  from: numberReportNotice.from,
  why: {
    zh: '年报由工业和信息化部逐年发通知布置，各行业的码号使用者都要报；是否如实报送是“双随机”检查的内容。期限以当年通知为准。',
    en: 'The ministry orders the report anew each year, for holders in every sector, and inspections look at its truth. The notice of the year has the last word on the day.',
  },
  remedy: {
    zh: '在电信网码号资源使用和调整审批系统填报，然后在码号条目的 `annualReports` 下记 `年份: 报送日`。',
    en: 'File it in the number approval system of the ministry, then record `YEAR: DAY` under `annualReports` of the number.',
  },
  basis: [numberReportNotice.whole('secondary')],
});
