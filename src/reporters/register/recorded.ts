/** What a command wrote into a ledger, and what became of its findings. */
import { countFindings } from '../../domain/policy.ts';
import type { LocatedFinding } from '../../domain/report.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { describeCounts } from '../check/summary-text.ts';
import { displayWidth, padTo } from '../writing/display-width.ts';
import { hanging } from '../writing/layout.ts';
import { printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { MARKS } from '../writing/words.ts';

export interface Recorded {
  readonly file: string;
  /** Line of the entry, from 1. */
  readonly line: number;
  readonly entry: string;
  readonly done: Text;
  readonly outcome: 'written' | 'unchanged' | 'dry-run';
  readonly gone: readonly LocatedFinding[];
  readonly come: readonly LocatedFinding[];
  readonly waived: readonly LocatedFinding[];
}

const OUTCOMES = {
  written: undefined,
  unchanged: { zh: '没有改动', en: 'nothing to change' },
  'dry-run': { zh: '试运行，没有写入', en: 'dry run: nothing was written' },
} as const satisfies Record<Recorded['outcome'], Text | undefined>;

const HEADINGS = {
  gone: { zh: '已消除', en: 'settled' },
  waived: { zh: '已豁免', en: 'waived' },
  come: { zh: '新出现', en: 'new' },
} as const;

const WIDEST = { zh: widest('zh'), en: widest('en') } as const;

function widest(language: Language): number {
  return Math.max(...Object.values(HEADINGS).map((heading) => displayWidth(heading[language])));
}

/** Ends with a line break. */
export function renderRecorded(recorded: Recorded, style: Style): string {
  const { colour, language } = style;
  const outcome = OUTCOMES[recorded.outcome];
  const lines =
    outcome === undefined
      ? [headLine(recorded, style)]
      : [headLine(recorded, style), colour.dim(`  ${outcome[language]}`)];
  for (const change of ['gone', 'waived', 'come'] as const) {
    const findings = recorded[change];
    if (findings.length > MOST_TOLD) lines.push(...manyLines(change, findings, style));
    else for (const finding of findings) lines.push(...changeLines(change, finding, style));
  }
  return `${lines.join('\n')}\n`;
}

/** `ledger.yaml:31` can be clicked in most terminals. */
function headLine({ file, line, done, outcome }: Recorded, { colour, language }: Style): string {
  const when = outcome === 'dry-run' ? ONCE_WRITTEN[language] : '';
  return `${colour.bold(`${printable(file)}:${line}`)}  ${when}${printable(done[language])}`;
}

/** A dry run has recorded nothing. */
const ONCE_WRITTEN = { zh: '写入后：', en: 'once written: ' } as const satisfies Text;

/** More than this is a page of its own, which `check` prints with what is to be done. */
const MOST_TOLD = 10;

function manyLines(
  change: keyof typeof HEADINGS,
  findings: readonly LocatedFinding[],
  style: Style,
): readonly string[] {
  const { language } = style;
  const found = describeCounts(countFindings(findings))[language];
  return hanging(
    { text: `  ${HEADINGS[change][language]}  ` },
    change === 'come' ? found + SEE_CHECK[language] : found,
    columnsOf(style),
  );
}

const SEE_CHECK = { zh: '；用 ledger check 查看', en: '; ledger check lists them' } as const;

function changeLines(change: keyof typeof HEADINGS, finding: LocatedFinding, style: Style): readonly string[] {
  const { colour, language } = style;
  const mark = change === 'gone' ? MARKS.good : change === 'waived' ? MARKS.waived : MARKS[finding.severity];
  const paint = change === 'gone' ? colour.good : change === 'waived' ? colour.dim : colour[finding.severity];
  const lead = `  ${mark} ${padTo(WIDEST[language], HEADINGS[change][language])}  `;
  const text = `${finding.rule}  ${finding.subject}  ${finding.message[language]}`;
  return hanging({ text: lead, paint }, printable(text), columnsOf(style));
}

/** A ledger in which places were put right, and how many. */
export interface RepairedFile {
  readonly file: string;
  readonly made: number;
}

/** What `check --fix` did, or would do. Ends with a line break. */
export function renderRepaired(
  files: readonly RepairedFile[],
  outcome: Recorded['outcome'],
  { colour, language }: Style,
): string {
  const rows = files.map(({ file, made }) => {
    const done = { zh: `修复${made}处`, en: count(made, 'fix', 'fixes') };
    return `${colour.bold(printable(file))}  ${done[language]}`;
  });
  const said = files.length === 0 ? NOTHING_CERTAIN : OUTCOMES[outcome];
  return `${[...rows, ...(said === undefined ? [] : [colour.dim(said[language])])].join('\n')}\n`;
}

const NOTHING_CERTAIN: Text = {
  zh: '没有可以自动修复的地方',
  en: 'nothing that can be fixed automatically',
};

/** What is told when the person wants nothing written. */
export const DECLINED: Text = { zh: '没有写入', en: 'nothing was written' };

/** @param next what is to be done now. Ends with a line break. */
export function renderCreated(paths: readonly string[], next: Text, { language, colour }: Style): string {
  const rows = paths.map((path) => `${colour.good('✔')} ${printable(path)}`);
  return [...rows, colour.dim(next[language]), ''].join('\n');
}
