import { readFile } from 'node:fs/promises';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { runInMemory } from '../support/memory-io.ts';
import { CLEAN, UNKNOWN_FIELD } from '../support/sample-ledgers.ts';

test('ledger schema prints the schema that is shipped, and needs no ledger', async () => {
  const { code, stdout, stderr } = await runInMemory(['schema']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(await readFile(new URL('../../docs/schemas/ledger.schema.json', import.meta.url), 'utf8'));
});

test('a validator of JSON Schema tells a good ledger from a bad one by it', async () => {
  const { stdout } = await runInMemory(['schema']);
  const isLedger = new Ajv2020({ strict: false }).compile(JSON.parse(stdout));
  isLedger(parse(CLEAN));
  expect(isLedger.errors).toBeNull();
  expect(isLedger(parse(UNKNOWN_FIELD))).toBe(false);
});
