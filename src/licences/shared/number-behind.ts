import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import type { RuleDescription } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { exampleLedger } from './example-ledger.ts';

interface NumberBehind extends Pick<RuleDescription, 'summary' | 'why' | 'basis'> {
  readonly name: string;
  /** Kinds of number grants, any of which will do. */
  readonly grants: readonly string[];
  readonly number: Text;
}

/** The service runs on a number: a grant in the ledger that is in its term, or a certificate that serves the licence. */
export function numberBehind({ name, grants, number, ...description }: NumberBehind): LicenceRule {
  return ({ kind }) => ({
    name,
    ...description,
    remedy: {
      zh: `把${number.zh}登记为许可条目（${grants.join('、')}），或登记为支撑本许可证的 \`number-certificate\` 条目。`,
      en: `Record the ${number.en} as a licence of kind ${grants.join(', ')}, or as a \`number-certificate\` that serves this licence.`,
    },
    statuses: { missing: 'warning' },
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger({ kind, expires: '2031-11-20' }),
      passes: exampleLedger({
        kind,
        expires: '2031-11-20',
        resource: { kind: 'number-certificate', expires: '2029-10-31' },
      }),
    },
    *check(licence, context) {
      if (hasEnded(licence, context)) return;
      const { asOf, index } = context;
      const isHeld =
        grants.flatMap((kind) => index.licencesOfKind(kind)).some((grant) => !hasEnded(grant, context)) ||
        index
          .resourcesServing(licence.id, 'number-certificate')
          .some(({ starts, expires }) => (starts === undefined || starts <= asOf) && asOf <= expires);
      if (isHeld) return;
      yield {
        status: 'missing',
        message: { zh: `没有登记有效的${number.zh}`, en: `no ${number.en} in force is on record` },
      };
    },
  });
}
