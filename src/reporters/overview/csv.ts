/** Many companies at a glance, as a table for spreadsheets. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { actByOf, type CompanyRow, type Overview } from '../../domain/overview.ts';
import { type CellContent, renderCsv } from '../writing/csv.ts';
import { printable, withoutCommands } from '../writing/printable.ts';

/** Named as in JSON, so that a column keeps its name in every language. */
const COLUMNS: Readonly<Record<string, (row: CompanyRow) => CellContent>> = {
  verdict: ({ verdict }) => verdict,
  company: ({ company }) => company,
  error: ({ counts }) => counts.error,
  warning: ({ counts }) => counts.warning,
  info: ({ counts }) => counts.info,
  undetermined: ({ counts }) => counts.undetermined,
  waived: ({ counts }) => counts.waived,
  actBy: (row) => dayOf(actByOf(row)),
  next: ({ next }) => next && `${next.rule} ${next.subject}`,
  breach: ({ breach }) => dayOf(breach?.day),
  licence: ({ breach }) => breach?.licence,
  extends: ({ shares }) => shares,
  asOf: ({ asOf }) => formatDay(asOf),
  file: ({ file }) => file,
  report: ({ report }) => report,
};

export function renderOverviewCsv({ companies }: Overview): string {
  const rows = companies.map((row) =>
    Object.values(COLUMNS).map((valueOf) => {
      const value = valueOf(row);
      return typeof value === 'string' ? printable(value) : value;
    }),
  );
  return withoutCommands(renderCsv([Object.keys(COLUMNS), ...rows]));
}

function dayOf(day: CalendarDay | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}
