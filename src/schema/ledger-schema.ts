/** The fields of the ledger as zod schemas. Built when asked for: most of what the program does needs none. */
/* oxlint-disable typescript/explicit-module-boundary-types -- a schema is its own type; written out it would stand here twice */
import * as z from 'zod/mini';

import type { Ledger, Service } from '../domain/ledger.ts';
import type { LicenceProfile } from '../domain/licence-kind.ts';
import type { EntryFields, Field, ShapeForm, SimpleType } from '../fields/field.ts';
import { ledgerFields } from '../fields/ledger.ts';
import { type Fields, grantFields, listedFields, type Paper, paperFields, shortFields } from './paper.ts';
import * as values from './values.ts';

type Schema<Value = unknown> = z.ZodMiniType<Value>;

/** The whole file but for its licences, which differ by kind: `shortLicenceSchema` and `licenceSchema` check them. */
export function ledgerSchema(): Schema<Ledger> {
  fileSchema ??= entrySchema<Ledger>(ledgerFields);
  return fileSchema;
}

/** Made once: a history has thousands of files. */
let fileSchema: Schema<Ledger> | undefined;

/** What a file that several ledgers share may hold. */
export function sharedSchema(): Schema {
  const { version, extends: next, policy, requirements, duties, rules } = ledgerFields.fields;
  const parts = shapeOf({ extends: next, policy, requirements, duties, rules });
  return values.mapping({ version: z.optional(fieldSchema(version)), ...parts });
}

/** A paper in the short form: `kind`, `scope` and the fields of that kind stand among its own. */
export function shortLicenceSchema(profile: LicenceProfile): Schema<Paper & Service> {
  return mappingOf<Paper & Service>(shortFields(profile), { kind: kindOf(profile) });
}

/** A paper that lists its services. They differ by kind, so `serviceSchema` checks each. */
export function licenceSchema(service: Schema = z.unknown()): Schema<Paper> {
  const services = z.array(service, values.expects('list')).check(z.minLength(1, values.expects('services')));
  return mappingOf<Paper>(paperFields, { services });
}

/** A service of a licence, of a known kind. */
export function serviceSchema(profile: LicenceProfile): Schema<Service> {
  const kind = profile.family === 'number' ? numberKind(profile) : kindOf(profile);
  return mappingOf<Service>(listedFields(profile), { kind });
}

/** A paper in the short form whose kind is unknown: what all kinds share can still be checked, and fields of its own cannot. */
export function unknownLicenceSchema(kinds: readonly string[]): Schema<Paper & Service> {
  const kind = unknownKind(kinds, 'kind-or-services');
  return looseOf<Paper & Service>({ ...paperFields, ...grantFields }, { kind });
}

/** A service of an unknown kind, likewise. */
export function unknownServiceSchema(kinds: readonly string[]): Schema<Service> {
  return looseOf<Service>(grantFields, { kind: unknownKind(kinds, 'licence-kind') });
}

/** The names that the fields of services have in the ledger, those of single kinds included. */
export function serviceFieldNames(kinds: Iterable<LicenceProfile>): ReadonlySet<string> {
  const own = [...kinds].flatMap((kind) => (kind.fields ?? []).map(({ name }) => name));
  return new Set([...Object.keys(grantFields), ...own]);
}

function unknownKind(kinds: readonly string[], expectation: 'licence-kind' | 'kind-or-services') {
  const expected = values.expects(expectation, kinds);
  return z.string(expected).check(z.refine(() => false, expected));
}

function kindOf({ kind }: LicenceProfile) {
  return z.literal(kind, values.expects('licence-kind'));
}

/** A grant of numbers is a paper by itself. */
function numberKind({ kind }: LicenceProfile) {
  return z.literal(kind).check(z.refine(() => false, values.expects('number-in-services')));
}

type Shape = Readonly<Record<string, Schema>>;

// The compiler holds the shape of each field to the type of its key in `Entry`: see `FieldsOf`.
function mappingOf<Entry>(fields: Fields, more: Shape): Schema<Entry> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return values.mapping({ ...shapeOf(fields), ...more }) as Schema as Schema<Entry>;
}

function looseOf<Entry>(fields: Fields, more: Shape): Schema<Entry> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return z.looseObject({ ...shapeOf(fields), ...more }, values.expects('mapping')) as Schema as Schema<Entry>;
}

function entrySchema<Entry>(entry: EntryFields<Entry>): Schema<Entry> {
  const { fields, either } = entry;
  const whole = either === undefined ? values.mapping(shapeOf(fields)) : values.either(shapeOf(fields), either);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return whole as Schema as Schema<Entry>;
}

function shapeOf(fields: Fields): Shape {
  return Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, fieldSchema(one)]));
}

/** What stands behind the key of a field, or nothing. Made once: the fields of a paper are in the schema of each kind. */
export function fieldSchema(field: Field): Schema {
  const made = schemasMade.get(field) ?? makeFieldSchema(field);
  schemasMade.set(field, made);
  return made;
}

const schemasMade = new Map<Field, Schema>();

function makeFieldSchema({ shape, presence, standard }: Field): Schema {
  if (shape.type === 'record' && presence !== 'standard') {
    const filled = values.orEmpty(entrySchema(shape.entry));
    return presence === 'required' ? filled : z.optional(filled);
  }
  if (shape.type === 'record') return values.withStandardOrEmpty(entrySchema(shape.entry), standard);
  const schema = valueSchema(shape);
  if (presence === 'required') return schema;
  // Lists and mappings stand for themselves where they are absent.
  const isOwnStandard = shape.type === 'list' || shape.type === 'mapping';
  if (presence === 'optional') return z.optional(schema);
  return isOwnStandard ? schema : values.withStandard(schema, standard);
}

/** What a shape lets in, and what the ledger makes of it. */
function valueSchema(shape: ShapeForm): Schema {
  if (isSimple(shape)) return simpleSchema(shape.type);
  switch (shape.type) {
    case 'text':
      return values.text(shape.most);
    case 'filled':
      return values.filled(shape.most);
    case 'count':
      return values.count(shape.least, shape.most);
    case 'choice':
      return values.oneOf(shape.values);
    case 'list':
      return values.list(valueSchema(shape.item), shape.item.type === 'record' ? 'entries' : 'values');
    case 'mapping':
      return values.valuesBy(shape.keys, valueSchema(shape.of));
    case 'record':
      return entrySchema(shape.entry);
    case 'licence':
    case 'service':
      return z.unknown();
  }
}

/** One for each sort of value. */
function simpleSchema(type: SimpleType): Schema {
  const made = simpleMade.get(type) ?? SIMPLE[type]();
  simpleMade.set(type, made);
  return made;
}

const simpleMade = new Map<SimpleType, Schema>();

const SIMPLE: Readonly<Record<SimpleType, () => Schema>> = {
  id: values.id,
  kind: values.kind,
  sha256: values.sha256,
  timezone: values.timezone,
  version: values.version,
  day: values.day,
  end: values.end,
  'yes-or-no': values.yesOrNo,
  amount: values.amount,
  scope: values.scope,
  'warn-within': values.warnWithin,
  'evidence-kinds': values.evidenceKinds,
};

function isSimple(shape: ShapeForm): shape is Extract<ShapeForm, { readonly type: SimpleType }> {
  return Object.hasOwn(SIMPLE, shape.type);
}
