/** Duties with a last day: how they are told, the yearly report among them. */
import { type CalendarDay, dayOf, daysBetween, earlier, formatDay, yearOf } from '../../domain/calendar-day.ts';
import type { Licence } from '../../domain/ledger.ts';
import { hasEnded, isAsked } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { type Judgement, notApplicable, type Problem, report, type RuleContext } from '../../domain/rule.ts';
import { count, type Text } from '../../domain/text.ts';

/** Nothing is asked that falls due on or after the day on which a licence is given up. */
export const GIVEN_UP_BEFORE = notApplicable('在那一天之前注销', 'it is given up before that day');

interface DeadlineWords {
  readonly due: (daysLeft: number) => Text;
  readonly overdue: (daysAgo: number) => Text;
}

/** A duty not yet done: `due` inside the licence's window up to its last day, `overdue` from the next day on. */
export function deadlineProblem(
  licence: Licence,
  date: CalendarDay,
  context: RuleContext,
  { due, overdue }: DeadlineWords,
): Problem | undefined {
  const daysLeft = daysBetween(context.asOf, date);
  if (daysLeft < 0) return { status: 'overdue', date, message: overdue(-daysLeft) };
  if (daysLeft > context.windowOf(licence)) return undefined;
  return { status: 'due', date, message: due(daysLeft) };
}

interface YearlyReport {
  readonly report: Text;
  /** No report that fell due before this day was asked for. */
  readonly from: CalendarDay;
  /** Where it rests on a part of the rule's ground. */
  readonly basis?: Problem['basis'];
}

const NONE_YET = notApplicable('还没有到期应报的年度', 'no year is due yet');

/** The report of each year is filed in the first quarter of the next. */
export function judgeAnnualReport(
  licence: Licence,
  context: RuleContext,
  { report: what, from, basis }: YearlyReport,
): Judgement {
  if (hasEnded(licence, context)) return LICENCE_ENDED;
  const years = reportedYears(licence, from, context);
  if (years.length === 0) return NONE_YET;
  const open = years.filter((year) => !isFiled(licence, year, context));
  const problems = open.flatMap((year) => reportProblem(licence, year, { report: what, basis }, context) ?? []);
  if (problems.length > 0) return report(...problems);
  return { state: 'met', until: earlier(dueDay(open[0] ?? yearOf(context.asOf)), licence.expires) };
}

function reportProblem(
  licence: Licence,
  year: number,
  { report: what, basis }: Omit<YearlyReport, 'from'>,
  context: RuleContext,
): Problem | undefined {
  const date = dueDay(year);
  const problem = deadlineProblem(licence, date, context, {
    due: (daysLeft) => ({
      zh: `${year}年度${what.zh}最迟${formatDay(date)}报送（还有${daysLeft}天）`,
      en: `file the ${what.en} for ${year} by ${formatDay(date)}, in ${count(daysLeft, 'day')}`,
    }),
    overdue: (daysAgo) => ({
      zh: `${year}年度${what.zh}未报送，${formatDay(date)}截止，已过${daysAgo}天`,
      en: `the ${what.en} for ${year} was due by ${formatDay(date)}, ${count(daysAgo, 'day')} ago`,
    }),
  });
  return problem === undefined ? undefined : { ...problem, basis, period: String(year) };
}

function isFiled({ annualReports }: Licence, year: number, { asOf }: RuleContext): boolean {
  const filed = annualReports[year];
  return filed !== undefined && filed <= asOf;
}

/**
 * Years whose report has been open since 1 January, falls due under the law and while the licence runs, and is asked for by
 * the policy. Of a licence whose day of issue is not on record it is the last one.
 */
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
