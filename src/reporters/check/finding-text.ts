/** One finding on the page, or the open periods of one duty. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { Finding, WaivedBy } from '../../domain/finding.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { LedgerReport, LocatedFinding, Location } from '../../domain/report.ts';
import type { Language, Text } from '../../domain/text.ts';
import { displayWidth, padTo } from '../writing/display-width.ts';
import { describeBasis } from '../writing/grounds.ts';
import { hanging, indented, type Labelled, labelledLines } from '../writing/layout.ts';
import { fixLines, printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { LABELS, MARKS } from '../writing/words.ts';
import { deadlineLine } from './deadline-text.ts';
import { snippetLines } from './snippet.ts';

const BODY = 6;
/** With less room beside its rule, a message goes below. */
const NARROWEST_MESSAGE = 30;
/** Between a message and who answers for it. */
const OWNER_GAP = 2;

/** Findings that stand in one block: the periods of one duty that are open at once, or one finding alone. */
export type FindingBlock = readonly [LocatedFinding, ...LocatedFinding[]];

/** The open periods of one duty together; everything else by itself. In the order of the findings. */
export function blocksOf(findings: readonly LocatedFinding[]): readonly FindingBlock[] {
  const blocks = new Map<string, [LocatedFinding, ...LocatedFinding[]]>();
  for (const finding of findings) {
    const { rule, subject, service, status, period, identity, waived } = finding;
    const isAlone = period === undefined || waived !== undefined;
    const key = JSON.stringify(isAlone ? identity : [rule, subject, service, status]);
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [finding]);
    else block.push(finding);
  }
  return [...blocks.values()];
}

/** Mark, rule and message; the place in the file; how the date comes about, on what ground, what to do, and the commands for it. */
export function blockLines(
  block: FindingBlock,
  report: LedgerReport,
  ruleWidth: number,
  style: Style,
): readonly string[] {
  const [first, ...others] = block;
  const { waived } = first;
  const { language, colour } = style;
  const head = headLines(first, ruleWidth, style);
  if (waived !== undefined) {
    return [...head.lines, ...rowLines([waiverRow(waived, language)], LABELS.waived, style)].map(colour.dim);
  }
  const messages = others.flatMap(({ message }) =>
    hanging({ text: head.indent }, printable(message[language]), columnsOf(style)),
  );
  const owner =
    head.hasOwner || first.owner === undefined ? [] : [{ label: LABELS.owner[language], text: first.owner }];
  const rows = [...explanations(block, report, language), ...owner];
  return head.lines.concat(
    messages,
    placeLines(first, report, style),
    rowLines(rows, LABELS.law, style),
    runLines(block, style),
  );
}

/** Rows with the labels in as many columns as one label takes. */
function rowLines(rows: readonly Labelled[], widest: Text, style: Style): readonly string[] {
  const labelWidth = displayWidth(widest[style.language]);
  const printed = rows.map(({ label, text }) => ({ label, text: printable(text) }));
  return labelledLines(printed, { indent: BODY, labelWidth, width: columnsOf(style), paint: style.colour.dim });
}

/** Each command on a line of its own, whatever the width: a broken one cannot be pasted. */
function runLines(block: FindingBlock, { language, colour }: Style): readonly string[] {
  return fixLines(block, language).map((command, at) => {
    const label = padTo(displayWidth(LABELS.law[language]), at === 0 ? LABELS.run[language] : '');
    return `${' '.repeat(BODY)}${colour.dim(label)}  ${command}`;
  });
}

interface Head {
  readonly lines: readonly string[];
  /** As wide as what stands before the message. */
  readonly indent: string;
  /** Whether it names who answers for it. */
  readonly hasOwner: boolean;
}

function headLines(finding: LocatedFinding, ruleWidth: number, style: Style): Head {
  const { severity, waived, owner = '' } = finding;
  const width = columnsOf(style);
  const paint = waived === undefined ? style.colour[severity] : style.colour.dim;
  const mark = MARKS[waived === undefined ? severity : 'waived'];
  const rule = printable(finding.rule);
  const message = printable(messageOf(finding, style.language));
  const lead = `  ${mark} ${padTo(ruleWidth, rule)}  `;
  const indent = ' '.repeat(displayWidth(lead));
  if (displayWidth(lead) + NARROWEST_MESSAGE > width) {
    const lines = [...hanging({ text: `  ${mark} `, paint }, rule, width, paint), ...indented(BODY, message, width)];
    return { lines, indent: ' '.repeat(BODY), hasOwner: false };
  }
  const lines = hanging({ text: lead, paint }, message, width);
  const room = width - displayWidth(lead) - displayWidth(message) - displayWidth(printable(owner));
  if (owner === '' || lines.length > 1 || room < OWNER_GAP) return { lines, indent, hasOwner: false };
  return {
    lines: [`${lines[0] ?? ''}${' '.repeat(room)}${style.colour.dim(printable(owner))}`],
    indent,
    hasOwner: true,
  };
}

/** What every paper owes for each of its services names the service; the rule of a kind has it in its id. */
export function messageOf({ rule, service, message }: LocatedFinding, language: Language): string {
  return service === undefined || rule.startsWith(`${service}/`)
    ? message[language]
    : labelled(service, message[language], language);
}

/** The line of the file, but for a place that is only the licence itself, which the heading names: there the place alone. */
function placeLines(finding: LocatedFinding, report: LedgerReport, style: Style): readonly string[] {
  const { path, location, severity } = finding;
  const isHeading = report.ledger !== undefined && path[0] === 'licences' && path.at(-1) === 'id';
  return snippetLines({
    location,
    line: isHeading ? undefined : report.lineAt(location.line),
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

/** What several periods share is said once. */
function explanations(block: FindingBlock, { asOf }: LedgerReport, language: Language): readonly Labelled[] {
  const [first] = block;
  const sums = block.flatMap((finding) => deadlineLine(finding, asOf, language) ?? []);
  const law = first.basis.map((basis) => describeBasis(basis, language));
  const remedies = [...new Set(block.map(({ remedy }) => remedy[language]))];
  return [
    ...sums,
    ...law.map((text, at) => ({ label: at === 0 ? LABELS.law[language] : '', text })),
    ...remedies.map((text, at) => ({ label: at === 0 ? LABELS.remedy[language] : '', text })),
  ];
}

/** The entries that cause it, and its licence where something else of it must change, as far as they have a place. */
export function causesOf(
  { subject, related, path }: LocatedFinding,
  { ledger, placeOf }: LedgerReport,
): readonly { readonly id: string; readonly place: Location }[] {
  const isLicence = ledger?.licences.some(({ id }) => id === subject) ?? false;
  const ids = isLicence && path[0] !== 'licences' && !related.includes(subject) ? [...related, subject] : related;
  return ids.flatMap((id) => {
    const place = placeOf(id);
    return place === undefined ? [] : [{ id, place }];
  });
}

/** `telecom/idc` where the finding is about one service of several. */
export function nameOf({ subject, service }: Pick<Finding, 'subject' | 'service'>): string {
  return service === undefined ? subject : `${subject}/${service}`;
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
export function explainingLines(finding: Finding, language: Language): readonly string[] {
  const { basis, remedy, owner } = finding;
  return [
    ...basis.map((one) => labelled(LABELS.law[language], describeBasis(one, language), language)),
    labelled(LABELS.remedy[language], remedy[language], language),
    ...fixLines([finding], language).map((command) => labelled(LABELS.run[language], command, language)),
    ...(owner === undefined ? [] : [labelled(LABELS.owner[language], owner, language)]),
  ];
}

/** `law: …`, `依据：…` */
export function labelled(label: string, text: string, language: Language): string {
  return `${label}${language === 'zh' ? '：' : ': '}${text}`;
}
