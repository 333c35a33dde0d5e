/** The ledger file as JSON Schema (2020-12), for editors: made of the schema that reads ledgers, with words beside it. */
import * as z from 'zod/mini';

import type { LicenceProfile } from '../domain/licence-kind.ts';
import { RESOURCE_KINDS } from '../domain/resource-kinds.ts';
import type { EntryFields, Field, ShapeForm } from '../fields/field.ts';
import { fieldsOfKind } from '../fields/kind-fields.ts';
import { ledgerFields } from '../fields/ledger.ts';
import { licenceFields, serviceFields } from '../fields/licence.ts';
import { resourceFields } from '../fields/resource.ts';
import { sentence } from '../fields/uses.ts';
import { ledgerSchema, licenceSchema, serviceSchema, shortLicenceSchema } from './ledger-schema.ts';
import { isMapping, type Mapping } from './raw-data.ts';
import * as values from './values.ts';

/** The schema as a file. */
export function ledgerJsonSchemaText(kinds: readonly LicenceProfile[]): string {
  return `${JSON.stringify(ledgerJsonSchema(kinds), undefined, 2)}\n`;
}

/** @throws {Error} where a key is no field: each says in both languages what it is */
function ledgerJsonSchema(kinds: readonly LicenceProfile[]): Mapping {
  const shared = { day: values.day(), end: values.end(), id: values.id(), scope: values.scope() };
  const definitions = Object.entries(shared).map(([name, schema]) => ({ name, schema: toJsonSchema(schema) }));
  const share = (schema: Mapping): Mapping => {
    const same = definitions.find((one) => JSON.stringify(one.schema) === JSON.stringify(schema));
    return same === undefined ? schema : { $ref: `#/$defs/${same.name}` };
  };
  const describe = (schema: z.ZodMiniType, entry: EntryFields): Mapping => {
    return describeEntry(toJsonSchema(schema), entry, share);
  };

  const services = kinds.filter(({ family }) => family === 'service');
  const service = byKind(services, (kind) => describe(serviceSchema(kind), serviceEntry(kind)));
  const long = describe(licenceSchema(), licenceFields);
  const short = byKind(kinds, (kind) => describe(shortLicenceSchema(kind), shortEntry(kind)));
  const commons = commonProperties([long, ...service.anyOf, ...short.anyOf]);
  const licences = {
    type: 'object',
    properties: short.properties,
    anyOf: [
      {
        ...replaceProperty(commons.refer(long), 'services', {
          type: 'array',
          minItems: 1,
          items: { ...service, required: ['kind'], anyOf: service.anyOf.map(commons.refer) },
        }),
        title: '许可证，写明各项业务 A licence with its services',
      },
      ...short.anyOf.map(commons.refer),
    ],
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '电信业务合规台账',
    description: 'Compliance ledger for Chinese telecom licences, version 1.',
    ...replaceProperty(describe(ledgerSchema(), ledgerFields), 'licences', {
      type: ['array', 'null'],
      items: licences,
    }),
    $defs: {
      ...Object.fromEntries(definitions.map(({ name, schema }) => [name, schema])),
      ...commons.definitions,
    },
  };
}

interface ByKind extends Mapping {
  readonly properties: Mapping;
  readonly anyOf: readonly Mapping[];
}

function byKind(kinds: readonly LicenceProfile[], schemaOf: (kind: LicenceProfile) => Mapping): ByKind {
  return {
    type: 'object',
    properties: { kind: { enum: kinds.map(({ kind }) => kind) } },
    anyOf: kinds.map((kind) => ({
      title: `${kind.code} ${kind.name.zh}`,
      description: kind.name.en,
      ...schemaOf(kind),
    })),
  };
}

interface Commons {
  readonly definitions: Mapping;
  /** The same schema with references in place of what it has in common with others. */
  readonly refer: (schema: Mapping) => Mapping;
}

/** Properties that several schemas have alike are written once: `licence-number`. */
function commonProperties(schemas: readonly Mapping[]): Commons {
  const seen = new Map<string, { readonly key: string; readonly schema: unknown; times: number }>();
  for (const [key, schema] of schemas.flatMap(propertiesOf)) {
    const text = JSON.stringify(schema);
    const known = seen.get(text);
    if (known === undefined) seen.set(text, { key, schema, times: 1 });
    else known.times += 1;
  }
  const names = new Map<string, string>();
  const definitions: Record<string, unknown> = {};
  for (const [text, { key, schema, times }] of seen) {
    if (times === 1 || key === 'kind') continue;
    // The renewal of a service is not that of a paper.
    const alike = Object.keys(definitions).filter((name) => name.startsWith(`licence-${key}`)).length;
    const name = alike === 0 ? `licence-${key}` : `licence-${key}-${alike + 1}`;
    names.set(text, name);
    definitions[name] = schema;
  }
  return {
    definitions,
    refer(schema) {
      const properties = propertiesOf(schema).map(([key, one]) => {
        const name = names.get(JSON.stringify(one));
        return [key, name === undefined ? one : { $ref: `#/$defs/${name}` }];
      });
      return { ...schema, properties: Object.fromEntries(properties) };
    },
  };
}

function propertiesOf({ properties }: Mapping): readonly (readonly [string, unknown])[] {
  return isMapping(properties) ? Object.entries(properties) : [];
}

function serviceEntry(kind: LicenceProfile): EntryFields {
  const own = fieldsOfKind(kind).map((one): readonly [string, Field] => [one.key, one]);
  return { fields: { ...Object.fromEntries(own), ...serviceFields.fields } };
}

/** In the short form what a paper says of its renewal holds for its only service. */
function shortEntry(kind: LicenceProfile): EntryFields {
  return { fields: { ...serviceEntry(kind).fields, ...licenceFields.fields } };
}

type Share = (schema: Mapping) => Mapping;

const COMPANYS_OWN = '^x-';

/** The same schema with words beside every field, open for the company's own keys. */
function describeEntry(schema: Mapping, { fields, either }: EntryFields, share: Share): Mapping {
  const properties = isMapping(schema['properties']) ? schema['properties'] : {};
  const described = Object.entries(properties).map(([key, one]) => {
    const found = fields[key];
    if (found === undefined) throw new Error(`${key} is no field`);
    return [key, { ...wordsOf(found), ...(isMapping(one) ? describeShape(one, found.shape, share) : {}) }];
  });
  return {
    ...schema,
    properties: Object.fromEntries(described),
    patternProperties: { [COMPANYS_OWN]: {} },
    ...(either === undefined ? {} : { oneOf: either.map((key) => ({ required: [key] })) }),
  };
}

function wordsOf(one: Field): Mapping {
  const { key, title, describes, example } = one;
  const { zh, en } = sentence(describes);
  const examples = one === resourceFields.fields.kind ? { examples: Object.keys(RESOURCE_KINDS) } : {};
  return { title: `${title.zh} ${title.en}`, description: `${zh}\n${en}\n${key}: ${example}`, ...examples };
}

function describeShape(schema: Mapping, shape: ShapeForm, share: Share): Mapping {
  const shared = share(schema);
  if (shared !== schema) return shared;
  const { items, anyOf, additionalProperties, propertyNames, ...rest } = schema;
  if (Array.isArray(anyOf)) {
    return { ...rest, anyOf: anyOf.map((one) => (isMapping(one) ? describeShape(one, shape, share) : one)) };
  }
  if (shape.type === 'list' && isMapping(items)) return { ...rest, items: describeShape(items, shape.item, share) };
  if (shape.type === 'record' && isMapping(schema['properties'])) return describeEntry(schema, shape.entry, share);
  const pattern = isMapping(propertyNames) ? propertyNames['pattern'] : undefined;
  if (typeof pattern !== 'string' || !isMapping(additionalProperties)) return schema;
  const value = shape.type === 'mapping' ? describeShape(additionalProperties, shape.of, share) : additionalProperties;
  const others = pattern.replace(/^\^/, '^(?!x-)');
  return { ...rest, patternProperties: { [others]: value, [COMPANYS_OWN]: {} }, additionalProperties: false };
}

/** What a property says of itself stays; what may stand there is another schema. */
function replaceProperty(schema: Mapping, key: string, value: Mapping): Mapping {
  const properties = isMapping(schema['properties']) ? schema['properties'] : {};
  const old = isMapping(properties[key]) ? properties[key] : {};
  const { title, description } = old;
  return { ...schema, properties: { ...properties, [key]: { title, description, ...value } } };
}

function toJsonSchema(schema: z.ZodMiniType): Mapping {
  const { $schema: _, '~standard': __, ...rest }: Mapping = { ...z.toJSONSchema(schema, { io: 'input' }) };
  return rest;
}
