/** The fields of the company's systems. */
import { type System, SYSTEM_KINDS } from '../domain/company.ts';
import { id, title, warnWithin } from './common.ts';
import { daysDone } from './company-changes.ts';
import { choice, count, day, entryFields, field, required, withStandard } from './field.ts';

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
    describes: { zh: '定级之日', en: 'the day on which the grade was fixed' },
    shape: day(),
    example: '2024-06-01',
  }),
  filed: field('filed', {
    title: { zh: '定级备案日', en: 'Filed' },
    describes: {
      zh: '信息系统向公安机关办理等级保护备案之日',
      en: 'the day on which the grade of an information system was filed with the police',
    },
    shape: day(),
    example: '2024-06-20',
  }),
  connected: field('connected', {
    title: { zh: '联网日', en: 'Connected' },
    describes: { zh: '正式接入国际联网之日', en: 'the day on which it was connected to the Internet for good' },
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
  warnWithin,
});
