import type { LicenceRule } from '../../domain/licence-kind.ts';
import { checkRequirement, REQUIREMENT_STATUSES } from '../../domain/requirement.ts';
import { nameOfResourceKind } from '../../domain/resource-kinds.ts';
import type { RuleDescription } from '../../domain/rule.ts';
import { exampleLedger } from './example-ledger.ts';

/** The licence needs a valid resource of a kind on every day. The rule is called like the kind. */
export function requires(
  resource: string,
  description: Pick<RuleDescription, 'summary' | 'why' | 'remedy' | 'basis'>,
): LicenceRule {
  return ({ kind }) => ({
    name: resource,
    ...description,
    statuses: REQUIREMENT_STATUSES,
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger({ kind, expires: '2031-11-20', resource: { kind: resource, expires: '2026-10-31' } }),
      passes: exampleLedger({ kind, expires: '2031-11-20', resource: { kind: resource, expires: '2029-10-31' } }),
    },
    check: (licence, context) => checkRequirement(licence, resource, context),
  });
}

/** What to do about a contract that ran out or will: the same words for every kind of contract. */
export function followUp(resource: string): RuleDescription['remedy'] {
  const name = nameOfResourceKind(resource);
  return {
    zh: `续签或另签${name.zh}，作为新条目登记，并用 \`follows\` 指向它接续的条目。`,
    en: `Sign the next ${name.en} and record it as an entry of its own that \`follows\` this one.`,
  };
}
