/** A diff as a comment on a pull request: the gravest first, and what there is no room for is counted. */
import type { LedgerDiff, LedgersDiff } from '../../domain/ledger-diff.ts';
import type { Language, Text } from '../../domain/text.ts';
import { groupBy } from '../writing/layout.ts';
import { code, plain, prose } from '../writing/markdown.ts';
import { withoutCommands } from '../writing/printable.ts';
import { MARKS } from '../writing/words.ts';
import {
  broughtIn,
  type DiffLine,
  headingOf,
  type Kinds,
  linesOf,
  type Section,
  SECTION_NAMES,
  sidesOf,
  summaryOf,
} from './diff-lines.ts';

/** By which a job finds its comment again, to write a new one in its place. */
export const MARKER = '<!-- ledger diff -->';

/** Characters; GitHub takes 65,536 in a comment. What stands around the lines needs some. */
const ROOM = 60_000;
/** A text of a page's length would leave no room for the others. */
const LONGEST_TEXT = 300;
const LONGEST_NAME = 100;
/** What the headings below that of a ledger take. */
const ROOM_FOR_SECTIONS = 300;
/** Lines of one section of a ledger that stand open; the others are folded. */
const MOST_OPEN = 20;

const TITLE: Text = { zh: '台账变更', en: 'Ledger changes' };

/** The gravest first. */
const ORDER: readonly Section[] = ['notes', 'brought', 'horizon', 'fixed', 'changes'];

interface WrittenLine extends DiffLine {
  readonly ledger: LedgerDiff;
  readonly markdown: string;
}

/** Ends with a line break. */
export function renderDiffMarkdown(diff: LedgersDiff, language: Language, kinds: Kinds): string {
  const lines = diff.ledgers
    .flatMap((ledger) => linesOf(ledger, kinds).map((line): WrittenLine => writeLine(line, ledger, language)))
    .toSorted((one, other) => one.weight - other.weight);
  const shown = choose(lines, language);
  const [first = '', ...more] = summaryOf(diff).map((sentence) => plain(sentence[language]));
  const blocks = [
    MARKER,
    `### ${markOf(diff)} ${TITLE[language]}`,
    `**${first}**`,
    [...more, plain(sidesOf(diff)[language])].join(' · '),
    // The ledger with the gravest line comes first.
    ...[...groupBy(shown, ({ ledger }) => ledger)].flatMap(([ledger, ofLedger]) =>
      ledgerBlocks(ledger, ofLedger, language),
    ),
    ...leftOut(lines, shown, language),
  ];
  return withoutCommands(`${blocks.join('\n\n')}\n`);
}

function markOf({ ledgers }: LedgersDiff): string {
  const { error, warning } = broughtIn(ledgers);
  return MARKS[error > 0 ? 'error' : warning > 0 ? 'warning' : 'good'];
}

/** As many as there is room for; what is graver takes it first. */
function choose(lines: readonly WrittenLine[], language: Language): readonly WrittenLine[] {
  const open = new Set<LedgerDiff>();
  let room = ROOM;
  return lines.filter(({ ledger, markdown }) => {
    const heading = open.has(ledger) ? 0 : headingOfLedger(ledger, language).length + ROOM_FOR_SECTIONS;
    const size = heading + markdown.length + 1;
    if (size > room) return false;
    room -= size;
    open.add(ledger);
    return true;
  });
}

function ledgerBlocks(ledger: LedgerDiff, lines: readonly WrittenLine[], language: Language): readonly string[] {
  const sections = groupBy(lines, ({ section }) => section);
  const blocks = ORDER.flatMap((section): readonly string[] => {
    const written = (sections.get(section) ?? []).map(({ markdown }) => markdown);
    if (written.length === 0) return [];
    const name = SECTION_NAMES[section][language];
    if (section === 'notes') return written;
    if (written.length <= MOST_OPEN) return [`**${name}**`, written.join('\n')];
    // HTML, which GitHub and GitLab both fold; the empty lines turn Markdown on again inside.
    return [`<details><summary>${name} (${written.length})</summary>`, written.join('\n'), '</details>'];
  });
  return [headingOfLedger(ledger, language), ...blocks];
}

function headingOfLedger(ledger: LedgerDiff, language: Language): string {
  const { file, company, day } = headingOf(ledger);
  const parts = [
    code(shortened(file, LONGEST_NAME)),
    ...(company === undefined ? [] : [plain(shortened(company, LONGEST_NAME))]),
    day[language],
  ];
  return `#### ${parts.join(' · ')}`;
}

function writeLine(line: DiffLine, ledger: LedgerDiff, language: Language): WrittenLine {
  return { ...line, ledger, markdown: write(line, language) };
}

function write({ section, mark, names, text }: DiffLine, language: Language): string {
  const said = shortened(text[language], LONGEST_TEXT);
  // What a finding says is a sentence of ours, with code in it; what changed is in the words of the file.
  const sentence = section === 'brought' || section === 'fixed' ? prose(said) : plain(said);
  if (names.length === 0) return sentence;
  const name = names.map((one) => code(shortened(one, LONGEST_NAME))).join(' ');
  return `- ${mark === undefined ? '' : `${mark} `}${name} ${sentence}`;
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

function leftOut(lines: readonly WrittenLine[], shown: readonly WrittenLine[], language: Language): readonly string[] {
  if (lines.length === shown.length) return [];
  const [all, there] = [lines, shown].map((some) => groupBy(some, ({ section }) => section));
  const missing = ORDER.flatMap((section) => {
    const number = (all?.get(section)?.length ?? 0) - (there?.get(section)?.length ?? 0);
    return number === 0 ? [] : [`${SECTION_NAMES[section][language]} ${number}`];
  });
  return [
    language === 'zh'
      ? `篇幅所限，未列出：${missing.join('，')}；\`ledger diff\` 会列出全部。`
      : `There is no room here for more: ${missing.join(', ')}. \`ledger diff\` lists them all.`,
  ];
}
