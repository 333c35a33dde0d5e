/** In the part of a changed ledger that the change can have broken, there is a problem if there is one in the whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { licenceKinds } from '../../src/licences/index.ts';
import { findIntegrityProblems } from '../../src/schema/integrity.ts';
import { KnownEntries } from '../../src/schema/known-entries.ts';
import { parseLedger } from '../../src/schema/parse-ledger.ts';

const KINDS = new Map(licenceKinds.map((kind) => [kind.kind, kind]));

const LICENCES = ['a', 'b', 'c'];
const RESOURCES = ['p', 'q', 'r', 's', 't'];
const SERVICES = ['isp', 'idc'];

const name = fc.constantFrom(...LICENCES, ...RESOURCES, 'z');
const served = fc.constantFrom(...LICENCES, 'a/isp', 'b/idc', 'z');
const sometimes = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

const kinds = fc.constantFrom(
  { kind: 'isp' },
  { kind: 'idc' },
  { services: SERVICES.map((kind) => ({ kind })) },
  { services: [{ kind: 'isp' }, { kind: 'isp' }] },
);
const licence = (id: fc.Arbitrary<string>) =>
  fc
    .record({ id, number: sometimes(fc.constantFrom('B1-1', 'B1-2', 'Ｂ1-2')), issued: sometimes(day()) }, {})
    .chain((fields) => kinds.map((of) => Object.assign({ expires: '2027-01-01' }, fields, of)));
const resource = (id: fc.Arbitrary<string>) =>
  fc.record({
    id,
    serves: fc.array(served, { maxLength: 2 }),
    follows: sometimes(name),
    starts: sometimes(day()),
    expires: fc.constant('2027-01-01'),
  });
const entryOf = { licences: licence(name), resources: resource(name) };

const company = fc.record({
  systems: fc.array(fc.record({ id: name }), { maxLength: 1 }),
  changes: fc.array(fc.record({ what: fc.constantFrom('scope', 'domain-holder', 'network-filing'), of: name }), {
    maxLength: 1,
  }),
});
const rest = fc.record({
  company,
  requirements: fc.array(fc.record({ id: name, licence: served }), { maxLength: 1 }),
  duties: fc.array(fc.record({ id: name, for: served }), { maxLength: 1 }),
});

/** Nearly always without a problem: ids once each, and only references to what is there and comes before. */
const good = fc
  .tuple(
    fc.uniqueArray(licence(fc.constantFrom(...LICENCES)), { selector: ({ id }) => id, maxLength: 3 }),
    fc.uniqueArray(resource(fc.constantFrom(...RESOURCES)), { selector: ({ id }) => id, minLength: 3, maxLength: 5 }),
  )
  .map(([licences, resources]) => ({
    licences: licences.map((one, at) => Object.assign(one, { number: `B1-${at}`, issued: undefined })),
    resources: resources.map((one, at) =>
      Object.assign(one, {
        starts: undefined,
        follows: one.follows === undefined ? undefined : resources[at - 1]?.id,
        serves: one.serves.filter((id) => licences.some((other) => other.id === id)),
      }),
    ),
  }));

/** In the place of so many entries from one on stand others. */
const splice = fc.constantFrom('licences' as const, 'resources' as const).chain((list) =>
  fc.record({
    list: fc.constant(list),
    at: fc.nat({ max: 5 }),
    gone: fc.nat({ max: 1 }),
    come: fc.array<unknown>(entryOf[list], { maxLength: 2 }),
  }),
);

test('of a ledger without any', () => {
  const parsed = parseLedger({ version: 1, company: { name: '示例' }, licences: [], resources: [SOUND] }, KINDS);
  const { ledger } = parsed;
  if (ledger === undefined) throw new Error('the ledger to note is sound');
  const seen = { broken: 0, whole: 0 };
  fc.assert(
    fc.property(good, rest, sometimes(rest), fc.array(splice, { maxLength: 3 }), (entries, was, becomes, splices) => {
      const before = { ...entries, ...was };
      fc.pre(findIntegrityProblems(before, KINDS).length === 0);
      const lists: Record<'licences' | 'resources', unknown[]> = {
        licences: [...entries.licences],
        resources: [...entries.resources],
      };
      for (const { list, at, gone, come } of splices) lists[list].splice(at, gone, ...come);
      const after = { ...lists, ...(becomes ?? was) };
      const known = new KnownEntries();
      known.note(before, ledger);
      const suspect = known.changeTo(after)?.suspect;
      const isBroken = findIntegrityProblems(after, KINDS).length > 0;
      expect(findIntegrityProblems(suspect, KINDS).length > 0).toBe(isBroken);
      seen[isBroken ? 'broken' : 'whole'] += 1;
    }),
    { numRuns: 2000 },
  );
  expect(seen.broken).toBeGreaterThan(200);
  expect(seen.whole).toBeGreaterThan(200);
});

const SOUND = line('line');

test('is the new contract and what it names, not the other contracts', () => {
  const [first, second, third, other] = [
    line('first'),
    line('second', 'first'),
    line('third', 'second'),
    line('other'),
  ];
  const known = new KnownEntries();
  const data = { version: 1, company: { name: '示例' }, resources: [other, first, second, line('more')] };
  const { ledger } = parseLedger(data, KINDS);
  if (ledger === undefined) throw new Error('the ledger to note is sound');
  known.note(data, ledger);
  const after = { ...data, resources: [...data.resources, third] };
  expect(known.changeTo(after)?.suspect).toEqual({ ...data, resources: [third, second, first, other] });
});

function line(id: string, follows?: string): object {
  return { id, follows, kind: 'leased-line', expires: 'never' };
}

function day(): fc.Arbitrary<string> {
  return fc.constantFrom('2026-01-01', '2028-01-01');
}
