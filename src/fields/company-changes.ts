/** The fields of a change of the company, and of days on which something was done. */
import { CHANGE_KINDS, type CompanyChange } from '../domain/company.ts';
import { choice, day, entryFields, field, list, required } from './field.ts';

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

/** Days on which something was done, one after another. */
export const daysDone = list(day());
