/** A row is found among thousands of contracts without a look at each, and it is the one that a look at each would find. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Draft } from '../../src/commands/import/draft.ts';
import { contractsIn } from '../../src/commands/import/known-contracts.ts';
import type { Plain, PlainMapping } from '../../src/domain/edit.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { parseLedger } from '../../src/schema/parse-ledger.ts';

const said = <Word>(...words: readonly Word[]): fc.Arbitrary<Word | undefined> =>
  fc.option(fc.constantFrom(...words), { nil: undefined });

const contract = fc.record({
  title: said('甲', '乙'),
  provider: said('电信', '联通'),
  starts: said('2025-01-01', '2026-01-01'),
  expires: fc.constantFrom('2026-06-30', '2026-12-31', 'never'),
});
const row = fc.tuple(said('r0', 'r2', 'x1', 'x2'), contract);

function withoutUnsaid(fields: Readonly<Record<string, string | undefined>>): PlainMapping {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function draftOf(id: string | undefined, fields: PlainMapping): Draft {
  const place = { sheet: { name: '' }, row: 0, column: 0 };
  return {
    list: 'resources',
    kinds: ['leased-line'],
    id,
    serves: [],
    fields,
    saysWhatItFollows: false,
    place,
    placeOf: () => place,
  };
}

interface Slow {
  readonly id: string;
  readonly fields: PlainMapping;
  readonly isRecorded: boolean;
  readonly hasOwnId: boolean;
}

function wordOf(value: Plain | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The same by a look at each. */
function findSlowly(known: readonly Slow[], { id, fields }: Draft): string | undefined {
  const agrees = (one: Slow): boolean =>
    !(id !== undefined && one.hasOwnId) &&
    one.fields['title'] === fields['title'] &&
    ['provider', 'starts'].every((key) => {
      const [here, there] = [fields[key], one.fields[key]];
      return here === undefined || there === undefined || here === there;
    });
  const byId = known.find((one) => one.id === id);
  const alike = byId ?? known.find((one) => one.fields['expires'] === fields['expires'] && agrees(one));
  if (alike !== undefined || id !== undefined || fields['title'] === undefined) return alike?.id;
  const end = ({ fields: { expires } }: Slow): string => (expires === 'never' ? '9999' : wordOf(expires));
  const [last] = known
    .filter((one) => one.isRecorded && agrees(one) && wordOf(fields['starts']) <= end(one))
    .toSorted((one, other) => (end(one) < end(other) ? 1 : end(one) > end(other) ? -1 : 0));
  return last?.id;
}

function ledgerOf(contracts: readonly PlainMapping[]): Ledger {
  const resources = contracts.map((fields, at) => ({ id: `r${at}`, kind: 'leased-line', ...fields }));
  const { ledger } = parseLedger(
    {
      version: 1,
      company: { name: '示例公司' },
      licences: [{ id: 'isp', kind: 'isp', expires: '2030-01-01' }],
      resources,
    },
    catalogue.kinds,
  );
  if (ledger === undefined) throw new Error('it is no ledger');
  return ledger;
}

test('the same contract is found, and the first or last of several', () => {
  fc.assert(
    fc.property(fc.array(contract, { maxLength: 5 }), fc.array(row, { maxLength: 8 }), (recorded, rows) => {
      const fieldsOfAll = recorded.map(withoutUnsaid);
      const contracts = contractsIn(ledgerOf(fieldsOfAll));
      const known: Slow[] = fieldsOfAll.map((fields, at) => ({
        id: `r${at}`,
        fields,
        isRecorded: true,
        hasOwnId: false,
      }));
      for (const [at, [id, given]] of rows.entries()) {
        const draft = draftOf(id, withoutUnsaid(given));
        const found = contracts.find(draft)?.id;
        expect(found).toBe(findSlowly(known, draft));
        if (found !== undefined) continue;
        const own = id ?? `n${at}`;
        contracts.add(draft, own);
        known.push({ id: own, fields: draft.fields, isRecorded: false, hasOwnId: id !== undefined });
      }
    }),
    { numRuns: 2000 },
  );
});
