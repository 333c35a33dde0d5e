/** The ledger file as JSON Schema (2020-12), for editors: made of the schema that reads ledgers, with words beside it. */
import * as z from 'zod/mini';

import type { LicenceKind } from '../domain/licence-kind.ts';
import { RESOURCE_KINDS } from '../domain/resource-kinds.ts';
import { FIELD_TITLES } from './field-titles.ts';
import * as field from './fields.ts';
import { ledgerSchema, licenceFields, licenceSchema } from './ledger-schema.ts';
import { isMapping, type Mapping } from './raw-data.ts';

/** The schema as a file. */
export function ledgerJsonSchemaText(kinds: readonly LicenceKind[]): string {
  return `${JSON.stringify(ledgerJsonSchema(kinds), undefined, 2)}\n`;
}

/** @throws {Error} where a field has no title: each says in both languages what it is */
function ledgerJsonSchema(kinds: readonly LicenceKind[]): Mapping {
  const common = licenceFields();
  const shared = { day: field.day(), end: field.end(), id: field.id(), scope: common.scope };
  const definitions = Object.entries(shared).map(([name, schema]) => ({ name, schema: toJsonSchema(schema) }));
  const share = (schema: Mapping): Mapping => {
    const same = definitions.find((one) => JSON.stringify(one.schema) === JSON.stringify(schema));
    return same === undefined ? schema : { $ref: `#/$defs/${same.name}` };
  };

  const file = describe(toJsonSchema(ledgerSchema(z.unknown())), { path: '', title: titleOf, share });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '电信业务合规台账',
    description: 'Compliance ledger for Chinese telecom licences, version 1.',
    ...replaceItems(file, 'licences', {
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: kinds.map(({ kind }) => kind) } },
      anyOf: kinds.map((kind) => {
        const schema = toJsonSchema(licenceSchema(kind, common));
        const title = titlesWith(kind);
        return {
          title: `${kind.code} ${kind.name.zh}`,
          description: kind.name.en,
          ...describe(schema, { path: 'licences[]', title, share }),
        };
      }),
    }),
    $defs: Object.fromEntries(definitions.map(({ name, schema }) => [name, schema])),
  };
}

/** What stands beside a field: its title, description and example. Undefined where it needs none. */
type TitleOf = (path: string) => Mapping | undefined;

interface Walk {
  /** As `resources[].expires`. */
  readonly path: string;
  readonly title: TitleOf;
  /** A reference in place of a schema that occurs everywhere. */
  readonly share: (schema: Mapping) => Mapping;
}

/** The same schema with words beside every field. */
function describe(schema: Mapping, walk: Walk): Mapping {
  const shared = walk.share(schema);
  if (shared !== schema) return shared;
  const { properties, items, anyOf } = schema;
  return {
    ...schema,
    ...(isMapping(properties) ? { properties: describeFields(properties, walk) } : {}),
    ...(isMapping(items) ? { items: describe(items, { ...walk, path: `${walk.path}[]` }) } : {}),
    ...(Array.isArray(anyOf) ? { anyOf: anyOf.map((one) => (isMapping(one) ? describe(one, walk) : one)) } : {}),
    ...(isMapping(schema['additionalProperties'])
      ? { additionalProperties: describe(schema['additionalProperties'], walk) }
      : {}),
  };
}

function describeFields(properties: Mapping, walk: Walk): Mapping {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const path = walk.path === '' ? name : `${walk.path}.${name}`;
      return [name, { ...walk.title(path), ...(isMapping(schema) ? describe(schema, { ...walk, path }) : {}) }];
    }),
  );
}

function titleOf(path: string): Mapping {
  const title = FIELD_TITLES[path];
  if (title === undefined) throw new Error(`the field ${path} has no title`);
  const suggestions = path === 'resources[].kind' ? { examples: Object.keys(RESOURCE_KINDS) } : {};
  return { title: title.zh, description: title.en, ...suggestions };
}

/** Fields of one kind are described by its module; the parts of such a field by its example. */
function titlesWith({ fields = [] }: LicenceKind): TitleOf {
  const own = new Map(fields.map((one) => [`licences[].${one.name}`, one]));
  return (path) => {
    const described = own.get(path);
    if (described !== undefined) {
      const { title, example } = described;
      return { title: title.zh, description: `${title.en}. As in: ${example}` };
    }
    const isPart = [...own.keys()].some((name) => path.startsWith(`${name}.`) || path.startsWith(`${name}[]`));
    return isPart ? undefined : titleOf(path);
  };
}

/** Puts the schema of the items into a list of the file. */
function replaceItems(file: Mapping, list: string, items: Mapping): Mapping {
  const properties = isMapping(file['properties']) ? file['properties'] : {};
  return {
    ...file,
    properties: { ...properties, [list]: { ...titleOf(list), type: ['array', 'null'], items } },
  };
}

function toJsonSchema(schema: z.ZodMiniType): Mapping {
  const { $schema: _, '~standard': __, ...rest }: Mapping = { ...z.toJSONSchema(schema, { io: 'input' }) };
  return rest;
}
