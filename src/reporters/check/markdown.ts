/** The report for a comment on a pull request, or the summary of a job. */
import { isBroughtIn } from '../../domain/baseline.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { LedgerReport, LocatedFinding, Since } from '../../domain/report.ts';
import { countFixed, type Run } from '../../domain/run.ts';
import { SEVERITIES } from '../../domain/severity.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { assumedMarkdown } from '../writing/assumed.ts';
import { code, plain, prose, row } from '../writing/markdown.ts';
import { withoutCommands } from '../writing/printable.ts';
import { MARKS } from '../writing/words.ts';
import type { CheckDocument, Told } from './document.ts';
import { labelled, nameOf } from './finding-text.ts';
import { HEADINGS, remedyOf, rowOf, shortened } from './markdown-rows.ts';
import { comparedWith, notesOf, SIDES, splitBySide, summarySentences } from './summary-text.ts';

/** Characters; GitHub takes 65,536 in a comment, and the verdict needs some. */
const ROOM = 60_000;
/** What the table of a ledger takes beside its rows. */
const ROOM_FOR_TABLE = 300;
const MOST_LEDGERS = 30;
const MOST_FIXED = 30;
const LONGEST_NAME = 100;

const WORDS = {
  title: { zh: '台账检查', en: 'ledger check' },
  good: { zh: '没有问题', en: 'no findings' },
  details: { zh: '处理办法', en: 'What to do' },
} as const satisfies Record<string, Text>;

/** Ends with a line break. What there is no room for is counted, not dropped in silence. */
export function markdownDocument(language: Language): CheckDocument<Shares> {
  const room = { change: MOST_LEDGERS, rest: MOST_LEDGERS, fixed: MOST_FIXED };
  return {
    tell(ledger) {
      const { change, rest } = ledger.since === undefined ? { change: ledger, rest: undefined } : splitBySide(ledger);
      const facts = {
        change: change && shareOf(change, room.change > 0, language),
        rest: rest && shareOf(rest, room.rest > 0, language),
        fixed: fixedRows(ledger, language).slice(0, room.fixed),
      };
      if (change !== undefined) room.change -= 1;
      if (rest !== undefined) room.rest -= 1;
      room.fixed -= facts.fixed.length;
      return { parts: [], facts };
    },
    *whole(run, told) {
      yield withoutCommands(`${blocksOf(run, pageOf(told), language).join('\n\n')}\n`);
    },
  };
}

/** What a ledger has on one side of the page. */
interface Share {
  readonly heading: string;
  readonly notes: readonly string[];
  /** In the order of the ledger; absent where the page was full before. */
  readonly rows?: readonly Written[];
}

interface Written {
  readonly gravity: number;
  readonly row: string;
  /** What to do, for findings that are not waived. */
  readonly remedy: string | undefined;
}

interface Shares {
  readonly change: Share | undefined;
  readonly rest: Share | undefined;
  readonly fixed: readonly string[];
}

function shareOf(ledger: LedgerReport, isWanted: boolean, language: Language): Share {
  const heading = headingOf(ledger, language);
  if (!isWanted) return { heading, notes: [] };
  const rows = ledger.findings.map((finding) => ({
    gravity: gravityOf(finding),
    row: rowOf(finding, language),
    remedy: remedyOf(finding, language),
  }));
  return { heading, notes: notesOf(ledger).map((note) => prose(note[language])), rows };
}

/** What the change brought in stands before all else. */
function gravityOf(finding: LocatedFinding): number {
  const { severity, waived } = finding;
  const weight = waived === undefined ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
  return isBroughtIn(finding) ? weight : weight + SEVERITIES.length + 1;
}

/** All that the page could show, of both sides. */
interface Page {
  readonly change: readonly Share[];
  readonly rest: readonly Share[];
  readonly fixed: readonly string[];
}

function pageOf(told: readonly Pick<Told<Shares>, 'facts'>[]): Page {
  return {
    change: told.flatMap(({ facts }) => facts.change ?? []),
    rest: told.flatMap(({ facts }) => facts.rest ?? []),
    fixed: told.flatMap(({ facts }) => facts.fixed).slice(0, MOST_FIXED),
  };
}

function blocksOf(run: Run, page: Page, language: Language): readonly string[] {
  const chosen = choose(page);
  const [verdict = '', ...more] = summarySentences(run).map((sentence) => plain(sentence[language]));
  const mark = run.verdict === 'pass' ? MARKS.good : MARKS.error;
  const sideBlocks = (side: readonly Share[]): readonly string[] =>
    firstOf(side).flatMap((share) => shareBlocks(share, chosen, language));
  return [
    `### ${mark} ${WORDS.title[language]}`,
    ...assumedMarkdown(run.assumed, language),
    `**${verdict}**`,
    ...more,
    ...(run.since === undefined ? sideBlocks(page.change) : sinceBlocks(run.since, page, sideBlocks, language)),
    ...leftOut(run, page, chosen.size, language),
  ];
}

/** The ledgers for which there is room. */
function firstOf(side: readonly Share[]): readonly Share[] {
  return side.slice(0, MOST_LEDGERS);
}

/** What the change brought in first; then what it put right, and what has nothing to do with it. */
function sinceBlocks(
  since: Since,
  { change, rest, fixed }: Page,
  sideBlocks: (side: readonly Share[]) => readonly string[],
  language: Language,
): readonly string[] {
  const orNothing = (blocks: readonly string[]): readonly string[] =>
    blocks.length === 0 ? [`${MARKS.good} ${WORDS.good[language]}`] : blocks;
  return [
    `#### ${SIDES.change[language]}`,
    plain(comparedWith(since)[language]),
    ...orNothing(sideBlocks(change)),
    ...(fixed.length === 0 ? [] : [`#### ${SIDES.fixed[language]}`, fixed.join('\n')]),
    `#### ${SIDES.rest[language]}`,
    ...orNothing(sideBlocks(rest)),
  ];
}

function fixedRows({ since }: LedgerReport, language: Language): readonly string[] {
  return (since?.fixed ?? []).map(({ rule, message, ...named }) => {
    const what = `${code(shortened(rule))} ${code(shortened(nameOf(named)))}`;
    return `- ${MARKS.good} ${labelled(what, prose(shortened(message[language])), language)}`;
  });
}

/** The gravest findings first, as many as there is room for. */
function choose({ change, rest, fixed }: Page): ReadonlySet<Written> {
  const shown = [...firstOf(change), ...firstOf(rest)];
  const chosen = new Set<Written>();
  let room = shown.reduce(
    (left, { heading }) => left - heading.length - ROOM_FOR_TABLE,
    ROOM - fixed.join('\n').length,
  );
  const rows = shown.flatMap((share) => share.rows ?? []);
  for (const written of rows.toSorted((one, other) => one.gravity - other.gravity)) {
    const size = written.row.length + (written.remedy?.length ?? 0) + 2;
    if (size > room) continue;
    room -= size;
    chosen.add(written);
  }
  return chosen;
}

function shareBlocks(
  { heading, notes, rows = [] }: Share,
  chosen: ReadonlySet<Written>,
  language: Language,
): readonly string[] {
  const written = rows.filter((one) => chosen.has(one));
  if (written.length === 0) return [heading];
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

/** HTML, which GitHub and GitLab both fold; the empty lines turn Markdown on again inside. */
function detailsOf(remedies: readonly string[], language: Language): string {
  const summary = `<details><summary>${WORDS.details[language]}</summary>`;
  return [summary, remedies.join('\n'), '</details>'].join('\n\n');
}

function leftOut(run: Run, { change, rest }: Page, shown: number, language: Language): readonly string[] {
  const { error, warning, info, waived } = run.counts;
  const fixed = Math.max(0, countFixed(run) - MOST_FIXED);
  const findings = error + warning + info + waived - shown + fixed;
  const files = [change, rest].reduce((sum, side) => sum + Math.max(0, side.length - MOST_LEDGERS), 0);
  if (findings + files === 0) return [];
  return [
    language === 'zh'
      ? `篇幅所限，还有${findings}个问题、${files}份台账未列出；\`ledger check\` 会列出全部。`
      : `There is no room here for ${count(findings, 'more finding')} and ${count(files, 'more ledger')}: \`ledger check\` lists them all.`,
  ];
}
