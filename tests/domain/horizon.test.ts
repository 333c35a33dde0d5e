import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, type CalendarDay, FOREVER, formatDay } from '../../src/domain/calendar-day.ts';
import { check } from '../../src/domain/check.ts';
import { timelineOf } from '../../src/domain/horizon.ts';
import { type Ledger, type Licence, POLICY_DEFAULTS, type Resource } from '../../src/domain/ledger.ts';
import { RESOURCE_KINDS } from '../../src/domain/resource-kinds.ts';
import { licenceKinds } from '../../src/licences/index.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { ownRules } from '../../src/rules/own.ts';
import { buildLedger } from '../support/build-report.ts';
import { day } from '../support/days.ts';
import { readLedger } from '../support/read-ledger.ts';

function rulesFor(ledger: Ledger): typeof catalogue {
  return { kinds: catalogue.kinds, common: [...catalogue.common, ...ownRules(ledger)] };
}

async function ledgerOf(text: string): Promise<Ledger> {
  const { ledger, problems } = await readLedger(
    `version: 1\ncompany: { name: 示例, registeredCapital: 20000000 }\n${text}`,
  );
  if (ledger === undefined) throw new Error(JSON.stringify(problems));
  return ledger;
}

/** `2026-12-15 isp/renewal, …` for each licence, or `never`. */
async function breaches(text: string, asOf = '2026-11-21'): Promise<readonly string[]> {
  const ledger = await ledgerOf(text);
  const { licences } = timelineOf(ledger, rulesFor(ledger), { asOf: day(asOf), until: day('2027-11-21') });
  return licences.map(({ breach }) =>
    breach === undefined
      ? 'never'
      : `${formatDay(breach.day)} ${breach.causes.map(({ finding }) => [finding.rule, ...finding.related].join(' ')).join(', ')}`,
  );
}

const ISP = 'id: isp, kind: isp, number: B1-1, scope: national, issued: 2026-05-01, opened: 2026-06-01';
const LINE = 'kind: leased-line, serves: [isp]';
const REST = `
  - { id: ip, kind: ip-addresses, expires: never, serves: [isp] }
  - { id: test, kind: system-evaluation, expires: never, serves: [isp] }`;

describe('the day on which a licence stops being good', () => {
  test.each([
    [
      'the day after its contract ends',
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-12-31 }${REST}`,
      '2027-01-01 isp/leased-line line',
    ],
    [
      'the first day of a gap',
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-12-31 }\n  - { id: next, ${LINE}, starts: 2027-01-05, expires: never, follows: line }${REST}`,
      '2027-01-01 isp/leased-line line',
    ],
    [
      'not the end of a contract that another one continues',
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-12-31 }\n  - { id: next, ${LINE}, starts: 2027-01-01, expires: 2027-02-28, follows: line }${REST}`,
      '2027-03-01 isp/leased-line next',
    ],
    [
      'not the end of a contract that renews itself, but the report that nobody has announced yet',
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-12-31, autoRenew: { months: 12, noticeDays: 30 } }${REST}`,
      '2027-04-01 isp/annual-report',
    ],
    [
      'the day after the last day for its renewal',
      `licences: [{ ${ISP}, expires: 2027-03-14 }]\nresources:\n  - { id: line, ${LINE}, expires: never }${REST}`,
      '2026-12-15 isp/renewal',
    ],
    [
      'the as-of day where it is broken already',
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-11-20 }${REST}`,
      '2026-11-21 isp/leased-line line',
    ],
    [
      'the day of issue, when its requirements begin',
      `licences: [{ ${ISP.replace('2026-05-01', '2026-12-24')}, expires: 2031-04-30 }]\nresources:${REST}`,
      '2026-12-24 isp/leased-line',
    ],
    [
      'never, where it is given up before',
      `licences: [{ ${ISP}, expires: 2031-04-30, closed: 2027-01-01 }]\nresources:\n  - { id: line, ${LINE}, expires: 2026-12-31 }${REST}`,
      'never',
    ],
    [
      'the day from which a kind asks for more',
      `policy: { number700Notice: 2026-08-03 }\nlicences: [{ id: n, kind: number-700, role: base-platform, scope: [北京, 上海], issued: 2026-09-01, expires: 2029-12-31 }]`,
      '2027-02-04 number-700/pilot-approval',
    ],
    [
      'the day after a quarter’s fee was due',
      `licences: [{ id: n, kind: number-95, numbers: ["95123"], scope: national, issued: 2026-01-01, opened: 2026-02-01, expires: 2030-12-31, feesPaid: { 2026-Q1: 2026-04-01, 2026-Q2: 2026-07-01, 2026-Q3: 2026-10-01, 2026-Q4: 2026-11-01, 2027-Q1: 2026-11-01 }, annualReports: { 2026: 2026-11-01 } }]`,
      '2027-07-11 number-95/fee',
    ],
    [
      'the day on which the licence behind a number is given up',
      `licences:\n  - { id: n, kind: number-106, numbers: ["10690123"], scope: national, issued: 2026-09-01, opened: 2026-10-01, expires: 2030-12-31, feesPaid: { 2026-Q3: 2026-10-01 } }\n  - { id: sp, kind: sp, number: B2-1, scope: national, issued: 2026-01-01, expires: 2030-12-31, closed: 2026-12-24 }`,
      '2026-12-24 number-106/licence sp',
    ],
  ])('%s', async (_, text, expected) => {
    const [first] = await breaches(text);
    expect(first).toBe(expected);
  });

  test('says by which working day to act, and what in words that hold today', async () => {
    const ledger = await ledgerOf(
      `licences: [{ ${ISP}, expires: 2031-04-30 }]\nresources:\n  - { id: line, ${LINE}, expires: 2027-01-03 }${REST}`,
    );
    const { licences } = timelineOf(ledger, rulesFor(ledger), { asOf: day('2026-11-21'), until: day('2027-11-21') });
    const breach = licences[0]?.breach;
    expect(breach).toMatchObject({ day: day('2027-01-04'), daysLeft: 44, actByCalendar: 'weekends' });
    // 3 January 2027 is a Sunday.
    expect(breach?.actBy).toBe(day('2027-01-01'));
    expect(breach?.causes[0]?.message).toEqual({
      zh: '专线接入协议最后有效日为2027-01-03，之后没有接续',
      en: 'the leased line ends on 2027-01-03; nothing follows it',
    });
  });
});

describe('the time line', () => {
  test('has bars, gaps and deadlines', async () => {
    const ledger = await ledgerOf(
      `licences: [{ ${ISP}, expires: 2027-03-14, renewal: { applied: 2026-11-30 } }]\nresources:\n  - { id: old, ${LINE}, expires: 2026-10-31 }\n  - { id: next, ${LINE}, starts: 2026-12-01, expires: 2027-01-31 }\n${REST}`,
    );
    const timeline = timelineOf(ledger, rulesFor(ledger), { asOf: day('2026-11-21'), until: day('2027-11-21') });
    expect(formatDay(timeline.from)).toBe('2026-10-06');
    const [isp] = timeline.licences;
    const [line] = isp?.covers ?? [];
    expect(isp?.goesOnUndetermined).toBe(true);
    expect(isp?.covers.map(({ kind }) => kind)).toEqual(['leased-line', 'ip-addresses', 'system-evaluation']);
    expect(line?.bars.map(({ resource, days }) => `${resource.id} ${formatDay(days.to)}`)).toEqual([
      'old 2026-10-31',
      'next 2027-01-31',
    ]);
    expect(line?.gaps.map(({ from, to }) => `${formatDay(from)} ${formatDay(to)}`)).toEqual([
      '2026-11-01 2026-11-30',
      '2027-02-01 2027-11-21',
    ]);
    expect(isp?.deadlines.map(({ day, finding }) => `${formatDay(day)} ${finding.rule}`)).toEqual([
      '2026-12-14 isp/renewal',
    ]);
  });

  test('is no wider than the licence is asked for', async () => {
    const ledger = await ledgerOf(`licences: [{ ${ISP}, expires: 2027-03-14, closed: 2027-02-01 }]`);
    const { licences } = timelineOf(ledger, rulesFor(ledger), { asOf: day('2026-11-21'), until: day('2027-11-21') });
    expect(licences[0]?.covers[0]?.gaps.map(({ from, to }) => `${formatDay(from)} ${formatDay(to)}`)).toEqual([
      '2026-10-06 2027-01-31',
    ]);
  });
});

const AS_OF = day('2026-11-21');
const DAYS_TRIED = 480;

/** Days around the as-of day. */
const near = fc.integer({ min: -500, max: 700 }).map((days) => addDays(AS_OF, days));
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const licence: fc.Arbitrary<Omit<Licence, 'id'>> = fc.record({
  kind: fc.constantFrom(...licenceKinds.map(({ kind }) => kind)),
  scope: fc.constantFrom('national' as const, ['北京', '上海']),
  issued: maybe(near),
  opened: maybe(near),
  expires: fc.integer({ min: -30, max: 1500 }).map((days) => addDays(AS_OF, days)),
  closed: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: near }),
  renewal: maybe(near.map((applied) => ({ applied }))),
  annualReports: fc.dictionary(fc.constantFrom('2024', '2025', '2026', '2027'), near),
  warnWithin: maybe(fc.constantFrom(0, 30, 400)),
  // A code for commercial messages: it rests on another licence.
  numbers: fc.constant(['10690123']),
  role: fc.constantFrom('application-platform', 'base-platform', 'business-user'),
  feesPaid: fc.dictionary(fc.constantFrom('2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2'), near),
  contactChanges: fc.array(fc.record({ changed: near, reported: maybe(near) }), { maxLength: 1 }),
  messageRecords: maybe(fc.record({ kept: fc.constantFrom(5, 6), checked: near })),
});

const ids = ['l0', 'l1', 'l2'];

/** Long covers among them: else every licence would be broken on the first day. */
const resource: fc.Arbitrary<Omit<Resource, 'id'>> = fc.record({
  kind: fc.constantFrom(...Object.keys(RESOURCE_KINDS)),
  starts: maybe(near),
  expires: fc.oneof(near, fc.constant(FOREVER)),
  serves: fc.constantFrom(ids, ['l0'], ['l1']),
  renew: fc.boolean(),
  autoRenew: maybe(fc.constant({ months: 12, noticeDays: 30 })),
  evidence: fc.constant([]),
});

const covering: fc.Arbitrary<readonly Omit<Resource, 'id'>[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constant(FOREVER) }, { weight: 1, arbitrary: near }), {
    minLength: Object.keys(RESOURCE_KINDS).length,
    maxLength: Object.keys(RESOURCE_KINDS).length,
  })
  .map((ends) =>
    Object.keys(RESOURCE_KINDS).map((kind, at) => ({
      kind,
      expires: ends[at] ?? FOREVER,
      serves: ids,
      renew: true,
      evidence: [],
    })),
  );

const ledgers: fc.Arbitrary<Ledger> = fc
  .record({
    licences: fc.array(licence, { minLength: 1, maxLength: 3 }),
    covering,
    resources: fc.array(resource, { maxLength: 4 }),
    since: maybe(near),
    notice: near,
    own: fc.constantFrom('l0', 'idc'),
  })
  .map(({ licences, covering, resources, since, notice, own }) =>
    buildLedger({
      company: { name: '示例', registeredCapital: 20_000_000, changes: [], systems: [] },
      policy: { ...POLICY_DEFAULTS, since, number700Notice: notice },
      licences: licences.map((one, at) => Object.assign(one, { id: `l${at}` })),
      resources: [...covering, ...resources].map((one, at) => Object.assign(one, { id: `r${at}` })),
      requirements: [{ id: 'own', licence: own, needs: 'hosting', severity: 'error' }],
    }),
  );

/** Day by day: the first full check that reports an error about each licence. */
function naiveBreaches(ledger: Ledger): ReadonlyMap<string, CalendarDay> {
  const found = new Map<string, CalendarDay>();
  for (let days = 0; days <= DAYS_TRIED && found.size < ledger.licences.length; days += 1) {
    const asOf = addDays(AS_OF, days);
    for (const { subject, severity } of check(ledger, rulesFor(ledger), { asOf, selects: () => true })) {
      if (severity === 'error' && !found.has(subject) && subject.startsWith('l')) found.set(subject, asOf);
    }
  }
  return found;
}

test('is the day that a check of every single day would find', () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const naive = naiveBreaches(ledger);
      const { licences } = timelineOf(ledger, rulesFor(ledger), { asOf: AS_OF, until: addDays(AS_OF, 365) });
      for (const { licence, breach } of licences) {
        const expected = naive.get(licence.id);
        if (expected === undefined) expect(breach?.daysLeft ?? DAYS_TRIED + 1).toBeGreaterThan(DAYS_TRIED);
        else expect([licence.kind, breach && formatDay(breach.day)]).toEqual([licence.kind, formatDay(expected)]);
      }
    }),
    { numRuns: 20 },
  );
});
