/** `--select` and `--ignore`: which rules take part in a run. */
import { type Refusal, usageError } from '../command-line/complaint.ts';
import { didYouMean, nearest } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';

export interface RuleChoice {
  /** Rules (`isp/expiry`) or whole modules (`isp`); all of them where it is empty. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

export type Selects = (rule: string) => boolean;

/** What is found while a file is read keeps its ledger from being judged and is never hidden; the choice concerns the rest. */
export function rulesChosen({ select, ignore }: RuleChoice): Selects {
  const selected = new Set(select);
  const ignored = new Set(ignore);
  return (rule) => (selected.size === 0 || hasRule(selected, rule)) && !hasRule(ignored, rule);
}

export interface KnownRules {
  /** Every rule id of the run, those of the company's own included. */
  readonly rules: readonly string[];
  /** Whether every ledger was read. If not, nobody knows which rules of their own the others have. */
  readonly isWhole: boolean;
}

/** @throws {Refusal} for a word that is neither a rule nor a module */
export function assertRulesExist({ select, ignore }: RuleChoice, { rules, isWhole }: KnownRules): void {
  const known = new Set(['own', ...rules.flatMap((rule) => [rule, moduleOf(rule)])]);
  const isKnown = (word: string): boolean => known.has(word) || (!isWhole && word.startsWith('own/'));
  for (const [option, words] of [
    ['--select', select],
    ['--ignore', ignore],
  ] as const) {
    const unknown = words.find((word) => !isKnown(word));
    if (unknown !== undefined) throw unknownRule(`${option} ${unknown}`, unknown, [...known]);
  }
}

/** @param where the word as it was given, with its option if it has one */
export function unknownRule(where: string, word: string, known: readonly string[]): Refusal {
  return usageError({
    where,
    what: { zh: '没有这条规则', en: 'there is no such rule' },
    remedy: suggestRules(word, known) ?? {
      zh: '运行 `ledger rules` 查看全部规则。',
      en: 'Run `ledger rules` to see them all.',
    },
  });
}

/** A rule without its module is a rule of several; any other word may be a misspelt one. */
function suggestRules(word: string, known: readonly string[]): Text | undefined {
  const [only, ...others] = known.filter((rule) => rule.endsWith(`/${word}`));
  if (only === undefined || others.length === 0) return didYouMean(only ?? nearest(word, known));
  const rules = [only, ...others].map((rule) => `\`${rule}\``);
  return { zh: `请写明模块：${rules.join('、')}。`, en: `Name its module: ${rules.join(', ')}.` };
}

function hasRule(words: ReadonlySet<string>, rule: string): boolean {
  return words.has(rule) || words.has(moduleOf(rule));
}

function moduleOf(rule: string): string {
  return rule.split('/', 1)[0] ?? rule;
}
