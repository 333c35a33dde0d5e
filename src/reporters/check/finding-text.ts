/** One finding on the page. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Finding, WaivedBy } from '../../domain/finding.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { LedgerReport, LocatedFinding } from '../../domain/report.ts';
import type { Language, Text } from '../../domain/text.ts';
import { displayWidth, padTo } from '../writing/display-width.ts';
import { describeBasis } from '../writing/grounds.ts';
import { hanging, indented, type Labelled, labelledLines } from '../writing/layout.ts';
import { printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { LABELS, MARKS } from '../writing/words.ts';
import { deadlineLine } from './deadline-text.ts';
import { snippetLines } from './snippet.ts';

const BODY = 6;
/** With less room beside its rule, a message goes below. */
const NARROWEST_MESSAGE = 30;

/** Mark, rule and message; the place in the file; how the date comes about, on what ground, what to do. */
export function findingLines(
  finding: LocatedFinding,
  report: LedgerReport,
  ruleWidth: number,
  style: Style,
): readonly string[] {
  const { waived } = finding;
  const { language, colour } = style;
  const head = headLines(finding, ruleWidth, style);
  if (waived !== undefined) {
    return [...head, ...rowLines([waiverRow(waived, language)], LABELS.waived, style)].map(colour.dim);
  }
  const rows = explanations(finding, report, language);
  return head.concat(placeLines(finding, report, style), rowLines(rows, LABELS.law, style));
}

/** Rows with the labels in as many columns as one label takes. */
function rowLines(rows: readonly Labelled[], widest: Text, style: Style): readonly string[] {
  const labelWidth = displayWidth(widest[style.language]);
  const printed = rows.map(({ label, text }) => ({ label, text: printable(text) }));
  return labelledLines(printed, { indent: BODY, labelWidth, width: columnsOf(style), paint: style.colour.dim });
}

function headLines(finding: LocatedFinding, ruleWidth: number, style: Style): readonly string[] {
  const { severity, waived } = finding;
  const width = columnsOf(style);
  const paint = waived === undefined ? style.colour[severity] : style.colour.dim;
  const mark = MARKS[waived === undefined ? severity : 'waived'];
  const rule = printable(finding.rule);
  const message = printable(finding.message[style.language]);
  const lead = `  ${mark} ${padTo(ruleWidth, rule)}  `;
  if (displayWidth(lead) + NARROWEST_MESSAGE <= width) return hanging({ text: lead, paint }, message, width);
  return [...hanging({ text: `  ${mark} `, paint }, rule, width, paint), ...indented(BODY, message, width)];
}

/** Nothing where the place is only the licence itself, which the heading names. */
function placeLines(finding: LocatedFinding, report: LedgerReport, style: Style): readonly string[] {
  const { path, location, severity } = finding;
  const isHeading = report.ledger !== undefined && path[0] === 'licences' && path.at(-1) === 'id';
  if (isHeading) return [];
  return snippetLines({
    location,
    line: report.lineAt(location.line),
    label: resourceAt(finding, report.ledger),
    indent: BODY,
    width: columnsOf(style),
    paint: style.colour[severity],
    colour: style.colour,
  });
}

function resourceAt({ path }: LocatedFinding, ledger: Ledger | undefined): string {
  const at = path[0] === 'resources' ? path[1] : undefined;
  const resource = typeof at === 'number' ? ledger?.resources[at] : undefined;
  return resource === undefined ? '' : printable([resource.id, resource.title ?? ''].join(' ').trimEnd());
}

function explanations(finding: LocatedFinding, { asOf }: LedgerReport, language: Language): readonly Labelled[] {
  const deadline = deadlineLine(finding, asOf, language);
  return [
    ...(deadline === undefined ? [] : [deadline]),
    ...finding.basis.map((basis, at) => ({
      label: at === 0 ? LABELS.law[language] : '',
      text: describeBasis(basis, language),
    })),
    { label: LABELS.remedy[language], text: finding.remedy[language] },
  ];
}

export function waiverRow({ until, reason, approvedBy }: WaivedBy, language: Language): Labelled {
  return {
    label: LABELS.waived[language],
    text:
      language === 'zh'
        ? `至${formatDay(until)}，${approvedBy}批准：${reason}`
        : `until ${formatDay(until)}, approved by ${approvedBy}: ${reason}`,
  };
}

/** On what ground a finding stands and what to do: one line each, for formats that set no columns. */
export function explainingLines({ basis, remedy }: Finding, language: Language): readonly string[] {
  return [
    ...basis.map((one) => labelled(LABELS.law[language], describeBasis(one, language), language)),
    labelled(LABELS.remedy[language], remedy[language], language),
  ];
}

/** `law: …`, `依据：…` */
export function labelled(label: string, text: string, language: Language): string {
  return `${label}${language === 'zh' ? '：' : ': '}${text}`;
}
