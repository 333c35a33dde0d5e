import type { Resource } from '../../domain/ledger.ts';
import { defineRule, type Problem, type RuleContext } from '../../domain/rule.ts';
import { domainUseNotice } from '../../law/services.ts';
import { domainLedger } from './example-ledger.ts';
import { isInForceNow } from './in-force.ts';

export const domainRegistrant = defineRule(
  'resource/domain-registrant',
  { of: 'resource', run: checkRegistrant },
  {
    summary: {
      zh: '从事互联网信息服务的域名，注册在本单位名下。',
      en: 'A domain used for Internet information services is registered in the name of the company.',
    },
    why: {
      zh: '单位使用的域名，注册者应当是本单位（含公司股东）、主要负责人或高级管理人员；接入服务者查到注册者不符的，不得提供接入。通知施行前已备案的域名除外。',
      en: "The registrant of a company's domain is the company itself, a shareholder, its head or a senior manager; access providers may not serve any other. Domains filed before the notice are excepted.",
    },
    remedy: {
      zh: '注册者是股东、主要负责人或高级管理人员的，留好证明，用 `waivers` 豁免；否则把域名过户到本单位，并更新 `registrant`。公司改过名的，到注册商更新注册信息。',
      en: 'If the registrant is a shareholder, the head or a senior manager, keep the proof and use a waiver; else move the domain to the company and update `registrant`. After a change of name, update the registration.',
    },
    statuses: { mismatch: 'warning' },
    basis: [domainUseNotice.article('1(2)', 'text')],
    examples: {
      asOf: '2026-11-21',
      fails: domainLedger('expires: 2029-12-31', 'registrant: 张三'),
      passes: domainLedger('expires: 2029-12-31', 'registrant: 示例云网科技有限公司'),
    },
  },
);

function* checkRegistrant(resource: Resource, context: RuleContext): Generator<Problem> {
  const { kind, registrant } = resource;
  const { name } = context.ledger.company;
  if (kind !== 'domain' || registrant === undefined || !isInForceNow(resource, context)) return;
  if (plain(registrant) === '' || plain(registrant) === plain(name)) return;
  yield {
    status: 'mismatch',
    at: { entry: resource.id, field: 'registrant' },
    message: {
      zh: `注册者是${registrant}，不是${name}；只有本单位、公司股东、主要负责人或高级管理人员可以作注册者`,
      en: `the registrant is ${registrant}, not ${name}; it may be the company, a shareholder, its head or a senior manager alone`,
    },
  };
}

/** Registries write （北京） or (北京), with or without spaces, in either case. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
