/** The ground that a rule stands on, in words, and how grave that lets it be. */
import { type Basis, lastSeen } from '../../domain/basis.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import { type Status, STATUSES } from '../../domain/finding.ts';
import { cap } from '../../domain/policy.ts';
import type { Rule } from '../../domain/rule.ts';
import { SEVERITIES, type Severity } from '../../domain/severity.ts';
import type { Language, Text } from '../../domain/text.ts';
import { CERTAINTY_NAMES } from './words.ts';

const PARTS_OF_ARTICLE = /^(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/u;

/** Instrument and article: `电信业务经营许可管理办法第27条第2款`. */
export function nameBasis({ instrument, article }: Basis, language: Language): string {
  const name = instrument[language];
  if (article === undefined) return name;
  return language === 'zh' ? name + articleInChinese(article) : `${name}, article ${articleInEnglish(article)}`;
}

/** The same with its certainty in a word or two behind. */
export function describeBasis(basis: Basis, language: Language): string {
  const sure = CERTAINTY_NAMES[basis.certainty][language];
  const name = nameBasis(basis, language);
  return language === 'zh' ? `${name}（${sure}）` : `${name} (${sure})`;
}

/** When somebody last looked it up: the text itself, or what others say of it. */
export function describeReading(basis: Basis): Text {
  const seen = lastSeen(basis);
  if (seen === undefined) return { zh: '未核对原文', en: 'text not read' };
  const on = formatDay(seen);
  return basis.lastRead === undefined
    ? { zh: `未见原文，上次核对转述：${on}`, en: `text not read; secondary source last checked on ${on}` }
    : { zh: `上次核对：${on}`, en: `last read: ${on}` };
}

function articleInChinese(printed: string): string {
  const parts = PARTS_OF_ARTICLE.exec(printed);
  if (parts === null) return `第${printed}条`;
  const [, article = printed, paragraph, item] = parts;
  return `第${article}条${paragraph === undefined ? '' : `第${paragraph}款`}${item === undefined ? '' : `第${item}项`}`;
}

/** `27.2` is written `27, paragraph 2`, so that nobody takes it for a number of its own. */
function articleInEnglish(printed: string): string {
  const [, article = printed, paragraph, item] = PARTS_OF_ARTICLE.exec(printed) ?? [];
  const itself = item === undefined || paragraph !== undefined ? article : `${article}(${item})`;
  if (paragraph === undefined) return itself;
  return `${itself}, paragraph ${paragraph}${item === undefined ? '' : `(${item})`}`;
}

/** The statuses that a rule may report with their severities, weighed by how certain the law is; in the vocabulary's order. */
export function weighedStatuses({ statuses, basis }: Rule): readonly (readonly [Status, Severity])[] {
  return STATUSES.flatMap((status) => {
    const severity = statuses[status];
    return severity === undefined ? [] : [[status, cap(severity, basis)] as const];
  });
}

/** The gravest that a rule can report. */
export function worstSeverity(rule: Rule): Severity {
  const possible = new Set(weighedStatuses(rule).map(([, severity]) => severity));
  return SEVERITIES.find((severity) => possible.has(severity)) ?? 'info';
}
