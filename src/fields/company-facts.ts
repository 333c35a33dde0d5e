/** The fields of what the company owes by itself: capital, branches, penalties, personal information, security, a platform. */
import {
  type Branch,
  BRANCH_CHANGES,
  type PaidIn,
  type Penalty,
  type PersonalInformation,
  type Platform,
  type Security,
} from '../domain/company.ts';
import { title } from './common.ts';
import { changeFields, daysDone } from './company-lists.ts';
import { amount, choice, count, day, entryFields, field, filled, mapping, required, withStandard } from './field.ts';
import { PROVINCES } from './provinces.ts';

export const paidInFields = entryFields<PaidIn>({
  by: field('by', {
    title: { zh: '出资期限', en: 'Paid in by' },
    describes: { zh: '章程规定的出资期限，即最后一天', en: 'the last day of the paid-in term in the articles' },
    shape: day(),
    example: '2032-06-30',
    question: { zh: '章程规定的出资期限（最后一天）', en: 'Last day of the paid-in term in the articles' },
  }),
  done: field('done', {
    title: { zh: '缴足日', en: 'Paid in' },
    describes: { zh: '注册资本全部缴足之日', en: 'the day on which the whole capital was paid in' },
    shape: day(),
    example: '2026-05-20',
    question: { zh: '注册资本缴足的日期，没有缴足的不填', en: 'Day on which the whole capital was paid in, if it was' },
  }),
});

export const branchFields = entryFields<Branch>({
  province: required(
    field('province', {
      title: { zh: '省份', en: 'Province' },
      describes: { zh: '分支机构所在的省份', en: 'the province of the branch' },
      shape: choice(PROVINCES),
      example: '河北',
    }),
  ),
  what: required(
    field('what', {
      title: { zh: '事项', en: 'What' },
      describes: { zh: '设立、变更还是撤销', en: 'whether it was opened, changed or closed' },
      shape: choice(BRANCH_CHANGES),
      example: 'opened',
    }),
  ),
  decided: changeFields.fields.decided,
  reported: field('reported', {
    title: { zh: '报告日', en: 'Reported' },
    describes: {
      zh: '在平台上向发证机关和当地通信管理局报告之日',
      en: 'the day on which it was reported to the issuing and the local authority on the platform',
    },
    shape: day(),
    example: '2026-09-20',
  }),
});

export const penaltyFields = entryFields<Penalty>({
  title,
  received: required(
    field('received', {
      title: { zh: '处罚日', en: 'Received' },
      describes: { zh: '受到行政处罚之日', en: 'the day on which the penalty was received' },
      shape: day(),
      example: '2026-10-12',
    }),
  ),
  publicised: {
    ...changeFields.fields.publicised,
    describes: {
      zh: '在企业信用信息公示系统公示之日',
      en: 'the day on which it was made public in the enterprise credit system',
    },
  },
});

export const personalInformationFields = entryFields<PersonalInformation>({
  persons: field('persons', {
    title: { zh: '涉及人数', en: 'Persons' },
    describes: {
      zh: '所处理个人信息涉及的人数，不处理的写0',
      en: 'number of persons whose information is processed; 0 if none',
    },
    shape: amount(),
    example: '1200000',
    ask: 'always',
    question: {
      zh: '处理多少人的个人信息，不处理的写0',
      en: 'Number of persons whose information is processed, 0 if none',
    },
  }),
  since: field('since', {
    title: { zh: '开始处理日', en: 'Since' },
    describes: { zh: '开始处理个人信息之日', en: 'the day on which the processing began' },
    shape: day(),
    example: '2022-06-01',
  }),
  millionSince: field('millionSince', {
    title: { zh: '满100万人之日', en: 'A million since' },
    describes: { zh: '涉及人数达到100万之日', en: 'the day on which the number of persons reached one million' },
    shape: day(),
    example: '2026-09-01',
    question: { zh: '达到100万人的日期', en: 'Day on which the number of persons reached one million' },
  }),
  officerReported: field('officerReported', {
    title: { zh: '负责人报送日', en: 'Officer reported' },
    describes: {
      zh: '向网信部门报送个人信息保护负责人信息之日',
      en: 'the day on which the officer in charge was reported to the cyberspace administration',
    },
    shape: day(),
    example: '2026-09-20',
  }),
  selfChecks: withStandard(
    field('selfChecks', {
      title: { zh: '自查', en: 'Self-checks' },
      describes: { zh: '每年自查用户个人信息保护情况的日期', en: 'days of the yearly self-check' },
      shape: daysDone,
      example: '[2025-11-03, 2026-10-20]',
    }),
    [],
  ),
  audits: withStandard(
    field('audits', {
      title: { zh: '合规审计', en: 'Audits' },
      describes: { zh: '完成个人信息保护合规审计的日期', en: 'days on which a compliance audit was completed' },
      shape: daysDone,
      example: '[2026-03-31]',
    }),
    [],
  ),
});

export const securityFields = entryFields<Security>({
  body: field('body', {
    title: { zh: '安全管理机构', en: 'Body' },
    describes: { zh: '确定的网络与信息安全管理机构', en: 'the body named for network and information security' },
    shape: filled(),
    example: '网络安全部',
    question: { zh: '网络与信息安全管理机构的名称', en: 'Body named for network and information security' },
  }),
  staff: field('staff', {
    title: { zh: '专职人员（人）', en: 'Full-time staff' },
    describes: {
      zh: '网络与信息安全专职人员的人数',
      en: 'number of full-time staff for network and information security',
    },
    shape: count(),
    example: '2',
    question: { zh: '网络与信息安全专职人员有几人', en: 'Full-time staff for network and information security' },
  }),
  since: field('since', {
    title: { zh: '确定日', en: 'Since' },
    describes: { zh: '确定机构和人员之日', en: 'the day on which body and staff were named' },
    shape: day(),
    example: '2026-03-01',
  }),
});

export const platformFields = entryFields<Platform>({
  started: required(
    field('started', {
      title: { zh: '开始经营日', en: 'Started' },
      describes: { zh: '开始从事互联网经营业务之日', en: 'the day on which the platform started business' },
      shape: day(),
      example: '2026-03-01',
      question: {
        zh: '供他人经营的互联网平台开始经营的日期，没有平台的不填',
        en: 'Day on which a platform for other traders started business, if there is one',
      },
    }),
  ),
  registered: field('registered', {
    title: { zh: '基本信息报送日', en: 'Registered' },
    describes: {
      zh: '向税务机关报送平台域名、业务类型、运营主体之日',
      en: 'the day on which domain, kind of business and operators were reported to the tax authority',
    },
    shape: day(),
    example: '2026-03-20',
  }),
  reports: withStandard(
    field('reports', {
      title: { zh: '涉税信息报送', en: 'Reports' },
      describes: {
        zh: '每季度报送平台内经营者和从业人员涉税信息：季度对应报送之日',
        en: 'tax information on those who trade on the platform: the quarter and the day on which it was reported',
      },
      shape: mapping('quarter', day()),
      example: '{ 2026-Q3: 2026-10-20 }',
    }),
    {},
  ),
});
