/** What commands write for programs, against the schemas that the package publishes. */
import { readdirSync, readFileSync } from 'node:fs';

import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const FOLDER = new URL('../../docs/schemas/', import.meta.url);

/** The schemas of documents by `NAME` of `ledger/NAME@1`; the schema of the ledger itself is none. */
export const DOCUMENT_NAMES = readdirSync(FOLDER)
  .map((file) => file.replace('.schema.json', ''))
  .filter((name) => name !== 'ledger');

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

const validators = new Map<string, readonly ValidateFunction[]>();

function validatorsOf(name: string): readonly ValidateFunction[] {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`${name}.schema.json`, FOLDER), 'utf8');
  // A reader must let in keys that it does not know; the program must write none that the schema does not tell.
  const published: object = JSON.parse(text);
  const closed: object = JSON.parse(text, (key, value: unknown) =>
    isObject(value) && key !== 'properties' && 'properties' in value
      ? { ...value, additionalProperties: false }
      : value,
  );
  const made = [ajv.compile(published), ajv.compile(closed)];
  validators.set(name, made);
  return made;
}

/** What is wrong with a document, by the schema that it names and by the keys that this schema tells. */
export function faultsOf(text: string): readonly string[] {
  const document: unknown = JSON.parse(text);
  const name = /^ledger\/([a-z-]+)@1$/u.exec(nameIn(document))?.[1];
  if (name === undefined || !DOCUMENT_NAMES.includes(name)) return [`no schema is published of "${nameIn(document)}"`];
  return validatorsOf(name).flatMap((isValid) =>
    isValid(document)
      ? []
      : (isValid.errors ?? []).map(
          ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
        ),
  );
}

function nameIn(document: unknown): string {
  return isObject(document) && 'schema' in document ? String(document.schema) : '';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
