/** What every telecom licence owes under Order 42: its term, its renewal and its yearly report; the rest in files beside. */
import { recordDone, recordRenewal, renewPaper } from '../../domain/fix.ts';
import { definePaperRule } from '../../domain/licence-kind.ts';
import type { Rule } from '../../domain/rule.ts';
import { sentences } from '../../domain/text.ts';
import { annualReportNotice, licensingLaw, order42 } from '../../law/licensing.ts';
import { LICENSING_FINE, UNLICENSED_BUSINESS } from '../../law/penalties.ts';
import { judgeAnnualReport } from '../shared/duties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { RENEWAL_LEAD_DAYS } from '../shared/requires.ts';
import { judgeExpiry, judgeRenewal, type PaperEnd } from '../shared/term.ts';
import { numberShown } from './number-shown.ts';
import { number } from './number.ts';
import { opened } from './opened.ts';
import { registeredCapital } from './registered-capital.ts';

const renewal = definePaperRule(
  'licence/renewal',
  (licence, context) =>
    judgeRenewal(licence, context, {
      zh: '按许可办法第27条第2款，有效期届满不予延续',
      en: 'under article 27, paragraph 2 of Order 42 it is not renewed after its term',
    }),
  {
    summary: {
      zh: `电信业务经营许可证最迟在到期前${RENEWAL_LEAD_DAYS}日申请延续，或者报告不再延续。`,
      en: `Renewal of a telecom licence is applied for at least ${RENEWAL_LEAD_DAYS} days before it expires, or the authority is told that it will not be renewed.`,
    },
    why: {
      zh: '未在到期前90日申请延续的，有效期届满不予延续，业务只能停下来重新申请。90日按自然日计算，不是工作日；倒数的期限遇节假日不顺延，应提前到前一个工作日办理。',
      en: 'Without an application 90 days before the end, the licence is not renewed, and the business must stop and apply again. The 90 days are calendar days, not working days; a time limit that counts backward is not extended by a holiday, so act on the working day before.',
    },
    remedy: {
      zh: '在电信业务综合管理平台提交延续申请，然后在许可证上记 `renewal: { applied: 申请日 }`；不再经营的，提前90日报告并记 `renewal: { declined: 报告日 }`。',
      en: 'Apply on the telecom business platform, then record `renewal: { applied: DAY }` on the licence; if the business will not continue, report that 90 days in advance and record `renewal: { declined: DAY }`.',
    },
    consequence: sentences(
      {
        zh: '逾期申请的，《电信业务经营许可管理办法》第27条第2款：有效期届满不予延续；第33条第2项：发证机关注销许可证。有效期届满后继续经营的，按擅自经营电信业务处罚。',
        en: 'For a late application, Order 42, article 27, paragraph 2: the licence is not renewed after its term; article 33(2): the issuing authority cancels it. Operating after the term is punished as operating without a licence.',
      },
      UNLICENSED_BUSINESS,
    ),
    fix: recordRenewal,
    statuses: { due: 'warning', overdue: 'error', late: 'error', undetermined: 'warning' },
    basis: [order42.article('27.1', 'text'), order42.article('27.2', 'text'), licensingLaw.article('50', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'isp', expires: '2027-03-14' }),
      passes: exampleLedger({ kind: 'isp', expires: '2027-03-14', also: 'renewal: { applied: 2026-11-20 }' }),
    }),
  },
);

const END: PaperEnd = {
  paper: { zh: '许可证', en: 'the licence' },
  unrenewed: {
    zh: '未按时申请延续的，到期不予延续，由发证机关注销，此后不得继续经营。延续申请其实已按时提交的，登记实际的申请日；没有按时提交、仍要经营的，重新申请许可，取得新证后用 `ledger add` 登记，原证用 `ledger record closed` 登记注销日。',
    en: 'Without an application in time the licence is not renewed; the issuing authority cancels it, and the business may not go on after its end. If renewal was in fact applied for in time, record the actual day. If it was not and the business is to go on, apply for a new licence and record it with `ledger add` once it is issued; record with `ledger record closed` the day on which the old one was struck off.',
  },
};

const expiry = definePaperRule('licence/expiry', (licence, context) => judgeExpiry(licence, context, END), {
  summary: { zh: '电信业务经营许可证在有效期内。', en: 'A telecom licence is in its term.' },
  why: {
    zh: '许可证有效期届满未延续的，发证机关应当办理注销；此后继续经营，就是无证经营。',
    en: 'A licence whose term ends without renewal is cancelled by the issuing authority; continuing the business after that is operating without a licence.',
  },
  remedy: {
    zh: '已获延续的，把 `issued` 和 `expires` 改为新证上的日期；不再经营的，用 `ledger record closed` 登记注销日。',
    en: 'If it was renewed, set `issued` and `expires` to the days on the new licence; if the business was given up, record with `ledger record closed` the day on which it was struck off.',
  },
  consequence: sentences(
    {
      zh: '有效期届满后继续经营的，按擅自经营电信业务处罚。',
      en: 'Operating after the term is punished as operating without a licence.',
    },
    UNLICENSED_BUSINESS,
  ),
  fix: renewPaper,
  statuses: { expired: 'error', expiring: 'warning' },
  basis: [licensingLaw.article('70(1)', 'text'), order42.article('14', 'text'), order42.article('33(2)', 'text')],
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind: 'isp', expires: '2026-11-20' }),
    passes: exampleLedger({ kind: 'isp' }),
  }),
});

const annualReport = definePaperRule(
  'licence/annual-report',
  (licence, context) =>
    judgeAnnualReport(licence, context, { report: { zh: '年报', en: 'report' }, from: order42.from }),
  {
    summary: {
      zh: '电信业务经营许可证持有者每年3月31日前报送上一年度年报。',
      en: 'The holder of a telecom licence files the annual report for the previous year by 31 March each year.',
    },
    why: {
      zh: '年报的经营情况、网络和人员变动、服务质量三项向社会公示；随机抽查和延续许可时都要核对年报。',
      en: 'The parts on the business, on changes of network and staff, and on service quality are made public; spot checks and renewals check the annual report.',
    },
    remedy: {
      zh: '在电信业务综合管理平台填报，然后在许可证的 `annualReports` 下记 `年份: 报送日`。',
      en: 'File it on the telecom business platform, then record `YEAR: DAY` under `annualReports` of the licence.',
    },
    consequence: sentences(
      {
        zh: '《电信业务经营许可管理办法》第38条：责令限期报告；期限内仍未报告的，列入电信业务经营不良名单，补报并经确认后移出。年报弄虚作假或者隐瞒真实情况的（第35条第3款），按第48条处罚。',
        en: 'Order 42, article 38: an order to report within a time limit; after that the operator is put on the list of misconduct until the report is made and confirmed. A report that is false or conceals facts (article 35, paragraph 3) is punished under article 48.',
      },
      LICENSING_FINE,
    ),
    fix: recordDone('annual-report'),
    statuses: { due: 'warning', overdue: 'error' },
    hasPeriods: true,
    basis: [order42.article('35.1', 'text'), order42.article('38.1', 'text'), annualReportNotice.whole('secondary')],
    examples: () => ({
      asOf: '2026-03-01',
      fails: exampleLedger({ kind: 'isp', issued: '2025-06-01', expires: '2030-05-31', since: null }),
      passes: exampleLedger({
        kind: 'isp',
        issued: '2025-06-01',
        expires: '2030-05-31',
        since: null,
        also: 'annualReports: { 2025: 2026-02-20 }',
      }),
    }),
  },
);

/** The order in which they are listed. */
export const licenceRules: readonly Rule[] = [
  renewal,
  expiry,
  annualReport,
  registeredCapital,
  opened,
  number,
  numberShown,
];
