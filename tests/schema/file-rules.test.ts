import { describe, expect, test } from 'vitest';

import { ledgerRules } from '../../src/rules/ledger.ts';
import { schemaRules } from '../../src/rules/schema.ts';
import { yamlRules } from '../../src/rules/yaml.ts';
import { readLedger } from '../support/read-ledger.ts';

const rules = [...yamlRules, ...schemaRules, ...ledgerRules];

/** What the text of a ledger does not show by itself: whether another file is there. tests/run/shared-policy.test.ts has its cases. */
const BESIDE = 'ledger/extends';

describe.each(rules.filter(({ id }) => id !== BESIDE))('$id', ({ id, statuses, examples }) => {
  test('the one example fails by this rule alone', async () => {
    const { ledger, problems } = await readLedger(examples().fails);
    expect(ledger).toBeUndefined();
    expect(problems.map(({ rule }) => rule)).toEqual([id]);
    expect(problems.map(({ status }) => status)).toEqual(Object.keys(statuses));
  });

  test('the other is a ledger', async () => {
    const { ledger, problems } = await readLedger(examples().passes);
    expect(problems).toEqual([]);
    expect(ledger).toBeDefined();
  });
});

test('the rules are these', () => {
  expect(rules.map(({ id }) => id)).toMatchInlineSnapshot(`
    [
      "yaml/syntax",
      "yaml/merge-conflict",
      "yaml/indentation",
      "yaml/encoding",
      "yaml/duplicate-key",
      "yaml/multiple-documents",
      "yaml/alias-limit",
      "yaml/tag",
      "yaml/key",
      "schema/unknown-field",
      "schema/missing-field",
      "schema/type",
      "schema/value",
      "schema/date",
      "schema/version",
      "schema/licence-kind",
      "ledger/duplicate-id",
      "ledger/duplicate-number",
      "ledger/duplicate-service",
      "ledger/unknown-reference",
      "ledger/period",
      "ledger/follows-circle",
      "ledger/extends",
      "ledger/empty",
    ]
  `);
});
