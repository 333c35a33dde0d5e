/** The shapes of the documents and the schemas that the package publishes of them, by what each says of many documents. */
import { readFileSync } from 'node:fs';

import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

import { DOCUMENT_SCHEMAS } from '../../src/schema/document-schemas.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const PAGE = read('docs/json.md').split(/^## /mu);

/** What stands in the place of a value: none of them is what every shape lets in. */
const OTHERS: readonly unknown[] = [null, true, '', 'UTC', -1, 0, 0.5, {}, [], [null], ['UTC']];

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

describe.each(Object.entries(DOCUMENT_SCHEMAS))('ledger/%s@1', (name, shape) => {
  const section = PAGE.find((one) => one.startsWith(`\`ledger/${name}@1\``)) ?? '';
  const [example = ''] = /(?<=```json\n).*?(?=```)/su.exec(section) ?? [];
  const document: unknown = JSON.parse(example);
  const published: object = JSON.parse(read(`docs/schemas/${name}.schema.json`));
  const isLetIn = ajv.compile(published);

  test('lets in the example of its page', () => {
    expect(shape.safeParse(document).success).toBe(true);
    expect(isLetIn(document)).toBe(true);
  });

  test('says of every other document what the published schema says', () => {
    let refused = 0;
    for (const other of variationsOf(document)) {
      const isRefused = !shape.safeParse(other).success;
      expect({ other, isRefused }).toEqual({ other, isRefused: !isLetIn(other) });
      if (isRefused) refused += 1;
    }
    expect(refused).toBeGreaterThan(OTHERS.length);
  });
});

/** The document with one part of it, at whatever depth, left out or replaced. */
function* variationsOf(value: unknown): Generator {
  yield* OTHERS;
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) for (const other of variationsOf(item)) yield value.with(at, other);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      const rest = Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
      yield rest;
      for (const other of variationsOf(part)) yield { ...rest, [key]: other };
    }
  }
}
