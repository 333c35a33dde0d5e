/** A file that is wrong from end to end. */
import { expect, test } from 'vitest';

import { licenceKinds } from '../../src/licences/index.ts';
import { parseLedger } from '../../src/schema/parse-ledger.ts';

const KINDS = new Map(licenceKinds.map((kind) => [kind.kind, kind]));
const HEAD = { version: 1, company: { name: '示例' } };
const KEYS = Object.fromEntries(Array.from({ length: 300_000 }, (_, at) => [`unknown${at}`, 1]));

test.each([
  ['of the file', { ...HEAD, ...KEYS }],
  ['of one licence', { ...HEAD, licences: [{ id: 'isp', kind: 'isp', ...KEYS }] }],
])('of 300,000 unknown keys %s the first twenty thousand are told, and the last says so', (_, data) => {
  const { ledger, problems } = parseLedger(data, KINDS);
  expect(ledger).toBeUndefined();
  expect(problems).toHaveLength(20_000);
  expect(problems.at(-1)?.message.en).toContain('(only the first 20000 problems are listed;');
});
