/** Rules as SARIF describes them. */
import type { ReportingConfiguration, ReportingDescriptor } from 'sarif';

import type { Basis } from '../../domain/basis.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Language } from '../../domain/text.ts';
import { HEADINGS, inForce, NO_LAW } from '../rules/text.ts';
import { nameBasis, worstSeverity } from '../writing/grounds.ts';
import { prose } from '../writing/markdown.ts';
import { printable } from '../writing/printable.ts';
import { CERTAINTY_MEANINGS } from '../writing/words.ts';
import { labelled } from './finding-text.ts';

type Level = NonNullable<ReportingConfiguration['level']>;

/** The least grave is a note there. */
export const LEVELS: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', info: 'note' };

/** A rule as viewers show it beside a result. */
export function describeRule(rule: Rule, language: Language): ReportingDescriptor {
  const { id, module, summary, why, basis } = rule;
  const [first] = basis;
  return {
    id,
    name: inPascalCase(id),
    shortDescription: { text: printable(summary[language]) },
    fullDescription: { text: printable(why[language]) },
    help: { text: helpInText(rule, language), markdown: helpInMarkdown(rule, language) },
    ...(first === undefined ? {} : { helpUri: first.url }),
    defaultConfiguration: { level: LEVELS[worstSeverity(rule)] },
    properties: { tags: [module] },
  };
}

/** `isp/leased-line` → `IspLeasedLine`: a name that is no copy of the id (3.49.7), which Azure DevOps demands. */
function inPascalCase(id: string): string {
  const words = id.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function helpInText({ why, remedy, basis }: Rule, language: Language): string {
  const law = basis.map((one) => `${groundOf(one, language)} ${one.url}`);
  const paragraphs = [
    why[language],
    labelled(HEADINGS.remedy[language], remedy[language], language),
    labelled(HEADINGS.law[language], law.length === 0 ? NO_LAW[language] : law.join(' '), language),
  ];
  return paragraphs.map(printable).join('\n');
}

/** Without HTML, as SARIF asks (3.11.4.2). */
function helpInMarkdown({ why, remedy, basis }: Rule, language: Language): string {
  const law = basis.map((one) => `- [${prose(groundOf(one, language))}](<${one.url}>)`);
  const paragraphs = [
    prose(why[language]),
    `**${HEADINGS.remedy[language]}**`,
    prose(remedy[language]),
    `**${HEADINGS.law[language]}**`,
    law.length === 0 ? NO_LAW[language] : law.join('\n'),
  ];
  return paragraphs.join('\n\n');
}

function groundOf(basis: Basis, language: Language): string {
  const named = nameBasis(basis, language) + inForce(basis, language);
  const certainty = CERTAINTY_MEANINGS[basis.certainty][language];
  return language === 'zh' ? `${named}。${certainty}` : `${named}. ${certainty}`;
}
