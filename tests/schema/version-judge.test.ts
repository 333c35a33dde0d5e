/** The versions of a ledger are judged one after the other as if each was looked at alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { licenceKinds } from '../../src/licences/index.ts';
import { parseLedger } from '../../src/schema/parse-ledger.ts';
import { versionJudge } from '../../src/schema/version-judge.ts';

const KINDS = new Map(licenceKinds.map((kind) => [kind.kind, kind]));

const items = fc.constantFrom<object[]>(
  { id: 'isp', kind: 'isp', expires: '2031-03-14', 'x-own': { any: 1 } },
  { id: 'isp', kind: 'isp', expires: '2031-13-14' },
  { id: 'idc', kind: 'idc', expires: '2031-03-14', issued: '2032-01-01' },
  { id: 'telecom', expires: '2031-03-14', services: [{ kind: 'cdn' }] },
);
const contracts = fc.constantFrom<unknown[]>(
  { id: 'line', kind: 'leased-line', expires: '2031-03-14', serves: ['isp'] },
  { id: 'line', kind: 'leased-line', expires: 'never', titel: 'x' },
  { id: 'isp', kind: 'domain', expires: 'never', 'x-': 1 },
  { id: 'other', kind: 'domain', expires: 'never', follows: 'line' },
  'no entry',
);

// The same objects again and again, as who reads the versions of a file gives them.
const version: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record(
      {
        version: fc.constantFrom(1, 1, 1, 2),
        company: fc.constantFrom({ name: '示例' }, { name: '示例' }, {}),
        licences: fc.array(items, { maxLength: 2 }),
        resources: fc.array(contracts, { maxLength: 2 }),
        'x-own': fc.constant([{ 'x-list': 1 }]),
        colour: fc.constantFrom(undefined, undefined, undefined, []),
      },
      { requiredKeys: ['version', 'company'] },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(null, undefined, [], 'text') },
);

test('each has what is wrong with it first, or nothing', () => {
  fc.assert(
    fc.property(fc.array(version, { minLength: 1, maxLength: 4 }), (versions) => {
      const judge = versionJudge(KINDS);
      for (const one of versions) expect(judge(one)).toEqual(parseLedger(one, KINDS).problems[0]?.message);
    }),
    { numRuns: 500 },
  );
});

const isp = { id: 'isp', kind: 'isp', expires: '2031-03-14', 'x-own': { any: 1 } };
const wrong = { id: 'idc', kind: 'idc', expires: '2031-13-14' };
const line = { id: 'line', kind: 'domain', expires: 'never', 'x-': 1 };
const file = (licences: readonly unknown[], resources: readonly unknown[] = [], more: object = {}): object => ({
  version: 1,
  company: { name: '示例' },
  licences,
  resources,
  ...more,
});
const DATE = 'expires: "2031-13-14" is not a day of the calendar';
const NOTHING = 'the ledger has no licences and no resources, so there is nothing to check';
const TWICE = 'the id isp is already used by licences[0]';

test.each<[what: string, versions: readonly unknown[], said: readonly (string | undefined)[]]>([
  ['good, and the same again', [file([isp], [line]), file([isp], [line])], [undefined, undefined]],
  ['a wrong entry beside one that is known', [file([isp]), file([isp, wrong])], [undefined, DATE]],
  ['a wrong entry stays wrong', [file([wrong]), file([wrong])], [DATE, DATE]],
  ['a known entry twice', [file([isp]), file([isp, isp])], [undefined, TWICE]],
  ['a known id in another list', [file([isp], [line]), file([isp], [{ ...line, id: 'isp' }])], [undefined, TWICE]],
  ['no entry at all', [file(['isp'])], ['each item of licences must be a mapping of fields, not "isp"']],
  ['lists and keys of the company itself', [file([isp], [], { 'x-list': [wrong], 'x-own': 1 })], [undefined]],
  ['a list that nobody knows', [file([isp], [], { 'list-x-': [] })], ['unknown field list-x-']],
  ['no mapping', [null, [isp]], [NOTHING, 'the ledger must be a mapping of fields, not a list']],
])('%s', (_, versions, said) => {
  const judge = versionJudge(KINDS);
  expect(versions.map((one) => judge(one)?.en)).toEqual(said);
});
