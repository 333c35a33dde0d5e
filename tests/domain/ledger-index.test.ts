/* oxlint-disable unicorn/consistent-function-scoping -- what a test needs stands beside it */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, BEGINNING } from '../../src/domain/calendar-day.ts';
import { lastDayOf } from '../../src/domain/cover.ts';
import { indexLedger } from '../../src/domain/ledger-index.ts';
import { type Ledger, type Licence, POLICY_DEFAULTS, type Resource, type Service } from '../../src/domain/ledger.ts';
import { companyNamed } from '../support/company.ts';
import { day } from '../support/days.ts';

function licence(id: string, services: readonly Service[], given: Partial<Licence> = {}): Licence {
  return {
    id,
    expires: day('2030-12-31'),
    services,
    isShort: services.length === 1,
    annualReports: {},
    evidence: [],
    ...given,
  };
}

function line(id: string, given: Partial<Resource>): Resource {
  return {
    id,
    kind: 'leased-line',
    expires: day('2026-12-31'),
    serves: ['telecom'],
    renew: true,
    evidence: [],
    ...given,
  };
}

const TELECOM = licence('telecom', [{ kind: 'isp' }, { kind: 'idc' }], { owner: '合规部' });
const NUMBER = licence('number', [{ kind: 'number-95' }]);

function ledgerOf(resources: readonly Resource[]): Ledger {
  return {
    version: 1,
    company: companyNamed('示例'),
    policy: POLICY_DEFAULTS,
    licences: [TELECOM, NUMBER],
    resources,
    requirements: [],
    duties: [],
    waivers: [],
    rules: {},
  };
}

const [ISP = { licence: TELECOM, service: { kind: 'isp' } }, IDC = ISP] = TELECOM.services.map((service) => ({
  licence: TELECOM,
  service,
}));

describe('what serves a service', () => {
  test('serves it by name or with the whole licence, each contract once', () => {
    const index = indexLedger(
      ledgerOf([
        line('all', {}),
        line('isp-alone', { serves: ['telecom/isp'] }),
        line('both', { serves: ['telecom', 'telecom/isp'] }),
        line('idc-alone', { serves: ['telecom/idc'] }),
        line('other-kind', { kind: 'bandwidth' }),
      ]),
    );
    expect(index.resourcesServing(ISP, 'leased-line').map(({ id }) => id)).toEqual(['all', 'both', 'isp-alone']);
    expect(index.resourcesServing(IDC, 'leased-line').map(({ id }) => id)).toEqual(['all', 'both', 'idc-alone']);
    expect(index.resourcesServing(ISP, 'machine-room')).toEqual([]);
  });

  test('has its path where its fields stand', () => {
    const index = indexLedger(ledgerOf([]));
    expect(index.pathOfService('telecom', 'idc')).toEqual(['licences', 0, 'services', 1]);
    expect(index.pathOfService('number', 'number-95')).toEqual(['licences', 1]);
    expect(index.pathOfService('absent', 'isp')).toBeUndefined();
  });
});

describe('the owner of an entry', () => {
  test('is its own, else that of a licence that it serves', () => {
    const index = indexLedger(
      ledgerOf([
        line('owned', { owner: '网络部' }),
        line('served', { serves: ['number', 'telecom/idc'] }),
        line('alone', { serves: ['number'] }),
      ]),
    );
    expect(['owned', 'served', 'alone', 'telecom', 'number', 'absent'].map((id) => index.ownerOf(id))).toEqual([
      '网络部',
      '合规部',
      undefined,
      '合规部',
      undefined,
      undefined,
    ]);
  });
});

describe('the successor of a contract', () => {
  const first = line('first', { starts: day('2026-01-01'), expires: day('2026-12-31') });
  const successorOf = (...others: readonly Resource[]): string | undefined =>
    indexLedger(ledgerOf([first, ...others])).successorOf(first)?.id;

  test.each([
    { name: 'starts on the day after', next: { starts: day('2027-01-01'), expires: day('2027-12-31') }, found: true },
    { name: 'starts before the end', next: { starts: day('2026-06-01'), expires: day('2027-12-31') }, found: true },
    { name: 'has no first day', next: { expires: day('2027-12-31') }, found: true },
    { name: 'starts a day late', next: { starts: day('2027-01-02'), expires: day('2027-12-31') }, found: false },
    { name: 'ends on the same day', next: { starts: day('2026-06-01') }, found: false },
    { name: 'was ended before it', next: { expires: day('2027-12-31'), ended: day('2026-11-30') }, found: false },
    { name: 'is of another kind', next: { kind: 'bandwidth', expires: day('2027-12-31') }, found: false },
    { name: 'serves one service alone', next: { serves: ['telecom/isp'], expires: day('2027-12-31') }, found: false },
    { name: 'serves nothing', next: { serves: [], expires: day('2027-12-31') }, found: false },
    { name: 'serves more', next: { serves: ['number', 'telecom'], expires: day('2027-12-31') }, found: true },
  ])('$name: $found', ({ next, found }) => {
    expect(successorOf(line('next', next))).toBe(found ? 'next' : undefined);
  });

  test('serves the licence where it serves every service that needs the kind', () => {
    const next = line('next', { serves: ['telecom/isp'], starts: day('2027-01-01'), expires: day('2027-12-31') });
    const ledger = ledgerOf([first, next]);
    const onlyIsp = indexLedger(ledger, () => ['isp']);
    expect(onlyIsp.successorOf(first)?.id).toBe('next');
    const both = indexLedger(ledger, () => ['isp', 'idc']);
    expect(both.successorOf(first)).toBeUndefined();
  });

  test('is the one that runs longest of those that serve all of it', () => {
    const both = ['telecom/idc', 'telecom/isp'];
    const one = line('one', { serves: both, expires: day('2026-12-31') });
    const others = [
      line('short', { serves: both, expires: day('2027-03-31') }),
      line('long', { serves: both, expires: day('2027-12-31') }),
      line('partial', { serves: ['telecom/idc'], expires: day('2029-12-31') }),
    ];
    expect(indexLedger(ledgerOf([one, ...others])).successorOf(one)?.id).toBe('long');
  });

  test('is none where the contract itself serves nothing', () => {
    const alone = line('alone', { serves: [] });
    const index = indexLedger(ledgerOf([alone, line('next', { serves: [], expires: day('2027-12-31') })]));
    expect(index.successorOf(alone)).toBeUndefined();
  });

  test('is found wherever a plain search over all entries finds one', () => {
    const serves = fc.subarray(['telecom', 'telecom/isp', 'telecom/idc', 'number']);
    const someDay = fc.nat({ max: 12 }).map((days) => addDays(day('2026-01-01'), days));
    const contracts = fc.array(
      fc.record({ serves, starts: fc.option(someDay, { nil: undefined }), expires: someDay }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(contracts, (given) => {
        const resources = given.map((one, at) => line(`line-${at}`, one));
        const index = indexLedger(ledgerOf(resources), ({ id }) => (id === 'telecom' ? ['isp', 'idc'] : []));
        for (const one of resources) {
          expect(index.successorOf(one) !== undefined).toBe(resources.some((other) => coversOn(one, other)));
        }
      }),
    );
  });
});

/** The plain model: another entry serves all that one serves and covers the day after its last. */
function coversOn(one: Resource, other: Resource): boolean {
  const next = addDays(lastDayOf(one), 1);
  const widened = (serves: readonly string[]): readonly string[] =>
    serves.flatMap((name) => (name === 'telecom' ? ['telecom/isp', 'telecom/idc'] : [name]));
  const servesAll = widened(one.serves).every((name) => widened(other.serves).includes(name));
  return one.serves.length > 0 && servesAll && (other.starts ?? BEGINNING) <= next && lastDayOf(other) >= next;
}
