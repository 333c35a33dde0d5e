import type { CalendarDay } from './calendar-day.ts';
import type { Ledger, Licence } from './ledger.ts';
import type { LicenceField } from './licence-field.ts';
import { type Rule, type RuleContext, type Problem, type RuleDescription, defineRule } from './rule.ts';
import type { Text } from './text.ts';

/** What a kind of licence is called. */
export interface LicenceProfile {
  /** As the ledger writes it: `isp`. */
  readonly kind: string;
  /** In the Classification Catalogue of Telecommunications Services: `B14`. */
  readonly code: string;
  readonly name: Text;
  /** Calendar days before its last day by which renewal must be applied for; absent where there is no such duty. */
  readonly renewalLeadDays?: number | undefined;
  /** What this kind records beyond what all kinds do. */
  readonly fields?: readonly LicenceField[] | undefined;
  /** Days from which it asks more, unannounced by any finding before them; looking ahead must stop there. */
  readonly turningDays?: ((ledger: Ledger) => readonly CalendarDay[]) | undefined;
}

/** A kind of licence with all its rules: what a file in `licences/` exports. */
export interface LicenceKind extends LicenceProfile {
  readonly rules: readonly Rule[];
}

/** A rule before it belongs to a kind, so that kinds can share it. */
export type LicenceRule = (profile: LicenceProfile) => RuleDescription & {
  /** What it asks, kebab-case: `annual-report`. */
  readonly name: string;
  readonly check: (licence: Licence, context: RuleContext) => Iterable<Problem>;
};

/** Its rules are made when they are asked for: a ledger has few of the kinds that there are. */
export function defineLicence({
  rules,
  ...profile
}: LicenceProfile & { readonly rules: readonly LicenceRule[] }): LicenceKind {
  let made: readonly Rule[] | undefined;
  return {
    ...profile,
    get rules() {
      made ??= rules.map((make) => {
        const { name, check, ...description } = make(profile);
        return defineRule(`${profile.kind}/${name}`, { of: 'licence', run: check }, description);
      });
      return made;
    },
  };
}
