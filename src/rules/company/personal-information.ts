/** What the company owes for the personal information that it processes: self-checks, and an officer who is reported. */
import { type CalendarDay, dayOf, formatDay, yearOf } from '../../domain/calendar-day.ts';
import type { PersonalInformation } from '../../domain/company.ts';
import { recordOfCompany } from '../../domain/fix.ts';
import { workingDaysFrom } from '../../domain/limit.ts';
import type { Found } from '../../domain/occasion.ts';
import {
  defineRule,
  type Judgement,
  notApplicable,
  type Problem,
  report,
  type RuleContext,
} from '../../domain/rule.ts';
import { sentences, type Text } from '../../domain/text.ts';
import { PERSONAL_INFORMATION_FINE } from '../../law/penalties.ts';
import { auditMeasures, officerNotice, userDataProvisions } from '../../law/security.ts';
import { licenseeLedger, systemLedger } from '../example-ledgers.ts';
import { firstSince, judgePeriods, type Period, periodsFrom } from './recurring.ts';
import { defineTimedRule, NO_SERVICE_LICENCE, serviceLicences } from './timed-rule.ts';

export const NOT_ON_RECORD = notApplicable(
  '没有登记个人信息处理情况，见 company/personal-information-check',
  'nothing about personal information is on record, see company/personal-information-check',
);
export const NONE_PROCESSED = notApplicable('不处理个人信息', 'it processes no personal information');

const recordSelfCheck = recordOfCompany('self-check');

/** Order 24, article 16. */
export const selfCheck = defineRule(
  'company/personal-information-check',
  { of: 'company', run: checkSelfChecks },
  {
    summary: {
      zh: '用户个人信息保护情况每年至少自查一次，并记录自查情况。',
      en: "The company checks the protection of users' personal information at least once a year and keeps a record of it.",
    },
    why: {
      zh: '电信业务经营者和互联网信息服务提供者都有这项义务，与人数多少无关。通信管理局检查时会看自查记录。台账从取得许可证后的第一个完整年度起，按自然年计算。',
      en: 'Every telecom operator and Internet information service provider has this duty, whatever the number of users, and inspections ask for the record. It is counted by calendar year, from the first full year after the licence was granted.',
    },
    consequence: {
      zh: '《电信和互联网用户个人信息保护规定》第23条：责令限期改正，予以警告，可以并处1万元以上3万元以下罚款，并向社会公告。',
      en: 'Order 24, article 23: an order to correct within a time limit and a warning, possibly a fine of CNY 10,000 to 30,000, and public notice.',
    },
    remedy: {
      zh: '按制度完成自查并留存记录，然后在 `company.personalInformation` 的 `selfChecks` 中加上日期。',
      en: 'Do the self-check, keep its record, then add the day to `selfChecks` of `company.personalInformation`.',
    },
    fix: recordSelfCheck,
    statuses: { due: 'warning', overdue: 'error', undetermined: 'info' },
    hasPeriods: true,
    basis: [userDataProvisions.article('16', 'text'), userDataProvisions.article('23', 'text')],
    examples: () => ({
      asOf: '2027-01-04',
      fails: licenseeLedger('personalInformation: { persons: 80000, selfChecks: [2025-10-20] }'),
      passes: licenseeLedger('personalInformation: { persons: 80000, selfChecks: [2025-10-20, 2026-10-20] }'),
    }),
  },
);

function checkSelfChecks(context: RuleContext): Judgement {
  const { personalInformation: facts } = context.ledger.company;
  const licences = serviceLicences(context);
  if (licences.length === 0) return NO_SERVICE_LICENCE;
  if (facts?.persons === 0) return NONE_PROCESSED;
  if (facts === undefined || facts.selfChecks.length === 0) return report(noSelfCheck(facts));
  const at = { company: ['personalInformation', 'selfChecks'] } as const;
  const first = licences.reduce<CalendarDay>(
    (earliest, { issued = context.asOf }) => (issued < earliest ? issued : earliest),
    context.asOf,
  );
  const since = facts.since === undefined || facts.since < first ? first : facts.since;
  const duty = { law: userDataProvisions, act: { zh: '完成', en: 'done' }, at };
  return judgePeriods(selfCheckYears(facts, since), duty, context);
}

function noSelfCheck(facts: PersonalInformation | undefined): Problem {
  return {
    status: 'undetermined',
    at: { company: ['personalInformation'] },
    message:
      facts === undefined
        ? {
            zh: '没有登记个人信息处理情况，无法判断自查、合规审计和负责人报送',
            en: 'nothing about personal information is on record, so self-check, audit and officer cannot be judged',
          }
        : {
            zh: '没有登记过个人信息保护自查，无法判断是否每年自查',
            en: 'no self-check of personal information is on record, so whether it is done each year is unknown',
          },
    remedy: {
      zh: '在 `company.personalInformation` 中登记 `persons`（人数，不处理的写0）和 `selfChecks`（自查日期）。',
      en: 'Record `persons` (0 if none is processed) and the days of `selfChecks` in `company.personalInformation`.',
    },
  };
}

/** The years that begin on or after a day. */
function* selfCheckYears({ selfChecks }: PersonalInformation, since: CalendarDay): Generator<Period> {
  for (const { period, starts } of periodsFrom(since, 12)) {
    if (starts < since) continue;
    yield {
      period,
      name: { zh: `${period}年度个人信息保护自查`, en: `the self-check of personal information of ${period}` },
      opens: starts,
      due: dayOf(yearOf(starts), 12, 31),
      done: firstSince(selfChecks, starts),
    };
  }
}

/** From this number on the officer is reported. */
const A_MILLION = 1_000_000;
const WORKING_DAYS = 30;

const BELOW_A_MILLION = notApplicable('处理的个人信息不满100万人', 'it processes fewer than a million persons');

export const officerReported = defineTimedRule(
  'company/personal-information-officer',
  {
    law: officerNotice,
    limitOf: workingDaysFrom(WORKING_DAYS),
    act: { zh: '报送网信部门', en: 'reported to the cyberspace administration' },
    occasionsOf: officerFound,
    none: NOT_ON_RECORD,
  },
  {
    summary: {
      zh: `处理个人信息达到100万人的，${WORKING_DAYS}个工作日内向所在地设区的市级网信部门报送个人信息保护负责人信息。`,
      en: `A company that processes the personal information of one million persons reports its personal information protection officer to the cyberspace administration of its city within ${WORKING_DAYS} working days.`,
    },
    why: {
      zh: '《个人信息保护合规审计管理办法》第12条要求处理100万人以上个人信息的指定个人信息保护负责人；报送的期限见国家网信办2025年7月18日公告，公告前已达到的自公告之日起算。信息变更的，也在30个工作日内报送。公告只见于转述，所以最多是警告。',
      en: 'CAC Order 18, article 12, requires an officer above one million persons; the time limit is in the CAC notice of 18 July 2025 and counts from the notice if the number was reached before. A change is reported within 30 working days too. The notice is known only from reports by others, so this is a warning at most.',
    },
    consequence: sentences(
      {
        zh: '公告没有为不报送规定罚款；违反个人信息保护义务的，适用《个人信息保护法》。',
        en: 'The notice sets no fine; breaches of the duties to protect personal information fall under the Personal Information Protection Law.',
      },
      PERSONAL_INFORMATION_FINE,
    ),
    remedy: {
      zh: '在个人信息保护业务系统报送负责人信息，然后在 `company.personalInformation` 上记 `officerReported: 报送日`。',
      en: 'Report the officer in the system of the cyberspace administration, then record `officerReported: DAY` in `company.personalInformation`.',
    },
    fix: ({ status, ...target }) => (status === 'late' ? undefined : recordOfCompany('officer')({ status, ...target })),
    statuses: { due: 'warning', overdue: 'warning', late: 'info', undetermined: 'info' },
    basis: [auditMeasures.article('12', 'text'), officerNotice.whole('secondary')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger('personalInformation: { persons: 1200000, millionSince: 2026-09-01 }'),
      passes: systemLedger(
        'personalInformation: { persons: 1200000, millionSince: 2026-09-01, officerReported: 2026-09-20 }',
      ),
    }),
  },
);

function* officerFound({ ledger, asOf }: RuleContext): Generator<Found> {
  const facts = ledger.company.personalInformation;
  if (facts?.persons === undefined) return;
  const { persons, millionSince, officerReported: done } = facts;
  const name = personsNamed(millionSince);
  const at = { company: ['personalInformation', 'officerReported'] } as const;
  if (persons < A_MILLION) yield BELOW_A_MILLION;
  else if (millionSince !== undefined) {
    const from = millionSince < officerNotice.from ? officerNotice.from : millionSince;
    yield { name, from, done, at, period: formatDay(from) };
  } else if (done === undefined || done > asOf) {
    yield {
      status: 'undetermined',
      at,
      message: {
        zh: '个人信息达到100万人，未登记负责人信息何时报送',
        en: 'the number of persons has reached one million, and it is not on record when the officer was reported',
      },
      remedy: {
        zh: '在 `company.personalInformation` 上记 `officerReported`；还没有报送的，记下达到100万人之日 `millionSince`。',
        en: 'Record `officerReported` in `company.personalInformation`; if that has not been done, record the day on which the number reached one million in `millionSince`.',
      },
    };
  } else yield { state: 'met' };
}

function personsNamed(day: CalendarDay | undefined): Text {
  const on = day === undefined ? '' : formatDay(day);
  return {
    zh: `个人信息保护负责人信息（${on}达到100万人）`,
    en: `the personal information protection officer (one million persons on ${on})`,
  };
}
