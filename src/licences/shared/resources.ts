/** Contracts and proofs that several kinds of licence need alike; each kind says which. */
import { textsField } from '../../domain/licence-kind.ts';
import type { ServiceRule } from '../../domain/licence-kind.ts';
import { notApplicable } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { order42 } from '../../law/licensing.ts';
import { LICENSING_FINE } from '../../law/penalties.ts';
import { antiFraudLaw, domainUseNotice, filingMeasures, internetInformationMeasures } from '../../law/services.ts';
import { followUp, requires } from './requires.ts';

/** Lines and bandwidth are rented from basic operators that hold the licence for it, and not let on to other providers. */
const RENTED_FROM_OPERATORS = [order42.article('24(1)', 'text')];

export function leasedLine(service: Text): ServiceRule {
  return requires('leased-line', {
    summary: {
      zh: `${service.zh}经营者每一天都有有效的专线接入协议。`,
      en: `An ${service.en} keeps a leased-line agreement in force on every day.`,
    },
    why: {
      zh: '接入服务所用的电信资源应当向有资质的基础电信企业租用。协议多为一年或三年一签，断签期间没有合法的资源来源，延续、年报和检查都无法通过。',
      en: 'The telecom resources for access must be rented from a licensed basic operator. Agreements mostly run for one or three years; during a gap there is no lawful source of resources, which causes problems at renewals, annual reports and inspections.',
    },
    remedy: followUp('leased-line'),
    consequence: LICENSING_FINE,
    basis: RENTED_FROM_OPERATORS,
  });
}

export function bandwidth(service: Text): ServiceRule {
  return requires('bandwidth', {
    summary: {
      zh: `${service.zh}经营者每一天都有向基础电信企业租用带宽的有效合同。`,
      en: `${service.en} keeps a bandwidth contract with a basic operator in force on every day.`,
    },
    why: {
      zh: '带宽应当向有资质的基础电信企业租用，不得使用层层转租的资源；合同中断，即没有合法的资源来源。',
      en: 'Bandwidth is rented from a licensed basic operator, not through a chain of sub-leases; without the contract there is no lawful source.',
    },
    remedy: followUp('bandwidth'),
    consequence: LICENSING_FINE,
    basis: RENTED_FROM_OPERATORS,
  });
}

export const ipAddresses: ServiceRule = requires('ip-addresses', {
  summary: {
    zh: 'IP地址有来源证明，且每一天都有效。',
    en: 'The IP addresses have proof of their source, in force on every day.',
  },
  why: {
    zh: '核查和申请延续时要看IP地址的来源；租用合同或联盟会员资格一断，地址就可能被收回，备案信息也随之失真。法规没有规定合同期限，这是实务要求。',
    en: 'Inspections and renewals ask where the addresses come from; when the lease or membership lapses they may be taken back and the filing becomes wrong. No regulation fixes a term: this is practice.',
  },
  remedy: followUp('ip-addresses'),
  basis: [order42.article('6(5)', 'practice')],
});

export const systemEvaluation: ServiceRule = requires('system-evaluation', {
  summary: {
    zh: '按要求建设的业务管理和信息安全系统，有通过评测的报告。',
    en: 'The required business management and information security systems have a report of a passed evaluation.',
  },
  why: {
    zh: '开展业务前，备案、接入资源管理、信息安全管理等系统应通过评测并与监管系统对接；新增机房要再评测。评测报告的有效期没有见到规定，请按报告填写，没有期限的写 `never`。',
    en: "Before the service opens, the systems for filing, access resource management and information security must pass an evaluation and be connected to the regulator's systems; a new machine room is evaluated again. No rule on the term of the report was found: take it from the report, or write `never` if it has none.",
  },
  remedy: {
    zh: '安排评测，把报告登记为 `system-evaluation` 条目。',
    en: 'Have the systems evaluated and record the report as an entry of kind `system-evaluation`.',
  },
  basis: [order42.article('24(4)', 'practice')],
});

/** A condition of the licence, asked for as standing on every day by practice alone. */
const CONDITION_OF_THE_LICENCE = [order42.article('6(5)', 'practice')];

export const domain: ServiceRule = requires('domain', {
  summary: {
    zh: '提供服务所用的域名，每一天都在注册有效期内。',
    en: 'The domains of the service are in their registration term on every day.',
  },
  why: {
    zh: '信息服务所用的域名应由提供者依法依规注册，注册者应为本单位（含股东）、主要负责人或高级管理人员；域名过期，备案和服务都会失去依托，还可能被他人抢注。',
    en: 'The domain of an information service must be lawfully registered to its provider: the company, a shareholder, its head or a senior manager. When it expires, filing and service lose their basis, and others may register it.',
  },
  remedy: {
    zh: '没有登记的，登记域名；要到期的，续费并把 `expires` 改为新的到期日。登记 `registrant`，以便核对注册者。',
    en: 'Record the domain that is not there yet; renew the one that ends and set `expires` to the new last day. Record `registrant`, so that the holder can be checked.',
  },
  basis: [domainUseNotice.article('1(2)', 'text')],
});

export const icpFiling: ServiceRule = requires('icp-filing', {
  summary: {
    zh: '网站已备案，备案每一天都有效。',
    en: 'The sites are filed, and the filing is in force on every day.',
  },
  why: {
    zh: '法规要求的是非经营性网站备案、经营性网站取得许可；但接入服务提供者一律要求先备案才接入，持证企业的网站也不例外，这是实务要求。备案本身没有期限，`expires` 写 `never`。',
    en: 'The law requires a filing for non-commercial sites and a licence for commercial ones; but access providers connect no site without a filing, even that of a licence holder: this is practice. A filing has no term: write `expires: never`.',
  },
  remedy: {
    zh: '通过接入服务提供者办理备案，登记为 `icp-filing` 条目。',
    en: 'File through the access provider and record it as an entry of kind `icp-filing`.',
  },
  basis: [filingMeasures.article('5', 'practice'), internetInformationMeasures.article('4', 'practice')],
});

/** The apps that a service is offered in. */
export const apps = textsField('apps', {
  title: { zh: '提供服务的App，没有的写[]', en: 'Apps in which the service is offered, [] if there are none' },
  example: '["示例App"]',
});

const NO_APP = notApplicable('没有App', 'the service is not offered in an app');

export const appFiling: ServiceRule = requires('app-filing', {
  summary: {
    zh: 'App已向电信主管部门办理许可或者备案，备案每一天都有效。',
    en: 'Apps are licensed by or filed with the telecom authority, and the filing is in force on every day.',
  },
  why: {
    zh: '设立移动互联网应用程序，应当按照国家有关规定向电信主管部门办理许可或者备案手续；为App提供封装、分发服务的，还要登记并核验开发运营者的真实身份信息。',
    en: 'A mobile app must be licensed by or filed with the telecom authority; providers of packaging and distribution services for apps also register and verify the true identity of their developers and operators.',
  },
  remedy: {
    zh: '通过接入服务提供者办理App备案，登记为 `app-filing` 条目，没有期限的写 `expires: never`。',
    en: 'File the app through the access provider and record it as an entry of kind `app-filing`, with `expires: never` where it has no term.',
  },
  basis: [antiFraudLaw.article('23.1', 'text')],
  only: {
    when: ({ service }) => apps.of(service)?.some((app) => app !== ''),
    otherwise: NO_APP,
    unknown: ({ licence, service }) => ({
      status: 'undetermined',
      at: { entry: licence.id, service: service.kind, field: apps.name },
      message: {
        zh: '没有登记是否有App，无法核对App备案',
        en: 'it is not on record whether there are apps, so their filing cannot be checked',
      },
      remedy: {
        zh: '有App的记 `apps: [名称]`，没有的记 `apps: []`。',
        en: 'Record `apps: [NAME]`, or `apps: []` if there are none.',
      },
    }),
    severity: 'info',
    fields: { apps: '["示例App"]' },
  },
});

/** A contract which counters and inspections ask for, and whose term no regulation fixes. */
export function contract(resource: string, summary: Text, why: Text): ServiceRule {
  return requires(resource, { summary, why, remedy: followUp(resource), basis: CONDITION_OF_THE_LICENCE });
}

export const hosting: ServiceRule = contract(
  'hosting',
  {
    zh: '服务器托管（云服务）协议每一天都有效。',
    en: 'The servers have a hosting (cloud) contract in force on every day.',
  },
  {
    zh: '申请延续时要提交有效的接入或托管协议，对方应持有IDC或ISP许可。法规没有规定协议期限，这是实务要求。',
    en: 'Renewal asks for an access or hosting contract in force with a holder of an IDC or ISP licence. No regulation fixes a term: this is practice.',
  },
);

export const operatorAgreement: ServiceRule = contract(
  'operator-agreement',
  {
    zh: '与基础电信企业的合作（接入）协议每一天都有效。',
    en: 'The agreement with a basic operator is in force on every day.',
  },
  {
    zh: '业务要通过基础电信企业的网络提供，协议断签业务就停；申请延续时也要提交。法规没有规定协议期限，这是实务要求。',
    en: 'The service runs over a basic operator’s network and stops without the agreement; renewal asks for it too. No regulation fixes a term: this is practice.',
  },
);

export const siteLease: ServiceRule = contract(
  'site-lease',
  {
    zh: '经营场地的租赁合同（或权属证明）每一天都有效。',
    en: 'The premises have a lease (or title) in force on every day.',
  },
  {
    zh: '必要的场地是取得许可的条件，地址还要与许可证一致。法规没有规定租期，这是实务要求。',
    en: 'Premises are a condition of the licence, and the address must agree with the licence. No regulation fixes a term: this is practice.',
  },
);
