import { readFileSync } from 'node:fs';

import formats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../fixtures/sarif/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a JSON Schema
const isValid = ajv.compile<Log>(schema as object);

/** @throws with all that the official schema finds wrong */
export function readSarif(document: string): Log {
  const log: unknown = JSON.parse(document);
  if (isValid(log)) return log;
  throw new Error(ajv.errorsText(isValid.errors));
}
