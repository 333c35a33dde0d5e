/** One page for each module and language: all that its rules ask, why, on what ground, and what to do. */
import type { Basis } from '../../domain/basis.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { LicenceKind } from '../../domain/licence-kind.ts';
import type { Rule } from '../../domain/rule.ts';
import { type Language, LANGUAGES, type Text } from '../../domain/text.ts';
import { weighedStatuses } from '../../reporters/rules/severity.ts';
import { nameBasis } from '../../reporters/writing/basis-text.ts';
import { CERTAINTY_MEANINGS, SEVERITY_NAMES, STATUS_MEANINGS } from '../../reporters/writing/words.ts';
import type { GeneratedFile } from './generated-file.ts';
import { block, code, page, prose, table } from './markdown.ts';
import { certaintyOf, type RuleModule, severityOf, titleOf } from './rule-words.ts';

export const PAGES_FOLDER = 'docs/rules/';

export function rulePages(modules: readonly RuleModule[]): readonly GeneratedFile[] {
  return modules.flatMap((module) =>
    LANGUAGES.map((language) => ({
      path: `${PAGES_FOLDER}${language}/${module.name}.md`,
      text: modulePage(module, language),
    })),
  );
}

const WORDS = {
  elsewhere: {
    zh: '[English](../en/NAME.md) · [全部规则](../README.md)',
    en: '[中文](../zh/NAME.md) · [All rules](../README.md)',
  },
  generated: { zh: '本页由规则生成，请勿手改。', en: 'This page is made from the rules; do not edit it.' },
  fields: { zh: '自有字段', en: 'Fields of its own' },
  fieldsHead: { zh: '字段|含义|写法', en: 'field|meaning|as in' },
  rulesHead: { zh: '规则|最高级别|依据|要求', en: 'rule|at most|ground|what it asks' },
  why: { zh: '为什么', en: 'Why' },
  statuses: { zh: '会报告什么', en: 'What it reports' },
  statusesHead: { zh: '状态|级别|意思', en: 'status|severity|meaning' },
  law: { zh: '法律依据', en: 'Legal basis' },
  noLaw: { zh: '无：本规则不出自法律。', en: 'None: this rule rests on no law.' },
  remedy: { zh: '怎么处理', en: 'What to do' },
  fails: { zh: '不符合的例子（截至DAY）', en: 'An example that fails (as of DAY)' },
  passes: { zh: '符合的例子（截至DAY）', en: 'An example that passes (as of DAY)' },
} as const satisfies Record<string, Text>;

function modulePage(module: RuleModule, language: Language): string {
  const rows = module.rules.map((rule) => [
    `[${code(rule.id)}](#${anchorOf(rule)})`,
    severityOf(rule, language),
    certaintyOf(rule, language),
    prose(rule.summary[language]),
  ]);
  return page([
    `<!-- ${WORDS.generated[language]} -->`,
    `# ${code(module.name)} ${prose(titleOf(module, language))}`,
    WORDS.elsewhere[language].replace('NAME', module.name),
    table(headOf(WORDS.rulesHead, language), rows),
    ...fieldsOf(module.kind, language),
    ...module.rules.flatMap((rule) => ruleSection(rule, language)),
  ]);
}

/** As GitHub and GitLab make it of a heading: `isp/leased-line` → `ispleased-line`. */
function anchorOf({ id }: Rule): string {
  return id.replaceAll('/', '');
}

function fieldsOf(kind: LicenceKind | undefined, language: Language): readonly string[] {
  const fields = kind?.fields ?? [];
  if (fields.length === 0) return [];
  const rows = fields.map(({ name, title, example }) => [
    code(name),
    prose(title[language]),
    code(`${name}: ${example}`),
  ]);
  return [`## ${WORDS.fields[language]}`, table(headOf(WORDS.fieldsHead, language), rows)];
}

function ruleSection(rule: Rule, language: Language): readonly string[] {
  const { asOf, fails, passes } = rule.examples;
  const statuses = weighedStatuses(rule).map(([status, severity]) => [
    code(status),
    SEVERITY_NAMES[severity][language],
    STATUS_MEANINGS[status][language],
  ]);
  return [
    `## ${rule.id}`,
    prose(rule.summary[language]),
    `**${WORDS.why[language]}**`,
    prose(rule.why[language]),
    `**${WORDS.statuses[language]}**`,
    table(headOf(WORDS.statusesHead, language), statuses),
    `**${WORDS.law[language]}**`,
    rule.basis.length === 0
      ? WORDS.noLaw[language]
      : rule.basis.map((basis) => `- ${groundOf(basis, language)}`).join('\n'),
    `**${WORDS.remedy[language]}**`,
    prose(rule.remedy[language]),
    ...example(WORDS.fails[language].replace('DAY', asOf), fails),
    ...example(WORDS.passes[language].replace('DAY', asOf), passes),
  ];
}

function groundOf(basis: Basis, language: Language): string {
  const { url, from, until, lastRead, certainty } = basis;
  const link = `[${prose(nameBasis(basis, language))}](${url})`;
  const meaning = CERTAINTY_MEANINGS[certainty][language];
  const [first, last, read] = [
    formatDay(from),
    until === undefined ? undefined : formatDay(until),
    formatDay(lastRead),
  ];
  if (language === 'zh') {
    return `${link}，${first}起施行${last === undefined ? '' : `，至${last}止`}。${meaning}（资料截至${read}）`;
  }
  return `${link}, in force ${last === undefined ? `since ${first}` : `${first} to ${last}`}. ${meaning} (As known on ${read}.)`;
}

function example(title: string, ledger: string): readonly string[] {
  return [`<details><summary>${title}</summary>`, block('yaml', ledger), '</details>'];
}

function headOf(words: Text, language: Language): readonly string[] {
  return words[language].split('|');
}
