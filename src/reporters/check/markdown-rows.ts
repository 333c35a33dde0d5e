/** One finding in the report in Markdown: a row of the table, and what to do about it. */
import { formatDay } from '../../domain/calendar-day.ts';
import { isUpcoming } from '../../domain/finding.ts';
import type { LocatedFinding } from '../../domain/report.ts';
import type { Language, Text } from '../../domain/text.ts';
import { describeBasis } from '../writing/grounds.ts';
import { code, plain, prose, row } from '../writing/markdown.ts';
import { fixLines } from '../writing/printable.ts';
import { LABELS, MARKS, SEVERITY_NAMES } from '../writing/words.ts';
import { labelled, nameOf, waiverRow } from './finding-text.ts';

const LONGEST_TEXT = 300;

/** Of the table. */
export const HEADINGS: readonly Text[] = [
  { zh: '级别', en: 'severity' },
  { zh: '规则', en: 'rule' },
  { zh: '条目', en: 'entry' },
  { zh: '问题', en: 'finding' },
  { zh: '负责人', en: 'owner' },
  { zh: '最迟办理', en: 'act by' },
  { zh: '行', en: 'line' },
];

/** A text of a page's length would leave no room for the others. */
export function shortened(text: string, longest = LONGEST_TEXT): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

export function rowOf(finding: LocatedFinding, language: Language): string {
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

export function remedyOf(finding: LocatedFinding, language: Language): string | undefined {
  const { rule, remedy, basis, waived } = finding;
  if (waived !== undefined) return undefined;
  const law = basis.map((one) => plain(shortened(describeBasis(one, language)))).join(language === 'zh' ? '；' : '; ');
  const what = `${code(shortened(rule))} ${code(shortened(nameOf(finding)))}`;
  const ground = law === '' ? '' : ` *${labelled(LABELS.law[language], law, language)}*`;
  const command = fixLines([finding], language).map((line) => ` ${code(shortened(line))}`);
  return `- ${labelled(what, prose(shortened(remedy[language])), language)}${command.join('')}${ground}`;
}
