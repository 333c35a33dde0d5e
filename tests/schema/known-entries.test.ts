/** Entries that were found good are not judged again, and the ledger is the same as if they were. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { applyAllToData, type Edit } from '../../src/domain/edit.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { KnownEntries } from '../../src/schema/known-entries.ts';
import { parseLedger } from '../../src/schema/parse-ledger.ts';
import { soundLedger } from '../../src/schema/sound-ledger.ts';

const KINDS = new Map(licenceKinds.map((kind) => [kind.kind, kind]));

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const end = fc.constantFrom('2026-12-31', '2027-06-30', 'never', '2027-13-01');
const licence = fc.record(
  {
    id,
    kind: fc.constantFrom('isp', 'idc', 'number-95', 'nothing'),
    expires: end,
    issued: fc.constantFrom('2026-01-01', '2028-01-01'),
    annualReports: fc.constantFrom({}, { 2025: '2026-02-01' }, { 2026: '2026-02-01' }),
    'x-own': fc.constant({ any: [1] }),
  },
  { requiredKeys: ['id', 'kind', 'expires'] },
);
const paper = fc.record({
  id,
  expires: end,
  services: fc.uniqueArray(fc.record({ kind: fc.constantFrom('isp', 'cdn') }), { selector: ({ kind }) => kind }),
});
const resource = fc.record(
  {
    id,
    kind: fc.constantFrom('leased-line', 'domain'),
    expires: end,
    serves: fc.array(fc.constantFrom('a', 'b', 'a/isp', 'z'), { maxLength: 2 }),
    follows: id,
    titel: fc.constant('x'),
    'x-own': fc.constant(1),
  },
  { requiredKeys: ['id', 'kind', 'expires'] },
);
const good = fc.record({
  id,
  kind: fc.constantFrom('domain', 'seal'),
  expires: fc.constantFrom('2027-01-01', 'never'),
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('append-entry' as const),
    list: fc.constant('licences' as const),
    entry: fc.oneof(licence, paper),
  }),
  fc.record({
    kind: fc.constant('append-entry' as const),
    list: fc.constant('resources' as const),
    entry: fc.oneof(resource, good),
  }),
  fc.record({
    kind: fc.constant('set-field' as const),
    path: fc.tuple(fc.constantFrom('licences', 'resources'), fc.nat({ max: 3 })),
    field: fc.constantFrom('expires', 'id', 'owner', 'kind', 'x-own'),
    value: fc.constantFrom('2027-01-01', 'a', 'isp', 'domain', 3),
  }),
  fc.record({
    kind: fc.constant('remove-item' as const),
    path: fc.constantFrom(['licences'], ['resources']),
    at: fc.nat({ max: 3 }),
  }),
  fc.constant({ kind: 'set-field', path: ['company'], field: 'name', value: '另一家' } as const),
  fc.constant({ kind: 'set-field', path: [], field: 'version', value: 2 } as const),
);

test('a change of a ledger is judged as if nothing was known', () => {
  let valid = 0;
  fc.assert(
    fc.property(fc.array(good, { minLength: 1, maxLength: 3 }), fc.array(edit, { maxLength: 6 }), (entries, edits) => {
      const known = new KnownEntries();
      let data: unknown = { version: 1, company: { name: '示例' }, resources: entries };
      for (const one of [undefined, ...edits]) {
        const next = one === undefined ? data : applyAllToData(data, [one]);
        if (next === undefined) continue;
        data = next;
        const ledger = soundLedger(data, KINDS, known);
        if (ledger === undefined) continue;
        expect(ledger).toEqual(parseLedger(data, KINDS).ledger);
        valid += 1;
      }
    }),
    { numRuns: 400 },
  );
  expect(valid).toBeGreaterThan(100);
});

test('an entry that did not change is the same object', () => {
  const known = new KnownEntries();
  const [one, two] = [1, 2].map((number) => ({ id: `line-${number}`, kind: 'domain', expires: 'never' }));
  const data = { version: 1, company: { name: '示例' }, resources: [one] };
  const before = soundLedger(data, KINDS, known);
  const after = soundLedger({ ...data, resources: [one, two] }, KINDS, known);
  expect(before?.resources[0]).toBeDefined();
  expect(after?.resources[0]).toBe(before?.resources[0]);
});
