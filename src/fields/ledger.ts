/** The whole ledger file, field by field. */
import { type Ledger, POLICY_DEFAULTS, type RuleSetting } from '../domain/ledger.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { companyFields } from './company.ts';
import {
  choice,
  entryFields,
  field,
  filled,
  list,
  mapping,
  record,
  required,
  type Shape,
  versionOne,
  withStandard,
} from './field.ts';
import { dutyFields, requirementFields, waiverFields } from './own.ts';
import { policyFields } from './policy.ts';
import { resourceFields } from './resource.ts';

export const RULE_SETTINGS = ['off', ...SEVERITIES] as const satisfies readonly RuleSetting[];

const licences: Shape<Ledger['licences']> = list({ type: 'licence' });

export const ledgerFields = entryFields<Ledger>({
  version: required(
    field('version', {
      title: { zh: '版本', en: 'Version' },
      describes: { zh: '台账格式的版本，现为1', en: 'version of the ledger format: 1' },
      shape: versionOne(),
      example: '1',
    }),
  ),
  extends: field('extends', {
    title: { zh: '共用文件', en: 'Shared file' },
    describes: {
      zh: '几份台账共用的文件，可写policy、requirements、duties和rules；本台账写了的以本台账为准',
      en: 'a file that several ledgers share, with policy, requirements, duties and rules; what this ledger itself says takes precedence',
    },
    shape: filled(),
    example: '../group.yaml',
  }),
  company: required(
    field('company', {
      title: { zh: '公司', en: 'Company' },
      describes: { zh: '台账属于哪家公司', en: 'the company whose ledger this is' },
      shape: record(companyFields),
      example: '{ name: 示例云网科技有限公司 }',
    }),
  ),
  policy: withStandard(
    field('policy', {
      title: { zh: '公司规定', en: 'Policy' },
      describes: {
        zh: '公司对检查的规定：提醒天数、豁免上限等',
        en: "the company's settings for checks: days of warning, limits of waivers and others",
      },
      shape: record(policyFields),
      example: '{ warnWithin: 90 }',
    }),
    POLICY_DEFAULTS,
  ),
  licences: withStandard(
    field('licences', {
      title: { zh: '许可证', en: 'Licences' },
      describes: { zh: '许可证和码号', en: 'licences and number grants' },
      shape: licences,
      example: '[{ id: isp, kind: isp, expires: 2027-03-14 }]',
    }),
    [],
  ),
  resources: withStandard(
    field('resources', {
      title: { zh: '合同与证明', en: 'Contracts' },
      describes: { zh: '支撑许可证的合同和证明', en: 'contracts and proofs that support licences' },
      shape: list(record(resourceFields)),
      example: '[{ id: line, kind: leased-line, expires: 2026-12-31 }]',
    }),
    [],
  ),
  requirements: withStandard(
    field('requirements', {
      title: { zh: '自定要求', en: 'Requirements' },
      describes: { zh: '公司自定的要求', en: "the company's own requirements" },
      shape: list(record(requirementFields)),
      example: '[{ id: iso27001, licence: idc, needs: iso27001 }]',
    }),
    [],
  ),
  duties: withStandard(
    field('duties', {
      title: { zh: '自定事项', en: 'Duties' },
      describes: { zh: '公司自定的定期事项', en: "the company's own periodic duties" },
      shape: list(record(dutyFields)),
      example: '[{ id: fire-drill, title: 机房消防演练, for: telecom/idc, every: { months: 3 }, from: 2026-01-01 }]',
    }),
    [],
  ),
  waivers: withStandard(
    field('waivers', {
      title: { zh: '豁免', en: 'Waivers' },
      describes: {
        zh: '豁免：在期限内由批准人负责的问题',
        en: 'findings that somebody accepts responsibility for until a given day',
      },
      shape: list(record(waiverFields)),
      example:
        '[{ rule: isp/leased-line, entry: telecom, from: 2026-11-01, until: 2027-01-31, reason: 验收中, approvedBy: 张三 }]',
    }),
    [],
  ),
  rules: withStandard(
    field('rules', {
      title: { zh: '规则的级别', en: 'Rules' },
      describes: {
        zh: '规则的级别：off为不检查，或error、warning、info',
        en: 'the severity of a rule: `off`, `error`, `warning` or `info`',
      },
      shape: mapping('rule', choice(RULE_SETTINGS)),
      example: '{ isp/ip-addresses: off }',
    }),
    {},
  ),
});
