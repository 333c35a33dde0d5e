/** The fields of a paper and of the services that it allows. */
import type { Licence, Renewal, Service } from '../domain/ledger.ts';
import { evidence, expires, id, kind, notes, owner, verified, warnWithin } from './common.ts';
import {
  day,
  entryFields,
  field,
  list,
  mapping,
  record,
  required,
  scopeOf,
  type Shape,
  text,
  withStandard,
} from './field.ts';
import { joined, spaced } from './heading-words.ts';

const applied = field('applied', {
  title: { zh: '申请日', en: 'Applied' },
  describes: { zh: '提交延续申请之日', en: 'the day on which renewal was applied for' },
  shape: day(),
  example: '2026-11-30',
});

const declined = field('declined', {
  title: { zh: '不续报告日', en: 'Declined' },
  describes: { zh: '报告不再延续之日', en: 'the day on which the authority was told that it will not be renewed' },
  shape: day(),
  example: '2026-11-30',
});

export const renewalFields = entryFields<Renewal>({ applied, declined }, ['applied', 'declined']);
export const serviceRenewalFields = entryFields<Pick<Renewal, 'declined'>>({ declined });

/** A service: its kind has further fields, see `fieldsOfKind`. */
export const serviceFields = entryFields<Service>({
  kind: { ...kind, describes: { zh: '业务种类', en: 'the kind of service' }, example: 'isp' },
  scope: field('scope', {
    title: { zh: '业务覆盖范围', en: 'Scope' },
    describes: {
      zh: '业务覆盖范围：national（全国），或省份',
      en: 'coverage: `national`, or provinces by their Chinese names',
    },
    words: ['覆盖范围', '服务范围', '业务范围', '地域范围', '覆盖地区', 'coverage'],
    shape: scopeOf(),
    example: '[北京, 上海]',
    ask: 'always',
    question: { zh: '业务覆盖范围（全国，或省份）', en: 'Coverage (national, or provinces by their Chinese names)' },
  }),
  opened: field('opened', {
    title: { zh: '开通日', en: 'Opened' },
    describes: { zh: '业务开通之日', en: 'the day on which the service was opened' },
    words: joined(['', '业务'], ['开通日期', '开通时间', '开办日期']),
    shape: day(),
    example: '2022-06-01',
  }),
  renewal: field('renewal', {
    title: { zh: '延续', en: 'Renewal' },
    describes: {
      zh: '只有这一项业务不再延续时，报告之日',
      en: 'if only this service is not renewed, the day on which that was reported',
    },
    words: ['延续申请'],
    shape: record(serviceRenewalFields),
    example: '{ declined: 2026-11-30 }',
  }),
});

/** In the long form a service says of itself alone that it is not continued; a register has a column for it. */
export const SERVICE_DECLINED = field('serviceDeclined', {
  title: { zh: '业务不续报告日', en: 'Service declined' },
  describes: serviceFields.fields.renewal.describes,
  shape: day(),
  example: '2026-11-30',
});

const services: Shape<readonly Service[]> = list({ type: 'service' });

/** A paper. In the short form the fields of its only service stand among its own. */
export const licenceFields = entryFields<Omit<Licence, 'isShort'>>({
  id: { ...id, example: 'telecom' },
  number: field('number', {
    title: { zh: '证号', en: 'Number' },
    describes: { zh: '许可证上的编号', en: 'the number on the licence' },
    words: spaced('许可证编号 许可证号 licencenumber licensenumber'),
    option: 'NUMBER',
    shape: text(),
    example: 'A2.B1.B2-20222637',
    ask: 'always',
    question: { zh: '证号', en: 'Number of the licence' },
  }),
  issued: field('issued', {
    title: { zh: '发证日', en: 'Issued' },
    describes: { zh: '发证之日', en: 'the day of issue' },
    words: spaced('发证日期 issuedate dateofissue'),
    shape: day(),
    example: '2022-03-15',
    ask: 'always',
    question: { zh: '发证日', en: 'Day of issue of the licence' },
  }),
  expires,
  services: required(
    field('services', {
      title: { zh: '业务', en: 'Services' },
      describes: { zh: '许可证上的各项业务', en: 'the services that the licence allows' },
      shape: services,
      example: '[{ kind: isp, scope: national }, { kind: idc, scope: [北京] }]',
    }),
  ),
  renewal: field('renewal', {
    title: { zh: '延续', en: 'Renewal' },
    describes: { zh: '延续：已申请，或已报告不再延续', en: 'renewal: applied for, or declined' },
    words: ['延续申请'],
    shape: record(renewalFields),
    example: '{ applied: 2026-11-30 }',
  }),
  closed: field('closed', {
    title: { zh: '注销日', en: 'Closed' },
    describes: {
      zh: '注销之日，从这天起不再要求',
      en: 'the day on which it is given up; nothing is required from then on',
    },
    words: ['注销日期', '注销时间', '停用日期'],
    shape: day(),
    example: '2027-01-31',
  }),
  annualReports: withStandard(
    field('annualReports', {
      title: { zh: '年报', en: 'Annual reports' },
      describes: {
        zh: '年报：报告年度对应报送之日',
        en: 'annual reports: the reported year and the day on which it was filed',
      },
      words: ['年度报告', '年报报送'],
      shape: mapping('year', day()),
      example: '{ 2025: 2026-02-20 }',
    }),
    {},
  ),
  shown: field('shown', {
    title: { zh: '证号标明查看日', en: 'Number shown' },
    describes: {
      zh: '最近查看经营场所、网站主页、宣传材料标明证号之日',
      en: 'the day on which somebody last checked that its number is shown at the premises, on the home page and in advertising',
    },
    shape: day(),
    example: '2026-06-01',
  }),
  publicised: field('publicised', {
    title: { zh: '公示日', en: 'Publicised' },
    describes: {
      zh: '取得或延续后，在企业信用信息公示系统公示之日',
      en: 'the day on which the granted or renewed licence was made public in the enterprise credit system',
    },
    words: ['公示日期', '公示时间'],
    shape: day(),
    example: '2022-03-28',
  }),
  scopeEntered: field('scopeEntered', {
    title: { zh: '经营范围登记日', en: 'In business scope' },
    describes: {
      zh: '许可项目写入营业执照经营范围之日',
      en: 'the day on which the licensed business was entered in the business scope of the business licence',
    },
    words: ['经营范围登记日期', '经营范围变更日期'],
    shape: day(),
    example: '2022-04-06',
  }),
  scopeRemoved: field('scopeRemoved', {
    title: { zh: '经营范围删除日', en: 'Out of business scope' },
    describes: {
      zh: '许可终止后，从营业执照经营范围删去之日',
      en: 'the day on which it was removed from the business scope after the licence ended',
    },
    words: ['经营范围删除日期'],
    shape: day(),
    example: '2027-04-02',
  }),
  warnWithin,
  owner,
  verified,
  evidence: withStandard(evidence, []),
  notes,
});
