import type { Licence } from '../../domain/ledger.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { checkRequirement, REQUIREMENT_STATUSES } from '../../domain/requirement.ts';
import { nameOfResourceKind } from '../../domain/resource-kinds.ts';
import type { RuleContext, RuleDescription } from '../../domain/rule.ts';
import { exampleLedger } from './example-ledger.ts';

interface Requirement extends Pick<RuleDescription, 'summary' | 'why' | 'remedy' | 'basis'> {
  /** Where not every licence of the kind needs it; `fields` are those of a licence that does, for the examples. */
  readonly only?: {
    readonly when: (licence: Licence, context: RuleContext) => boolean;
    readonly fields: Readonly<Record<string, string>>;
  };
}

/** The licence needs a valid resource of a kind on every day. The rule is called like the kind. */
export function requires(resource: string, { only, ...description }: Requirement): LicenceRule {
  const example = { expires: '2031-11-20', ...(only === undefined ? {} : { fields: only.fields }) };
  const isNeededBy = only?.when ?? (() => true);
  return ({ kind }) => ({
    name: resource,
    ...description,
    needs: { resource, isNeededBy },
    statuses: REQUIREMENT_STATUSES,
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger({ ...example, kind, resource: { kind: resource, expires: '2026-10-31' } }),
      passes: exampleLedger({ ...example, kind, resource: { kind: resource, expires: '2029-10-31' } }),
    },
    check: (licence, context) => (isNeededBy(licence, context) ? checkRequirement(licence, resource, context) : []),
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
