/** The fields of the company, and of its changes. */
import type { Company } from '../domain/company.ts';
import { verified } from './common.ts';
import {
  branchFields,
  paidInFields,
  penaltyFields,
  personalInformationFields,
  platformFields,
  securityFields,
} from './company-facts.ts';
import { changeFields, daysDone, systemFields } from './company-lists.ts';
import {
  amount,
  day,
  entryFields,
  field,
  filled,
  list,
  mapping,
  record,
  required,
  text,
  withStandard,
} from './field.ts';

export const companyFields = entryFields<Company>({
  name: required(
    field('name', {
      title: { zh: '公司名称', en: 'Name' },
      describes: { zh: '公司名称，与营业执照一致', en: 'the name as on the business licence' },
      shape: filled(),
      example: '示例云网科技有限公司',
      ask: 'always',
      question: { zh: '公司名称', en: 'Name of the company' },
    }),
  ),
  creditCode: field('creditCode', {
    title: { zh: '统一社会信用代码', en: 'Credit code' },
    describes: { zh: '统一社会信用代码，18位', en: 'the unified social credit code, 18 characters' },
    shape: text(),
    example: '91110108MA01ABCD5T',
    ask: 'always',
    question: { zh: '统一社会信用代码', en: 'Unified social credit code of the company' },
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
    ask: 'always',
    question: { zh: '注册资本（元）', en: 'Registered capital of the company, in CNY' },
  }),
  established: field('established', {
    title: { zh: '成立日期', en: 'Established' },
    describes: {
      zh: '成立日期，与营业执照一致；公司年报和出资期限由此算起',
      en: "the establishment date on the business licence; the company's own annual report and the paid-in term are counted from it",
    },
    shape: day(),
    example: '2018-05-20',
    ask: 'always',
  }),
  paidIn: field('paidIn', {
    title: { zh: '实缴出资', en: 'Paid-in capital' },
    describes: {
      zh: '实缴出资：章程规定的期限，缴足的写done',
      en: 'the subscribed capital: the last day for paying it in, and `done` when it is paid in',
    },
    shape: record(paidInFields),
    example: '{ by: 2032-06-30 }',
  }),
  publicReports: withStandard(
    field('publicReports', {
      title: { zh: '公司年报', en: 'Company reports' },
      describes: {
        zh: '向市场监管部门报送的公司年度报告：报告年度对应报送之日',
        en: "the company's own annual report to market regulation: the reported year and the day on which it was filed",
      },
      shape: mapping('year', day()),
      example: '{ 2025: 2026-05-11 }',
    }),
    {},
  ),
  changes: withStandard(
    field('changes', {
      title: { zh: '公司变更', en: 'Changes' },
      describes: {
        zh: '须报告、申请、报备或者备案的变更',
        en: 'changes that must be reported to, applied for at or filed with an authority',
      },
      shape: list(record(changeFields)),
      example: '[{ what: address, registered: 2026-08-20, reported: 2026-09-02 }]',
    }),
    [],
  ),
  branches: withStandard(
    field('branches', {
      title: { zh: '分支机构', en: 'Branches' },
      describes: {
        zh: '在各省设立、变更、撤销的分支机构',
        en: 'branches that were opened, changed or closed in a province',
      },
      shape: list(record(branchFields)),
      example: '[{ province: 河北, what: opened, decided: 2026-09-01, reported: 2026-09-20 }]',
    }),
    [],
  ),
  penalties: withStandard(
    field('penalties', {
      title: { zh: '行政处罚', en: 'Penalties' },
      describes: { zh: '受到的行政处罚', en: 'administrative penalties received' },
      shape: list(record(penaltyFields)),
      example: '[{ received: 2026-10-12, publicised: 2026-10-30 }]',
    }),
    [],
  ),
  systems: withStandard(
    field('systems', {
      title: { zh: '系统', en: 'Systems' },
      describes: {
        zh: '需要备案和定期测评、评估的系统',
        en: 'systems that must be filed and regularly evaluated or assessed',
      },
      shape: list(record(systemFields)),
      example: '[{ id: portal, kind: information-system, level: 3 }]',
    }),
    [],
  ),
  personalInformation: field('personalInformation', {
    title: { zh: '个人信息', en: 'Personal information' },
    describes: {
      zh: '个人信息处理：人数、自查、审计和负责人报送',
      en: 'processing of personal information: persons, self-checks, audits, the officer',
    },
    shape: record(personalInformationFields),
    example: '{ persons: 80000, selfChecks: [2026-10-20] }',
  }),
  security: field('security', {
    title: { zh: '网络与信息安全', en: 'Security' },
    describes: {
      zh: '网络与信息安全管理机构和专职人员',
      en: 'the body and the full-time staff for network and information security',
    },
    shape: record(securityFields),
    example: '{ body: 网络安全部, staff: 2 }',
  }),
  serviceReports: withStandard(
    field('serviceReports', {
      title: { zh: '服务质量自查', en: 'Service reports' },
      describes: {
        zh: '每半年报告电信服务质量自查情况的日期',
        en: 'days on which the half-yearly self-check of service quality was reported',
      },
      shape: daysDone,
      example: '[2026-01-15, 2026-07-10]',
    }),
    [],
  ),
  platform: field('platform', {
    title: { zh: '互联网平台', en: 'Platform' },
    describes: {
      zh: '供他人经营的互联网平台：向税务机关报送涉税信息',
      en: 'a platform on which others trade: the tax information that is reported',
    },
    shape: record(platformFields),
    example: '{ started: 2026-03-01 }',
  }),
});
