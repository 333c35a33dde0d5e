import type { CalendarDay } from './calendar-day.ts';
import type { Licence, Ledger, GrantedService } from './ledger.ts';
import type { LicenceField } from './licence-field.ts';
import { defineRule, type Judgement, type Rule, type RuleContext, type RuleDescription } from './rule.ts';
import type { Text } from './text.ts';

/** What sort of paper a kind stands on: a telecom licence under Order 42, or a number under Order 28. */
export const FAMILIES = ['service', 'number'] as const;
export type Family = (typeof FAMILIES)[number];

/** What a kind of service or of number is called. */
export interface LicenceProfile {
  /** As the ledger writes it: `isp`. */
  readonly kind: string;
  readonly family: Family;
  /** In the Classification Catalogue of Telecommunications Services: `B14`. */
  readonly code: string;
  readonly name: Text;
  /** What people say for it where there is little room: `ISP`. */
  readonly short?: Text | undefined;
  /** What people and the catalogue call it besides: `import`, `add` and the advice of the schema read them. */
  readonly words?: readonly string[] | undefined;
  /** Calendar days before its last day by which renewal must be applied for; absent where there is no such duty. */
  readonly renewalLeadDays?: number | undefined;
  /** Of a number: allotted under Order 28, for the pilot alone, or held under a contract with an operator. */
  readonly grantedBy?: 'allotment' | 'pilot' | 'contract' | undefined;
  /** What this kind records beyond what all kinds do. */
  readonly fields?: readonly LicenceField[] | undefined;
  /** Days from which it asks more, unannounced by any finding before them; looking ahead must stop there. */
  readonly turningDays?: ((ledger: Ledger) => readonly CalendarDay[]) | undefined;
}

/** A kind of service or of number with all its rules: what a file in `licences/` exports. */
export interface LicenceKind extends LicenceProfile {
  readonly rules: readonly Rule[];
}

/** A rule before it belongs to a kind, so that kinds can share it. */
export type ServiceRule = (profile: LicenceProfile) => RuleDescription & {
  /** What it asks, kebab-case: `leased-line`. */
  readonly name: string;
  readonly check: (granted: GrantedService, context: RuleContext) => Judgement;
};

/** Its rules are made when they are asked for: a ledger has few of the kinds that there are. */
export function defineLicence({
  rules,
  ...profile
}: LicenceProfile & { readonly rules: readonly ServiceRule[] }): LicenceKind {
  let made: readonly Rule[] | undefined;
  return {
    ...profile,
    get rules() {
      made ??= rules.map((make) => {
        const { name, check, ...description } = make(profile);
        return defineRule(`${profile.kind}/${name}`, { of: 'service', run: check }, description);
      });
      return made;
    },
  };
}

/** A rule of what every paper of a family owes: `licence/renewal`. */
export function definePaperRule(
  id: string,
  check: (licence: Licence, context: RuleContext) => Judgement,
  description: RuleDescription,
): Rule {
  return defineRule(id, { of: 'licence', run: check }, description);
}
