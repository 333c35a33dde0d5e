/** How a kind of telecom licence is written: what it needs on every day, and what all of them share. */
import { renewOrAdd } from '../../domain/fix.ts';
import type { GrantedService } from '../../domain/ledger.ts';
import { defineLicence, type LicenceKind, type LicenceProfile, type ServiceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { checkRequirement, LICENCE_ENDED, REQUIREMENT_STATUSES } from '../../domain/requirement.ts';
import { nameOfResourceKind } from '../../domain/resource-kinds.ts';
import { type Outcome, type Problem, report, type RuleContext, type RuleDescription } from '../../domain/rule.ts';
import type { Severity } from '../../domain/severity.ts';
import { exampleLedger } from './example-ledger.ts';

/** Order 42, article 27: calendar days before the last valid day by which renewal is applied for. */
export const RENEWAL_LEAD_DAYS = 90;

interface ServiceLicence extends Omit<LicenceProfile, 'family' | 'renewalLeadDays'> {
  /** What this kind asks beyond what Order 42 asks of all; that stands in `service/`. */
  readonly rules: readonly ServiceRule[];
}

/** A licence under Order 42 for value-added services, or for basic ones that are managed like them. */
export function defineServiceLicence(licence: ServiceLicence): LicenceKind {
  return defineLicence({ ...licence, family: 'service', renewalLeadDays: RENEWAL_LEAD_DAYS });
}

interface Requirement extends Pick<RuleDescription, 'summary' | 'why' | 'consequence' | 'remedy' | 'basis'> {
  readonly only?: Condition;
}

/** Where not every service of the kind needs it. */
interface Condition {
  /** Undefined where the ledger does not say. */
  readonly when: (granted: GrantedService, context: RuleContext) => boolean | undefined;
  readonly otherwise: Outcome;
  /** What is told where the ledger does not say. */
  readonly unknown: (granted: GrantedService) => Problem;
  readonly severity: Severity;
  /** Of a licence that needs it, for the examples. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The service needs a valid resource of a kind on every day. The rule is called like the kind. */
export function requires(resource: string, { only, ...description }: Requirement): ServiceRule {
  const fields = only === undefined ? {} : { fields: only.fields };
  const isNeededBy = (granted: GrantedService, context: RuleContext): boolean =>
    only === undefined || only.when(granted, context) === true;
  return ({ kind }) => ({
    name: resource,
    ...description,
    needs: { resource, isNeededBy },
    statuses: { ...REQUIREMENT_STATUSES, ...(only === undefined ? {} : { undetermined: only.severity }) },
    fix: (target) => (target.status === 'undetermined' ? undefined : renewOrAdd(resource)(target)),
    examples: () => ({
      asOf: '2026-11-21',
      fails: exampleLedger({ ...fields, kind, resource: { kind: resource, expires: '2026-10-31' } }),
      passes: exampleLedger({ ...fields, kind, resource: { kind: resource, expires: '2029-10-31' } }),
    }),
    check(granted, context) {
      if (only !== undefined) {
        if (hasEnded(granted.licence, context)) return LICENCE_ENDED;
        const isNeeded = only.when(granted, context);
        if (isNeeded === undefined) return report(only.unknown(granted));
        if (!isNeeded) return only.otherwise;
      }
      return checkRequirement(granted, resource, context);
    },
  });
}

/** What to do about a contract that ran out or will: the same words for every kind of contract. */
export function followUp(resource: string): RuleDescription['remedy'] {
  const name = nameOfResourceKind(resource);
  return {
    zh: `签订${name.zh}并登记为新条目；接续上一份的，用 \`follows\` 指向它。已经签了的，登记即可。`,
    en: `Sign the next ${name.en} and record it as an entry of its own that \`follows\` the one before. One that is signed already only has to be recorded.`,
  };
}
