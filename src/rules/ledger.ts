/** What keeps the entries of a ledger from fitting together. The problems are made while it is read. */
import type { Status } from '../domain/finding.ts';
import { defineRule, type Rule, type RuleDescription } from '../domain/rule.ts';

const asOf = '2026-11-21';

const PASSES = `version: 1
company: { name: 示例云网科技有限公司 }
licences:
  - id: isp
    kind: isp
    number: B1-20220315
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
      zh: '编号不重复：许可证、资源与系统合在一起，自定要求和自定事项合在一起。',
      en: 'No id is used twice among licences, resources and systems, nor among requirements and duties.',
    },
    why: {
      zh: '别处按编号引用条目，编号重复就无法确定指的是哪一个。',
      en: 'Entries refer to each other by id; with two equal ids it is unclear which one is meant.',
    },
    remedy: {
      zh: '给其中一个换一个编号，并改正对它的引用。',
      en: 'Give one of them another id, and correct what refers to it.',
    },
    fails: PASSES.replace('id: line-2027', 'id: line-2025').replace('    follows: line-2025\n', ''),
  }),
  defineLedgerRule('duplicate-number', 'invalid', {
    summary: { zh: '一个证号只登记一次。', en: 'No two licences have the same number.' },
    why: {
      zh: '一张许可证可以有几项业务，拆成几条登记的，年报、延续会重复提醒，修改时也容易遗漏。',
      en: 'One paper may allow several services. If it is recorded as several licences, its annual reports and renewal are asked for several times, and a change may be made in only one of them.',
    },
    remedy: {
      zh: '合成一条许可证，把各项业务写进它的 `services`；号码抄错的，对照原件改正。',
      en: 'Merge them into one licence and list its services in `services`; if a number is mistyped, correct it from the paper.',
    },
    fails: PASSES.replace(
      'resources:',
      '  - { id: idc, kind: idc, number: B1-20220315, expires: 2027-03-14 }\nresources:',
    ),
  }),
  defineLedgerRule('duplicate-service', 'invalid', {
    summary: {
      zh: '一张许可证的同一项业务只写一次。',
      en: 'Each service of a licence is listed once.',
    },
    why: {
      zh: '同一项业务写了两次，覆盖范围和开通日就无法确定以哪一处为准。',
      en: 'If a service is listed twice, it is unclear which coverage and opening day apply.',
    },
    remedy: { zh: '合成一项，删去另一项。', en: 'Merge them and remove one.' },
    fails: PASSES.replace('kind: isp', 'services: [{ kind: isp }, { kind: isp }]'),
  }),
  defineLedgerRule('unknown-reference', 'unknown', {
    summary: {
      zh: '`serves`、`follows`、`requirements`的`licence`和`duties`的`for`指向存在的条目。',
      en: '`serves`, `follows`, the `licence` of requirements and the `for` of duties refer to existing entries.',
    },
    why: {
      zh: '指向不存在的条目，合同就没有为任何许可证提供支撑，而看上去却像是有。',
      en: 'A contract that refers to an entry that does not exist supports no licence, although it seems to.',
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
      zh: '先到期后开始的条目一天也没有有效过，通常是年份有误。',
      en: 'An entry that ends before it starts is never valid; usually the year is mistyped.',
    },
    remedy: { zh: '对照原件改正日期。', en: 'Correct the dates from the paper.' },
    fails: PASSES.replace('2028-12-31', '2026-12-31'),
  }),
  defineLedgerRule('follows-circle', 'invalid', {
    summary: { zh: '`follows`没有循环引用。', en: '`follows` does not form a loop.' },
    why: {
      zh: '互相接续的合同，每一份都被当作已有后续，谁到期都不会提醒。',
      en: 'If contracts follow each other in a loop, each one counts as followed, and none is reported when it expires.',
    },
    remedy: { zh: '最早的一份去掉`follows`。', en: 'Remove `follows` from the earliest of them.' },
    fails: PASSES.replace('    serves: [isp]\n', '    serves: [isp]\n    follows: line-2027\n'),
  }),
  defineLedgerRule('extends', 'invalid', {
    summary: {
      zh: '`extends`写明的共用文件在同一个仓库中，可以读取，也没有循环引用。',
      en: 'The shared file that `extends` names is in the same repository, can be read and does not refer back to itself.',
    },
    why: {
      zh: '无法读取集团的共用要求，检查就缺少一部分，结果却显示没有问题。',
      en: "Without the shared file some of the group's requirements would not be checked, and the result would look clean.",
    },
    remedy: {
      zh: '改正 `extends` 的路径（从台账所在的文件夹算起），或把文件放进仓库。',
      en: 'Correct the path in `extends` (relative to the folder of the ledger), or put the file into the repository.',
    },
    fails: PASSES.replace('licences:', 'extends: group.yaml\nlicences:'),
  }),
  defineLedgerRule('empty', 'invalid', {
    summary: { zh: '台账中至少有一个许可证或资源。', en: 'A ledger has at least one licence or resource.' },
    why: {
      zh: '空台账通过检查，会让人误以为一切正常。',
      en: 'An empty ledger that passes would give a false impression that everything is in order.',
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
    { ...words, statuses: { [status]: 'error' }, basis: [], examples: () => ({ asOf, fails, passes: PASSES }) },
  );
}
