/** The ground that a rule stands on, in words, and how grave that lets it be. */
import type { Basis } from '../../domain/basis.ts';
import { type Status, STATUSES } from '../../domain/finding.ts';
import { cap } from '../../domain/policy.ts';
import type { Rule } from '../../domain/rule.ts';
import { SEVERITIES, type Severity } from '../../domain/severity.ts';
import type { Language } from '../../domain/text.ts';
import { CERTAINTY_NAMES } from './words.ts';

const ARTICLE_AND_ITEM = /^(\d+)(?:\((\d+)\))?$/u;

/** Instrument and article: `电信业务经营许可管理办法第6条第4项`. */
export function nameBasis({ instrument, article }: Basis, language: Language): string {
  const name = instrument[language];
  if (article === undefined) return name;
  return language === 'zh' ? name + articleInChinese(article) : `${name}, article ${article}`;
}

/** The same with its certainty in a word or two behind. */
export function describeBasis(basis: Basis, language: Language): string {
  const sure = CERTAINTY_NAMES[basis.certainty][language];
  const name = nameBasis(basis, language);
  return language === 'zh' ? `${name}（${sure}）` : `${name} (${sure})`;
}

function articleInChinese(printed: string): string {
  const parts = ARTICLE_AND_ITEM.exec(printed);
  if (parts === null) return `第${printed}条`;
  const [, article = printed, item] = parts;
  return `第${article}条${item === undefined ? '' : `第${item}项`}`;
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
