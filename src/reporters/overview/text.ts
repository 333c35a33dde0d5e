/** Many companies at a glance, as a table for people. */
import { formatDay } from '../../domain/calendar-day.ts';
import { actByOf, type CompanyRow, type Overview } from '../../domain/overview.ts';
import { hanging, sideBySide } from '../writing/layout.ts';
import { printable, withoutCommands } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { type TableColumn, tableLines } from '../writing/table.ts';
import { breachWords, HEADINGS, nameOf, overviewSentence, VERDICTS } from './words.ts';

/** The worst first. Ends with a line break. */
export function renderOverview(overview: Overview, style: Style): string {
  const { language, colour } = style;
  const width = columnsOf(style);
  const day = formatDay(overview.asOf);
  const blocks = [
    sideBySide(
      [
        { text: HEADINGS.title[language], paint: colour.bold },
        { text: language === 'zh' ? `截至${day}` : `as of ${day}`, paint: colour.dim },
      ],
      width,
    ),
    [...tableLines(columnsFor(overview, style), overview.companies, { width, heading: colour.dim })],
    hanging({ text: '' }, overviewSentence(overview)[language], width, colour.bold),
  ];
  return withoutCommands(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

function columnsFor({ asOf }: Overview, { language, colour }: Style): readonly TableColumn<CompanyRow>[] {
  const paintOf = {
    none: colour.error,
    fail: colour.error,
    pass: colour.good,
  } as const satisfies Record<CompanyRow['verdict'], unknown>;
  const counted = (weight: 'error' | 'warning' | 'undetermined' | 'waived'): TableColumn<CompanyRow> => ({
    heading: HEADINGS[weight][language],
    // What there is none of leaves its place empty.
    text: ({ counts }) => (counts[weight] === 0 ? '' : String(counts[weight])),
    paint: weight === 'error' || weight === 'warning' ? colour[weight] : colour.dim,
    align: 'right',
  });
  const paint = (text: string, { verdict }: CompanyRow): string => paintOf[verdict](text);
  return [
    { heading: '', text: ({ verdict }) => VERDICTS[verdict].mark, paint },
    { heading: HEADINGS.verdict[language], text: ({ verdict }) => VERDICTS[verdict].words[language], paint },
    { heading: HEADINGS.company[language], text: (row) => printable(nameOf(row)), least: 12 },
    counted('error'),
    { ...counted('warning'), dropped: 1 },
    { ...counted('undetermined'), dropped: 3 },
    { ...counted('waived'), dropped: 4 },
    { heading: HEADINGS.actBy[language], text: (row) => dayOrNothing(actByOf(row)) },
    { heading: HEADINGS.breach[language], text: (row) => breachWords(row)[language], paint: breachPaint },
    { heading: HEADINGS.asOf[language], text: (row) => (row.asOf === asOf ? '' : formatDay(row.asOf)) },
    { heading: HEADINGS.shares[language], text: ({ shares = '' }) => printable(shares), least: 12, dropped: 5 },
    {
      heading: HEADINGS.file[language],
      text: ({ file, report }) => printable(report ?? file),
      least: 16,
      dropped: 2,
      cut: 'start',
    },
  ];

  function breachPaint(text: string, { breach, asOf: day }: CompanyRow): string {
    return breach !== undefined && breach.day <= day ? colour.error(text) : text;
  }
}

function dayOrNothing(day: CompanyRow['asOf'] | undefined): string {
  return day === undefined ? '' : formatDay(day);
}
