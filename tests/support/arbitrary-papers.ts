/** Random ledgers as the rules see them: papers with one service or several, grants of numbers, and what serves them. */
import fc from 'fast-check';

import { addDays, FOREVER } from '../../src/domain/calendar-day.ts';
import { type Ledger, type Licence, POLICY_DEFAULTS, type Resource, type Service } from '../../src/domain/ledger.ts';
import { RESOURCE_KINDS } from '../../src/domain/resource-kinds.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { buildLedger } from './build-report.ts';
import { companyNamed } from './company.ts';
import { day } from './days.ts';

export const AS_OF = day('2026-11-21');

/** Days around the as-of day. */
export const near = fc.integer({ min: -500, max: 700 }).map((days) => addDays(AS_OF, days));

function maybe<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(value, { nil: undefined });
}

function kindsOf(family: 'service' | 'number'): readonly string[] {
  return licenceKinds.filter((kind) => kind.family === family).map(({ kind }) => kind);
}

const service = {
  scope: fc.constantFrom('national' as const, ['北京', '上海']),
  opened: maybe(near),
  renewal: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: near.map((declined) => ({ declined })) },
  ),
};

/** Fields of all kinds at once: each reads its own. */
const number: fc.Arbitrary<Service> = fc.record({
  ...service,
  kind: fc.constantFrom(...kindsOf('number')),
  // A code for commercial messages: it rests on another licence.
  numbers: fc.constant(['10690123']),
  role: fc.constantFrom('application-platform', 'base-platform', 'business-user'),
  feesPaid: fc.dictionary(fc.constantFrom('2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2'), near),
  contactChanges: fc.array(fc.record({ changed: near, reported: maybe(near) }), { maxLength: 1 }),
  messageRecords: maybe(fc.record({ kept: fc.constantFrom(5, 6), checked: near })),
});

const services: fc.Arbitrary<readonly Service[]> = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(number) },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(fc.constantFrom(...kindsOf('service')), { minLength: 1, maxLength: 3 })
      .chain((kinds) => fc.tuple(...kinds.map((kind) => fc.record({ ...service, kind: fc.constant(kind) })))),
  },
);

const licence: fc.Arbitrary<Omit<Licence, 'id'>> = fc
  .record({
    services,
    issued: maybe(near),
    expires: fc.integer({ min: -30, max: 1500 }).map((days) => addDays(AS_OF, days)),
    closed: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: near }),
    renewal: fc.oneof(
      { weight: 2, arbitrary: fc.constant(undefined) },
      { weight: 2, arbitrary: near.map((applied) => ({ applied })) },
      { weight: 1, arbitrary: near.map((declined) => ({ declined })) },
    ),
    annualReports: fc.dictionary(fc.constantFrom('2024', '2025', '2026', '2027'), near),
    warnWithin: maybe(fc.constantFrom(0, 30, 400)),
    owner: maybe(fc.constantFrom('网络部', '许可组')),
  })
  .map((parts) => Object.assign(parts, { isShort: parts.services.length === 1, evidence: [] }));

const IDS = ['l0', 'l1', 'l2'];

/** @param names licences and single services of them */
function resourceServing(names: readonly string[]): fc.Arbitrary<Omit<Resource, 'id'>> {
  return fc.record({
    kind: fc.constantFrom(...Object.keys(RESOURCE_KINDS)),
    starts: maybe(near),
    expires: fc.oneof(near, fc.constant(FOREVER)),
    ended: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: near }),
    serves: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
    renew: fc.boolean(),
    autoRenew: maybe(fc.constant({ months: 12, noticeDays: 30 })),
    evidence: fc.constant([]),
  });
}

/** What each licence may need, long covers among them: else every licence would be broken on the first day. */
const covering: fc.Arbitrary<readonly Omit<Resource, 'id'>[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constant(FOREVER) }, { weight: 1, arbitrary: near }), {
    minLength: Object.keys(RESOURCE_KINDS).length,
    maxLength: Object.keys(RESOURCE_KINDS).length,
  })
  .map((ends) =>
    Object.keys(RESOURCE_KINDS).map((kind, at) => ({
      kind,
      expires: ends[at] ?? FOREVER,
      serves: IDS,
      renew: true,
      evidence: [],
    })),
  );

const ownDuty = fc.record({
  months: fc.constantFrom(1, 2, 3, 6, 12),
  from: near,
  grace: fc.constantFrom(0, 10, 45),
  severity: fc.constantFrom('error' as const, 'warning' as const),
  done: fc.dictionary(fc.constantFrom('2026-11', '2026-Q4', '2026-12-15'), near),
});

/** One to three licences with ids `l0` to `l2`. */
export const ledgersOfPapers: fc.Arbitrary<Ledger> = fc
  .array(licence, { minLength: 1, maxLength: 3 })
  .map((licences) => licences.map((one, at): Licence => Object.assign(one, { id: `l${at}` })))
  .chain((licences) => {
    const single = licences.flatMap(({ id, services: its }) => its.map(({ kind }) => `${id}/${kind}`));
    const names = [...licences.map(({ id }) => id), ...single];
    return fc.record({
      licences: fc.constant(licences),
      covering,
      resources: fc.array(resourceServing(names), { maxLength: 4 }),
      since: maybe(near),
      notice: near,
      own: fc.constantFrom('idc', ...names),
      duties: fc.array(fc.tuple(fc.constantFrom('company', ...names), ownDuty), { maxLength: 2 }),
    });
  })
  .map(({ licences, covering: covers, resources, since, notice, own, duties }) =>
    buildLedger({
      company: companyNamed('示例', { registeredCapital: 20_000_000 }),
      policy: { ...POLICY_DEFAULTS, since, number700Notice: notice },
      licences,
      resources: [...covers, ...resources].map((one, at): Resource => Object.assign(one, { id: `r${at}` })),
      requirements: [{ id: 'own', licence: own, needs: 'hosting', severity: 'error' }],
      duties: duties.map(([target, { months, ...duty }], at) => ({
        ...duty,
        id: `duty${at}`,
        title: '例行检查',
        for: target,
        every: { months },
      })),
    }),
  );
