/** What each of the three parties needs beside its numbers, and where. All of it is advice. */
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { number700Notice } from '../../law/numbers.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { licenceBehind } from '../shared/licence-behind.ts';
import { followUp, requires } from '../shared/requires.ts';
import { role } from './fields.ts';

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
  isOfKind: (kind) => kind === 'call-centre' || kind === 'multiparty',
  name: { zh: '呼叫中心或国内多方通信业务许可证', en: 'call-centre or multi-party licence' },
  reach: 'any',
});

export const licence: LicenceRule = ({ kind }) => ({
  name: 'licence',
  summary: {
    zh: '应用平台提供方持有有效的呼叫中心（B24）或国内多方通信（B22）业务许可证。',
    en: 'The provider of an application platform holds a call-centre (B24) or multi-party (B22) licence in its term.',
  },
  why: {
    zh: '通知说明，应用平台的业务是呼叫中心、多方通信等增值电信业务的一种新形态；必须持有哪张许可证，只见到代理机构的说法，因此最多报警告。',
    en: 'The notice calls the platform’s service a new form of value-added services such as call centre and multi-party communication; which licence is needed only agencies say, so it is a warning at most.',
  },
  remedy: {
    zh: '登记或延续呼叫中心（B24）或国内多方通信（B22）业务许可证。',
    en: 'Record the call-centre (B24) or multi-party (B22) licence, or see to its renewal.',
  },
  statuses: { missing: 'error', expired: 'error' },
  basis: [number700Notice.whole('practice')],
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2027-12-31', fields: { role: 'application-platform' } }),
    passes: exampleLedger({
      kind,
      expires: '2027-12-31',
      fields: { role: 'application-platform' },
      besides:
        '{ id: call-centre, kind: call-centre, number: B2-20220315, scope: national, issued: 2022-03-15, expires: 2031-11-20 }',
    }),
  },
  *check(grant, context) {
    if (role.of(grant) !== 'application-platform' || hasEnded(grant, context)) return;
    const problem = findLicence(context);
    if (problem !== undefined) yield problem;
  },
});

export const platformAgreement: LicenceRule = requires('platform-agreement', {
  summary: {
    zh: '业务使用方与应用平台提供方签有有效的委托协议。',
    en: 'A business user has an agreement in force with the provider of an application platform.',
  },
  why: {
    zh: '业务使用方委托应用平台提供号码保护服务，自己不生成号码；协议断签，服务就没有依据。通知没有见到对协议的具体要求，这是实务要求。',
    en: 'A business user commissions a platform and makes no numbers itself; without the agreement the service has no ground. What the notice asks of it was not found: this is practice.',
  },
  remedy: followUp('platform-agreement'),
  basis: [number700Notice.whole('practice')],
  only: {
    when: (grant) => role.of(grant) === 'business-user',
    fields: { role: 'business-user' },
  },
});

export const area: LicenceRule = ({ kind }) => ({
  name: 'area',
  summary: {
    zh: '700号码在试点省份使用。',
    en: '700 numbers are used in the provinces of the pilot.',
  },
  why: {
    zh: '据报道，试点在北京、天津、上海、江苏、浙江、福建、山东、河南、湖北、广东、四川11个省市进行。名单只有一家媒体报道，仅供提醒。',
    en: 'As one paper reports, the pilot runs in Beijing, Tianjin, Shanghai, Jiangsu, Zhejiang, Fujian, Shandong, Henan, Hubei, Guangdong and Sichuan. There is no second source, so take it as a hint.',
  },
  remedy: {
    zh: '对照试点批复核对 `scope`。',
    en: 'Hold `scope` against the pilot approval.',
  },
  statuses: { mismatch: 'warning' },
  basis: [number700Notice.whole('secondary')],
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2027-12-31', fields: { scope: '[北京, 河北]' } }),
    passes: exampleLedger({ kind, expires: '2027-12-31' }),
  },
  *check(grant, context) {
    const { scope } = grant;
    if (scope === undefined || scope === 'national' || hasEnded(grant, context)) return;
    const outside = scope.filter((province) => !PILOT_PROVINCES.has(province));
    if (outside.length === 0) return;
    yield {
      status: 'mismatch',
      at: { entry: grant.id, field: 'scope' },
      message: {
        zh: `${outside.join('、')}不在报道的试点省份之列`,
        en: `${outside.join(', ')} not among the pilot provinces that were reported`,
      },
    };
  },
});
