import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { licenceKinds } from '../../src/licences/index.ts';
import { ledgerJsonSchemaText } from '../../src/schema/ledger-json-schema.ts';
import { isMapping, valueAt } from '../../src/schema/raw-data.ts';
import { readLedger } from '../support/read-ledger.ts';

const schema: unknown = JSON.parse(ledgerJsonSchemaText(licenceKinds));
const isLedger = new Ajv2020({ strict: false }).compile(isMapping(schema) ? schema : {});

const HEAD = 'version: 1\ncompany: { name: 示例 }\n';
const licences = (fields: string) => `${HEAD}licences: [{ id: a, expires: 2027-03-14, ${fields} }]\n`;
const resources = (fields: string) => `${HEAD}resources: [{ id: a, kind: domain, expires: never, ${fields} }]\n`;

describe('an editor and the program say the same of', () => {
  test.each([
    { text: licences('kind: isp, scope: national'), isGood: true },
    { text: licences('services: [{ kind: isp, scope: national }, { kind: idc, opened: 2022-06-01 }]'), isGood: true },
    { text: licences('kind: number-95, numbers: ["95123"]'), isGood: true },
    { text: licences('kind: isp, renewal: { declined: 2026-01-01 }, evidence: [{ path: a.pdf }]'), isGood: true },
    { text: licences('kind: isp, x-cost: 5, annualReports: { x-by: 张三, 2025: 2026-02-20 }'), isGood: true },
    { text: `${licences('kind: isp')}policy: { warnWithin: { default: 60, x-why: a } }\n`, isGood: true },
    { text: `${licences('kind: isp')}policy: { warnWithin: 60, requireEvidence: all }\n`, isGood: true },
    { text: `${licences('kind: isp')}rules: { isp/leased-line: off }\n`, isGood: true },
    { text: `${licences('kind: isp')}rules: { isp/leased-line: of }\n`, isGood: false },
    { text: `${licences('kind: isp')}rules: { isp: off }\n`, isGood: false },
    { text: `${licences('kind: isp')}policy: { warnWithin: { renewal: a } }\n`, isGood: false },
    { text: licences('kind: isp, services: [{ kind: isp }]'), isGood: false },
    { text: licences('scope: national'), isGood: false },
    { text: licences('services: []'), isGood: false },
    { text: licences('services: [{ kind: number-95 }]'), isGood: false },
    { text: licences('services: [{ kind: isp, fees: 3 }]'), isGood: false },
    { text: licences('kind: isp, renewal: { applied: 2026-01-01, declined: 2026-01-01 }'), isGood: false },
    { text: licences('kind: isp, annualReports: { 25: 2026-02-20 }'), isGood: false },
    { text: resources('autoRenew: { months: 12, noticeMonths: 3 }'), isGood: true },
    { text: resources('autoRenew: { months: 12 }'), isGood: false },
    { text: resources('ended: 2026-10-15, serves: []'), isGood: true },
    { text: resources('ended: never'), isGood: false },
    { text: `${HEAD.replace('1', '2')}licences: []\n`, isGood: false },
  ])('$text', async ({ text, isGood }) => {
    expect(isLedger(parse(text))).toBe(isGood);
    expect((await readLedger(text)).problems.length === 0).toBe(isGood);
  });
});

test('it is the one that is published', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../docs/schemas/ledger.schema.json', import.meta.url), 'utf8'),
  );
  expect(JSON.parse(ledgerJsonSchemaText(licenceKinds))).toEqual(published);
});

test('every field has its words in both languages', () => {
  const bare: string[] = [];
  walk(schema, [], (field, path) => {
    const { title, description } = field['title'] === undefined ? referred(field) : field;
    const isSaid = typeof title === 'string' && /\p{Script=Han}|SHA/u.test(title) && typeof description === 'string';
    if (!isSaid) bare.push(path.join('.'));
  });
  expect(bare).toEqual([]);
});

function referred({ $ref: reference }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const name = typeof reference === 'string' ? reference.replace('#/$defs/', '') : '';
  const found = valueAt(schema, ['$defs', name]);
  return isMapping(found) ? found : {};
}

/** Every property of every mapping, but for those that only narrow another. */
function walk(
  node: unknown,
  path: readonly string[],
  visit: (field: Readonly<Record<string, unknown>>, path: readonly string[]) => void,
): void {
  if (Array.isArray(node)) {
    node.forEach((one, at) => walk(one, [...path, String(at)], visit));
  } else if (isMapping(node)) {
    for (const [key, value] of Object.entries(node)) {
      const isNarrowing = node['anyOf'] !== undefined && key === 'properties' && node['title'] === undefined;
      if (key === 'properties' && isMapping(value) && !isNarrowing) {
        for (const [name, field] of Object.entries(value)) if (isMapping(field)) visit(field, [...path, name]);
      }
      walk(value, [...path, key], visit);
    }
  }
}
