import { type CalendarDay, dayOf, daysBetween, formatDay, yearOf } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded, isAsked } from '../../domain/licence-term.ts';
import type { RuleContext } from '../../domain/rule.ts';
import { count } from '../../domain/text.ts';
import { annualReportNotice, order42 } from '../../law/licensing.ts';
import { exampleLedger } from './example-ledger.ts';

/** The report of each year is filed in the first quarter of the next. */
export const annualReport: LicenceRule = ({ kind, name }) => ({
  name: 'annual-report',
  summary: {
    zh: `${name.zh}许可证每年3月31日前报送上一年度年报。`,
    en: `The holder of a licence for ${name.en} files each year's report by 31 March of the next.`,
  },
  why: {
    zh: '未按要求报送年报的，列入电信业务经营不良名单，补报并经确认后才移出；延续许可时也要查年报。',
    en: 'Who does not report is put on the public list of bad conduct until the report is made and confirmed; renewal looks at the reports too.',
  },
  remedy: {
    zh: '在电信业务综合管理平台填报，然后在许可证的 `annualReports` 下记 `年份: 报送日`。',
    en: 'File it on the telecom business platform, then record `YEAR: DAY` under `annualReports` of the licence.',
  },
  statuses: { due: 'warning', overdue: 'error' },
  basis: [order42.article('35', 'text'), order42.article('38', 'text'), annualReportNotice.whole('secondary')],
  examples: {
    asOf: '2026-03-01',
    fails: exampleLedger({ kind, issued: '2025-06-01', expires: '2030-05-31', since: null }),
    passes: exampleLedger({
      kind,
      issued: '2025-06-01',
      expires: '2030-05-31',
      since: null,
      also: 'annualReports: { 2025: 2026-02-20 }',
    }),
  },
  *check(licence, context) {
    if (hasEnded(licence, context)) return;
    for (const year of reportedYears(licence, context)) {
      const filed = licence.annualReports[year];
      if (filed !== undefined && filed <= context.asOf) continue;
      const date = dueDay(year);
      const daysLeft = daysBetween(context.asOf, date);
      const common = { date, period: String(year) };
      if (daysLeft < 0) {
        yield {
          ...common,
          status: 'overdue',
          message: {
            zh: `${year}年度年报未报送，${formatDay(date)}截止，已过${-daysLeft}天`,
            en: `the report of ${year} was due by ${formatDay(date)}, ${count(-daysLeft, 'day')} ago`,
          },
        };
      } else if (daysLeft <= context.windowOf(licence)) {
        yield {
          ...common,
          status: 'due',
          message: {
            zh: `${year}年度年报最迟${formatDay(date)}报送（还有${daysLeft}天）`,
            en: `file the report of ${year} by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
          },
        };
      }
    }
  },
});

/** Years whose report has been open since 1 January, falls due under Order 42 and while the licence runs, and is asked for by the policy. */
function reportedYears(licence: Licence, { asOf, ledger }: RuleContext): readonly number[] {
  const lastYear = yearOf(asOf) - 1;
  const firstYear = licence.issued === undefined ? lastYear : yearOf(licence.issued);
  const since = ledger.policy.since;
  const years: number[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    const due = dueDay(year);
    const inTerm = due >= order42.from && due <= licence.expires && isAsked(licence, due);
    if (inTerm && (since === undefined || due >= since)) years.push(year);
  }
  return years;
}

function dueDay(year: number): CalendarDay {
  return dayOf(year + 1, 3, 31);
}
