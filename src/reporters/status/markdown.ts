/** What was asked and how it stands, as Markdown: a table for each licence. */
import { FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { LedgerReport } from '../../domain/report.ts';
import type { StatusRow } from '../../domain/status.ts';
import type { Language } from '../../domain/text.ts';
import { type CheckDocument, piecesOf } from '../check/document.ts';
import { assumedMarkdown } from '../writing/assumed.ts';
import { code, plain, row } from '../writing/markdown.ts';
import { inPieces, printPage } from '../writing/pieces.ts';
import { describeTallyOf, GROUP_NAMES, STATE_MARKS, STATE_NAMES } from '../writing/words.ts';
import { groupRows, type StatusGroup } from './groups.ts';

/** Ends with a line break. */
export function statusMarkdownDocument(language: Language): CheckDocument<undefined> {
  return {
    tell: (ledger) => ({ parts: [inPieces(() => ledgerLines(ledger, language), printPage)], facts: undefined }),
    *whole(run, told) {
      yield `# ${language === 'zh' ? '台账检查事项' : 'What was checked in the ledger'}\n`;
      for (const block of assumedMarkdown(run.assumed, language)) yield printPage(['', block]);
      yield printPage(['', describeTallyOf(run)[language]]);
      yield* piecesOf(told);
    },
  };
}

/** In blocks, each with an empty line before it. */
function* ledgerLines(report: LedgerReport, language: Language): Generator<string> {
  const { file, ledger, asOf } = report;
  yield* ['', `## ${plain(ledger?.company.name ?? file)} · ${formatDay(asOf)}`];
  for (const group of groupRows(report)) yield* groupLines(group, language);
}

function* groupLines({ about, rows }: StatusGroup, language: Language): Generator<string> {
  const shown = rows.filter(({ state }) => state !== 'not-applicable');
  if (shown.length === 0) return;
  const name =
    typeof about === 'string'
      ? GROUP_NAMES[about][language]
      : plain([about.id, about.number ?? ''].join(' ').trimEnd());
  yield* ['', `### ${name}`, '', ...headings(language)];
  for (const one of shown) yield cells(one, language);
}

function headings(language: Language): readonly string[] {
  const words =
    language === 'zh'
      ? ['', '规则', '条目', '状态', '至', '证明', '凭证', '负责人']
      : ['', 'Rule', 'Entry', 'State', 'Until', 'By', 'Files', 'Owner'];
  return [row(words), row(words.map(() => '---'))];
}

function cells({ subject, service, rule, state, until, by, evidence, owner }: StatusRow, language: Language): string {
  const entry = service === undefined ? subject : `${subject}/${service}`;
  return row([
    STATE_MARKS[state],
    code(rule),
    plain(entry),
    STATE_NAMES[state][language],
    until === undefined ? '' : until === FOREVER ? (language === 'zh' ? '长期' : 'no end') : formatDay(until),
    plain(by.join(' ')),
    String(evidence),
    plain(owner ?? ''),
  ]);
}
