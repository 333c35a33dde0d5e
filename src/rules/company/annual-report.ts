/** What the company's own annual report asks: each year, to market regulation. */
import { type CalendarDay, dayOf, yearOf } from '../../domain/calendar-day.ts';
import type { Company } from '../../domain/company.ts';
import { recordOfCompany } from '../../domain/fix.ts';
import {
  defineRule,
  type Judgement,
  notApplicable,
  type Problem,
  report,
  type RuleContext,
} from '../../domain/rule.ts';
import { publicityRegulations, publicityRegulations2014 } from '../../law/company.ts';
import { systemLedger } from '../example-ledgers.ts';
import { judgePeriods, type Period } from './recurring.ts';

export const annualReport = defineRule(
  'company/annual-report',
  { of: 'company', run: checkAnnualReports },
  {
    summary: {
      zh: '公司每年1月1日至6月30日报送上一年度报告，并向社会公示，从成立的次年起。',
      en: "The company's own annual report of the year before is filed and made public from 1 January to 30 June, from the year after establishment.",
    },
    why: {
      zh: '这是向市场监管部门报送的公司年报，与电信业务经营许可年报（3月31日前）是两项不同的报告，不能互相代替。',
      en: "This is the company's report to the market regulator. The annual report of the telecom licence, due by 31 March, is a different report; neither replaces the other.",
    },
    consequence: {
      zh: '《企业信息公示暂行条例》第17条：列入经营异常名录，并向社会公示；满三年仍未履行公示义务的，列入严重违法失信名单。',
      en: 'Publicity Regulations, article 17: the company is put on the public list of abnormal operations; after three years without publication, on the list of serious breaches.',
    },
    remedy: {
      zh: '登录国家企业信用信息公示系统报送年报，然后在 `company.publicReports` 中记下年度和报送日。',
      en: 'File the report in the national enterprise credit system, then record the year and the day in `company.publicReports`.',
    },
    fix: recordOfCompany('public-report', 'of-period'),
    statuses: { due: 'warning', overdue: 'error', undetermined: 'info' },
    hasPeriods: true,
    basis: [
      publicityRegulations2014.article('8', 'text'),
      publicityRegulations2014.article('17', 'text'),
      publicityRegulations.article('8', 'secondary'),
    ],
    examples: () => ({
      asOf: '2026-07-01',
      fails: systemLedger('established: 2018-05-20', 'publicReports: { 2024: 2025-03-11 }').replace(
        'resources:',
        'policy: { since: 2026-01-01 }\nresources:',
      ),
      passes: systemLedger('established: 2018-05-20', 'publicReports: { 2024: 2025-03-11, 2025: 2026-06-30 }').replace(
        'resources:',
        'policy: { since: 2026-01-01 }\nresources:',
      ),
    }),
  },
);

const NO_REPORT_YET = notApplicable('成立的次年才开始报送', 'the first report is due in the year after establishment');

function checkAnnualReports(context: RuleContext): Judgement {
  const { established, publicReports } = context.ledger.company;
  const recorded = Object.keys(publicReports).map(Number);
  const first = established === undefined ? Math.min(...recorded) : yearOf(established);
  const last = yearOf(context.asOf) - 1;
  if (first > last && established !== undefined) return NO_REPORT_YET;
  if (recorded.length === 0) return report(noReport(established, last));
  const at = { company: ['publicReports'] } as const;
  const duty = { law: publicityRegulations2014, act: { zh: '报送', en: 'filed' }, at };
  return judgePeriods(reportYears(first, publicReports), duty, context);
}

function* reportYears(first: number, reports: Company['publicReports']): Generator<Period> {
  for (let year = first; ; year += 1) {
    yield {
      period: String(year),
      name: { zh: `公司${year}年度报告`, en: `the company's report for ${year}` },
      opens: dayOf(year + 1, 1, 1),
      due: dayOf(year + 1, 6, 30),
      done: reports[year],
    };
  }
}

function noReport(established: CalendarDay | undefined, last: number): Problem {
  const isKnown = established !== undefined;
  return {
    status: 'undetermined',
    at: { company: [isKnown ? 'publicReports' : 'established'] },
    fix: {
      command: isKnown
        ? ['ledger', 'record', 'public-report', String(last), '--on', 'DATE']
        : ['ledger', 'record', 'established', '--on', 'DATE'],
    },
    message: isKnown
      ? {
          zh: `没有登记过公司年报，无法判断${last}年度报告是否已报送`,
          en: `no report of the company is on record, so whether the one for ${last} was filed is unknown`,
        }
      : {
          zh: '没有登记成立日期，无法判断公司年报和出资期限',
          en: "the day of establishment is not on record, so the company's own report and its paid-in term cannot be judged",
        },
    remedy: isKnown
      ? undefined
      : {
          zh: '按营业执照填写 `company.established`。',
          en: 'Fill in `company.established` from the business licence.',
        },
  };
}
