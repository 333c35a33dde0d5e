/** The tax data that a platform reports of those who trade on it. */
import { addDays, addMonths, type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Platform } from '../../domain/company.ts';
import { recordOfCompany } from '../../domain/fix.ts';
import { daysFrom } from '../../domain/limit.ts';
import type { Found } from '../../domain/occasion.ts';
import { defineRule, type Judgement, notApplicable, type RuleContext } from '../../domain/rule.ts';
import { platformTaxRules } from '../../law/company.ts';
import { PLATFORM_TAX_FINE } from '../../law/penalties.ts';
import { systemLedger } from '../example-ledgers.ts';
import { judgePeriods, type Period, periodsFrom } from './recurring.ts';
import { defineTimedRule } from './timed-rule.ts';

const NO_PLATFORM = notApplicable(
  '没有登记互联网平台（company.platform）',
  'no platform is on record (company.platform)',
);

/** Order 810, article 3: calendar days after the business began, or after the order. */
const DAYS = 30;

export const platformRegistration = defineTimedRule(
  'company/platform-registration',
  {
    law: platformTaxRules,
    limitOf: daysFrom(DAYS),
    act: { zh: '报送主管税务机关', en: 'reported to the tax authority' },
    occasionsOf: registrationFound,
    none: NO_PLATFORM,
  },
  {
    summary: {
      zh: `互联网平台企业自从事互联网经营业务之日起${DAYS}日内，向税务机关报送平台域名、业务类型和运营主体。`,
      en: `An Internet platform reports its domain, kind of business and operating entities to the tax authority within ${DAYS} days of starting business.`,
    },
    why: {
      zh: '为别人交易提供经营场所、撮合或者信息发布的都算平台，持EDI许可证的多数是，一部分ICP许可证也是。2025年6月20日前已经营业的，自那一天起算。平台有几个运营主体的，一般由持有增值电信业务经营许可证的主体报送。',
      en: 'A platform is anyone who provides a place to trade, matches parties or publishes information for the transactions of others: most holders of EDI licences, and some of ICP licences. If the business started before 20 June 2025, the time runs from that day. If a platform has several operating entities, the holder of the value-added telecom licence usually reports.',
    },
    consequence: PLATFORM_TAX_FINE,
    remedy: {
      zh: '向主管税务机关报送，然后在 `company.platform` 上记 `registered: 报送日`。',
      en: 'Report it to the tax authority, then record `registered: DAY` in `company.platform`.',
    },
    fix: (target) => (target.status === 'late' ? undefined : recordOfCompany('platform-registration')(target)),
    statuses: { due: 'warning', overdue: 'error', late: 'info' },
    basis: [platformTaxRules.article('3', 'text'), platformTaxRules.article('10', 'text')],
    examples: () => ({
      asOf: '2026-11-21',
      fails: systemLedger('platform: { started: 2026-10-01 }'),
      passes: systemLedger('platform: { started: 2026-10-01, registered: 2026-10-31 }'),
    }),
  },
);

function registrationFound({ ledger, asOf }: RuleContext): readonly Found[] {
  const { platform } = ledger.company;
  if (platform === undefined) return [];
  if (platform.started > asOf) return [NOT_STARTED];
  const from = underTheLaw(platform.started);
  return [
    {
      name: { zh: '平台基本信息', en: 'the basic information of the platform' },
      from,
      done: platform.registered,
      at: { company: ['platform', 'registered'] },
      period: formatDay(from),
    },
  ];
}

const NOT_STARTED = notApplicable('还没有开始经营', 'the business has not begun');

/** Who was there before the order counts from it. */
function underTheLaw(started: CalendarDay): CalendarDay {
  return started < platformTaxRules.from ? platformTaxRules.from : started;
}

export const platformReport = defineRule(
  'company/platform-report',
  { of: 'company', run: checkReports },
  {
    summary: {
      zh: '互联网平台企业在季度终了的次月内，向税务机关报送平台内经营者和从业人员的身份信息和上季度收入信息。',
      en: 'In the month after each quarter, an Internet platform reports to the tax authority the identity of the traders and workers on it and their income in that quarter.',
    },
    why: {
      zh: '每季度一次。本规定施行前的涉税信息不需要报送，所以自2025年第三季度起算。',
      en: 'It is due every quarter. Tax information from before the provisions took effect need not be reported, so the first quarter is the third of 2025.',
    },
    consequence: PLATFORM_TAX_FINE,
    remedy: {
      zh: '向主管税务机关报送，然后在 `company.platform` 的 `reports` 中记下季度和报送日。',
      en: 'Report it to the tax authority, then record the quarter and the day in `reports` of `company.platform`.',
    },
    fix: recordOfCompany('platform-report', 'of-period'),
    statuses: { due: 'warning', overdue: 'error' },
    hasPeriods: true,
    basis: [platformTaxRules.article('4', 'text'), platformTaxRules.article('10', 'text')],
    examples: () => ({
      asOf: '2026-11-01',
      fails: systemLedger('platform: { started: 2026-07-01, registered: 2026-07-20 }'),
      passes: systemLedger(
        'platform: { started: 2026-07-01, registered: 2026-07-20, reports: { 2026-Q3: 2026-10-31 } }',
      ),
    }),
  },
);

function checkReports(context: RuleContext): Judgement {
  const { platform } = context.ledger.company;
  if (platform === undefined) return NO_PLATFORM;
  if (platform.started > context.asOf) return NOT_STARTED;
  const duty = {
    law: platformTaxRules,
    act: { zh: '报送主管税务机关', en: 'reported to the tax authority' },
    at: { company: ['platform', 'reports'] },
  } as const;
  return judgePeriods(quartersOf(platform), duty, context);
}

/** The quarters in which the platform ran, from the first that begins under the order. */
function* quartersOf({ started, reports }: Platform): Generator<Period> {
  for (const { period, starts, over } of periodsFrom(underTheLaw(started), 3)) {
    if (starts < platformTaxRules.from) continue;
    yield {
      period,
      name: { zh: `${period}平台涉税信息`, en: `the tax information for ${period}` },
      opens: over,
      due: addDays(addMonths(over, 1), -1),
      done: reports[period],
    };
  }
}
