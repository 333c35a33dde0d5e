/** What a service on a platform needs: a domain, its filing, a place to stand, an operator, a site. */
import type { LicenceRule } from '../../domain/licence-kind.ts';
import type { Text } from '../../domain/text.ts';
import { order42 } from '../../law/licensing.ts';
import { domainUseNotice, filingMeasures, internetInformationMeasures } from '../../law/services.ts';
import { followUp, requires } from './requires.ts';

/** A condition of the licence, asked for as standing on every day by practice alone. */
const CONDITION_OF_THE_LICENCE = [order42.article('6(5)', 'practice')];

export const domain: LicenceRule = requires('domain', {
  summary: {
    zh: '提供服务所用的域名，每一天都在注册有效期内。',
    en: 'The domain under which the service is offered is registered on every day.',
  },
  why: {
    zh: '信息服务所用的域名应由提供者依法依规注册，注册者应为本单位（含股东）、主要负责人或高级管理人员；域名过期，备案和服务都会失去依托，还可能被他人抢注。',
    en: 'The domain of an information service is lawfully registered to its provider: the unit, its shareholders, its head or a senior manager. When it lapses, filing and service lose their base, and others may take it.',
  },
  remedy: {
    zh: '续费，并把 `expires` 改为新的到期日；登记 `registrant` 以便核对注册者。',
    en: 'Renew it and set `expires` to the new last day; record `registrant` so that the holder can be checked.',
  },
  basis: [domainUseNotice.article('1(2)', 'text')],
});

export const icpFiling: LicenceRule = requires('icp-filing', {
  summary: {
    zh: '网站和App已备案，备案每一天都有效。',
    en: 'Sites and Apps are filed, and the filing stands on every day.',
  },
  why: {
    zh: '未备案的网站，接入服务提供者不得为其提供接入；备案信息变更应提前30日办理。备案本身没有期限，`expires` 写 `never`。',
    en: 'No access provider may serve a site that is not filed; changes are filed 30 days ahead. A filing has no term: write `expires: never`.',
  },
  remedy: {
    zh: '通过接入服务提供者办理备案，登记为 `icp-filing` 条目。',
    en: 'File through the access provider and record it as an entry of kind `icp-filing`.',
  },
  basis: [filingMeasures.article('5', 'secondary'), internetInformationMeasures.article('4', 'text')],
});

/** A contract which counters and inspections ask for, and whose term no regulation fixes. */
export function contract(resource: string, summary: Text, why: Text): LicenceRule {
  return requires(resource, { summary, why, remedy: followUp(resource), basis: CONDITION_OF_THE_LICENCE });
}

export const hosting: LicenceRule = contract(
  'hosting',
  {
    zh: '服务器托管（云服务）协议每一天都有效。',
    en: 'The servers stand under a hosting contract in force on every day.',
  },
  {
    zh: '续证时要提交有效的接入或托管协议，对方应持有IDC或ISP许可。法规没有规定协议期限，这是实务要求。',
    en: 'Renewal asks for an access or hosting contract in force with a holder of an IDC or ISP licence. No regulation fixes a term: this is practice.',
  },
);

export const operatorAgreement: LicenceRule = contract(
  'operator-agreement',
  {
    zh: '与基础电信企业的合作（接入）协议每一天都有效。',
    en: 'The agreement with a basic operator is in force on every day.',
  },
  {
    zh: '业务要通过基础电信企业的网络提供，协议断签业务就停；续证时也要提交。法规没有规定协议期限，这是实务要求。',
    en: 'The service runs over a basic operator’s network and stops without the agreement; renewal asks for it too. No regulation fixes a term: this is practice.',
  },
);

export const siteLease: LicenceRule = contract(
  'site-lease',
  {
    zh: '经营场地的租赁合同（或权属证明）每一天都有效。',
    en: 'The premises are held under a lease, or owned, on every day.',
  },
  {
    zh: '必要的场地是取得许可的条件，地址还要与许可证一致。法规没有规定租期，这是实务要求。',
    en: 'Premises are a condition of the licence, and their address has to agree with it. No regulation fixes a term: this is practice.',
  },
);
