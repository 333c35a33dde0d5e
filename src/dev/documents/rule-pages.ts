/** One page for each module and language: all that its rules ask, why, on what ground, and what to do. */
import { type Basis, CERTAINTIES } from '../../domain/basis.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { Finding } from '../../domain/finding.ts';
import { FAMILIES, type Family, type LicenceKind } from '../../domain/licence-kind.ts';
import type { Rule } from '../../domain/rule.ts';
import { type Language, LANGUAGES, type Text } from '../../domain/text.ts';
import { HEADINGS, NO_LAW } from '../../reporters/rules/text.ts';
import { describeReading, nameBasis, weighedStatuses, worstSeverity } from '../../reporters/writing/grounds.ts';
import { CERTAINTY_MEANINGS, CERTAINTY_NAMES, SEVERITY_NAMES, STATUS_MEANINGS } from '../../reporters/writing/words.ts';
import type { GeneratedFile } from './licence-index.ts';
import { block, code, page, prose, table } from './markdown.ts';

export const PAGES_FOLDER = 'docs/rules/';

/** @param failing what is found in the example that fails, by id of the rule: it works out the last day in time */
export function rulePages(
  modules: readonly RuleModule[],
  failing: ReadonlyMap<string, Finding>,
): readonly GeneratedFile[] {
  return modules.flatMap((module) =>
    LANGUAGES.map((language) => ({
      path: `${PAGES_FOLDER}${language}/${module.name}.md`,
      text: modulePage(module, failing, language),
    })),
  );
}

const WORDS = {
  ...HEADINGS,
  elsewhere: {
    zh: '[English](../en/NAME.md) · [全部规则](../README.md)',
    en: '[中文](../zh/NAME.md) · [All rules](../README.md)',
  },
  generated: { zh: '本页由规则生成，请勿手改。', en: 'This page is generated from the rules; do not edit it.' },
  family: {
    zh: 'TITLE都有的要求，见[`NAME`](NAME.md)。',
    en: 'TITLE also owes what [`NAME`](NAME.md) asks.',
  },
  fields: { zh: '自有字段', en: 'Fields of its own' },
  fieldsHead: { zh: '字段|含义|写法', en: 'field|meaning|example' },
  rulesHead: { zh: '规则|最高级别|依据|要求', en: 'rule|highest severity|legal basis|what it asks' },
  statusesHead: { zh: '状态|级别|意思', en: 'status|severity|meaning' },
  sum: { zh: '期限的计算（按下面不符合的例子）', en: 'How the deadline is calculated (in the example that fails)' },
  fails: { zh: '不符合的例子（截至DAY）', en: 'An example that fails (as of DAY)' },
  passes: { zh: '符合的例子（截至DAY）', en: 'An example that passes (as of DAY)' },
} as const satisfies Record<string, Text>;

function modulePage(module: RuleModule, failing: ReadonlyMap<string, Finding>, language: Language): string {
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
    module.kind === undefined ? '' : familyLine(module.kind, language),
    table(headOf(WORDS.rulesHead, language), rows),
    ...fieldsOf(module.kind, language),
    ...module.rules.flatMap((rule) => ruleSection(rule, failing.get(rule.id)?.sum, language)),
  ]);
}

function familyLine({ family }: LicenceKind, language: Language): string {
  const module = FAMILY_MODULES[family];
  const title = COMMON_MODULES[module]?.[language] ?? '';
  return WORDS.family[language].replace('TITLE', title).replaceAll('NAME', module);
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

function ruleSection(rule: Rule, sum: Text | undefined, language: Language): readonly string[] {
  const { asOf, fails, passes } = rule.examples();
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
    rule.basis.length === 0 ? NO_LAW[language] : rule.basis.map((basis) => `- ${groundOf(basis, language)}`).join('\n'),
    ...(rule.consequence === undefined
      ? []
      : [`**${WORDS.consequence[language]}**`, prose(rule.consequence[language])]),
    `**${WORDS.remedy[language]}**`,
    prose(rule.remedy[language]),
    ...(sum === undefined ? [] : [`**${WORDS.sum[language]}**`, prose(sum[language])]),
    ...example(WORDS.fails[language].replace('DAY', asOf), fails),
    ...example(WORDS.passes[language].replace('DAY', asOf), passes),
  ];
}

function groundOf(basis: Basis, language: Language): string {
  const { url, from, until, certainty } = basis;
  const link = `[${prose(nameBasis(basis, language))}](${url})`;
  const meaning = CERTAINTY_MEANINGS[certainty][language];
  const [first, last] = [formatDay(from), until === undefined ? undefined : formatDay(until)];
  const read = describeReading(basis)[language];
  if (language === 'zh') {
    return `${link}，${first}起施行${last === undefined ? '' : `，至${last}止`}。${meaning}（${read}）`;
  }
  return `${link}, in force ${last === undefined ? `since ${first}` : `${first} to ${last}`}. ${meaning} (${read})`;
}

function example(title: string, ledger: string): readonly string[] {
  return [`<details><summary>${title}</summary>`, block('yaml', ledger), '</details>'];
}

function headOf(words: Text, language: Language): readonly string[] {
  return words[language].split('|');
}

export interface RuleModule {
  readonly name: string;
  readonly title: Text;
  /** Where the module is a kind of licence. */
  readonly kind: LicenceKind | undefined;
  readonly rules: readonly Rule[];
}

/** What every paper of a family owes, then what each of its kinds does; the rest in the order of the catalogue. */
export function modulesOf(rules: readonly Rule[], kinds: readonly LicenceKind[]): readonly RuleModule[] {
  const kindsOf = (family: Family): readonly string[] =>
    kinds.filter((kind) => kind.family === family).map(({ kind }) => kind);
  const ofFamilies = FAMILIES.flatMap((family) => [FAMILY_MODULES[family]].concat(kindsOf(family)));
  const names = new Set(ofFamilies.concat(rules.map(({ module }) => module)));
  return [...names].map((name) => {
    const kind = kinds.find((one) => one.kind === name);
    const title = kind?.name ?? COMMON_MODULES[name];
    if (title === undefined) throw new Error(`the module ${name} has no title in ${import.meta.url}`);
    return { name, title, kind, rules: rules.filter(({ module }) => module === name) };
  });
}

/** The module with what every paper of a family owes. */
const FAMILY_MODULES: Readonly<Record<Family, string>> = { service: 'licence', number: 'number' };

const COMMON_MODULES: Readonly<Record<string, Text>> = {
  licence: { zh: '每张电信业务经营许可证', en: 'Every telecom licence' },
  number: { zh: '每项码号', en: 'Every number grant' },
  company: { zh: '公司', en: 'The company' },
  resource: { zh: '合同与证明', en: 'Contracts and proofs' },
  evidence: { zh: '凭证', en: 'Evidence' },
  waiver: { zh: '豁免', en: 'Waivers' },
  ledger: { zh: '台账条目之间的关系', en: 'Relations between entries' },
  schema: { zh: '台账的字段', en: 'Fields of the ledger' },
  yaml: { zh: '文件本身', en: 'The file itself' },
  git: { zh: '版本之间的变化', en: 'Changes between two versions' },
};

const SERVICE_CODE = /^[AB]\d/u;

/** With its place in the catalogue of services behind it: `互联网数据中心业务（B11）`. */
function titleOf({ title, kind }: RuleModule, language: Language): string {
  if (kind === undefined || !SERVICE_CODE.test(kind.code)) return title[language];
  return language === 'zh' ? `${title.zh}（${kind.code}）` : `${title.en} (${kind.code})`;
}

export function severityOf(rule: Rule, language: Language): string {
  return SEVERITY_NAMES[worstSeverity(rule)][language];
}

/** Of the surest of its grounds that still hold; a dash for a rule that rests on no law. */
export function certaintyOf({ basis }: Rule, language: Language): string {
  const holding = basis.filter(({ until }) => until === undefined);
  const surest = CERTAINTIES.find((certainty) => holding.some((one) => one.certainty === certainty));
  return surest === undefined ? '–' : CERTAINTY_NAMES[surest][language];
}
