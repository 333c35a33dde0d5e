/** What pages about rules say of one rule in a word, and the words of the pages themselves. */
import type { Certainty } from '../../domain/basis.ts';
import type { LicenceKind } from '../../domain/licence-kind.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Language, Text } from '../../domain/text.ts';
import { worstSeverity } from '../../reporters/rules/severity.ts';
import { CERTAINTY_NAMES, SEVERITY_NAMES } from '../../reporters/writing/words.ts';

export interface RuleModule {
  readonly name: string;
  readonly title: Text;
  /** Where the module is a kind of licence. */
  readonly kind: LicenceKind | undefined;
  readonly rules: readonly Rule[];
}

/** In the order of the catalogue. */
export function modulesOf(rules: readonly Rule[], kinds: readonly LicenceKind[]): readonly RuleModule[] {
  return [...new Set(rules.map(({ module }) => module))].map((name) => {
    const kind = kinds.find((one) => one.kind === name);
    const title = kind?.name ?? COMMON_MODULES[name];
    if (title === undefined) throw new Error(`the module ${name} has no title in ${import.meta.url}`);
    return { name, title, kind, rules: rules.filter(({ module }) => module === name) };
  });
}

const COMMON_MODULES: Readonly<Record<string, Text>> = {
  company: { zh: '公司', en: 'The company' },
  resource: { zh: '合同与证明', en: 'Contracts and proofs' },
  evidence: { zh: '凭证', en: 'Evidence' },
  waiver: { zh: '豁免', en: 'Waivers' },
  ledger: { zh: '台账条目之间的关系', en: 'What holds between entries' },
  schema: { zh: '台账的字段', en: 'Fields of the ledger' },
  yaml: { zh: '文件本身', en: 'The file itself' },
};

const SERVICE_CODE = /^[AB]\d/u;

/** With its place in the catalogue of services behind it: `互联网数据中心业务（B11）`. */
export function titleOf({ title, kind }: RuleModule, language: Language): string {
  if (kind === undefined || !SERVICE_CODE.test(kind.code)) return title[language];
  return language === 'zh' ? `${title.zh}（${kind.code}）` : `${title.en} (${kind.code})`;
}

export function severityOf(rule: Rule, language: Language): string {
  return SEVERITY_NAMES[worstSeverity(rule)][language];
}

const FROM_SUREST: readonly Certainty[] = ['text', 'secondary', 'practice'];

/** Of the surest of its grounds that still hold; a dash for a rule that rests on no law. */
export function certaintyOf({ basis }: Rule, language: Language): string {
  const holding = basis.filter(({ until }) => until === undefined);
  const surest = FROM_SUREST.find((certainty) => holding.some((one) => one.certainty === certainty));
  return surest === undefined ? '–' : CERTAINTY_NAMES[surest][language];
}
