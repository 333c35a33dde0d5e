/** The report for a comment on a pull request, or the summary of a job. */
import { isBroughtIn } from '../../domain/baseline.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import { isUpcoming } from '../../domain/finding.ts';
import { fixedIn, type LedgerReport, type LocatedFinding, type Report } from '../../domain/report.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { assumedMarkdown } from '../writing/assumed.ts';
import { describeBasis } from '../writing/grounds.ts';
import { code, plain, prose, row } from '../writing/markdown.ts';
import { commandLine, withoutCommands } from '../writing/printable.ts';
import { LABELS, MARKS, SEVERITY_NAMES } from '../writing/words.ts';
import { labelled, nameOf, waiverRow } from './finding-text.ts';
import { comparedWith, notesOf, SIDES, splitBySide, summarySentences } from './summary-text.ts';

/** Characters; GitHub takes 65,536 in a comment, and the verdict needs some. */
const ROOM = 60_000;
/** What the table of a ledger takes beside its rows. */
const ROOM_FOR_TABLE = 300;
const MOST_LEDGERS = 30;
const MOST_FIXED = 30;
const LONGEST_NAME = 100;
const LONGEST_TEXT = 300;

const WORDS = {
  title: { zh: '台账检查', en: 'ledger check' },
  good: { zh: '没有问题', en: 'nothing to report' },
  details: { zh: '怎么处理', en: 'What to do' },
} as const satisfies Record<string, Text>;

const HEADINGS: readonly Text[] = [
  { zh: '级别', en: 'severity' },
  { zh: '规则', en: 'rule' },
  { zh: '条目', en: 'entry' },
  { zh: '问题', en: 'finding' },
  { zh: '负责人', en: 'owner' },
  { zh: '最迟办理', en: 'act by' },
  { zh: '行', en: 'line' },
];

/** Ends with a line break. What there is no room for is counted, not dropped in silence. */
export function renderMarkdown(report: Report, language: Language): string {
  const shown = choose(report, language);
  const [verdict = '', ...more] = summarySentences(report).map((sentence) => plain(sentence[language]));
  const mark = report.verdict === 'pass' ? MARKS.good : MARKS.error;
  const blocks = [
    `### ${mark} ${WORDS.title[language]}`,
    ...assumedMarkdown(report.assumed, language),
    `**${verdict}**`,
    ...more,
    ...(report.since === undefined
      ? shownLedgers(report.ledgers).flatMap((ledger) => ledgerBlocks(ledger, shown, language))
      : sinceBlocks(report, shown, language)),
    ...leftOut(report, shown.size, language),
  ];
  return withoutCommands(`${blocks.join('\n\n')}\n`);
}

/** The ledgers for which there is room. */
function shownLedgers(ledgers: readonly LedgerReport[]): readonly LedgerReport[] {
  return ledgers.slice(0, MOST_LEDGERS);
}

/** What the change brought in first; then what it put right, and what has nothing to do with it. */
function sinceBlocks(
  report: Report,
  shown: ReadonlyMap<LocatedFinding, Written>,
  language: Language,
): readonly string[] {
  const { change, rest } = splitBySide(report);
  const blocksOf = (ledgers: readonly LedgerReport[]): readonly string[] =>
    ledgers.length === 0
      ? [`${MARKS.good} ${WORDS.good[language]}`]
      : shownLedgers(ledgers).flatMap((ledger) => ledgerBlocks(ledger, shown, language));
  const fixed = fixedRows(report, language);
  return [
    `#### ${SIDES.change[language]}`,
    ...(report.since === undefined ? [] : [plain(comparedWith(report.since)[language])]),
    ...blocksOf(change),
    ...(fixed.length === 0 ? [] : [`#### ${SIDES.fixed[language]}`, fixed.join('\n')]),
    `#### ${SIDES.rest[language]}`,
    ...blocksOf(rest),
  ];
}

function fixedRows(report: Report, language: Language): readonly string[] {
  return fixedIn(report)
    .slice(0, MOST_FIXED)
    .map(({ finding: { rule, message, ...named } }) => {
      const what = `${code(shortened(rule))} ${code(shortened(nameOf(named)))}`;
      return `- ${MARKS.good} ${labelled(what, prose(shortened(message[language])), language)}`;
    });
}

interface Written {
  readonly row: string;
  /** What to do, for findings that are not waived. */
  readonly remedy: string | undefined;
}

/** The gravest findings first, as many as there is room for. */
function choose(report: Report, language: Language): ReadonlyMap<LocatedFinding, Written> {
  const { change, rest } = splitBySide(report);
  const shown =
    report.since === undefined ? shownLedgers(report.ledgers) : [...shownLedgers(change), ...shownLedgers(rest)];
  const findings = shown.flatMap((ledger) => ledger.findings);
  const chosen = new Map<LocatedFinding, Written>();
  let room = shown.reduce(
    (left, ledger) => left - headingOf(ledger, language).length - ROOM_FOR_TABLE,
    ROOM - fixedRows(report, language).join('\n').length,
  );
  for (const finding of findings.toSorted((one, other) => gravity(one) - gravity(other))) {
    const written = { row: rowOf(finding, language), remedy: remedyOf(finding, language) };
    const size = written.row.length + (written.remedy?.length ?? 0) + 2;
    if (size > room) continue;
    room -= size;
    chosen.set(finding, written);
  }
  return chosen;
}

/** What the change brought in stands before all else. */
function gravity(finding: LocatedFinding): number {
  const { severity, waived } = finding;
  const weight = waived === undefined ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
  return isBroughtIn(finding) ? weight : weight + SEVERITIES.length + 1;
}

function ledgerBlocks(
  ledger: LedgerReport,
  shown: ReadonlyMap<LocatedFinding, Written>,
  language: Language,
): readonly string[] {
  const heading = headingOf(ledger, language);
  const written = ledger.findings.flatMap((finding) => shown.get(finding) ?? []);
  if (written.length === 0) return [heading];
  const notes = notesOf(ledger).map((note) => prose(note[language]));
  const titles = HEADINGS.map((title) => title[language]);
  const table = [row(titles), row(titles.map(() => '---')), ...written.map((one) => one.row)].join('\n');
  const remedies = written.flatMap(({ remedy }) => (remedy === undefined ? [] : [remedy]));
  return [heading, ...notes, table, ...(remedies.length === 0 ? [] : [detailsOf(remedies, language)])];
}

function headingOf({ file, ledger, asOf, findings, since }: LedgerReport, language: Language): string {
  const parts = [
    code(shortened(file, LONGEST_NAME)),
    ...(ledger === undefined ? [] : [plain(shortened(ledger.company.name, LONGEST_NAME))]),
    language === 'zh' ? `截至${formatDay(asOf)}` : `as of ${formatDay(asOf)}`,
    ...(findings.length === 0 ? [`${MARKS.good} ${WORDS.good[language]}`] : []),
  ];
  return `${since === undefined ? '####' : '#####'} ${parts.join(' · ')}`;
}

/** A text of a page's length would leave no room for the others. */
function shortened(text: string, longest = LONGEST_TEXT): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

function rowOf(finding: LocatedFinding, language: Language): string {
  const { severity, rule, message, owner = '', actBy, location, waived } = finding;
  const mark = MARKS[waived === undefined ? severity : 'waived'];
  const name = waived === undefined ? SEVERITY_NAMES[severity][language] : LABELS.waived[language];
  const more = waived === undefined ? '' : inParentheses(plain(shortened(waiverRow(waived, language).text)), language);
  return row([
    `${mark} ${name}`,
    code(shortened(rule)),
    code(shortened(nameOf(finding))),
    prose(shortened(message[language])) + more,
    plain(shortened(owner)),
    isUpcoming(finding) && actBy !== undefined ? formatDay(actBy) : '',
    String(location.line),
  ]);
}

function inParentheses(text: string, language: Language): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}

function remedyOf(finding: LocatedFinding, language: Language): string | undefined {
  const { rule, remedy, fix, basis, waived } = finding;
  if (waived !== undefined) return undefined;
  const law = basis.map((one) => plain(shortened(describeBasis(one, language)))).join(language === 'zh' ? '；' : '; ');
  const what = `${code(shortened(rule))} ${code(shortened(nameOf(finding)))}`;
  const ground = law === '' ? '' : ` *${labelled(LABELS.law[language], law, language)}*`;
  const command = fix === undefined ? '' : ` ${code(shortened(commandLine(fix.command)))}`;
  return `- ${labelled(what, prose(shortened(remedy[language])), language)}${command}${ground}`;
}

/** HTML, which GitHub and GitLab both fold; the empty lines turn Markdown on again inside. */
function detailsOf(remedies: readonly string[], language: Language): string {
  const summary = `<details><summary>${WORDS.details[language]}</summary>`;
  return [summary, remedies.join('\n'), '</details>'].join('\n\n');
}

function leftOut(report: Report, shown: number, language: Language): readonly string[] {
  const { ledgers, since } = report;
  const { change, rest } = splitBySide(report);
  const fixed = Math.max(0, fixedIn(report).length - MOST_FIXED);
  const findings = ledgers.reduce((sum, ledger) => sum + ledger.findings.length, 0) - shown + fixed;
  const sides = since === undefined ? [ledgers] : [change, rest];
  const files = sides.reduce((sum, side) => sum + Math.max(0, side.length - MOST_LEDGERS), 0);
  if (findings + files === 0) return [];
  return [
    language === 'zh'
      ? `篇幅所限，还有${findings}个问题、${files}份台账未列出；\`ledger check\` 会列出全部。`
      : `There is no room here for ${count(findings, 'more finding')} and ${count(files, 'more ledger')}: \`ledger check\` lists them all.`,
  ];
}
