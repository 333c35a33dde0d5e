/** What a company owes the telecom authorities as an operator: its security body, and the quality of its service. */
import { addDays, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { recordOfCompany } from '../../domain/fix.ts';
import {
  defineRule,
  type Judgement,
  MET,
  notApplicable,
  type Problem,
  report,
  type RuleContext,
} from '../../domain/rule.ts';
import { order42, serviceQualityMeasures } from '../../law/licensing.ts';
import { cybersecurityLaw } from '../../law/security.ts';
import { licenseeLedger } from '../example-ledgers.ts';
import { firstSince, judgePeriods, type Period, periodsFrom } from './recurring.ts';
import { NO_SERVICE_LICENCE, serviceLicences } from './timed-rule.ts';

export const securityBody = defineRule(
  'company/security-body',
  { of: 'company', run: checkSecurity },
  {
    summary: {
      zh: '电信业务经营者确定网络与信息安全管理机构，配备专职人员。',
      en: 'An operator designates a body for network and information security and gives it full-time staff.',
    },
    why: {
      zh: '机构和专职人员是防护、违法信息处置、新业务评估、监测和应急各项制度的前提，年报须填报，检查时也首先核对这一项。办法没有规定人数，有一名专职人员即可。',
      en: 'Protection, handling of unlawful content, assessment of new services, monitoring and emergency response all depend on them; the annual report lists them and inspections check them first. No number is set: one full-time person is enough.',
    },
    consequence: {
      zh: '《电信业务经营许可管理办法》第48条没有为此规定罚款。未确定网络安全负责人的，《网络安全法》第61条：可以处1万元以上5万元以下罚款，拒不改正或者造成危害后果的，处5万元以上50万元以下罚款。',
      en: 'Order 42, article 48, sets no fine for this. Without a person in charge of network security, the Cybersecurity Law, article 61, allows a fine of CNY 10,000 to 50,000; on refusal or if harm results, CNY 50,000 to 500,000.',
    },
    remedy: {
      zh: '发文确定机构和专职人员，然后在 `company.security` 上记 `body`（机构）和 `staff`（专职人数）。',
      en: 'Designate the body and its staff in writing, then record `body` and `staff` in `company.security`.',
    },
    fix: ({ asOf }) => ['ledger', 'record', 'security-body', 'NAME', 'STAFF', '--on', formatDay(asOf)],
    statuses: { missing: 'warning', shortfall: 'warning', undetermined: 'info' },
    basis: [order42.article('26', 'text'), cybersecurityLaw.article('61', 'quoted')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: licenseeLedger('security: { body: 网络安全部, staff: 0 }'),
      passes: licenseeLedger('security: { body: 网络安全部, staff: 2 }'),
    }),
  },
);

function checkSecurity(context: RuleContext): Judgement {
  const { security } = context.ledger.company;
  if (serviceLicences(context).length === 0) return NO_SERVICE_LICENCE;
  if (security === undefined) return report(SECURITY_UNKNOWN);
  const { body, staff, since } = security;
  if (since !== undefined && since > context.asOf) return report(NO_BODY);
  if (body === undefined) return report(NO_BODY);
  if (staff === undefined) return report(STAFF_UNKNOWN);
  return staff === 0 ? report(NO_STAFF) : MET;
}

const SECURITY_UNKNOWN: Problem = {
  status: 'undetermined',
  at: { company: ['security'] },
  message: {
    zh: '没有登记网络与信息安全管理机构和专职人员',
    en: 'neither the body for network and information security nor its staff is on record',
  },
};
const STAFF_UNKNOWN: Problem = {
  status: 'undetermined',
  at: { company: ['security', 'staff'] },
  message: { zh: '没有登记网络与信息安全专职人员', en: 'the full-time staff for security is not on record' },
};
const NO_BODY: Problem = {
  status: 'missing',
  at: { company: ['security', 'body'] },
  message: { zh: '没有确定网络与信息安全管理机构', en: 'no body for network and information security is designated' },
};
const NO_STAFF: Problem = {
  status: 'shortfall',
  at: { company: ['security', 'staff'] },
  message: { zh: '没有网络与信息安全专职人员', en: 'the body for security has no full-time staff' },
};

export const serviceReport = defineRule(
  'company/service-report',
  { of: 'company', run: checkServiceReports },
  {
    summary: {
      zh: '电信业务经营者对照电信服务标准自查，每半年向通信管理局报告一次；跨省经营的向工业和信息化部报告。',
      en: 'An operator checks its service against the telecom service standards and reports every half year to the provincial communications administration, or to the ministry if it operates in several provinces.',
    },
    why: {
      zh: '办法对所有取得许可证的经营者都适用，但没有规定报告的日期，各地要求也不一样，所以只作提示；台账按每个半年内至少报告一次计算。登记过报告日的才检查。',
      en: 'The measures apply to every licensed operator, but set no day for the report, and provinces differ, so this is an info finding only: at least one report in each half year. It is checked once a report is on record.',
    },
    consequence: {
      zh: '《电信服务质量监督管理暂行办法》第23条：不能按期、如实报告的，给予警告。',
      en: 'Service Quality Measures, article 23: a warning for a report that is late or untrue.',
    },
    remedy: {
      zh: '完成自查并报告，然后在 `company.serviceReports` 中加上报告日。',
      en: 'Do the self-check and report it, then add the day to `company.serviceReports`.',
    },
    fix: recordOfCompany('service-report'),
    statuses: { due: 'info', overdue: 'info' },
    hasPeriods: true,
    basis: [serviceQualityMeasures.article('18', 'text'), serviceQualityMeasures.article('23', 'text')],
    examples: () => ({
      asOf: '2027-01-04',
      fails: licenseeLedger('serviceReports: [2026-01-15]'),
      passes: licenseeLedger('serviceReports: [2026-01-15, 2026-12-20]'),
    }),
  },
);

const NO_REPORTS = notApplicable(
  '没有登记过服务质量自查报告（serviceReports）',
  'no report on the quality of service is on record (serviceReports)',
);

function checkServiceReports(context: RuleContext): Judgement {
  const { serviceReports: days } = context.ledger.company;
  const [first, ...others] = days.filter((day) => day <= context.asOf);
  if (serviceLicences(context).length === 0) return NO_SERVICE_LICENCE;
  if (first === undefined) return NO_REPORTS;
  const since = others.reduce((earliest, day) => (day < earliest ? day : earliest), first);
  const duty = {
    law: serviceQualityMeasures,
    act: { zh: '报告', en: 'reported' },
    at: { company: ['serviceReports'] },
  } as const;
  return judgePeriods(halfYears(since, days), duty, context);
}

function* halfYears(since: CalendarDay, days: readonly CalendarDay[]): Generator<Period> {
  for (const { period, starts, over } of periodsFrom(since, 6)) {
    const half = period.endsWith('1') ? '上' : '下';
    yield {
      period,
      name: { zh: `${period.slice(0, 4)}年${half}半年服务质量自查`, en: `the service quality of ${period}` },
      opens: starts,
      due: addDays(over, -1),
      done: firstSince(days, starts),
    };
  }
}
