import type { GrantedService } from '../domain/ledger.ts';
import type { ServiceRule } from '../domain/licence-kind.ts';
import { hasEnded } from '../domain/licence-term.ts';
import { LICENCE_ENDED } from '../domain/requirement.ts';
import { notApplicable, type Problem, report } from '../domain/rule.ts';
import { messageCodeMeasures } from '../law/numbers.ts';
import {
  defineNumberGrant,
  noNumbers,
  numberCoverage,
  numberFormat,
  numbers,
  numbersUnknown,
  type Reach,
} from './number/grant.ts';
import { LICENCE_BEHIND_STATUSES, licenceBehind } from './number/licence-behind.ts';
import { exampleLedger } from './shared/example-ledger.ts';

/** Table 1 of the measures for access codes of short messages: which code is for whom, and how far it reaches. */
interface MessageCode {
  readonly form: RegExp;
  /** Undefined where an operator's own codes reach as far as its licence. */
  readonly reach: Reach | undefined;
  /** Licensed for message services; anyone for its own messages; a basic operator for its own services. */
  readonly holder: 'message-service' | 'own-use' | 'basic-operator';
}

const MESSAGE_CODES: readonly MessageCode[] = [
  { form: /^1062\d{4}$/u, reach: 'one-province', holder: 'message-service' },
  { form: /^10630\d{3}$/u, reach: 'one-province', holder: 'message-service' },
  { form: /^1063[5-8]\d{7}$/u, reach: 'one-province', holder: 'own-use' },
  { form: /^10639\d{3}$/u, reach: 'one-province', holder: 'own-use' },
  { form: /^1065\d{4}$/u, reach: undefined, holder: 'basic-operator' },
  { form: /^1066\d{4}$/u, reach: 'several-provinces', holder: 'message-service' },
  { form: /^10690\d{3}$/u, reach: 'several-provinces', holder: 'message-service' },
  { form: /^1069[5-8]\d{7}$/u, reach: 'several-provinces', holder: 'own-use' },
  { form: /^10699\d{3}$/u, reach: 'several-provinces', holder: 'own-use' },
];

/** The row of the table that a number belongs to; undefined where it is of none. */
function messageCodeOf(number: string): MessageCode | undefined {
  return MESSAGE_CODES.find(({ form }) => form.test(number));
}

const TABLE = [messageCodeMeasures.article('2', 'secondary')];
const REACHES: readonly Reach[] = ['one-province', 'several-provinces'];

const format = numberFormat({
  isOfForm: (number) => messageCodeOf(number) !== undefined,
  form: {
    zh: '1062、1065、1066后接4位，10630、10639、10690、10699后接3位，或1063、1069后接5至8中的一位再接7位',
    en: '1062, 1065 or 1066 and four digits, 10630, 10639, 10690 or 10699 and three, or 1063 or 1069, one of 5 to 8 and seven',
  },
  wrong: '10611234',
  basis: TABLE,
});

const coverage = numberCoverage({
  summary: {
    zh: '短信接入代码与覆盖范围一致：1062、1063开头的在一个省内使用，1066、1069开头的跨省或全国使用。',
    en: 'A message code agrees with its coverage: codes that begin with 1062 or 1063 are for one province, with 1066 or 1069 for several provinces or the whole country.',
  },
  why: {
    zh: '代码的前四位就写明了范围：省内的由通信管理局分配，跨省的由工业和信息化部分配，不得超范围使用。',
    en: 'The first four digits show the area: codes for one province are allotted by its communications administration, codes for several provinces by the ministry; a code must not be used beyond its area.',
  },
  basis: TABLE,
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind: 'number-106', fields: { scope: '[北京]' } }),
    passes: exampleLedger({ kind: 'number-106' }),
  }),
  reaches: (granted) =>
    hasNumbers(granted)
      ? REACHES.flatMap((reach) => {
          const ofReach = numbersOf(granted, (code) => code.reach === reach);
          return ofReach.length === 0 ? [] : [{ numbers: { zh: ofReach.join('、'), en: ofReach.join(', ') }, reach }];
        })
      : undefined,
});

const name = { zh: '信息服务业务（SP）许可证', en: 'SP licence' };
const fits = ({ service }: GrantedService): boolean => service.kind === 'sp';
const findLicence = licenceBehind({ fits, name, reach: 'any' });
const findWideLicence = licenceBehind({ fits, name, reach: 'several-provinces' });

const OWN_USE = notApplicable(
  '自用和公益代码不要求电信业务经营许可证',
  'codes for own use and for the public good need no telecom licence',
);

const licence: ServiceRule = ({ kind }) => ({
  name: 'licence',
  summary: {
    zh: '1062、10630代码有信息服务（SP）许可证支撑，1066、10690代码有跨省的信息服务许可证支撑；1065代码只属于基础电信企业。',
    en: 'A code 1062 or 10630 is supported by an SP licence, a code 1066 or 10690 by an SP licence for several provinces; codes 1065 are only for basic operators.',
  },
  why: {
    zh: '接入代码按使用者分配：经营性短信和第三方平台的代码，只分配给具备相应短消息类业务许可证的企业；许可证没了，代码也就失去依据。企事业单位自用和公益代码不要求电信业务许可证。',
    en: "Codes are allotted by holder: codes for commercial messages and third-party platforms only to companies licensed for the message service, and without the licence the code loses its basis. Codes for an organisation's own use and for public benefit need no telecom licence.",
  },
  remedy: {
    zh: '登记或延续信息服务（SP）许可证；没有相应许可的，停用并交回代码。',
    en: 'Record or renew the SP licence; without one, stop using the code and return it.',
  },
  statuses: LICENCE_BEHIND_STATUSES,
  basis: TABLE,
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, fields: { numbers: '["10690123"]' } }),
    passes: exampleLedger({
      kind,
      expires: '2031-11-20',
      fields: { numbers: '["10690123"]' },
      besides:
        '{ id: sp, kind: sp, number: B2-20240315, scope: national, issued: 2024-03-15, expires: 2029-03-14, opened: 2024-06-01, messageRecords: { kept: 12, checked: 2026-06-01 }, portRecords: { sent: 12, ended: 12, checked: 2026-06-01 }, shown: 2026-06-01 }',
    }),
  }),
  check(granted, context) {
    if (hasEnded(granted.licence, context)) return LICENCE_ENDED;
    if (!hasNumbers(granted)) return report({ ...numbersUnknown(granted), yieldsTo: noNumbers(granted.licence) });
    const ofOperators = numbersOf(granted, ({ holder }) => holder === 'basic-operator');
    const problems = ofOperators.length === 0 ? [] : [codesOfOperators(granted, ofOperators)];
    const ofLicensed = numbersOf(granted, ({ holder }) => holder === 'message-service');
    if (ofLicensed.length === 0) return problems.length === 0 ? OWN_USE : report(...problems);
    const isWide = ofLicensed.some((number) => messageCodeOf(number)?.reach === 'several-provinces');
    const found = isWide ? findWideLicence(context) : findLicence(context);
    if ('state' in found) return problems.length === 0 ? found : report(...problems);
    return report(...problems, found);
  },
});

function codesOfOperators({ licence: { id }, service }: GrantedService, codes: readonly string[]): Problem {
  return {
    status: 'mismatch',
    at: { entry: id, service: service.kind, field: numbers.name },
    message: {
      zh: `${codes.join('、')}是基础电信企业的代码，本公司只能是它的客户`,
      en: `${codes.join(', ')} is the code of a basic operator, and the company can only be its customer`,
    },
    remedy: {
      zh: '从码号中删去，把与基础电信企业的合同登记为 `operator-agreement` 条目。',
      en: 'Remove it from the numbers and record the contract with the operator as an `operator-agreement`.',
    },
  };
}

function hasNumbers({ service }: GrantedService): boolean {
  return (numbers.of(service) ?? []).length > 0;
}

/** The numbers on record that belong to certain rows of the table; those of no row are for `format` to report. */
function numbersOf({ service }: GrantedService, isMeant: (code: MessageCode) => boolean): readonly string[] {
  return (numbers.of(service) ?? []).filter((number) => {
    const code = messageCodeOf(number);
    return code !== undefined && isMeant(code);
  });
}

export default defineNumberGrant({
  kind: 'number-106',
  code: '106',
  name: { zh: '106短信接入代码', en: '106 message code' },
  words: [
    '106码号',
    '106号码',
    '短信码号',
    '短信接入代码',
    '短消息类服务接入代码',
    'SP接入代码',
    '1062',
    '1066',
    '1069',
  ],
  rules: [format, coverage, licence],
});
