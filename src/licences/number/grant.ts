/** How a kind of number is written: what every grant records, the form of the numbers, how far they reach. */
import type { GrantedService, Licence, Scope } from '../../domain/ledger.ts';
import {
  defineLicence,
  type LicenceKind,
  type LicenceProfile,
  type ServiceRule,
  textsField,
} from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { cap } from '../../domain/policy.ts';
import { spansProvinces } from '../../domain/province.ts';
import { LICENCE_ENDED } from '../../domain/requirement.ts';
import { MET, notApplicable, type Place, type Problem, report, type RuleDescription } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { exampleLedger } from '../shared/example-ledger.ts';
import { contactChanges } from './contact-change.ts';
import { disused, endReported } from './end-report.ts';
import { feesPaid } from './fee.ts';
import { holder } from './holder.ts';
import { filings } from './province-filing.ts';

/** Licensing Law, article 50: calendar days, as no rule on numbers sets others. Agencies speak of 90. */
export const NUMBER_RENEWAL_LEAD_DAYS = 30;

export const numbers = textsField('numbers', {
  title: { zh: '码号', en: 'The numbers, as on the certificate' },
  example: '["95123"]',
});

interface NumberGrant extends Omit<LicenceProfile, 'family' | 'grantedBy' | 'renewalLeadDays'> {
  /** What this kind asks beyond what every allotted number does; that stands in `number/`. */
  readonly rules: readonly ServiceRule[];
}

/** A number allotted by the ministry or a provincial administration under Order 28. */
export function defineNumberGrant({ fields = [], ...grant }: NumberGrant): LicenceKind {
  return defineLicence({
    ...grant,
    family: 'number',
    grantedBy: 'allotment',
    renewalLeadDays: NUMBER_RENEWAL_LEAD_DAYS,
    fields: [numbers, holder, feesPaid, filings, contactChanges, disused, endReported, ...fields],
  });
}

/** The cause that a rule claims when it says that the numbers are not on record. */
export function noNumbers({ id }: Licence): string {
  return `no numbers of ${id}`;
}

/** What every rule that looks at the numbers says where there are none. */
export function numbersUnknown({ licence, service }: GrantedService): Problem {
  return {
    status: 'undetermined',
    at: { entry: licence.id, service: service.kind, field: numbers.name },
    message: { zh: '没有登记码号，无法核对', en: 'the numbers are not on record, so they cannot be checked' },
    remedy: {
      zh: `按证书或合同填写 \`numbers\`，每个号码加引号，如 \`numbers: ${numbers.example}\`。`,
      en: `Fill in \`numbers\` from the certificate or contract, each in quotes, as \`numbers: ${numbers.example}\`.`,
    },
  };
}

interface NumberFormat extends Pick<RuleDescription, 'basis'> {
  /** Whether a number is of the form, without spaces or hyphens. */
  readonly isOfForm: (number: string) => boolean;
  /** What the form is, in words. */
  readonly form: Text;
  /** A number of the wrong form, for the example. */
  readonly wrong: string;
}

/** The numbers on record are of the form that their kind has. */
export function numberFormat({ isOfForm, form, wrong, basis }: NumberFormat): ServiceRule {
  return ({ kind, name }) => ({
    name: 'format',
    summary: {
      zh: `登记的${name.zh}符合号码结构：${form.zh}。`,
      en: `Each ${name.en} on record has its form: ${form.en}.`,
    },
    why: {
      zh: '抄错一位，码号就与证书、备案和合同不符；与证书批准的位长不符，也属于擅自改变使用方式。',
      en: 'With one wrong digit the number no longer matches the certificate, filing and contract; using a number at a length other than the approved one is also an unauthorised change of use.',
    },
    remedy: {
      zh: '对照证书或合同改正 `numbers`；只写批准的码号本身，不写自行扩展的位数，也不加空格和连字符。',
      en: 'Correct `numbers` from the certificate or contract: only the allotted number, without additional digits, spaces or hyphens.',
    },
    statuses: { invalid: 'error', undetermined: 'warning' },
    basis,
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ kind, fields: { numbers: `["${wrong}"]` } }),
      passes: exampleLedger({ kind }),
    }),
    check(granted, context) {
      const { licence, service } = granted;
      if (hasEnded(licence, context)) return LICENCE_ENDED;
      const given = numbers.of(service) ?? [];
      if (given.length === 0) return report({ ...numbersUnknown(granted), claims: [noNumbers(licence)] });
      const wrongOnes = given.filter((number) => !isOfForm(number));
      if (wrongOnes.length === 0) return MET;
      return report({
        status: 'invalid',
        at: { entry: licence.id, service: service.kind, field: numbers.name },
        message: {
          zh: `${wrongOnes.join('、')}不符合号码结构，应为${form.zh}`,
          en: `wrong form of ${wrongOnes.join(', ')}: it should be ${form.en}`,
        },
      });
    },
  });
}

/** How far a number is allotted: in one province by its administration, across several by the ministry. */
export type Reach = 'one-province' | 'several-provinces';

interface ReachOfNumbers {
  readonly numbers: Text;
  readonly reach: Reach;
}

interface NumberCoverage extends Pick<RuleDescription, 'summary' | 'why' | 'consequence' | 'basis' | 'examples'> {
  /**
   * The numbers of a grant, as the subject of a sentence, with how far they reach; undefined where no numbers are on record
   * that would tell.
   */
  readonly reaches: (granted: GrantedService) => readonly ReachOfNumbers[] | undefined;
}

const NO_REACH = notApplicable('没有限定使用范围的码号', 'none of the numbers is limited in area');

/** The coverage on record is one for which such a number can be allotted. */
export function numberCoverage({ reaches, ...description }: NumberCoverage): ServiceRule {
  const isErrorRule = cap('error', description.basis) === 'error';
  return () => ({
    name: 'coverage',
    ...description,
    remedy: {
      zh: '对照证书改正 `scope` 或 `numbers`；使用范围确实不同的，申请调整码号或换用相应的码号。',
      en: 'Correct `scope` or `numbers` from the certificate; if the actual use is different, apply for an adjustment or for a suitable number.',
    },
    statuses: { mismatch: 'error', undetermined: isErrorRule ? 'warning' : 'info' },
    check(granted, context) {
      const { licence, service } = granted;
      if (hasEnded(licence, context)) return LICENCE_ENDED;
      const reached = reaches(granted);
      if (reached === undefined) return report({ ...numbersUnknown(granted), yieldsTo: noNumbers(licence) });
      if (reached.length === 0) return NO_REACH;
      const { scope } = service;
      const at = { entry: licence.id, service: service.kind, field: 'scope' };
      if (scope === undefined) return report({ ...SCOPE_UNKNOWN, at });
      const wrong = reached.filter(({ reach }) => spansProvinces(scope) !== (reach === 'several-provinces'));
      return report(...wrong.map((one) => mismatch(one, scope, at)));
    },
  });
}

const SCOPE_UNKNOWN: Problem = {
  status: 'undetermined',
  message: {
    zh: '没有登记覆盖范围，无法与码号核对',
    en: 'the coverage is not on record, so it cannot be checked against the numbers',
  },
  remedy: { zh: '按证书填写 `scope`。', en: 'Fill in `scope` from the certificate.' },
};

function mismatch({ numbers: named, reach }: ReachOfNumbers, scope: Scope, at: Place): Problem {
  const isOne = reach === 'one-province';
  return {
    status: 'mismatch',
    at,
    message: {
      zh: `${named.zh}${isOne ? '限在一个省内使用' : '用于跨省或全国范围'}，登记的覆盖范围却是${scope === 'national' ? '全国' : scope.join('、')}`,
      en: `${named.en} ${isOne ? 'is for one province' : 'is for several provinces'}, but the coverage on record is ${scope === 'national' ? 'national' : scope.join(', ')}`,
    },
  };
}
