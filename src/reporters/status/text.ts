/** What was asked and how it stands, for people. */
import { BEGINNING, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { LedgerReport } from '../../domain/report.ts';
import type { Run } from '../../domain/run.ts';
import type { StatusRow } from '../../domain/status.ts';
import { type CheckDocument, piecesOf } from '../check/document.ts';
import { assumedBlocks } from '../writing/assumed.ts';
import { hanging, sideBySide } from '../writing/layout.ts';
import { licenceHeading } from '../writing/licence-heading.ts';
import { inPieces, printPage } from '../writing/pieces.ts';
import { printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { type TableColumn, tableLines } from '../writing/table.ts';
import { describeTallyOf, GROUP_NAMES, STATE_MARKS, STATE_NAMES } from '../writing/words.ts';
import { groupRows, type StatusGroup } from './groups.ts';

/** By file and licence, each rule with its state; what does not apply stands last. Ends with a line break. */
export function statusDocument(style: Style, kinds: ReadonlyMap<string, LicenceProfile>): CheckDocument<undefined> {
  return {
    tell: (ledger) => ({ parts: [inPieces(() => ledgerLines(ledger, style, kinds), printPage)], facts: undefined }),
    *whole(run, told) {
      for (const block of assumedBlocks(run.assumed, style)) yield printPage([...block, '']);
      yield* piecesOf(told);
      yield printPage(hanging({ text: '' }, summaryOf(run, style), columnsOf(style), style.colour.bold));
    },
  };
}

function summaryOf(run: Run, { language }: Style): string {
  const { zh, en } = describeTallyOf(run);
  const notApplicable = run.tally['not-applicable'];
  if (run.ledgers.length === 0) return language === 'zh' ? zh : en;
  return language === 'zh'
    ? `${zh}另有${notApplicable}项不适用${notApplicable > 0 ? '，理由见`ledger status --format json`' : ''}。`
    : `${en} ${notApplicable} more do not apply${notApplicable > 0 ? ', for the reasons in `ledger status --format json`' : ''}.`;
}

/** In blocks, each with an empty line behind it. */
function* ledgerLines(
  report: LedgerReport,
  style: Style,
  kinds: ReadonlyMap<string, LicenceProfile>,
): Generator<string> {
  const { file, ledger, asOf } = report;
  const { language, colour } = style;
  const width = columnsOf(style);
  yield* sideBySide(
    [
      { text: printable(file), paint: colour.bold },
      { text: printable(ledger?.company.name ?? '') },
      { text: language === 'zh' ? `截至${formatDay(asOf)}` : `as of ${formatDay(asOf)}`, paint: colour.dim },
    ],
    width,
  );
  yield '';
  for (const group of groupRows(report)) {
    yield* groupLines(group, style, kinds);
    yield '';
  }
}

function* groupLines(
  { about, rows }: StatusGroup,
  style: Style,
  kinds: ReadonlyMap<string, LicenceProfile>,
): Generator<string> {
  const { language, colour } = style;
  const width = columnsOf(style);
  const isTopic = typeof about === 'string';
  const heading = isTopic
    ? [{ text: GROUP_NAMES[about][language], paint: colour.bold }]
    : licenceHeading(about, style, kinds);
  // What does not apply to contracts and to evidence would be most of the page: it is counted below.
  const isTold = ({ state, rule }: StatusRow): boolean =>
    state !== 'not-applicable' || !(isTopic || rule.startsWith('evidence/'));
  const shown = rows.filter(isTold);
  yield* sideBySide(heading, width);
  yield* tableLines(columnsFor(isTopic, style), shown, { width, heading: colour.dim });
}

function columnsFor(isTopic: boolean, style: Style): readonly TableColumn<StatusRow>[] {
  const { language, colour } = style;
  const heading = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const paintState = (text: string, { state }: StatusRow): string => {
    if (state === 'met') return colour.good(text);
    if (state === 'open') return colour.error(text);
    return state === 'not-applicable' ? colour.dim(text) : colour.warning(text);
  };
  return [
    { heading: '', text: ({ state }) => `  ${STATE_MARKS[state]}`, paint: paintState },
    { heading: heading('规则', 'Rule'), text: ({ rule }) => printable(rule) },
    ...(isTopic
      ? [
          {
            heading: heading('条目', 'Entry'),
            text: ({ subject }: StatusRow) => printable(subject),
            least: 10,
            // Contracts that follow each other begin alike and end in their years.
            cut: 'start' as const,
          },
        ]
      : [{ heading: heading('业务', 'Service'), text: ({ service }: StatusRow) => service ?? '', dropped: 1 }]),
    { heading: heading('状态', 'State'), text: ({ state }) => STATE_NAMES[state][language], paint: paintState },
    { heading: heading('至', 'Until'), text: ({ until }) => untilText(until, language) },
    { heading: heading('证明', 'Proof'), text: ({ by }) => printable(by.join(' ')), least: 8, dropped: 3 },
    {
      heading: heading('凭证', 'Files'),
      text: ({ state, evidence }) => (state === 'not-applicable' ? '' : String(evidence)),
      align: 'right',
      dropped: 4,
    },
    { heading: heading('负责人', 'Owner'), text: ({ owner }) => printable(owner ?? ''), least: 6, dropped: 2 },
    {
      heading: heading('说明', 'Why'),
      text: ({ reason }) => printable(reason?.[language] ?? ''),
      paint: colour.dim,
      least: 12,
      dropped: 5,
    },
  ];
}

function untilText(until: StatusRow['until'], language: Style['language']): string {
  if (until === undefined || until === BEGINNING) return '';
  if (until === FOREVER) return language === 'zh' ? '长期' : 'no end';
  return formatDay(until);
}
