/** How the command line names what the company itself did. */
import type { Example } from '../../command-line/help.ts';
import type { Text } from '../../domain/text.ts';
import type { DutyName } from './duties.ts';

type Argument = readonly [name: string, means: Text];

export interface DutyUsage {
  readonly name: DutyName;
  readonly summary: Text;
  readonly arguments: readonly Argument[];
  readonly example: Example;
}

export const LICENCE = ['[LICENCE]', { zh: '许可证的编号或证号', en: 'id or number of a licence' }] as const;
export const SYSTEM = [
  '[SYSTEM]',
  { zh: '系统编号（company.systems）', en: 'id of a system in company.systems' },
] as const;

export const COMPANY_USAGES: readonly DutyUsage[] = [
  {
    name: 'established',
    summary: { zh: '公司成立日期', en: 'the day on which the company was established' },
    arguments: [],
    example: [
      'ledger record established --on 2018-05-20',
      { zh: '营业执照上的成立日期', en: 'as on the business licence' },
    ],
  },
  {
    name: 'public-report',
    summary: { zh: '已向市场监管部门报送公司年报', en: "the company's own annual report was filed" },
    arguments: [['[YEAR]', { zh: '报告年度', en: 'the reported year' }]],
    example: ['ledger record public-report 2025 --on 2026-05-11', { zh: '2025年度报告', en: 'the report for 2025' }],
  },
  {
    name: 'paid-in',
    summary: { zh: '注册资本已缴足', en: 'the registered capital was paid in' },
    arguments: [],
    example: ['ledger record paid-in --on 2026-05-20', { zh: '缴足日', en: 'paid in on that day' }],
  },
  {
    name: 'paid-in-by',
    summary: {
      zh: '章程规定的出资期限（将来的日期）',
      en: 'the last day of the paid-in term in the articles (may be in the future)',
    },
    arguments: [],
    example: ['ledger record paid-in-by --on 2032-06-30', { zh: '调整后的期限', en: 'the new last day' }],
  },
  {
    name: 'publicised',
    summary: { zh: '许可证取得或延续已公示', en: 'a granted or renewed licence was made public' },
    arguments: [LICENCE],
    example: ['ledger record publicised telecom --on 2022-03-28', { zh: '公示日', en: 'made public on that day' }],
  },
  {
    name: 'business-scope',
    summary: {
      zh: '许可项目已写入经营范围；许可证终止的，已删去',
      en: 'a licence was entered in the business scope, or removed from it after it ended',
    },
    arguments: [LICENCE],
    example: ['ledger record business-scope telecom --on 2022-04-06', { zh: '登记日', en: 'registered on that day' }],
  },
  {
    name: 'penalty',
    summary: { zh: '受到的行政处罚已公示', en: 'a penalty was made public' },
    arguments: [['[DAY]', { zh: '受到处罚之日', en: 'the day on which it was received' }]],
    example: [
      'ledger record penalty 2026-10-12 --on 2026-10-30',
      { zh: '处罚日和公示日', en: 'received, and made public' },
    ],
  },
  {
    name: 'security-body',
    summary: {
      zh: '网络与信息安全管理机构和专职人员',
      en: 'the body for network and information security, and its staff',
    },
    arguments: [
      ['[NAME]', { zh: '机构名称', en: 'name of the body' }],
      ['[STAFF]', { zh: '专职人员人数', en: 'number of full-time staff' }],
    ],
    example: ['ledger record security-body 网络安全部 2 --on 2026-03-01', { zh: '确定之日', en: 'named on that day' }],
  },
  {
    name: 'service-report',
    summary: { zh: '已报告服务质量自查情况', en: 'the self-check of service quality was reported' },
    arguments: [],
    example: ['ledger record service-report --on 2026-07-10', { zh: '报告日', en: 'reported on that day' }],
  },
  {
    name: 'self-check',
    summary: { zh: '已完成个人信息保护自查', en: 'the self-check of personal information was done' },
    arguments: [],
    example: ['ledger record self-check --on 2026-10-20', { zh: '自查日', en: 'done on that day' }],
  },
  {
    name: 'audit',
    summary: { zh: '已完成个人信息保护合规审计', en: 'an audit of personal information was completed' },
    arguments: [],
    example: ['ledger record audit --on 2026-06-01', { zh: '审计完成日', en: 'completed on that day' }],
  },
  {
    name: 'officer',
    summary: { zh: '已报送个人信息保护负责人', en: 'the officer for personal information was reported' },
    arguments: [],
    example: ['ledger record officer --on 2026-09-20', { zh: '报送日', en: 'reported on that day' }],
  },
  {
    name: 'filed',
    summary: {
      zh: '已备案：信息系统、网络单元的等级，IP地址',
      en: 'the grade of a system or network unit, or IP addresses, were filed',
    },
    arguments: [['[ID]', { zh: '系统或IP地址合同的编号', en: 'id of a system or an IP address contract' }]],
    example: ['ledger record filed portal --on 2024-06-20', { zh: '备案日', en: 'filed on that day' }],
  },
  {
    name: 'reviewed',
    summary: { zh: '网络单元定级评审已通过', en: 'the grading review of a network unit was passed' },
    arguments: [SYSTEM],
    example: ['ledger record reviewed core --on 2026-03-01', { zh: '评审通过日', en: 'passed on that day' }],
  },
  {
    name: 'regraded',
    summary: { zh: '网络单元的划分或级别已调整', en: 'the division or grade of a network unit was changed' },
    arguments: [SYSTEM],
    example: ['ledger record regraded core --on 2026-03-01', { zh: '调整完成日', en: 'completed on that day' }],
  },
  {
    name: 'result-sent',
    summary: {
      zh: '网络单元的评测、评估结果已报送',
      en: 'the evaluation or assessment result of a network unit was sent',
    },
    arguments: [
      SYSTEM,
      ['[ENDED]', { zh: '评测或评估结束日', en: 'the day on which the evaluation or assessment ended' }],
    ],
    example: ['ledger record result-sent core 2026-06-12 --on 2026-07-06', { zh: '报送日', en: 'sent on that day' }],
  },
  {
    name: 'connected',
    summary: { zh: '系统正式接入国际联网', en: 'a system was connected to the Internet' },
    arguments: [SYSTEM],
    example: ['ledger record connected portal --on 2024-07-01', { zh: '联网日', en: 'connected on that day' }],
  },
  {
    name: 'police-filed',
    summary: { zh: '系统已办理国际联网备案', en: 'the Internet connection of a system was filed with the police' },
    arguments: [SYSTEM],
    example: ['ledger record police-filed portal --on 2024-07-15', { zh: '备案日', en: 'filed on that day' }],
  },
  {
    name: 'platform',
    summary: { zh: '互联网平台开始经营', en: 'a platform started business' },
    arguments: [],
    example: ['ledger record platform --on 2026-03-01', { zh: '开始经营日', en: 'the day on which it started' }],
  },
  {
    name: 'platform-registration',
    summary: { zh: '已向税务机关报送平台基本信息', en: 'the basic information of the platform was reported' },
    arguments: [],
    example: ['ledger record platform-registration --on 2026-03-20', { zh: '报送日', en: 'reported on that day' }],
  },
  {
    name: 'platform-report',
    summary: { zh: '已报送平台涉税信息', en: 'the tax information of the platform was reported' },
    arguments: [['[QUARTER]', { zh: '季度，如 2026-Q3', en: 'the quarter, such as 2026-Q3' }]],
    example: ['ledger record platform-report 2026-Q3 --on 2026-10-20', { zh: '第三季度', en: 'the third quarter' }],
  },
];
