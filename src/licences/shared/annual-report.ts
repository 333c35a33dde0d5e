import { type CalendarDay, dayOf, daysBetween, formatDay, yearOf } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded, isAsked } from '../../domain/licence-term.ts';
import type { RuleContext, RuleDescription } from '../../domain/rule.ts';
import { count, type Text } from '../../domain/text.ts';
import { exampleLedger } from './example-ledger.ts';

/** What differs between families of licences: what is reported, on what ground, and since when. */
interface ReportDuty extends Pick<RuleDescription, 'why' | 'remedy' | 'basis'> {
  readonly summary: (name: Text) => Text;
  readonly report: Text;
  /** No report that fell due before this day was asked for. */
  readonly from: CalendarDay;
}

/** The report of each year is filed in the first quarter of the next. */
export function annualReportRule({ summary, report, from, ...duty }: ReportDuty): LicenceRule {
  return ({ kind, name }) => ({
    name: 'annual-report',
    summary: summary(name),
    ...duty,
    statuses: { due: 'warning', overdue: 'error' },
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
      for (const year of reportedYears(licence, from, context)) {
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
              zh: `${year}年度${report.zh}未报送，${formatDay(date)}截止，已过${-daysLeft}天`,
              en: `the ${report.en} of ${year} was due by ${formatDay(date)}, ${count(-daysLeft, 'day')} ago`,
            },
          };
        } else if (daysLeft <= context.windowOf(licence)) {
          yield {
            ...common,
            status: 'due',
            message: {
              zh: `${year}年度${report.zh}最迟${formatDay(date)}报送（还有${daysLeft}天）`,
              en: `file the ${report.en} of ${year} by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
            },
          };
        }
      }
    },
  });
}

/** Years whose report has been open since 1 January, falls due under the law and while the licence runs, and is asked for by the policy. */
function reportedYears(licence: Licence, from: CalendarDay, { asOf, ledger }: RuleContext): readonly number[] {
  const lastYear = yearOf(asOf) - 1;
  const firstYear = licence.issued === undefined ? lastYear : yearOf(licence.issued);
  const since = ledger.policy.since;
  const years: number[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    const due = dueDay(year);
    const inTerm = due >= from && due <= licence.expires && isAsked(licence, due);
    if (inTerm && (since === undefined || due >= since)) years.push(year);
  }
  return years;
}

function dueDay(year: number): CalendarDay {
  return dayOf(year + 1, 3, 31);
}
