/** What keeps the entries of a ledger from fitting together. The problems are made while it is read. */
import type { Status } from '../domain/finding.ts';
import { defineRule, type Rule, type RuleDescription } from '../domain/rule.ts';

const asOf = '2026-11-21';

const PASSES = `version: 1
company: { name: 示例云网科技有限公司 }
licences:
  - id: isp
    kind: isp
    expires: 2027-03-14
resources:
  - id: line-2025
    kind: leased-line
    starts: 2025-01-01
    expires: 2026-12-31
    serves: [isp]
  - id: line-2027
    kind: leased-line
    starts: 2027-01-01
    expires: 2028-12-31
    serves: [isp]
    follows: line-2025
`;

export const ledgerRules: readonly Rule[] = [
  defineLedgerRule('duplicate-id', 'invalid', {
    summary: {
      zh: '编号不重复：许可证与资源合在一起，自定要求另计。',
      en: 'No id is used twice among licences and resources, nor among requirements.',
    },
    why: {
      zh: '别处按编号引用条目，编号重复就分不清指的是哪一个。',
      en: 'Entries are referred to by id; with two of the same name nobody knows which is meant.',
    },
    remedy: {
      zh: '给其中一个换一个编号，并改正对它的引用。',
      en: 'Give one of them another id, and correct what refers to it.',
    },
    fails: PASSES.replace('id: line-2027', 'id: line-2025').replace('    follows: line-2025\n', ''),
  }),
  defineLedgerRule('unknown-reference', 'unknown', {
    summary: {
      zh: '`serves`、`follows`和`requirements`中的`licence`指向存在的条目。',
      en: '`serves`, `follows` and the `licence` of requirements name what exists.',
    },
    why: {
      zh: '指向不存在的条目，合同就没有为任何许可证提供支撑，而看上去却像是有。',
      en: 'A contract that serves a name that does not exist supports nothing while it seems to.',
    },
    remedy: {
      zh: '改正编号，或补上缺少的条目；一览见`ledger list`。',
      en: 'Correct the id, or add the entry that is missing.',
    },
    fails: PASSES.replace('follows: line-2025', 'follows: line-2024'),
  }),
  defineLedgerRule('period', 'invalid', {
    summary: { zh: '到期日不早于开始日。', en: 'Nothing ends before it begins.' },
    why: {
      zh: '先到期后开始的条目一天也没有有效过，多半是年份写错。',
      en: 'What ends before it starts is never valid; mostly a year is mistyped.',
    },
    remedy: { zh: '对照原件改正日期。', en: 'Correct the dates from the paper.' },
    fails: PASSES.replace('2028-12-31', '2026-12-31'),
  }),
  defineLedgerRule('follows-circle', 'invalid', {
    summary: { zh: '`follows`不会绕回自身。', en: '`follows` never leads back to where it began.' },
    why: {
      zh: '互相接续的合同，每一份都被当作已有后续，谁到期都不会提醒。',
      en: 'Where contracts follow each other in a circle, each counts as continued and none would be reported.',
    },
    remedy: { zh: '最早的一份去掉`follows`。', en: 'Remove `follows` from the earliest of them.' },
    fails: PASSES.replace('    serves: [isp]\n', '    serves: [isp]\n    follows: line-2027\n'),
  }),
  defineLedgerRule('empty', 'invalid', {
    summary: { zh: '台账中至少有一个许可证或资源。', en: 'A ledger has at least one licence or resource.' },
    why: {
      zh: '空台账通过检查，会让人误以为一切正常。',
      en: 'An empty ledger that passed would look as if all were well.',
    },
    remedy: { zh: '用`ledger add`登记第一个条目。', en: 'Record the first entry with `ledger add`.' },
    fails: PASSES.slice(0, PASSES.indexOf('licences:')),
  }),
];

type LedgerRuleDescription = Pick<RuleDescription, 'summary' | 'why' | 'remedy'> & { readonly fails: string };

function defineLedgerRule(name: string, status: Status, { fails, ...words }: LedgerRuleDescription): Rule {
  return defineRule(
    `ledger/${name}`,
    { of: 'file' },
    { ...words, statuses: { [status]: 'error' }, basis: [], examples: { asOf, fails, passes: PASSES } },
  );
}
