/** The page for people. */
import { FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Licence } from '../../domain/ledger.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { LedgerReport, LocatedFinding, Since } from '../../domain/report.ts';
import type { RunFrame } from '../../domain/run.ts';
import { isAtLeast, SEVERITIES, type Severity } from '../../domain/severity.ts';
import type { Text } from '../../domain/text.ts';
import { assumedBlocks } from '../writing/assumed.ts';
import { displayWidth } from '../writing/display-width.ts';
import { groupBy, hanging, indented, type Part, sideBySide } from '../writing/layout.ts';
import { licenceHeading } from '../writing/licence-heading.ts';
import { inPieces, type Piece } from '../writing/pieces.ts';
import { printable, withoutCommands } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { GROUP_NAMES, MARKS } from '../writing/words.ts';
import { type CheckDocument, piecesOf, type Told } from './document.ts';
import { blockLines, blocksOf, labelled, nameOf } from './finding-text.ts';
import { comparedWith, notesOf, SIDES, splitBySide, summaryLines } from './summary-text.ts';

/**
 * What a check found, for a terminal or a log: by file, by licence, each finding with its place, its ground and what
 * to do; the gravest first inside a licence. `kinds` names the kinds of licence; what is less grave than `show` is counted
 * and not shown. Ends with a line break.
 */
export function textDocument(
  { isOneOfSeveral }: Pick<RunFrame, 'isOneOfSeveral'>,
  style: Style,
  kinds: ReadonlyMap<string, LicenceProfile>,
  show: Severity = 'info',
): CheckDocument<undefined> {
  const page: Page = { style, kinds, isOneOfSeveral, show };
  const blocks = (side: LedgerReport | undefined): Iterable<string> =>
    side === undefined ? [] : inPieces(() => ledgerBlocks(side, page), printBlocks);
  return {
    tell(ledger) {
      if (ledger.since === undefined) return { parts: [blocks(ledger)], facts: undefined };
      const { change, rest } = splitBySide(ledger);
      const fixed = inPieces(
        () => fixedLines(ledger, page),
        (lines) => withoutCommands(lines.map((line) => `${line}\n`).join('')),
      );
      return { parts: [blocks(change), blocks(rest), fixed], facts: undefined };
    },
    *whole(run, told) {
      yield printBlocks(assumedBlocks(run.assumed, style));
      yield* run.since === undefined ? piecesOf(told) : sinceParts(run.since, told, page);
      yield withoutCommands(`${summaryLines(run, style).join('\n')}\n`);
    },
  };
}

/** Each with an empty line behind it. */
function printBlocks(blocks: readonly Block[]): string {
  return withoutCommands(blocks.map((lines) => `${lines.join('\n')}\n\n`).join(''));
}

type Block = readonly string[];

interface Page {
  readonly style: Style;
  readonly kinds: ReadonlyMap<string, LicenceProfile>;
  readonly isOneOfSeveral: boolean;
  readonly show: Severity;
}

/** What the change brought in first; then what it put right, and what has nothing to do with it. */
function* sinceParts(since: Since, told: readonly Told<undefined>[], { style }: Page): Generator<Piece> {
  const { language, colour } = style;
  const width = columnsOf(style);
  const heading = (title: Text, more: readonly Part[]): string =>
    printBlocks([sideBySide([{ text: `━━ ${title[language]}`, paint: colour.bold }, ...more], width)]);
  const isEmpty = (part: number): boolean => piecesOf(told, part).next().done === true;
  const nothing = { text: `${MARKS.good} ${NOTHING[language]}`, paint: colour.good };
  const compared = { text: printable(comparedWith(since)[language]), paint: colour.dim };
  yield heading(SIDES.change, isEmpty(0) ? [compared, nothing] : [compared]);
  yield* piecesOf(told, 0);
  if (!isEmpty(2)) {
    yield `${colour.bold(SIDES.fixed[language])}\n`;
    yield* piecesOf(told, 2);
    yield '\n';
  }
  yield heading(SIDES.rest, isEmpty(1) ? [nothing] : []);
  yield* piecesOf(told, 1);
}

function fixedLines(ledger: LedgerReport, { style, isOneOfSeveral }: Page): readonly string[] {
  const { language, colour } = style;
  const place = isOneOfSeveral ? `${ledger.file} ` : '';
  return (ledger.since?.fixed ?? []).flatMap((finding) => {
    const what = `${place}${finding.rule} ${labelled(nameOf(finding), finding.message[language], language)}`;
    return hanging({ text: `  ${MARKS.good} `, paint: colour.good }, printable(what), columnsOf(style), colour.dim);
  });
}

function* ledgerBlocks(report: LedgerReport, page: Page): Generator<Block> {
  const { style, kinds, show } = page;
  const width = columnsOf(style);
  const notes = notesOf(report).flatMap((note) => indented(2, printable(note[style.language]), width));
  yield [...sideBySide(fileHeading(report, page), width), ...notes];
  for (const group of groupFindings(report, show)) {
    yield sideBySide(groupHeading(group, style, kinds), width);
    yield* findingBlocks(group, report, style);
  }
}

function* findingBlocks({ findings }: FindingGroup, report: LedgerReport, style: Style): Generator<Block> {
  const ruleWidth = findings.reduce((widest, { rule }) => Math.max(widest, displayWidth(printable(rule))), 0);
  for (const block of blocksOf(findings)) yield blockLines(block, report, ruleWidth, style);
}

/** A clean file among several says so here: the summary speaks for all of them. */
function fileHeading({ file, ledger, asOf, findings }: LedgerReport, { style, isOneOfSeveral }: Page): readonly Part[] {
  const { language, colour } = style;
  const parts: Part[] = [{ text: printable(file), paint: colour.bold }];
  if (ledger !== undefined) parts.push({ text: printable(ledger.company.name) });
  parts.push({ text: language === 'zh' ? `截至${formatDay(asOf)}` : `as of ${formatDay(asOf)}`, paint: colour.dim });
  if (isOneOfSeveral && findings.length === 0) {
    parts.push({ text: `${MARKS.good} ${NOTHING[language]}`, paint: colour.good });
  }
  return parts;
}

const NOTHING: Text = { zh: '没有问题', en: 'no findings' };

function groupHeading(
  { about }: FindingGroup,
  style: Style,
  kinds: ReadonlyMap<string, LicenceProfile>,
): readonly Part[] {
  const { language, colour } = style;
  if (typeof about === 'string') return [{ text: GROUP_NAMES[about][language], paint: colour.bold }];
  return licenceHeading(about, style, kinds);
}

/** Findings that stand under one heading. */
interface FindingGroup {
  readonly about: Licence | Topic;
  readonly findings: readonly LocatedFinding[];
}

/** In the order of the page. */
const TOPICS = ['resources', 'company', 'waivers', 'ledger', 'file'] as const;
type Topic = (typeof TOPICS)[number];

/** The findings of a ledger by licence, in the ledger's order, then those about no licence; empty groups are left out. */
function groupFindings({ ledger, findings }: LedgerReport, show: Severity): readonly FindingGroup[] {
  const shown = findings.filter(({ severity }) => isAtLeast(severity, show));
  const licences = new Map(ledger?.licences.map((licence) => [licence.id, licence]));
  const groups = groupBy(shown, (finding) => (ledger === undefined ? 'file' : aboutOf(finding, licences)));
  return [...licences.values(), ...TOPICS].flatMap((about) => {
    const ofGroup = groups.get(about);
    return ofGroup === undefined ? [] : [{ about, findings: about === 'file' ? ofGroup : ofGroup.toSorted(byGravity) }];
  });
}

/** The gravest first, what is waived last; then by date, and else as they stand in the file. */
function byGravity(one: LocatedFinding, other: LocatedFinding): number {
  const [first, second] = [gravityOf(one), gravityOf(other)];
  if (first !== second) return first - second;
  const [{ date = FOREVER }, { date: otherDate = FOREVER }] = [one, other];
  return date === otherDate ? 0 : date - otherDate;
}

function gravityOf({ severity, waived }: LocatedFinding): number {
  return waived === undefined ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
}

function aboutOf({ subject, path }: Finding, licences: ReadonlyMap<string, Licence>): Licence | Topic {
  if (path[0] === 'waivers') return 'waivers';
  if (path.length === 0) return 'ledger';
  return licences.get(subject) ?? (path[0] === 'resources' ? 'resources' : 'company');
}
