import type { Licence, Scope } from '../../domain/ledger.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import type { Problem, RuleDescription } from '../../domain/rule.ts';
import { spansProvinces } from '../../domain/scope.ts';
import type { Text } from '../../domain/text.ts';

/** How far a number is allotted: in one province by its administration, across several by the ministry. */
export type Reach = 'one-province' | 'several-provinces';

interface NumberCoverage extends Pick<RuleDescription, 'summary' | 'why' | 'basis' | 'examples'> {
  /** The numbers of a grant, as the subject of a sentence, with how far they reach. */
  readonly reaches: (licence: Licence) => readonly { readonly numbers: Text; readonly reach: Reach }[];
}

/** The coverage on record is one for which such a number can be allotted; silent where no coverage is on record. */
export function numberCoverage({ reaches, ...description }: NumberCoverage): LicenceRule {
  return () => ({
    name: 'coverage',
    ...description,
    remedy: {
      zh: '对照证书改正 `scope` 或 `numbers`；使用范围确实不同的，申请调整码号或换用相应的码号。',
      en: 'Correct `scope` or `numbers` from the certificate; if the use really reaches otherwise, apply for an adjustment or for a number that fits.',
    },
    statuses: { mismatch: 'error' },
    *check(licence, context) {
      const { scope } = licence;
      if (scope === undefined || hasEnded(licence, context)) return;
      for (const { numbers, reach } of reaches(licence)) {
        if (spansProvinces(scope) !== (reach === 'several-provinces'))
          yield mismatch(licence.id, numbers, reach, scope);
      }
    },
  });
}

function mismatch(entry: string, numbers: Text, reach: Reach, scope: Scope): Problem {
  const isOne = reach === 'one-province';
  return {
    status: 'mismatch',
    at: { entry, field: 'scope' },
    message: {
      zh: `${numbers.zh}${isOne ? '限在一个省内使用' : '用于跨省或全国范围'}，登记的覆盖范围却是${scope === 'national' ? '全国' : scope.join('、')}`,
      en: `${numbers.en} ${isOne ? 'is for one province' : 'is for several provinces'}, but the coverage on record is ${scope === 'national' ? 'national' : scope.join(', ')}`,
    },
  };
}
