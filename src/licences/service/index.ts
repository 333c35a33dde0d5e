/** What every telecom licence owes under Order 42: its term, its renewal, its yearly report, and the business opened. */
import { daysBetween, formatDay } from '../../domain/calendar-day.ts';
import { recordDone, recordOfService, recordRenewal, renewPaper } from '../../domain/fix.ts';
import type { GrantedService } from '../../domain/ledger.ts';
import { definePaperRule } from '../../domain/licence-kind.ts';
import { hasEnded, isAsked, renewalDeadline } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { defineRule, MET, notApplicable, type Problem, report, type Rule } from '../../domain/rule.ts';
import { annualReportNotice, licensingLaw, order42 } from '../../law/licensing.ts';
import { GIVEN_UP_BEFORE, judgeAnnualReport } from '../shared/duties.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { RENEWAL_LEAD_DAYS } from '../shared/requires.ts';
import { isDeclined, isServiceDeclined, judgeExpiry, judgeRenewal } from '../shared/term.ts';
import { numberShown } from './number-shown.ts';
import { number } from './number.ts';
import { registeredCapital } from './registered-capital.ts';

const renewal = definePaperRule(
  'licence/renewal',
  (licence, context) =>
    judgeRenewal(licence, context, {
      zh: '按许可办法第27条第2款，有效期届满不予延续',
      en: 'by article 27, paragraph 2 of Order 42 it is not continued after its term',
    }),
  {
    summary: {
      zh: `电信业务经营许可证最迟在到期前${RENEWAL_LEAD_DAYS}日申请延续，或者报告不再延续。`,
      en: `The renewal of a telecom licence is applied for at least ${RENEWAL_LEAD_DAYS} days before it ends, or the authority is told that it will not be continued.`,
    },
    why: {
      zh: '未在到期前90日申请延续的，有效期届满不予延续，业务只能停下来重新申请。90日按自然日计算，不是工作日；倒数的期限遇节假日不顺延，应提前到前一个工作日办理。',
      en: 'Without an application 90 days before the end the licence is not continued, and the business stops until a new one is granted. The 90 days are calendar days; a limit that counts backward is not put off by a holiday, so act on the working day before.',
    },
    remedy: {
      zh: '在电信业务综合管理平台提交延续申请，然后在许可证上记 `renewal: { applied: 申请日 }`；不再经营的，提前90日报告并记 `renewal: { declined: 报告日 }`。',
      en: 'Apply on the telecom business platform, then record `renewal: { applied: DAY }` on the licence; if it will not be continued, report that 90 days ahead and record `renewal: { declined: DAY }`.',
    },
    consequence: {
      zh: '逾期申请的，有效期届满不予延续（第27条第2款），发证机关注销许可证（第33条第2项）；届满后继续经营的，按无证经营处罚：没收违法所得，并处违法所得3倍以上5倍以下罚款，没有违法所得或者不足5万元的，处10万元以上100万元以下罚款，情节严重的责令停业整顿（电信条例第69条第1项）。',
      en: 'A late application means that the licence is not continued (article 27, paragraph 2) and is struck off (article 33(2)); to go on after its term is to operate without a licence: the gain is confiscated with a fine of three to five times as much, or of CNY 100,000 to 1,000,000 where there is none or less than 50,000, and grave cases are closed down (Telecommunications Regulations, article 69(1)).',
    },
    fix: recordRenewal,
    statuses: { due: 'warning', overdue: 'error', late: 'error', undetermined: 'warning' },
    basis: [order42.article('27.1', 'text'), order42.article('27.2', 'text'), licensingLaw.article('50', 'text')],
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'isp', expires: '2027-03-14' }),
      passes: exampleLedger({ kind: 'isp', expires: '2027-03-14', also: 'renewal: { applied: 2026-11-20 }' }),
    },
  },
);

const expiry = definePaperRule(
  'licence/expiry',
  (licence, context) => judgeExpiry(licence, context, { paper: { zh: '许可证', en: 'the licence' } }),
  {
    summary: { zh: '电信业务经营许可证在有效期内。', en: 'A telecom licence is in its term.' },
    why: {
      zh: '许可证有效期届满未延续的，发证机关应当办理注销；此后继续经营，就是无证经营。',
      en: 'A licence whose term ends without renewal is struck off; to go on in business is then to operate without a licence.',
    },
    remedy: {
      zh: '已获延续的，把 `issued` 和 `expires` 改为新证上的日期；不再经营的，用 `closed` 记下注销日。',
      en: 'If it was renewed, set `issued` and `expires` to the days on the new licence; if the business was given up, record the day in `closed`.',
    },
    fix: renewPaper,
    statuses: { expired: 'error', expiring: 'warning' },
    basis: [licensingLaw.article('70(1)', 'text'), order42.article('14', 'text'), order42.article('33(2)', 'text')],
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'isp', expires: '2026-11-20' }),
      passes: exampleLedger({ kind: 'isp' }),
    },
  },
);

const annualReport = definePaperRule(
  'licence/annual-report',
  (licence, context) =>
    judgeAnnualReport(licence, context, { report: { zh: '年报', en: 'report' }, from: order42.from }),
  {
    summary: {
      zh: '电信业务经营许可证持有者每年3月31日前报送上一年度年报。',
      en: 'The holder of a telecom licence files each year’s report by 31 March of the next.',
    },
    why: {
      zh: '未按要求报送年报的，列入电信业务经营不良名单，补报并经确认后才移出；延续许可时也要查年报。',
      en: 'Who does not report is put on the public list of bad conduct until the report is made and confirmed; renewal looks at the reports too.',
    },
    remedy: {
      zh: '在电信业务综合管理平台填报，然后在许可证的 `annualReports` 下记 `年份: 报送日`。',
      en: 'File it on the telecom business platform, then record `YEAR: DAY` under `annualReports` of the licence.',
    },
    fix: recordDone('annual-report'),
    statuses: { due: 'warning', overdue: 'error' },
    basis: [order42.article('35.1', 'text'), order42.article('38.1', 'text'), annualReportNotice.whole('secondary')],
    examples: {
      asOf: '2026-03-01',
      fails: exampleLedger({ kind: 'isp', issued: '2025-06-01', expires: '2030-05-31', since: null }),
      passes: exampleLedger({
        kind: 'isp',
        issued: '2025-06-01',
        expires: '2030-05-31',
        since: null,
        also: 'annualReports: { 2025: 2026-02-20 }',
      }),
    },
  },
);

/** The ledger itself says that it was not opened in the term. */
function openedTooLate({ licence, service }: GrantedService): Problem {
  const [opens, ends] = [formatDay(service.opened ?? licence.expires), formatDay(licence.expires)];
  return {
    status: 'late',
    date: licence.expires,
    at: { entry: licence.id, service: service.kind, field: 'opened' },
    message: {
      zh: `业务${opens}才开通，晚于有效期届满日${ends}；按许可办法第27条第2款，有效期届满不予延续`,
      en: `the service opens on ${opens}, after the term ends on ${ends}; by article 27, paragraph 2 of Order 42 it is not continued after its term`,
    },
    remedy: {
      zh: '在有效期内开通，并改正 `opened`；开通不了的，提前90日报告不再延续，记 `renewal: { declined: 报告日 }`。',
      en: 'Open it within the term and correct `opened`; if that cannot be, report 90 days ahead that it will not be continued and record `renewal: { declined: DAY }`.',
    },
  };
}

const NOT_CONTINUED = notApplicable('这项业务不再延续', 'this service will not be continued');
const NOT_ASKED_YET = notApplicable('申请延续之前才问', 'it is asked for only before renewal falls due');

const opened: Rule = defineRule(
  'licence/opened',
  {
    of: 'service',
    run(granted, context) {
      const { licence, service } = granted;
      const deadline = renewalDeadline(licence, context);
      if (deadline === undefined || hasEnded(licence, context)) return LICENCE_ENDED;
      if (service.opened !== undefined && service.opened > licence.expires) return report(openedTooLate(granted));
      if (service.opened !== undefined && service.opened <= context.asOf) return MET;
      if (!isAsked(licence, deadline)) return GIVEN_UP_BEFORE;
      if (isDeclined(licence, context) || isServiceDeclined(granted, context)) return NOT_CONTINUED;
      if (daysBetween(context.asOf, deadline) > context.windowOf(licence, 'renewal')) return NOT_ASKED_YET;
      return report({
        status: 'undetermined',
        date: deadline,
        at: { entry: licence.id, service: service.kind, field: 'opened' },
        message:
          service.opened === undefined
            ? {
                zh: '没有登记业务开通日期；有效期内未开通的业务不予延续',
                en: 'no day of opening is on record; a service that was not opened in the term is not continued',
              }
            : {
                zh: `业务要到${formatDay(service.opened)}才开通；有效期内未开通的业务不予延续`,
                en: `the service opens only on ${formatDay(service.opened)}; one that was not opened in the term is not continued`,
              },
      });
    },
  },
  {
    summary: {
      zh: '申请延续之前，登记了许可证上每一项业务的开通日期。',
      en: 'Before renewal falls due, the day on which each service of the licence was opened is on record.',
    },
    why: {
      zh: '有效期内未开通的业务不予延续；一张许可证上有几项业务的，只延续已开通的。申请延续时要拿出开展业务的证明。',
      en: 'A service that was not opened in the term is not continued; of several on one licence only those opened are. The application asks for proof.',
    },
    remedy: {
      zh: '按开通证明记 `opened: 日期`；确未开通的，尽快开通，或在这项业务上记 `renewal: { declined: 报告日 }`。',
      en: 'Record `opened: DAY` from the proof of opening; if the service never was, open it in time, or record `renewal: { declined: DAY }` on it.',
    },
    fix: (target) => (target.status === 'late' ? undefined : recordOfService('opened')(target)),
    statuses: { late: 'error', undetermined: 'warning' },
    basis: [order42.article('27.2', 'text')],
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger({
        kind: 'isp',
        expires: '2027-03-14',
        also: 'renewal: { applied: 2026-11-20 }',
        services: ['{ kind: isp, scope: national, opened: 2022-06-01 }', '{ kind: cdn, scope: national }'],
      }),
      passes: exampleLedger({
        kind: 'isp',
        expires: '2027-03-14',
        also: 'renewal: { applied: 2026-11-20 }',
        services: [
          '{ kind: isp, scope: national, opened: 2022-06-01 }',
          '{ kind: cdn, scope: national, opened: 2022-09-01 }',
        ],
      }),
    },
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
