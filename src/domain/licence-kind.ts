/** A kind of service or of number, and the fields that it has and others have not. Schema, docs and rules read the same object. */
import type { CalendarDay } from './calendar-day.ts';
import type { GrantedService, Ledger, Licence, Service } from './ledger.ts';
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

/** What may stand in a field, as data: the schema is made from it. */
export type FieldShape =
  | { readonly type: 'text' | 'day' | 'count' }
  | { readonly type: 'choice'; readonly values: readonly [string, ...string[]] }
  | { readonly type: 'texts' }
  | { readonly type: 'days-by-quarter' | 'days-by-province' }
  | { readonly type: 'record'; readonly parts: Readonly<Record<string, FieldPart>> }
  | { readonly type: 'records'; readonly parts: Readonly<Record<string, FieldPart>> };

/** A part of a record: a day or a whole number. */
export interface FieldPart {
  readonly type: 'day' | 'count';
  readonly required: boolean;
}

export interface LicenceField<Value = unknown> {
  readonly name: string;
  readonly title: Text;
  /** What a record is of: it stands before the names of its parts where they have columns of their own. */
  readonly short?: Text | undefined;
  readonly shape: FieldShape;
  /** As the ledger writes it. */
  readonly example: string;
  /** What the service says; undefined where it says nothing. */
  readonly of: (service: Service) => Value | undefined;
}

type Described = Pick<LicenceField, 'title' | 'example'>;

export function textField(name: string, described: Described): LicenceField<string> {
  return field(name, described, { type: 'text' });
}

export function countField(name: string, described: Described): LicenceField<number> {
  return field(name, described, { type: 'count' });
}

export function textsField(name: string, described: Described): LicenceField<readonly string[]> {
  return field(name, described, { type: 'texts' });
}

export function choiceField<const Values extends readonly [string, ...string[]]>(
  name: string,
  described: Described,
  values: Values,
): LicenceField<Values[number]> {
  return field(name, described, { type: 'choice', values });
}

export function dayField(name: string, described: Described): LicenceField<CalendarDay> {
  return field(name, described, { type: 'day' });
}

/** Provinces, by their short Chinese names, to days. */
export function provincesField(
  name: string,
  described: Described,
): LicenceField<Readonly<Record<string, CalendarDay>>> {
  return field(name, described, { type: 'days-by-province' });
}

/** Quarters (`2026-Q3`) to days. */
export function quartersField(name: string, described: Described): LicenceField<Readonly<Record<string, CalendarDay>>> {
  return field(name, described, { type: 'days-by-quarter' });
}

export function recordField<Value>(
  name: string,
  described: Described & { readonly short: Text },
  parts: Readonly<Record<keyof Value & string, FieldPart>>,
): LicenceField<Value> {
  return field(name, described, { type: 'record', parts });
}

export function recordsField<Value>(
  name: string,
  described: Described,
  parts: Readonly<Record<keyof Value & string, FieldPart>>,
): LicenceField<readonly Value[]> {
  return field(name, described, { type: 'records', parts });
}

function field<Value>(name: string, described: Described, shape: FieldShape): LicenceField<Value> {
  return {
    ...described,
    name,
    shape,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema made from `shape` let nothing else in
    of: (service) => (service as unknown as Readonly<Record<string, Value | undefined>>)[name],
  };
}
