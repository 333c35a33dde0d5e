/** What is wrong with a waiver. The findings are made where waivers are applied; here is what the rules say. */
import { defineRule, type Examples, type Rule, type RuleDescription } from '../domain/rule.ts';

const asOf = '2026-11-21';
const VALID = waiverWith({});

export const waiverRules: readonly Rule[] = [
  defineWaiverRule('expired', {
    summary: { zh: '豁免未过期。', en: 'No waiver has expired.' },
    why: {
      zh: '豁免到期后，原来的问题重新计入；过期的豁免留着，只会让人误以为还有效。',
      en: 'When a waiver ends, its finding counts again; an expired waiver that is left in place only looks as if it were still valid.',
    },
    remedy: {
      zh: '解决问题后删去这条豁免；仍需豁免的，重新审批并更新 `from`、`until`。',
      en: 'Resolve the finding and remove the waiver, or have it approved again and update `from` and `until`.',
    },
    statuses: { expired: 'error' },
    examples: () => examples(waiverWith({ until: '2026-11-20' })),
  }),
  defineWaiverRule('too-long', {
    summary: { zh: '豁免期限不超过公司规定的上限。', en: 'No waiver runs longer than the policy allows.' },
    why: {
      zh: '没有期限的豁免等于掩盖问题。期限从 `from` 算到 `until`，哪天检查都一样；上限见 `policy.maxWaiverDays`（默认180天）。超过的一天也不生效。',
      en: 'A waiver without an end hides the problem. Its length counts from `from` to `until`, whatever the day of the check; the limit is `policy.maxWaiverDays` (180 days by default). A longer waiver is not valid on any day.',
    },
    remedy: {
      zh: '把 `until` 改到上限以内，到期再审批一次。',
      en: 'Set `until` within the limit and have the waiver approved again when it ends.',
    },
    statuses: { invalid: 'error' },
    examples: () => examples(waiverWith({ until: '2027-12-31' })),
  }),
  defineWaiverRule('unused', {
    summary: { zh: '每条豁免都对应一个现有的问题。', en: 'Every waiver matches a current finding.' },
    why: {
      zh: '问题已经消失而豁免还在，下次再出现问题就会被直接豁免。',
      en: 'If the waiver stays after the finding is gone, it silently waives the next problem.',
    },
    remedy: { zh: '删去这条豁免。', en: 'Remove the waiver.' },
    statuses: { unused: 'warning' },
    examples: () => examples(waiverWith({ rule: 'licence/expiry' })),
  }),
  defineWaiverRule('unknown', {
    summary: { zh: '豁免写明的规则和条目都存在。', en: 'Every waiver names a rule and an entry that exist.' },
    why: {
      zh: '名字写错的豁免什么也没有豁免，却让人以为已经处理。',
      en: 'A waiver with a misspelt name waives nothing, although it seems to.',
    },
    remedy: {
      zh: '改正 `rule` 或 `entry`；规则一览见 `ledger rules`。',
      en: 'Correct `rule` or `entry`; `ledger rules` lists the rules.',
    },
    statuses: { unknown: 'error' },
    examples: () => examples(waiverWith({ rule: 'isp/leased-lines' })),
  }),
  defineWaiverRule('duplicate', {
    summary: { zh: '同一规则对同一条目只有一条豁免。', en: 'There is only one waiver of a rule for an entry.' },
    why: {
      zh: '两条豁免期限不一时，无法确定以哪一条为准。',
      en: 'If two waivers have different last days, it is unclear which one applies.',
    },
    remedy: { zh: '只留一条。', en: 'Keep one of them.' },
    statuses: { invalid: 'error' },
    examples: () => examples(VALID, VALID),
  }),
  defineWaiverRule('approver', {
    summary: { zh: '豁免由有权批准的人批准。', en: 'Every waiver is approved by an authorised person.' },
    why: {
      zh: '公司在 `policy.approvers` 中写明了谁可以批准。别人批准的豁免不生效。',
      en: 'The company lists in `policy.approvers` who may approve waivers. A waiver approved by anybody else is not valid.',
    },
    remedy: {
      zh: '请有权的人批准，改写 `approvedBy`；名单变了的，更新 `policy.approvers`。',
      en: 'Have it approved by one of them and change `approvedBy`; if the list is out of date, update `policy.approvers`.',
    },
    statuses: { invalid: 'error' },
    examples: () => examples(waiverWith({ approvedBy: '李四' })),
  }),
];

interface WaiverParts {
  readonly rule?: string;
  readonly until?: string;
  readonly approvedBy?: string;
}

function waiverWith(parts: WaiverParts): string {
  const { rule = 'licence/registered-capital', until = '2026-12-31', approvedBy = '张三' } = parts;
  return `{ rule: ${rule}, entry: isp, from: 2026-11-01, until: ${until}, reason: 增资手续办理中, approvedBy: ${approvedBy} }`;
}

function defineWaiverRule(name: string, description: Omit<RuleDescription, 'basis'>): Rule {
  return defineRule(`waiver/${name}`, { of: 'waiver' }, { ...description, basis: [] });
}

/** A ledger whose capital falls short, so that a waiver of that finding has something to waive. */
function examples(...waivers: readonly string[]): Examples {
  return { asOf, fails: exampleLedger(waivers), passes: exampleLedger([VALID]) };
}

function exampleLedger(waivers: readonly string[]): string {
  return [
    'version: 1',
    'company: { name: 示例云网科技有限公司, registeredCapital: 5000000 }',
    'policy: { since: 2026-11-01, approvers: [张三, 王五] }',
    'licences:',
    '  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2031-11-20 }',
    'waivers:',
    ...waivers.map((waiver) => `  - ${waiver}`),
    '',
  ].join('\n');
}
