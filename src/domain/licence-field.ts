/** Fields that one kind of licence has and others have not. A module names them; the schema, its docs and the rules read the same object. */
import type { CalendarDay } from './calendar-day.ts';
import type { Service } from './ledger.ts';
import type { Text } from './text.ts';

/** What may stand in a field, as data: the schema is made from it. */
export type FieldShape =
  | { readonly type: 'text' | 'day' | 'count' }
  | { readonly type: 'choice'; readonly values: readonly [string, ...string[]] }
  | { readonly type: 'texts' }
  | { readonly type: 'days-by-quarter' }
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

/** Quarters (`2026-Q3`) to days. */
export function quartersField(name: string, described: Described): LicenceField<Readonly<Record<string, CalendarDay>>> {
  return field(name, described, { type: 'days-by-quarter' });
}

export function recordField<Value>(
  name: string,
  described: Described,
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
    of: (service) => {
      const fields: Readonly<Record<string, unknown>> = { ...service };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema made from `shape` let nothing else in
      return fields[name] as Value | undefined;
    },
  };
}
