/** What keeps a YAML file from being a ledger. The problems are made by the schema; here is what the rules say. */
import type { Status } from '../domain/finding.ts';
import { defineRule, type Rule, type RuleDescription } from '../domain/rule.ts';

const asOf = '2026-11-21';

const PASSES = `version: 1
company: { name: 示例云网科技有限公司 }
licences:
  - id: isp
    kind: isp
    number: B1-20220315
    scope: national
    expires: 2027-03-14
    owner: 网络部
`;

export const schemaRules: readonly Rule[] = [
  defineSchemaRule('unknown-field', 'unknown', {
    summary: { zh: '每个字段都是台账规定的字段。', en: 'Every field is a known field of the ledger.' },
    why: {
      zh: '写错一个字母的字段等于没有写，例如`expire`不会有人提醒到期。',
      en: 'A misspelt field counts as absent: with `expire`, nobody would be warned of the last day.',
    },
    remedy: {
      zh: '改正字段名；备注写进`notes`。',
      en: 'Correct the name of the field; remarks belong in `notes`.',
    },
    fails: PASSES.replace('owner:', 'ower:'),
  }),
  defineSchemaRule('missing-field', 'invalid', {
    summary: {
      zh: '必填的字段都已填写，没有留空的字段。',
      en: 'Every required field is present, and none is empty.',
    },
    why: {
      zh: '没有编号、种类或到期日，就无法判断什么还有效。',
      en: 'Without an id, a kind or a last day it is impossible to tell what is still valid.',
    },
    remedy: { zh: '补上这个字段。', en: 'Add the field.' },
    fails: PASSES.replace('    expires: 2027-03-14\n', ''),
  }),
  defineSchemaRule('type', 'invalid', {
    summary: { zh: '每个值都是该字段应有的类型。', en: 'Every value has the type of its field.' },
    why: {
      zh: '不加引号的数字会丢失开头的0，超过16位还会丢失末位，所以编号、代码一律写成文字。',
      en: 'Numbers without quotes lose leading zeros, and their last digits if they are longer than 16 digits, so write ids and codes as text.',
    },
    remedy: { zh: '按提示改写这个值。', en: 'Correct the value as the message says.' },
    fails: PASSES.replace('B1-20220315', '20220315'),
  }),
  defineSchemaRule('value', 'invalid', {
    summary: { zh: '每个值都在该字段允许的范围内。', en: 'Every value is in the range that its field allows.' },
    why: {
      zh: '省份、编号、天数等各有固定写法，写法不一就无法比较和引用。',
      en: 'Provinces, ids and numbers of days each have one form; otherwise they could not be compared and referred to.',
    },
    remedy: { zh: '按提示改写这个值。', en: 'Correct the value as the message says.' },
    fails: PASSES.replace('national', '[北京市]'),
  }),
  defineSchemaRule('date', 'invalid', {
    summary: {
      zh: '日期写成YYYY-MM-DD，并且日历上有这一天。',
      en: 'Every date is written YYYY-MM-DD and is a day of the calendar.',
    },
    why: {
      zh: '别的写法各地理解不同，带时间的日期还会随时区变成另一天。',
      en: 'Other forms are read differently in different places, and a date with a time becomes another day in another time zone.',
    },
    remedy: { zh: '写成`YYYY-MM-DD`，如`2026-12-31`。', en: 'Write `YYYY-MM-DD`, as in `2026-12-31`.' },
    fails: PASSES.replace('2027-03-14', '2027/3/14'),
  }),
  defineSchemaRule('version', 'invalid', {
    summary: { zh: '台账的版本是本程序支持的版本。', en: 'The ledger has a version that this program supports.' },
    why: {
      zh: '新版本的台账可能有本程序不支持的内容，推测读取会造成遗漏。',
      en: 'A newer ledger may contain things that this program does not support; guessing would miss them.',
    },
    remedy: {
      zh: '升级程序后再检查；不要为了通过而改小版本号。',
      en: 'Update the program and check again; do not lower the number to make it pass.',
    },
    fails: PASSES.replace('version: 1', 'version: 2'),
  }),
  defineSchemaRule('licence-kind', 'unknown', {
    summary: { zh: '每项业务的种类都有对应的规则。', en: 'Every service has a kind that has rules.' },
    why: {
      zh: '种类无法识别，就没有规则可以检查，这项业务会被视为没有问题。',
      en: 'A service of an unknown kind has no rules to check and would seem to have no findings.',
    },
    remedy: { zh: '改成已有的种类，见`ledger rules`。', en: 'Use a known kind; `ledger rules` lists them.' },
    fails: PASSES.replace('kind: isp', 'kind: ips'),
  }),
];

type SchemaRuleDescription = Pick<RuleDescription, 'summary' | 'why' | 'remedy'> & { readonly fails: string };

function defineSchemaRule(name: string, status: Status, { fails, ...words }: SchemaRuleDescription): Rule {
  return defineRule(
    `schema/${name}`,
    { of: 'file' },
    { ...words, statuses: { [status]: 'error' }, basis: [], examples: () => ({ asOf, fails, passes: PASSES }) },
  );
}
