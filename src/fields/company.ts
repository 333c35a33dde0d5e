/** The fields of the company, of its changes and of its systems. */
import { CHANGE_KINDS, type Company, type CompanyChange, type System, SYSTEM_KINDS } from '../domain/ledger.ts';
import { id, title, verified, warnWithin } from './common.ts';
import { entryFields, field, required, withStandard } from './field.ts';
import { amount, choice, count, day, filled, list, record, text } from './shape.ts';

export const changeFields = entryFields<CompanyChange>({
  what: required(
    field('what', {
      title: { zh: '变更事项', en: 'What' },
      describes: { zh: '变更事项', en: 'what changed' },
      shape: choice(CHANGE_KINDS),
      example: 'legal-representative',
    }),
  ),
  decided: field('decided', {
    title: { zh: '决定日', en: 'Decided' },
    describes: { zh: '公司作出决定之日', en: 'the day on which the company decided' },
    shape: day(),
    example: '2026-08-01',
  }),
  registered: field('registered', {
    title: { zh: '登记日', en: 'Registered' },
    describes: { zh: '完成工商变更登记之日', en: 'the day on which the company register was changed' },
    shape: day(),
    example: '2026-08-20',
  }),
  reported: field('reported', {
    title: { zh: '报告日', en: 'Reported' },
    describes: { zh: '向发证机关报告或申请之日', en: 'the day on which the authority was told or asked' },
    shape: day(),
    example: '2026-09-02',
  }),
  effective: field('effective', {
    title: { zh: '生效日', en: 'Effective' },
    describes: {
      zh: '生效之日：停业或由他人接手',
      en: 'the day from which it takes effect: the business stops, or another takes it over',
    },
    shape: day(),
    example: '2026-12-01',
  }),
  approved: field('approved', {
    title: { zh: '批准日', en: 'Approved' },
    describes: { zh: '发证机关批准变更之日', en: 'the day on which the authority granted the change of the licence' },
    shape: day(),
    example: '2026-10-12',
  }),
  publicised: field('publicised', {
    title: { zh: '公示日', en: 'Publicised' },
    describes: {
      zh: '在企业信用信息公示系统公示之日',
      en: 'the day on which the changed licence was made public on the enterprise credit site',
    },
    shape: day(),
    example: '2026-10-20',
  }),
});

const completed = list(day());

export const systemFields = entryFields<System>({
  id: { ...id, example: 'portal' },
  kind: required(
    field('kind', {
      title: { zh: '种类', en: 'Kind' },
      describes: {
        zh: '种类：信息系统（等保）、网络单元（通信网络安全防护）、个人信息',
        en: 'an information system (MLPS), a network unit (Order 11), or personal information',
      },
      shape: choice(SYSTEM_KINDS),
      example: 'information-system',
    }),
  ),
  title,
  level: field('level', {
    title: { zh: '级别', en: 'Grade' },
    describes: { zh: '级别，1至5；个人信息不分级', en: 'grade, 1 to 5; personal information has none' },
    shape: count(1, 5),
    example: '3',
  }),
  persons: field('persons', {
    title: { zh: '涉及人数', en: 'Persons' },
    describes: { zh: '所处理个人信息涉及的人数', en: 'persons whose information is processed' },
    shape: amount(),
    example: '1200000',
  }),
  since: field('since', {
    title: { zh: '起算日', en: 'Since' },
    describes: { zh: '定级或开始处理之日', en: 'the day on which the grade was fixed or processing began' },
    shape: day(),
    example: '2024-06-01',
  }),
  evaluations: withStandard(
    field('evaluations', {
      title: { zh: '测评', en: 'Evaluations' },
      describes: { zh: '完成测评的日期', en: 'days on which an evaluation was completed' },
      shape: completed,
      example: '[2025-06-30, 2026-06-12]',
    }),
    [],
  ),
  assessments: withStandard(
    field('assessments', {
      title: { zh: '风险评估', en: 'Risk assessments' },
      describes: { zh: '完成风险评估的日期', en: 'days on which a risk assessment was completed' },
      shape: completed,
      example: '[2026-06-12]',
    }),
    [],
  ),
  audits: withStandard(
    field('audits', {
      title: { zh: '合规审计', en: 'Audits' },
      describes: {
        zh: '完成个人信息合规审计的日期',
        en: 'days on which an audit of personal information was completed',
      },
      shape: completed,
      example: '[2026-03-31]',
    }),
    [],
  ),
  warnWithin,
});

export const companyFields = entryFields<Company>({
  name: required(
    field('name', {
      title: { zh: '公司名称', en: 'Name' },
      describes: { zh: '公司名称，与营业执照一致', en: 'the name as on the business licence' },
      shape: filled(),
      example: '示例云网科技有限公司',
    }),
  ),
  creditCode: field('creditCode', {
    title: { zh: '统一社会信用代码', en: 'Credit code' },
    describes: { zh: '统一社会信用代码，18位', en: 'the unified social credit code, 18 characters' },
    shape: text(),
    example: '91110108MA01ABCD5T',
  }),
  verified: {
    ...verified,
    describes: {
      zh: '最近与营业执照核对之日',
      en: 'the day on which it was last checked against the business licence',
    },
  },
  registeredCapital: field('registeredCapital', {
    title: { zh: '注册资本（元）', en: 'Registered capital' },
    describes: { zh: '注册资本，单位为元', en: 'registered capital in CNY' },
    shape: amount(),
    example: '12000000',
  }),
  changes: withStandard(
    field('changes', {
      title: { zh: '公司变更', en: 'Changes' },
      describes: {
        zh: '须向发证机关报告或申请的变更',
        en: 'changes that the issuing authority must be told of or asked for',
      },
      shape: list(record(changeFields)),
      example: '[{ what: address, registered: 2026-08-20, reported: 2026-09-02 }]',
    }),
    [],
  ),
  systems: withStandard(
    field('systems', {
      title: { zh: '系统和数据', en: 'Systems' },
      describes: {
        zh: '需要定期测评、评估或审计的系统和数据',
        en: 'systems and data that are evaluated, assessed or audited again and again',
      },
      shape: list(record(systemFields)),
      example: '[{ id: portal, kind: information-system, level: 3 }]',
    }),
    [],
  ),
});
