/** What Order 42 asks of every licence for telecom services: its term, its renewal, its yearly report. */
import { annualReportNotice, licensingLaw, order42 } from '../../law/licensing.ts';
import { annualReportRule } from './annual-report.ts';
import { expiryRule } from './expiry.ts';
import { renewalRule } from './renewal.ts';

/** Article 27: calendar days before the last valid day by which renewal is applied for. */
export const RENEWAL_LEAD_DAYS = 90;

export const renewal = renewalRule({
  summary: (name) => ({
    zh: `${name.zh}许可证最迟在到期前${RENEWAL_LEAD_DAYS}日申请延续。`,
    en: `The renewal of the licence for ${name.en} is applied for at least ${RENEWAL_LEAD_DAYS} days before it ends.`,
  }),
  why: {
    zh: '逾期申请延续的，发证机关可以不予延续，业务只能停下来重新申请。90日按自然日计算，不是工作日；倒数的期限遇节假日不顺延，应提前到前一个工作日办理。',
    en: 'A late application may be refused, and the business then stops until a new licence is granted. The 90 days are calendar days; a limit that counts backward is not put off by a holiday, so act on the working day before.',
  },
  remedy: {
    zh: '在电信业务综合管理平台提交延续申请，然后在许可证上记 `renewal: { applied: 申请日 }`。',
    en: 'Apply on the telecom business platform, then record `renewal: { applied: DAY }` on the licence.',
  },
  basis: [order42.article('27', 'secondary'), licensingLaw.article('50', 'text')],
});

export const expiry = expiryRule({
  summary: (name) => ({
    zh: `${name.zh}许可证在有效期内。`,
    en: `The licence for ${name.en} is in its term.`,
  }),
  paper: { zh: '许可证', en: 'the licence' },
  why: {
    zh: '许可证有效期届满未延续的，发证机关应当办理注销；此后继续经营，就是无证经营。',
    en: 'A licence whose term ends without renewal is struck off; to go on in business is then to operate without a licence.',
  },
  remedy: {
    zh: '已获延续的，把 `expires` 改为新证上的最后有效日；不再经营的，用 `closed` 记下注销日。',
    en: 'If it was renewed, set `expires` to the last day on the new licence; if the business was given up, record the day in `closed`.',
  },
  basis: [licensingLaw.article('70(1)', 'text'), order42.article('14', 'secondary')],
});

export const annualReport = annualReportRule({
  summary: (name) => ({
    zh: `${name.zh}许可证每年3月31日前报送上一年度年报。`,
    en: `The holder of a licence for ${name.en} files each year's report by 31 March of the next.`,
  }),
  report: { zh: '年报', en: 'report' },
  from: order42.from,
  why: {
    zh: '未按要求报送年报的，列入电信业务经营不良名单，补报并经确认后才移出；延续许可时也要查年报。',
    en: 'Who does not report is put on the public list of bad conduct until the report is made and confirmed; renewal looks at the reports too.',
  },
  remedy: {
    zh: '在电信业务综合管理平台填报，然后在许可证的 `annualReports` 下记 `年份: 报送日`。',
    en: 'File it on the telecom business platform, then record `YEAR: DAY` under `annualReports` of the licence.',
  },
  basis: [order42.article('35', 'text'), order42.article('38', 'text'), annualReportNotice.whole('secondary')],
});
