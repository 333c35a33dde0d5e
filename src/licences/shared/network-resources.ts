/** Contracts that access providers need alike; each kind of licence says which. */
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { order42, telecomRegulations } from '../../law/licensing.ts';
import { followUp, requires } from './requires.ts';

/** Lines and bandwidth are rented from basic operators that hold the licence for it, and not let on to other providers. */
const RENTED_FROM_OPERATORS = [order42.article('24', 'secondary'), telecomRegulations.article('28(3)', 'text')];

export function leasedLine(service: { readonly zh: string; readonly en: string }): LicenceRule {
  return requires('leased-line', {
    summary: {
      zh: `${service.zh}经营者每一天都有有效的专线接入协议。`,
      en: `An ${service.en} keeps a leased-line agreement in force on every day.`,
    },
    why: {
      zh: '接入服务所用的电信资源应当向有资质的基础电信企业租用。协议多为一年或三年一签，断签期间没有合法的资源来源，续证、年报和检查都会卡住。',
      en: 'Access is built on lines rented from a licensed basic operator. Agreements run one or three years; in a gap there is no lawful source of resources, and renewal, reports and inspections stall.',
    },
    remedy: followUp('leased-line'),
    basis: RENTED_FROM_OPERATORS,
  });
}

export function bandwidth(service: { readonly zh: string; readonly en: string }): LicenceRule {
  return requires('bandwidth', {
    summary: {
      zh: `${service.zh}经营者每一天都有向基础电信企业租用带宽的有效合同。`,
      en: `${service.en} keeps a bandwidth contract with a basic operator in force on every day.`,
    },
    why: {
      zh: '带宽应当向有资质的基础电信企业租用，不得使用层层转租的资源；合同中断，即没有合法的资源来源。',
      en: 'Bandwidth is rented from a licensed basic operator, never through a chain of sub-lets; without the contract there is no lawful source.',
    },
    remedy: followUp('bandwidth'),
    basis: RENTED_FROM_OPERATORS,
  });
}

export const ipAddresses: LicenceRule = requires('ip-addresses', {
  summary: {
    zh: 'IP地址有来源证明，且每一天都有效。',
    en: 'The source of the IP addresses is proven by a contract in force on every day.',
  },
  why: {
    zh: '核查和续证时要看IP地址的来源；租用合同或联盟会员资格一断，地址就可能被收回，备案信息也随之失真。法规没有规定合同期限，这是实务要求。',
    en: 'Inspections and renewals ask where the addresses come from; when the lease or membership lapses they may be taken back and the filing is wrong. No regulation fixes a term: this is practice.',
  },
  remedy: followUp('ip-addresses'),
  basis: [order42.article('6(5)', 'practice')],
});

export const systemEvaluation: LicenceRule = requires('system-evaluation', {
  summary: {
    zh: '按要求建设的业务管理和信息安全系统，有通过评测的报告。',
    en: 'The management and information-security systems that are asked for have a passed evaluation on record.',
  },
  why: {
    zh: '开展业务前，备案、接入资源管理、信息安全管理等系统应通过评测并与监管系统对接；新增机房要重新评测。评测报告的有效期没有见到规定，请按报告填写，没有期限的写 `never`。',
    en: 'Before the business opens, the filing, access-resource and information-security systems pass an evaluation and are joined to the regulator; a new room is evaluated anew. No term of such a report was found: take it from the paper, or write `never`.',
  },
  remedy: {
    zh: '安排评测，把报告登记为 `system-evaluation` 条目。',
    en: 'Have the systems evaluated and record the report as an entry of kind `system-evaluation`.',
  },
  basis: [order42.article('24', 'practice')],
});
