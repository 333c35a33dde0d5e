import type { Licence } from '../domain/ledger.ts';
import type { LicenceRule } from '../domain/licence-kind.ts';
import { hasEnded } from '../domain/licence-term.ts';
import { messageCodeMeasures } from '../law/numbers.ts';
import { exampleLedger } from './shared/example-ledger.ts';
import { LICENCE_BEHIND_STATUSES, licenceBehind } from './shared/licence-behind.ts';
import { type MessageCode, messageCodeOf } from './shared/message-codes.ts';
import { numberCoverage, type Reach } from './shared/number-coverage.ts';
import { numbers } from './shared/number-fields.ts';
import { numberFormat } from './shared/number-format.ts';
import { defineNumberGrant } from './shared/number-grant.ts';

const TABLE = [messageCodeMeasures.article('2', 'text')];
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
    en: 'A message code fits its coverage: those that begin with 1062 or 1063 are for one province, those with 1066 or 1069 for several.',
  },
  why: {
    zh: '代码的前四位就写明了范围：省内的由通信管理局分配，跨省的由工业和信息化部分配，不得超范围使用。',
    en: 'The first four digits say how far a code reaches: one province by its administration, several by the ministry; it is not used beyond.',
  },
  basis: TABLE,
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind: 'number-106', expires: '2031-11-20', fields: { scope: '[北京]' } }),
    passes: exampleLedger({ kind: 'number-106', expires: '2031-11-20' }),
  },
  reaches: (licence) =>
    REACHES.flatMap((reach) => {
      const ofReach = numbersOf(licence, (code) => code.reach === reach);
      return ofReach.length === 0 ? [] : [{ numbers: { zh: ofReach.join('、'), en: ofReach.join(', ') }, reach }];
    }),
});

const name = { zh: '信息服务业务（SP）许可证', en: 'SP licence' };
const isOfKind = (kind: string): boolean => kind === 'sp';
const findLicence = licenceBehind({ isOfKind, name, reach: 'any' });
const findWideLicence = licenceBehind({ isOfKind, name, reach: 'several-provinces' });

const licence: LicenceRule = ({ kind }) => ({
  name: 'licence',
  summary: {
    zh: '1062、10630代码有信息服务（SP）许可证支撑，1066、10690代码有跨省的信息服务许可证支撑；1065代码只属于基础电信企业。',
    en: 'Behind a code 1062 or 10630 stands an SP licence, behind 1066 or 10690 one for several provinces; codes 1065 are for basic operators alone.',
  },
  why: {
    zh: '接入代码按使用者分配：经营性短信和第三方平台的代码，只分配给具备相应短消息类业务许可证的企业；许可证没了，代码也就失去依据。企事业单位自用和公益代码不要求电信业务许可证。',
    en: 'Codes are allotted by holder: those for commercial messages and for platforms only to companies licensed for message services, and they lose their ground with the licence. Codes for own use ask for none.',
  },
  remedy: {
    zh: '登记或延续信息服务（SP）许可证；没有相应许可的，停用并交回代码。',
    en: 'Record the SP licence or see to its renewal; without one, stop using the code and give it back.',
  },
  statuses: LICENCE_BEHIND_STATUSES,
  basis: TABLE,
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2031-11-20', fields: { numbers: '["10690123"]' } }),
    passes: exampleLedger({
      kind,
      expires: '2031-11-20',
      fields: { numbers: '["10690123"]' },
      besides: '{ id: sp, kind: sp, number: B2-20220315, scope: national, issued: 2022-03-15, expires: 2031-11-20 }',
    }),
  },
  *check(grant, context) {
    if (hasEnded(grant, context)) return;
    const ofOperators = numbersOf(grant, ({ holder }) => holder === 'basic-operator');
    if (ofOperators.length > 0) {
      yield {
        status: 'mismatch',
        at: { entry: grant.id, field: numbers.name },
        message: {
          zh: `${ofOperators.join('、')}是基础电信企业的代码，本公司只能是它的客户`,
          en: `${ofOperators.join(', ')} is a basic operator’s code, and the company can only be its customer`,
        },
        remedy: {
          zh: '从码号中删去，把与基础电信企业的合同登记为 `operator-agreement` 条目。',
          en: 'Remove it from the numbers and record the contract with the operator as an `operator-agreement`.',
        },
      };
    }
    const ofLicensed = numbersOf(grant, ({ holder }) => holder === 'message-service');
    if (ofLicensed.length === 0) return;
    const isWide = ofLicensed.some((number) => messageCodeOf(number)?.reach === 'several-provinces');
    const problem = isWide ? findWideLicence(context) : findLicence(context);
    if (problem !== undefined) yield problem;
  },
});

/** The numbers on record that belong to certain rows of the table; those of no row are for `format` to report. */
function numbersOf(grant: Licence, isMeant: (code: MessageCode) => boolean): readonly string[] {
  return (numbers.of(grant) ?? []).filter((number) => {
    const code = messageCodeOf(number);
    return code !== undefined && isMeant(code);
  });
}

export default defineNumberGrant({
  kind: 'number-106',
  code: '106',
  name: { zh: '106短信接入代码', en: '106 message code' },
  rules: [format, coverage, licence],
});
