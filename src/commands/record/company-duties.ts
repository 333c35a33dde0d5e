/** What the company itself did, each as a plan for the ledger. */
import { type Refusal, usageError } from '../../command-line/complaint.ts';
import { dayFor } from '../../command-line/option-values.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Company } from '../../domain/company.ts';
import type { Edit } from '../../domain/edit.ts';
import type { Text } from '../../domain/text.ts';
import type { Plan } from '../../run/recording/apply-edits.ts';
import { dayDone } from '../../run/recording/given-days.ts';
import type { OpenLedger } from '../../run/recording/open-ledger.ts';
import { assertQuarter, assertReportable, type Duty, planDay, planned } from './plan-day.ts';

const COMPANY = ['company'];

/** By the name that the command line has for it; the words are its arguments. */
export const COMPANY_DUTIES = {
  established: () => companyDay('established', WHAT.established, ({ established }) => established),
  'paid-in': () => factsDay('paidIn', 'done', WHAT.paidIn, ({ paidIn }) => paidIn?.done),
  'paid-in-by': () => ({
    ...factsDay('paidIn', 'by', WHAT.paidInBy, ({ paidIn }) => paidIn?.by),
    mayLieAhead: true,
  }),
  'public-report': ([year = '']) => publicReport(year),
  penalty: ([received = '']) => penalty(received),
  'self-check': () => doneAgain('personalInformation', 'selfChecks', WHAT.selfCheck),
  audit: () => doneAgain('personalInformation', 'audits', WHAT.audit),
  officer: () =>
    factsDay(
      'personalInformation',
      'officerReported',
      WHAT.officer,
      ({ personalInformation }) => personalInformation?.officerReported,
    ),
  'security-body': ([body = '', staff = '']) => securityBody(body, staff),
  'service-report': () => serviceReport(),
  platform: () => factsDay('platform', 'started', WHAT.platform, ({ platform }) => platform?.started),
  'platform-registration': () => ({ plan: onPlatform('registered', WHAT.platformRegistration) }),
  'platform-report': ([quarter = '']) => ({ plan: onPlatform('reports', reportOf(quarter), quarter) }),
} as const satisfies Record<string, (words: readonly string[]) => Duty>;

const WHAT = {
  established: { zh: '成立日期', en: 'the day of establishment' },
  paidIn: { zh: '注册资本缴足', en: 'the payment of the capital' },
  paidInBy: { zh: '章程规定的出资期限', en: 'the paid-in term of the articles' },
  selfCheck: { zh: '个人信息保护自查', en: 'the self-check of personal information' },
  audit: { zh: '个人信息保护合规审计', en: 'the audit of personal information' },
  officer: { zh: '个人信息保护负责人报送', en: 'the report of the personal information officer' },
  securityBody: { zh: '网络与信息安全管理机构', en: 'the security body' },
  serviceReport: { zh: '服务质量自查报告', en: 'the service quality report' },
  platform: { zh: '平台开始经营', en: 'the start of the platform' },
  platformRegistration: { zh: '平台基本信息报送', en: 'the report of the basic information of the platform' },
} as const satisfies Record<string, Text>;

type DayIn = (company: Company) => CalendarDay | undefined;

/** A day that stands below the company itself. */
function companyDay(field: string, what: Text, dayIn: DayIn): Duty {
  return {
    plan({ ledger }, on) {
      return planDay({ id: 'company', path: COMPANY, field, before: dayIn(ledger.company), on, what });
    },
  };
}

/** A day in a mapping of facts that may not be there yet. */
function factsDay(field: 'paidIn' | 'personalInformation' | 'platform', key: string, what: Text, dayIn: DayIn): Duty {
  return {
    plan({ ledger }, on) {
      return planDay({ id: 'company', path: COMPANY, field, key, before: dayIn(ledger.company), on, what });
    },
  };
}

/** One more of the days on which something was done. */
function doneAgain(facts: 'personalInformation', field: 'selfChecks' | 'audits', what: Text): Duty {
  return {
    plan({ ledger }, on) {
      const value = formatDay(on);
      const known = ledger.company[facts];
      const edit: Edit =
        known === undefined
          ? { kind: 'set-field', path: COMPANY, field: facts, value: { [field]: [value] } }
          : { kind: 'append-item', path: [...COMPANY, facts], field, value };
      const edits = known?.[field].includes(on) === true ? [] : [edit];
      return planned({ id: 'company', path: [...COMPANY, facts, field], field, what, on, edits });
    },
  };
}

function serviceReport(): Duty {
  return {
    plan({ ledger }, on) {
      const field = 'serviceReports';
      const edit: Edit = { kind: 'append-item', path: COMPANY, field, value: formatDay(on) };
      const edits = ledger.company.serviceReports.includes(on) ? [] : [edit];
      return planned({ id: 'company', path: [...COMPANY, field], field, what: WHAT.serviceReport, on, edits });
    },
  };
}

/** The company's own report of a year to market regulation. */
function publicReport(year: string): Duty {
  return {
    plan({ ledger: { company } }, on) {
      const { established: first, publicReports: reports } = company;
      assertReportable(year, { of: 'company', id: company.name, first, reports }, on);
      return planDay({
        id: 'company',
        path: COMPANY,
        field: 'publicReports',
        key: year,
        before: reports[year],
        on,
        what: { zh: `${year}年度公司年报`, en: `the company's report for ${year}` },
      });
    },
  };
}

/** A penalty that was received on a day, and made public on another; where it is on record, the second alone. */
function penalty(word: string): Duty {
  return {
    plan({ ledger, today }, on) {
      const received = dayDone('DAY', dayFor('DAY')(word), today);
      const day = formatDay(received);
      const { penalties } = ledger.company;
      const known = penalties.findIndex((one) => one.received === received);
      const at = [...COMPANY, 'penalties', known === -1 ? penalties.length : known];
      const what = { zh: `${day}行政处罚的公示`, en: `publication of the penalty of ${day}` };
      if (known !== -1) {
        const before = penalties[known]?.publicised;
        return planDay({ id: 'company', path: at, field: 'publicised', before, on, what });
      }
      const value = { received: day, publicised: formatDay(on) };
      const edits: readonly Edit[] = [{ kind: 'append-item', path: COMPANY, field: 'penalties', value }];
      return planned({ id: 'company', path: at, field: 'publicised', what, on, edits });
    },
  };
}

function securityBody(body: string, staff: string): Duty {
  return {
    plan(_, on) {
      if (!/^\d{1,4}$/u.test(staff)) throw noCount(staff);
      const value = { body, staff: Number(staff), since: formatDay(on) };
      const edits: readonly Edit[] = [{ kind: 'set-field', path: COMPANY, field: 'security', value }];
      return planned({
        id: 'company',
        path: [...COMPANY, 'security'],
        field: 'since',
        what: WHAT.securityBody,
        on,
        edits,
      });
    },
  };
}

function noCount(staff: string): Refusal {
  return usageError({
    where: staff,
    what: { zh: '不是人数', en: 'not a number of people' },
    remedy: { zh: '写专职人员的人数，如 2。', en: 'Write the number of full-time staff, such as 2.' },
  });
}

function reportOf(quarter: string): Text {
  return { zh: `${quarter}平台涉税信息报送`, en: `the tax information for ${quarter}` };
}

/** @throws {Refusal} where no platform is on record */
function onPlatform(field: 'registered' | 'reports', what: Text, quarter?: string): Duty['plan'] {
  return ({ ledger }: OpenLedger, on): Plan => {
    const { platform } = ledger.company;
    if (platform === undefined) throw noPlatform();
    if (quarter !== undefined) assertQuarter(quarter, on);
    const before = quarter === undefined ? platform.registered : platform.reports[quarter];
    const path = [...COMPANY, 'platform'];
    return planDay({
      id: 'company',
      path,
      field,
      ...(quarter === undefined ? {} : { key: quarter }),
      before,
      on,
      what,
    });
  };
}

function noPlatform(): Refusal {
  return usageError({
    where: 'company.platform',
    what: { zh: '没有登记互联网平台', en: 'no platform is on record' },
    remedy: {
      zh: '先登记开始经营的日期：`ledger record platform --on 日期`。',
      en: 'Record first when it started: `ledger record platform --on DATE`.',
    },
  });
}
