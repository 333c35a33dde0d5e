/** What the number of a licence says of it, against what the ledger records: class, province, term. */
import { addDays, formatDay } from '../../domain/calendar-day.ts';
import type { Licence, Service } from '../../domain/ledger.ts';
import { definePaperRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { PROVINCE_LETTERS } from '../../domain/province.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { type Problem, report, type Rule } from '../../domain/rule.ts';
import { endOfTerm } from '../../domain/term.ts';
import { sentences, type Text } from '../../domain/text.ts';
import { order42, telecomRegulations } from '../../law/licensing.ts';
import { UNLICENSED_BUSINESS } from '../../law/penalties.ts';
import { kindsByName } from '../index.ts';
import { exampleLedger } from '../shared/example-ledger.ts';

export const number: Rule = definePaperRule(
  'licence/number',
  (licence, context) => {
    if (hasEnded(licence, context)) return LICENCE_ENDED;
    const problems = [...faultsOfNumber(licence), ...faultsOfScope(licence), ...faultsOfTerm(licence)];
    return report(...problems);
  },
  {
    summary: {
      zh: '证号、业务、覆盖范围和期限彼此相符：字母含有每项业务的类别，省份简称与覆盖范围一致，增值电信业务的有效期为5年。',
      en: 'Number, services, coverage and term of a licence agree: the letters contain the class of each service, the province matches the coverage, and the term of a value-added licence is five years.',
    },
    why: {
      zh: '证号、日期抄错，后面的期限就都算错。证号以省份简称开头的，是省级许可证，只在本省有效。',
      en: 'A mistake in the number or the dates makes every later deadline wrong. A number that begins with the short name of a province is that of a provincial licence, valid only in that province.',
    },
    consequence: sentences(
      {
        zh: '超出许可证载明的业务种类或者覆盖范围经营的，按超范围经营处罚。',
        en: 'Offering services or coverage beyond the licence is punished as operating beyond the licence.',
      },
      UNLICENSED_BUSINESS,
    ),
    remedy: {
      zh: '对照许可证核对 `number`、业务种类、`scope`、`issued` 和 `expires`；确实超出许可的，向发证机关申请变更。',
      en: 'Check `number`, the services, `scope`, `issued` and `expires` against the licence; if the business really goes beyond the licence, apply to the issuing authority for a change.',
    },
    statuses: { mismatch: 'warning', undetermined: 'info' },
    basis: [
      order42.article('13.2', 'text'),
      order42.article('14.2', 'text'),
      order42.article('16.1', 'text'),
      telecomRegulations.article('9', 'text'),
    ],
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind: 'isp', fields: { number: '京B2-20240315' } }),
      passes: exampleLedger({ kind: 'isp', fields: { number: '京B1.B2-20240315', scope: '[北京]' } }),
    }),
  },
);

/** `A2.B1.B2-20222637`, `京B2-20240001`, `合字B1-20240001`; the older `京ICP证030173号` is of information services. */
const NUMBER = /^([\u4E00-\u9FFF]*)([AB][12](?:[.,、·][AB][12])*)-/;
const OLD_NUMBER = /^[\u4E00-\u9FFF]?ICP证/;

/** The classes that the letters of a number name; undefined where it is of another form. */
function classesOf(written: string): readonly string[] | undefined {
  const plain = written.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
  if (OLD_NUMBER.test(plain)) return ['B2'];
  return NUMBER.exec(plain)?.[2]?.split(/[.,、·]/u);
}

/** `B1` of `B14`, `A2` of `A24-1`. */
function classOf(service: Service): string {
  return kindsByName.get(service.kind)?.code.slice(0, 2) ?? '';
}

function nameOf(service: Service): Text {
  return kindsByName.get(service.kind)?.name ?? { zh: service.kind, en: service.kind };
}

function faultsOfNumber({ id, number: written, services }: Licence): readonly Problem[] {
  const at = { entry: id, field: 'number' };
  if (written === undefined) {
    return [
      {
        status: 'undetermined',
        at,
        message: {
          zh: '没有登记证号，无法核对业务种类和发证省份',
          en: 'the number is not on record, so its classes and province cannot be checked',
        },
        remedy: { zh: '按许可证填写 `number`。', en: 'Fill in `number` from the licence.' },
      },
    ];
  }
  const classes = classesOf(written);
  if (classes === undefined) {
    return [
      {
        status: 'undetermined',
        at,
        message: {
          zh: `证号${written}不是“A2.B1.B2-20222637”“京B2-20240001”的样式，无法核对业务种类`,
          en: `the number ${written} is not of the form A2.B1.B2-20222637, so classes cannot be checked`,
        },
      },
    ];
  }
  return services
    .filter((service) => !classes.includes(classOf(service)))
    .map((service) => ({
      status: 'mismatch',
      at,
      message: {
        zh: `${nameOf(service).zh}属于${classOf(service)}类，证号${written}的字母里没有${classOf(service)}`,
        en: `${nameOf(service).en} is of class ${classOf(service)}, which is not in the letters of the number ${written}`,
      },
    }));
}

function faultsOfScope({ id, number: written = '', services }: Licence): readonly Problem[] {
  const province = PROVINCE_LETTERS.get(written.trim().charAt(0));
  return services.flatMap((service): readonly Problem[] => {
    const { kind, scope } = service;
    const name = nameOf(service);
    const at = { entry: id, service: kind, field: 'scope' };
    if (scope === undefined) {
      return [
        {
          status: 'undetermined',
          at,
          message: {
            zh: `没有登记${name.zh}的覆盖范围，无法与发证机关核对`,
            en: `the coverage of ${name.en} is not on record, so it cannot be checked against the issuer`,
          },
          remedy: { zh: '按许可证填写 `scope`。', en: 'Fill in `scope` from the licence.' },
        },
      ];
    }
    const beyond = scope === 'national' ? scope : scope.filter((one) => one !== province);
    if (province === undefined || beyond.length === 0) return [];
    return [
      {
        status: 'mismatch',
        at,
        message: {
          zh: `证号${written}是${province}的省级许可证，${name.zh}登记的覆盖范围却${beyond === 'national' ? '是全国' : `有${beyond.join('、')}`}`,
          en: `the number ${written} is of a licence for ${province}, but the coverage of ${name.en} on record ${beyond === 'national' ? 'is national' : `has ${beyond.join(', ')}`}`,
        },
      },
    ];
  });
}

/** Months, by the class of services: article 14. */
const FIVE_YEARS = 60;
const TEN_YEARS = 120;

function faultsOfTerm({ id, issued, expires, services }: Licence): readonly Problem[] {
  if (issued === undefined) {
    return [
      {
        status: 'undetermined',
        at: { entry: id, field: 'issued' },
        message: {
          zh: '没有登记发证日期，无法核对有效期',
          en: 'the day of issue is not on record, so the term cannot be checked',
        },
        remedy: { zh: '按许可证填写 `issued`。', en: 'Fill in `issued` from the licence.' },
      },
    ];
  }
  const isBasic = services.some((service) => classOf(service).startsWith('A'));
  const terms = isBasic ? [FIVE_YEARS, TEN_YEARS] : [FIVE_YEARS];
  const ends = new Set(terms.flatMap((months) => endOfTerm(issued, { months }) ?? []));
  if (ends.has(expires)) return [];
  const [first, last] = [formatDay(issued), formatDay(expires)];
  const eve = addDays(expires, -1);
  return [
    {
      status: 'mismatch',
      at: { entry: id, field: 'expires' },
      message: ends.has(eve)
        ? {
            zh: `${first}起算的有效期，最后一日应为${formatDay(eve)}，登记的却是${last}`,
            en: `a term from ${first} ends on ${formatDay(eve)}, but the last day on record is ${last}`,
          }
        : {
            zh: `${first}至${last}不是${isBasic ? '5年或10年' : '5年'}`,
            en: `${first} to ${last} is not ${isBasic ? 'five or ten years' : 'five years'}`,
          },
      remedy: {
        zh: '对照许可证核对 `issued` 和 `expires`；已延续或换证的，两个日期都用新证上的。',
        en: 'Check `issued` and `expires` against the licence; if it was renewed or reissued, take both from the new one.',
      },
    },
  ];
}
