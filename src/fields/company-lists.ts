/** The fields of what a company has several of: changes with the days on which something was done, and systems. */
import { CHANGE_KINDS, type CompanyChange, type System, SYSTEM_KINDS } from '../domain/company.ts';
import { id, title, warnWithin } from './common.ts';
import { choice, count, day, entryFields, field, list, mapping, required, text, withStandard } from './field.ts';

export const changeFields = entryFields<CompanyChange>({
  what: required(
    field('what', {
      title: { zh: '变更事项', en: 'What' },
      describes: { zh: '变更事项', en: 'what changed' },
      shape: choice(CHANGE_KINDS),
      example: 'legal-representative',
    }),
  ),
  of: field('of', {
    title: { zh: '涉及条目', en: 'Of' },
    describes: {
      zh: '涉及哪一条：许可证的编号，或编号/业务种类，IP地址、域名、系统的编号；不写表示全部',
      en: 'the entry concerned: the id of a licence, ID/KIND of a service, or the id of IP addresses, a domain or a system; all if absent',
    },
    shape: text(),
    example: 'telecom/idc',
  }),
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
    describes: {
      zh: '向发证机关报告或申请之日',
      en: 'the day on which it was reported to, or applied for at, the authority',
    },
    shape: day(),
    example: '2026-09-02',
  }),
  effective: field('effective', {
    title: { zh: '生效日', en: 'Effective' },
    describes: {
      zh: '生效之日：停业或转让之日，报备、备案信息变化之日',
      en: 'the day on which it takes effect: the business stops or is taken over, or the filed information changes',
    },
    shape: day(),
    example: '2026-12-01',
  }),
  approved: field('approved', {
    title: { zh: '批准日', en: 'Approved' },
    describes: { zh: '发证机关批准变更之日', en: 'the day on which the authority approved the change of the licence' },
    shape: day(),
    example: '2026-10-12',
  }),
  publicised: field('publicised', {
    title: { zh: '公示日', en: 'Publicised' },
    describes: {
      zh: '在企业信用信息公示系统公示之日',
      en: 'the day on which the changed licence was made public in the enterprise credit system',
    },
    shape: day(),
    example: '2026-10-20',
  }),
});

/** Days on which something was done, one after another. */
export const daysDone = list(day());

export const systemFields = entryFields<System>({
  id: { ...id, example: 'portal' },
  kind: required(
    field('kind', {
      title: { zh: '种类', en: 'Kind' },
      describes: {
        zh: '种类：信息系统（等保）、网络单元（通信网络安全防护）',
        en: 'an information system (MLPS) or a network unit (Order 11)',
      },
      shape: choice(SYSTEM_KINDS),
      example: 'information-system',
    }),
  ),
  title,
  level: field('level', {
    title: { zh: '级别', en: 'Grade' },
    describes: { zh: '级别，1至5', en: 'grade, 1 to 5' },
    shape: count(1, 5),
    example: '3',
  }),
  since: field('since', {
    title: { zh: '起算日', en: 'Since' },
    describes: { zh: '定级之日', en: 'the day of grading' },
    shape: day(),
    example: '2024-06-01',
  }),
  reviewed: field('reviewed', {
    title: { zh: '定级评审通过日', en: 'Reviewed' },
    describes: {
      zh: '网络单元定级评审通过之日',
      en: 'the day on which the grading review of a network unit was passed',
    },
    shape: day(),
    example: '2026-03-01',
  }),
  filed: field('filed', {
    title: { zh: '定级备案日', en: 'Filed' },
    describes: {
      zh: '信息系统向公安机关、网络单元向电信管理机构备案之日',
      en: 'the day on which the grade was filed: of an information system with the police, of a network unit with the telecom authority',
    },
    shape: day(),
    example: '2024-06-20',
  }),
  connected: field('connected', {
    title: { zh: '联网日', en: 'Connected' },
    describes: { zh: '正式接入国际联网之日', en: 'the day on which it was formally connected to the Internet' },
    shape: day(),
    example: '2024-07-01',
  }),
  policeFiled: field('policeFiled', {
    title: { zh: '联网备案日', en: 'Connection filed' },
    describes: {
      zh: '向公安机关办理国际联网备案之日',
      en: 'the day on which the connection was filed with the police',
    },
    shape: day(),
    example: '2024-07-15',
  }),
  evaluations: withStandard(
    field('evaluations', {
      title: { zh: '测评', en: 'Evaluations' },
      describes: { zh: '完成测评的日期', en: 'days on which an evaluation was completed' },
      shape: daysDone,
      example: '[2025-06-30, 2026-06-12]',
    }),
    [],
  ),
  assessments: withStandard(
    field('assessments', {
      title: { zh: '风险评估', en: 'Risk assessments' },
      describes: { zh: '完成风险评估的日期', en: 'days on which a risk assessment was completed' },
      shape: daysDone,
      example: '[2026-06-12]',
    }),
    [],
  ),
  regraded: field('regraded', {
    title: { zh: '调整完成日', en: 'Regraded' },
    describes: {
      zh: '网络单元的划分或级别最近一次调整完成之日',
      en: 'the day on which the last change of division or grade of a network unit was completed',
    },
    shape: day(),
    example: '2026-03-01',
  }),
  resultsSent: withStandard(
    field('resultsSent', {
      title: { zh: '结果报送', en: 'Results sent' },
      describes: {
        zh: '网络单元的评测、风险评估结果：结束日对应报送之日',
        en: 'results of evaluations and assessments of a network unit: the day on which one ended and the day on which its result was sent',
      },
      shape: mapping('date', day()),
      example: '{ 2026-06-12: 2026-07-06 }',
    }),
    {},
  ),
  warnWithin,
});
