/** One report with every sort of finding, as the pages are judged by eye. */
import type { Basis } from '../../src/domain/basis.ts';
import type { LicenceProfile } from '../../src/domain/licence-kind.ts';
import type { Report } from '../../src/domain/report.ts';
import {
  buildFinding,
  buildLedger,
  buildLedgerReport,
  buildLicence,
  buildReport,
  buildResource,
  locate,
} from './build-report.ts';
import { day } from './days.ts';

const TEXT = `version: 1
company:
  name: 示例云网科技有限公司
  creditCode: 91110108MA01ABCD5T
licences:
  - id: isp
    kind: isp
    number: B1-20220315
    expires: 2027-03-14
  - id: idc
    kind: idc
    number: B1-20230601
    expires: 2028-05-31
resources:
  - id: line-bj-2025
    kind: leased-line
    title: 北京亦庄专线接入协议
    expires: 2026-10-31
    serves: [isp]
  - { id: room-2026, kind: machine-room, title: 廊坊机房机架租赁合同, expires: 2026-12-31, serves: [idc], owner: 基础设施部 }
  - id: example-domain
    kind: domain
    title: example.com
    expires: 2027-01-03
waivers:
  - { rule: isp/ip-addresses, entry: isp, from: 2026-09-01, until: 2026-10-30, reason: 新合同走流程, approvedBy: 张三 }
`;

export const KINDS: ReadonlyMap<string, LicenceProfile> = new Map([
  [
    'isp',
    {
      kind: 'isp',
      family: 'service',
      code: 'B14',
      name: { zh: '互联网接入服务业务', en: 'Internet access service (ISP)' },
    },
  ],
  [
    'idc',
    {
      kind: 'idc',
      family: 'service',
      code: 'B11',
      name: { zh: '互联网数据中心业务', en: 'Internet data centre (IDC)' },
    },
  ],
]);

export function basisOf(article: string | undefined, certainty: Basis['certainty']): Basis {
  return {
    instrument: {
      zh: '电信业务经营许可管理办法（工业和信息化部令第42号）',
      en: 'Measures for the Administration of Telecommunications Business Licensing (MIIT Order 42)',
    },
    article,
    url: 'https://www.gov.cn/gongbao/content/2017/content_5240090.htm',
    certainty,
    from: day('2017-09-01'),
    lastRead: day('2026-11-21'),
  };
}

const leasedLine = buildFinding({
  related: ['line-bj-2025'],
  date: '2026-10-31',
  path: ['resources', 0, 'expires'],
  location: locate(TEXT, '2026-10-31'),
  message: { zh: '2026-11-01起没有有效的专线接入协议（已21天）', en: 'no leased line since 2026-11-01 (21 days)' },
  remedy: {
    zh: '续签或另签专线接入协议，作为新条目登记，并用 `follows` 指向它接续的条目。',
    en: 'Sign the next leased line and record it as an entry of its own that `follows` this one.',
  },
  basis: [basisOf('24(1)', 'secondary')],
});

const renewal = buildFinding({
  rule: 'licence/renewal',
  status: 'due',
  severity: 'warning',
  date: '2026-12-14',
  message: { zh: '最迟2026-12-14申请延续（还有23天）', en: 'apply for renewal by 2026-12-14, in 23 days' },
  sum: { zh: '2027-03-14 − 90日 = 2026-12-14', en: '2027-03-14 − 90 days = 2026-12-14' },
  remedy: {
    zh: '在电信业务综合管理平台提交延续申请，然后在许可证上记 `renewal: { applied: 申请日 }`。',
    en: 'Apply on the telecom business platform, then record `renewal: { applied: DAY }` on the licence.',
  },
  basis: [basisOf('27', 'secondary'), basisOf(undefined, 'practice')],
});

const evaluation = buildFinding({
  rule: 'isp/system-evaluation',
  status: 'missing',
  message: { zh: '没有登记任何系统评测报告', en: 'no system evaluation on record' },
  waived: { until: day('2027-01-31'), reason: '评测机构排期中', approvedBy: '张三' },
});

const machineRoom = buildFinding({
  rule: 'idc/machine-room',
  status: 'expiring',
  severity: 'warning',
  subject: 'idc',
  related: ['room-2026'],
  date: '2026-12-31',
  path: ['resources', 1, 'expires'],
  location: locate(TEXT, '2026-12-31'),
  message: {
    zh: '机房（机架）合同最后有效日为2026-12-31（还有40天），之后没有接续',
    en: 'the machine room contract ends on 2026-12-31, in 40 days, and nothing follows it',
  },
  remedy: { zh: '续签机房（机架）合同。', en: 'Sign the next machine room contract.' },
  basis: [basisOf('6(4)', 'text')],
});

const domain = buildFinding({
  rule: 'resource/expiry',
  status: 'expiring',
  severity: 'warning',
  subject: 'example-domain',
  date: '2027-01-03',
  path: ['resources', 2, 'expires'],
  location: locate(TEXT, '2027-01-03'),
  message: { zh: '最后有效日为2027-01-03（还有43天）', en: 'it ends on 2027-01-03, in 43 days' },
  remedy: {
    zh: '续签后登记新条目，并用 `follows` 指向本条；有意让它到期的，写 `renew: false`。',
    en: 'Renew it and record the new entry with `follows` naming this one; if it is meant to end, write `renew: false`.',
  },
});

const creditCode = buildFinding({
  rule: 'company/credit-code',
  status: 'invalid',
  subject: 'company',
  path: ['company', 'creditCode'],
  location: locate(TEXT, '91110108MA01ABCD5T'),
  message: { zh: '统一社会信用代码的校验位不对', en: 'the check digit of the credit code is wrong' },
  remedy: { zh: '对照营业执照改正。', en: 'Correct it from the business licence.' },
});

const waiver = buildFinding({
  rule: 'waiver/expired',
  status: 'expired',
  severity: 'info',
  date: '2026-10-30',
  path: ['waivers', 0, 'until'],
  location: locate(TEXT, '2026-10-30'),
  message: {
    zh: 'isp/ip-addresses对isp的豁免已于2026-10-30到期（22天前）',
    en: 'the waiver of isp/ip-addresses for isp ended on 2026-10-30 (22 days ago)',
  },
  remedy: { zh: '解决问题，或重新审批豁免。', en: 'Mend what it waived, or have it approved again.' },
});

const ledger = buildLedger({
  licences: [
    buildLicence(),
    buildLicence({ id: 'idc', kind: 'idc', number: 'B1-20230601', expires: day('2028-05-31') }),
  ],
  resources: [
    buildResource(),
    buildResource({ id: 'room-2026', kind: 'machine-room', title: '廊坊机房机架租赁合同', serves: ['idc'] }),
    buildResource({ id: 'example-domain', kind: 'domain', title: 'example.com', serves: [] }),
  ],
});

export const SAMPLE: Report = buildReport([
  buildLedgerReport({
    text: TEXT,
    ledger,
    findings: [creditCode, renewal, evaluation, leasedLine, machineRoom, domain, waiver],
  }),
]);
