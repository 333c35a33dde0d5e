/** What was asked and how it stands, as Markdown: a table for each licence. */
import { FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { LedgerReport, Report } from '../../domain/report.ts';
import type { StatusRow } from '../../domain/status.ts';
import type { Language } from '../../domain/text.ts';
import { assumedMarkdown } from '../writing/assumed.ts';
import { code, plain, row } from '../writing/markdown.ts';
import { describeTally, GROUP_NAMES, STATE_MARKS, STATE_NAMES } from '../writing/words.ts';
import { groupRows, type StatusGroup } from './groups.ts';

/** Ends with a line break. */
export function renderStatusMarkdown({ ledgers, tally, assumed }: Report, language: Language): string {
  const blocks = [
    `# ${language === 'zh' ? '台账检查事项' : 'What was checked in the ledger'}`,
    ...assumedMarkdown(assumed, language),
    describeTally(tally)[language],
    ...ledgers.flatMap((ledger) => ledgerBlocks(ledger, language)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function ledgerBlocks(report: LedgerReport, language: Language): readonly string[] {
  const { file, ledger, asOf } = report;
  const heading = `## ${plain(ledger?.company.name ?? file)} · ${formatDay(asOf)}`;
  return [heading, ...groupRows(report).flatMap((group) => groupBlocks(group, language))];
}

function groupBlocks({ about, rows }: StatusGroup, language: Language): readonly string[] {
  const shown = rows.filter(({ state }) => state !== 'not-applicable');
  if (shown.length === 0) return [];
  const name =
    typeof about === 'string'
      ? GROUP_NAMES[about][language]
      : plain([about.id, about.number ?? ''].join(' ').trimEnd());
  return [`### ${name}`, [...headings(language), ...shown.map((one) => cells(one, language))].join('\n')];
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
