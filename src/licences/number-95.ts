import { countField, type ServiceRule } from '../domain/licence-kind.ts';
import { hasEnded } from '../domain/licence-term.ts';
import { LICENCE_ENDED } from '../domain/requirement.ts';
import { MET, notApplicable, report } from '../domain/rule.ts';
import { sentences } from '../domain/text.ts';
import { numberMeasures, numberServiceGuide } from '../law/numbers.ts';
import { numberMisuse, numberTakenBack } from '../law/penalties.ts';
import { defineNumberGrant, numberCoverage, numberFormat, numbers } from './number/grant.ts';
import { holder } from './number/holder.ts';
import { LICENCE_BEHIND_STATUSES, licenceBehind } from './number/licence-behind.ts';
import { exampleLedger } from './shared/example-ledger.ts';

const FORM = /^95\d{3,4}$/u;

const digits = countField('digits', {
  title: { zh: '证书核准的位长', en: 'Number of digits that the certificate approves' },
  example: '5',
});

const USUAL_FORM = { zh: '95后接3位或4位数字', en: '95 and three or four more digits' };

/** Another structure can be approved, so that the usual form is no more than a warning; what the certificate says is law. */
const format: ServiceRule = (profile) => {
  const usual = numberFormat({
    isOfForm: (number) => FORM.test(number),
    form: USUAL_FORM,
    wrong: '9512',
    basis: [numberServiceGuide.whole('secondary'), numberMeasures.article('21.1', 'text')],
  })(profile);
  return {
    ...usual,
    summary: {
      zh: `登记的95码号符合号码结构：${USUAL_FORM.zh}；登记了证书核准位长（digits）的，按核准位长核对。`,
      en: `Each 95 number on record has its form: ${USUAL_FORM.en}, or, if \`digits\` is recorded, the number of digits that the certificate approves.`,
    },
    remedy: {
      zh: '对照证书改正 `numbers`；证书核准的位长与通常不同的，记 `digits: 位长`。',
      en: 'Correct `numbers` from the certificate; if it approves another length, record `digits: NUMBER`.',
    },
    consequence: sentences(numberTakenBack(5), numberMisuse(2)),
    statuses: { invalid: 'warning', mismatch: 'error', undetermined: 'warning' },
    check(granted, context) {
      const allotted = digits.of(granted.service);
      const given = numbers.of(granted.service) ?? [];
      if (allotted === undefined || given.length === 0 || hasEnded(granted.licence, context)) {
        return usual.check(granted, context);
      }
      const wrong = given.filter((number) => !/^95\d*$/u.test(number) || number.length !== allotted);
      if (wrong.length === 0) return MET;
      return report({
        status: 'mismatch',
        at: { entry: granted.licence.id, service: granted.service.kind, field: numbers.name },
        basis: [numberMeasures.article('21.1', 'text')],
        message: {
          zh: `${wrong.join('、')}不是证书核准的${allotted}位95码号；码号应当按核准的结构和位长使用`,
          en: `${wrong.join(', ')} is not a 95 number of the ${allotted} digits that the certificate approves; a number must be used in its approved form and length`,
        },
      });
    },
  };
};

const coverage = numberCoverage({
  summary: {
    zh: '95码号用于跨省或全国范围，登记的覆盖范围与此一致。',
    en: 'A 95 number is for several provinces or the whole country, and the coverage on record agrees with this.',
  },
  why: {
    zh: '跨省使用的码号由工业和信息化部分配，95码号不分配给只在一个省使用的单位；省内使用的是96码号。',
    en: 'Numbers used across provinces are allotted by the ministry, and 95 numbers are not allotted for use in one province only; 96 numbers are for one province.',
  },
  consequence: numberTakenBack(5, 6),
  basis: [numberMeasures.article('11', 'text'), numberServiceGuide.whole('secondary')],
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind: 'number-95', fields: { scope: '[北京]' } }),
    passes: exampleLedger({ kind: 'number-95' }),
  }),
  reaches: () => [{ numbers: { zh: '95码号', en: 'a 95 number' }, reach: 'several-provinces' }],
});

const findOperatorLicence = licenceBehind({
  fits: ({ licence }, context) => context.familyOf(licence) === 'service',
  name: { zh: '跨省电信业务经营许可证', en: 'cross-province telecom licence' },
  reach: 'several-provinces',
});

const NO_OPERATOR = notApplicable('服务企业不要求电信业务经营许可证', 'a service enterprise needs no telecom licence');

/** Who is no service enterprise holds the number as a telecom operator; without any licence on record nobody can tell. */
const licence: ServiceRule = ({ kind }) => ({
  name: 'licence',
  summary: {
    zh: '95码号的使用者是跨省经营的电信企业，跨省许可证有效；服务企业不在此列。',
    en: 'The holder of a 95 number is a telecom operator with a cross-province licence in its term, unless it is a service enterprise.',
  },
  why: {
    zh: '95码号只分配给跨省电信业务经营者，或经批准的分支机构遍及至少6个省、15个城市的服务企业（银行、保险、航空、物流等）。实务中电信企业多凭呼叫中心（B24）全国许可申请，但指南没有写明必须是哪一种业务。',
    en: '95 numbers are allotted only to cross-province telecom operators, or to approved service enterprises (banks, insurers, airlines, logistics and others) with branches in at least 6 provinces and 15 cities. In practice telecom operators mostly apply with a nationwide call-centre licence (B24), but the guide does not say which service is required.',
  },
  remedy: {
    zh: '登记跨省许可证，或按实际情况记 `holder: service-enterprise`；许可证已到期的，先办延续。',
    en: 'Record the cross-province licence, or `holder: service-enterprise` if that is correct; if the licence has expired, renew it first.',
  },
  statuses: {
    ...LICENCE_BEHIND_STATUSES,
    missing: 'warning',
    expired: 'warning',
    mismatch: 'warning',
    undetermined: 'info',
  },
  basis: [numberServiceGuide.whole('secondary')],
  examples: () => ({
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, fields: { holder: 'telecom-operator' } }),
    passes: exampleLedger({ kind }),
  }),
  check(granted, context) {
    if (hasEnded(granted.licence, context)) return LICENCE_ENDED;
    const held = holder.of(granted.service);
    if (held === 'service-enterprise') return NO_OPERATOR;
    const found = findOperatorLicence(context);
    if ('state' in found) return found;
    if (held !== undefined || found.status !== 'missing') return report(found);
    return report({
      status: 'undetermined',
      at: { entry: granted.licence.id, service: granted.service.kind, field: holder.name },
      message: {
        zh: '没有登记使用者类型（holder），台账中也没有电信业务经营许可证，无法核对',
        en: 'neither the type of holder nor a telecom licence is on record, so it cannot be checked',
      },
    });
  },
});

export default defineNumberGrant({
  kind: 'number-95',
  code: '95',
  name: { zh: '95码号', en: '95 number' },
  words: ['95号码', '95短号', '95接入码', '95客服号码', '95XXX', '95XXXX'],
  fields: [digits],
  rules: [format, coverage, licence],
});
