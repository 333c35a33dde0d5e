/** The fields of a contract or proof. */
import type { AutoRenew, Resource } from '../domain/ledger.ts';
import { evidence, expiresOrNever, id, kind, notes, owner, starts, title, verified, warnWithin } from './common.ts';
import { day, days, entryFields, field, list, months, record, required, text, withStandard, yesOrNo } from './field.ts';
import { joined, spaced } from './heading-words.ts';

export const autoRenewFields = entryFields<AutoRenew>(
  {
    months: required(
      field('months', {
        title: { zh: '每次续（月）', en: 'Months' },
        describes: { zh: '每次续几个月', en: 'length of each further term in months' },
        shape: months(),
        example: '12',
      }),
    ),
    noticeDays: field('noticeDays', {
      title: { zh: '提前通知（天）', en: 'Notice (days)' },
      describes: { zh: '不续须提前多少天通知', en: 'days before the end by which notice must be given' },
      shape: days(),
      example: '30',
    }),
    noticeMonths: field('noticeMonths', {
      title: { zh: '提前通知（月）', en: 'Notice (months)' },
      describes: { zh: '不续须提前多少个月通知', en: 'months before the end by which notice must be given' },
      shape: months(0),
      example: '3',
    }),
  },
  ['noticeDays', 'noticeMonths'],
);

export const resourceFields = entryFields<Resource>({
  id,
  kind,
  title,
  provider: field('provider', {
    title: { zh: '对方单位', en: 'Provider' },
    describes: { zh: '对方单位', en: 'the other party' },
    words: spaced('对方 供应商 合同相对方 supplier vendor counterparty carrier'),
    option: 'NAME',
    shape: text(),
    example: '中国电信股份有限公司北京分公司',
    ask: 'always',
    question: { zh: '对方单位', en: 'The other party (provider)' },
  }),
  starts,
  expires: expiresOrNever,
  ended: field('ended', {
    title: { zh: '提前终止日', en: 'Ended' },
    describes: {
      zh: '提前终止的，最后一个仍有效的日子',
      en: 'if it was terminated early, the last day on which it was valid',
    },
    words: ['提前终止日期', '提前解除日'],
    shape: day(),
    example: '2026-10-15',
  }),
  serves: withStandard(
    field('serves', {
      title: { zh: '用于', en: 'Serves' },
      describes: {
        zh: '用于哪些许可证，或其中哪项业务：写编号，或编号/业务种类',
        en: 'the licences, or single services of them, that it serves: ID or ID/KIND',
      },
      words: [
        ...joined(['所属', '服务', '对应', '关联', '支撑', ''], ['许可证']),
        ...spaced('用于许可证 用于哪些许可证 所属业务 对应业务 licence licences license licenses'),
      ],
      option: 'ID',
      shape: list(text()),
      example: '[telecom/isp]',
      ask: 'always',
      question: { zh: '用于哪些许可证', en: 'Licences that it serves' },
    }),
    [],
  ),
  follows: field('follows', {
    title: { zh: '接续', en: 'Follows' },
    describes: { zh: '接续哪一条（编号）', en: 'id of the entry that it follows' },
    words: ['接续条目', '原条目', '原合同'],
    option: 'ID',
    shape: text(),
    example: 'line-bj-2025',
  }),
  renew: withStandard(
    field('renew', {
      title: { zh: '到期续签', en: 'To be renewed' },
      describes: {
        zh: '到期是否要续；false表示有意让它到期，不再提醒',
        en: 'whether it will be renewed; with false it ends without a reminder',
      },
      words: ['是否续签', '是否续约', '到期续约', '续签'],
      shape: yesOrNo(),
      example: 'false',
    }),
    true,
  ),
  autoRenew: field('autoRenew', {
    title: { zh: '自动续期', en: 'Renews itself' },
    describes: {
      zh: '自动续期：每次几个月，不续须提前多久通知',
      en: 'automatic renewal: for how many months, and how long before the end notice must be given',
    },
    words: ['自动续约', '自动续签', '自动顺延', '自动续期月数'],
    shape: record(autoRenewFields),
    example: '{ months: 12, noticeDays: 30 }',
  }),
  warnWithin,
  owner,
  registrant: field('registrant', {
    title: { zh: '注册者', en: 'Registrant' },
    describes: { zh: '域名的注册者', en: 'registrant of the domain' },
    words: ['域名注册人', '域名注册者', '域名所有者', '域名持有者', '注册人', '注册主体'],
    option: 'NAME',
    shape: text(),
    example: '示例云网科技有限公司',
    ask: 'if-needed',
    question: { zh: '域名的注册者', en: 'Registrant of the domain' },
    onlyFor: ['domain'],
  }),
  allocates: field('allocates', {
    title: { zh: '分配给他人', en: 'Allocates' },
    describes: {
      zh: 'IP地址是否直接取自国际机构，或者除自用外还分配给他人；只是自用的写false',
      en: 'whether the addresses come directly from an international registry or are allocated to others; false if only the company uses them',
    },
    shape: yesOrNo(),
    example: 'true',
    ask: 'if-needed',
    question: { zh: 'IP地址是否分给他人使用（是/否）', en: 'Addresses allocated to others (yes/no)' },
    onlyFor: ['ip-addresses'],
  }),
  filed: field('filed', {
    title: { zh: '报备日', en: 'Filed' },
    describes: { zh: 'IP地址第一次报备之日', en: 'the day on which the IP addresses were first filed' },
    shape: day(),
    example: '2026-10-30',
    onlyFor: ['ip-addresses'],
  }),
  verified,
  evidence: withStandard(evidence, []),
  notes,
});
