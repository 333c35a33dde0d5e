/** What each of the three parties needs beside its numbers, and where. All of it is advice. */
import type { ServiceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { MET, notApplicable, report } from '../../domain/rule.ts';
import { number700Notice } from '../../law/numbers.ts';
import { licenceBehind } from '../number/licence-behind.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { followUp, requires } from '../shared/requires.ts';
import { noRole, role, roleUnknown } from './form.ts';

const PILOT_PROVINCES: ReadonlySet<string> = new Set([
  '北京',
  '天津',
  '上海',
  '江苏',
  '浙江',
  '福建',
  '山东',
  '河南',
  '湖北',
  '广东',
  '四川',
]);

const findLicence = licenceBehind({
  fits: ({ service: { kind } }) => kind === 'call-centre' || kind === 'multiparty',
  name: { zh: '呼叫中心或国内多方通信业务许可证', en: 'call-centre or multi-party licence' },
  reach: 'any',
});

const NOT_THE_PLATFORM = notApplicable(
  '只问应用平台提供方',
  'it is asked only of the provider of the application platform',
);

export const licence: ServiceRule = ({ kind }) => ({
  name: 'licence',
  summary: {
    zh: '应用平台提供方持有有效的呼叫中心（B24）或国内多方通信（B22）业务许可证。',
    en: 'The provider of an application platform holds a call-centre (B24) or multi-party (B22) licence in its term.',
  },
  why: {
    zh: '通知说明，应用平台的业务是呼叫中心、多方通信等增值电信业务的一种新形态；必须持有哪张许可证，只见到代理机构的说法，因此最多报警告。',
    en: 'The notice describes the service of an application platform as a new form of value-added services such as call centre and multi-party communication; which licence is required is known only from agencies, so this is a warning at most.',
  },
  remedy: {
    zh: '登记或延续呼叫中心（B24）或国内多方通信（B22）业务许可证。',
    en: 'Record or renew the call-centre (B24) or multi-party (B22) licence.',
  },
  statuses: { missing: 'error', expired: 'error', undetermined: 'info' },
  basis: [number700Notice.whole('practice')],
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2027-12-31', fields: { role: 'application-platform' } }),
    passes: exampleLedger({
      kind,
      expires: '2027-12-31',
      fields: { role: 'application-platform' },
      besides:
        '{ id: call-centre, kind: call-centre, number: B2-20240315, scope: national, issued: 2024-03-15, expires: 2029-03-14, opened: 2024-06-01, callRecords: { kept: 180, checked: 2026-06-01 }, shown: 2026-06-01 }',
    }),
  }),
  check(granted, context) {
    if (hasEnded(granted.licence, context)) return LICENCE_ENDED;
    const held = role.of(granted.service);
    if (held === undefined) return report({ ...roleUnknown(granted), yieldsTo: noRole(granted.licence) });
    if (held !== 'application-platform') return NOT_THE_PLATFORM;
    const found = findLicence(context);
    return 'state' in found ? found : report(found);
  },
});

export const platformAgreement: ServiceRule = requires('platform-agreement', {
  summary: {
    zh: '业务使用方与应用平台提供方签有有效的委托协议。',
    en: 'A business user has an agreement in force with the provider of an application platform.',
  },
  why: {
    zh: '业务使用方委托应用平台提供号码保护服务，自己不生成号码；协议断签，服务就没有依据。通知没有见到对协议的具体要求，这是实务要求。',
    en: 'A business user commissions an application platform and does not generate numbers itself; without the agreement the service has no basis. No requirements for the agreement were found in the notice: this is practice.',
  },
  remedy: followUp('platform-agreement'),
  basis: [number700Notice.whole('practice')],
  only: {
    when: ({ service }) => {
      const held = role.of(service);
      return held === undefined ? undefined : held === 'business-user';
    },
    otherwise: notApplicable('只适用于业务使用方', 'it applies only to business users'),
    unknown: (granted) => ({ ...roleUnknown(granted), yieldsTo: noRole(granted.licence) }),
    severity: 'info',
    fields: { role: 'business-user' },
  },
});

const NATIONAL = notApplicable('登记为全国，没有逐省列明', 'the coverage on record is national and names no provinces');

export const area: ServiceRule = ({ kind }) => ({
  name: 'area',
  summary: {
    zh: '700号码在试点省份使用。',
    en: '700 numbers are used in the provinces of the pilot.',
  },
  why: {
    zh: '据报道，试点在北京、天津、上海、江苏、浙江、福建、山东、河南、湖北、广东、四川11个省市进行。名单只有一家媒体报道，仅供提醒。',
    en: 'According to press reports, the pilot runs in Beijing, Tianjin, Shanghai, Jiangsu, Zhejiang, Fujian, Shandong, Henan, Hubei, Guangdong and Sichuan. Only one media source has the list, so this is only a reminder.',
  },
  remedy: {
    zh: '对照试点批复核对 `scope`。',
    en: 'Check `scope` against the pilot approval.',
  },
  statuses: { mismatch: 'warning', undetermined: 'info' },
  basis: [number700Notice.whole('secondary')],
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2027-12-31', fields: { scope: '[北京, 河北]' } }),
    passes: exampleLedger({ kind, expires: '2027-12-31' }),
  }),
  check({ licence: grant, service }, context) {
    if (hasEnded(grant, context)) return LICENCE_ENDED;
    const { scope } = service;
    const at = { entry: grant.id, service: service.kind, field: 'scope' };
    if (scope === undefined) {
      return report({
        status: 'undetermined',
        at,
        message: {
          zh: '没有登记使用范围，无法与试点省份核对',
          en: 'the coverage is not on record, so it cannot be checked against the provinces of the pilot',
        },
        remedy: { zh: '按试点批复填写 `scope`。', en: 'Fill in `scope` from the pilot approval.' },
      });
    }
    if (scope === 'national') return NATIONAL;
    const outside = scope.filter((province) => !PILOT_PROVINCES.has(province));
    if (outside.length === 0) return MET;
    return report({
      status: 'mismatch',
      at,
      message: {
        zh: `${outside.join('、')}不在报道的试点省份之列`,
        en: `${outside.join(', ')} not among the reported pilot provinces`,
      },
    });
  },
});
