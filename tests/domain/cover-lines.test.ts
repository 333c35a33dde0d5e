/** What a time line shows of the contracts behind a licence: bars, gaps and what holds, with the days beside each limit. */
import { describe, expect, test } from 'vitest';

import { BEGINNING, formatDay } from '../../src/domain/calendar-day.ts';
import type { Interval } from '../../src/domain/cover.ts';
import { compareTimelines, type Timeline, timelineOf, type TimelineOptions } from '../../src/domain/horizon.ts';
import type { Ledger, Licence, Resource } from '../../src/domain/ledger.ts';
import { rulesOf } from '../../src/run/check-ledgers.ts';
import { buildLedger, buildLicence, buildResource } from '../support/build-report.ts';
import { day } from '../support/days.ts';

// Of 80 days drawn ten lie before the day that is asked about.
const [FROM, AS_OF, UNTIL] = [day('2026-11-11'), day('2026-11-21'), day('2027-02-09')];
const paper = (parts: Partial<Licence> = {}): Licence =>
  buildLicence({ issued: day('2026-01-01'), expires: day('2031-01-01'), scope: 'national', ...parts });

function timeline(ledger: Partial<Ledger>, options: Partial<TimelineOptions> = {}): Timeline {
  const whole = buildLedger(ledger);
  return timelineOf(whole, rulesOf(whole), { asOf: AS_OF, until: UNTIL, ...options });
}

type Contract = readonly [id: string, starts: string | undefined, expires: string, more?: Partial<Resource>];

function linesOf(contracts: readonly Contract[], licence = paper()) {
  const resources = contracts.map(([id, starts, expires, more]) =>
    buildResource({ id, starts: starts === undefined ? undefined : day(starts), expires: day(expires), ...more }),
  );
  const [first] = timeline({ licences: [licence], resources }).licences;
  return first?.covers ?? [];
}

const written = ({ from, to }: Interval): string =>
  [from, to].map((one) => (one === BEGINNING ? 'ever' : formatDay(one))).join(' ');

test('before the day asked about an eighth of the days after it is drawn', () => {
  expect(timeline({ licences: [paper()] })).toMatchObject({ from: FROM, asOf: AS_OF, until: UNTIL });
  expect(timeline({}, { until: AS_OF })).toMatchObject({ from: AS_OF, licences: [] });
  expect(timeline({}, { until: day('2026-11-22') }).from).toBe(day('2026-11-20'));
});

describe('the leased line of a licence', () => {
  test.each<
    [
      what: string,
      contracts: readonly Contract[],
      bars: readonly string[],
      gaps: readonly string[],
      held: readonly string[],
    ]
  >([
    ['none', [], [], ['2026-11-11 2027-02-09'], []],
    ['without a first day', [['a', undefined, '2027-12-31']], ['a ever 2027-12-31'], [], ['2026-11-21 2027-12-31 a']],
    [
      'that renews itself',
      [['a', '2026-01-01', '2026-12-31', { autoRenew: { months: 12 } }]],
      ['a 2026-01-01 never'],
      [],
      ['2026-11-21 never a'],
    ],
    ['that ended before the days drawn', [['a', '2026-01-01', '2026-11-10']], [], ['2026-11-11 2027-02-09'], []],
    [
      'that ended on the first of them: a gap that is over by the day asked about is none',
      [
        ['a', '2026-01-01', '2026-11-11'],
        ['b', '2026-11-21', '2027-02-09'],
      ],
      ['a 2026-01-01 2026-11-11', 'b 2026-11-21 2027-02-09'],
      [],
      ['2026-11-21 2027-02-09 b'],
    ],
    [
      'that begins a day too late',
      [
        ['a', '2026-01-01', '2026-11-11'],
        ['b', '2026-11-22', '2027-02-08'],
      ],
      ['a 2026-01-01 2026-11-11', 'b 2026-11-22 2027-02-08'],
      ['2026-11-12 2026-11-21', '2027-02-09 2027-02-09'],
      ['2026-11-22 2027-02-08 b'],
    ],
    [
      'that begins on the last day drawn, and one that begins behind it',
      [
        ['b', '2027-02-10', '2027-12-31'],
        ['a', '2027-02-09', '2027-02-09'],
      ],
      ['a 2027-02-09 2027-02-09'],
      ['2026-11-11 2027-02-08'],
      ['2027-02-09 2027-12-31 a b'],
    ],
    [
      'in the order of the first days, then of the last ones',
      [
        ['c', '2026-02-01', '2027-12-31'],
        ['b', undefined, '2027-11-30'],
        ['a', undefined, '2027-10-31'],
        ['d', '2026-01-01', '2027-12-31', { autoRenew: { months: 12 } }],
      ],
      ['a ever 2027-10-31', 'b ever 2027-11-30', 'd 2026-01-01 never', 'c 2026-02-01 2027-12-31'],
      [],
      ['2026-11-21 never a b d c'],
    ],
    [
      'that ended before it began',
      [['a', '2026-12-01', '2027-12-31', { ended: day('2026-11-30') }]],
      [],
      ['2026-11-11 2027-02-09'],
      [],
    ],
    [
      'that holds on, then again',
      [
        ['a', '2026-01-01', '2026-11-21'],
        ['b', '2026-11-23', '2026-12-31'],
        ['c', '2026-12-31', '2027-06-30'],
        ['d', '2026-01-01', '2026-11-20'],
      ],
      ['d 2026-01-01 2026-11-20', 'a 2026-01-01 2026-11-21', 'b 2026-11-23 2026-12-31', 'c 2026-12-31 2027-06-30'],
      ['2026-11-22 2026-11-22'],
      ['2026-11-21 2026-11-21 a', '2026-11-23 2027-06-30 b c'],
    ],
    ['of another licence', [['a', undefined, '2027-12-31', { serves: ['idc'] }]], [], ['2026-11-11 2027-02-09'], []],
  ])('%s', (_, contracts, bars, gaps, held) => {
    const [line] = linesOf(contracts);
    expect(line).toMatchObject({ service: undefined, kind: 'leased-line', rule: 'isp/leased-line', severity: 'error' });
    expect(line?.name.en).toBe('leased line');
    expect(line?.bars.map(({ resource, days }) => `${resource.id} ${written(days)}`)).toEqual(bars);
    expect(line?.gaps.map(written)).toEqual(gaps);
    expect(line?.held.map(({ days, by }) => [written(days), ...by.map(({ id }) => id)].join(' '))).toEqual(held);
  });

  test.each<[what: string, licence: Partial<Licence>, gap: string]>([
    ['from its first day on', { issued: day('2026-11-20') }, '2026-11-20 2027-02-09'],
    ['to its last day', { expires: day('2027-01-31') }, '2026-11-11 2027-01-31'],
    ['to the eve of being given up', { closed: day('2027-01-31') }, '2026-11-11 2027-01-30'],
    [
      'beyond its last day, where its renewal is not decided',
      { expires: day('2027-01-31'), renewal: { applied: day('2026-10-01') } },
      '2026-11-11 2027-02-09',
    ],
    [
      'to the eve of being given up, where its renewal is not decided',
      { expires: day('2027-01-15'), closed: day('2027-01-31'), renewal: { applied: day('2026-10-01') } },
      '2026-11-11 2027-01-30',
    ],
  ])('is asked for %s', (_, licence, gap) => {
    expect(linesOf([], paper(licence))[0]?.gaps.map(written)).toEqual([gap]);
  });
});

describe('several services on one paper', () => {
  const services = [
    { kind: 'isp', scope: 'national' as const, opened: day('2026-02-01') },
    { kind: 'idc', scope: 'national' as const, opened: day('2026-02-01') },
  ];
  const licences = [paper({ id: 'telecom', services })];

  test('each have their lines, and the company asks beside the law', () => {
    const requirements = [
      { id: 'own-line', licence: 'isp', needs: 'leased-line', severity: 'info' as const },
      { id: 'iso', licence: 'idc', needs: 'iso27001', severity: 'info' as const },
    ];
    const [first] = timeline({ licences, requirements }).licences;
    const lines = (first?.covers ?? []).map(({ service, kind, rule }) => `${service} ${kind} ${rule}`);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines).toContain('isp leased-line isp/leased-line');
    expect(lines).toContain('idc iso27001 own/iso');
    expect(lines.some((line) => line.startsWith('idc leased-line') || line.includes('own-line'))).toBe(false);
  });

  test('are told by themselves where somebody asks, and where there are several', () => {
    expect(timeline({ licences }).licences[0]?.services).toEqual([]);
    const asked = timeline({ licences }, { wantsServices: true }).licences[0]?.services;
    expect(asked?.map(({ kind, breach }) => [kind, breach?.day])).toEqual([
      ['isp', AS_OF],
      ['idc', AS_OF],
    ]);
    expect(timeline({ licences: [paper()] }, { wantsServices: true }).licences[0]?.services).toEqual([]);
  });
});

function timelineWith(...ids: readonly string[]): Timeline {
  return timeline({ licences: ids.map((id) => paper({ id })) });
}

test('time lines are set side by side by the ids of licences', () => {
  const { licences, gone } = compareTimelines(timelineWith('b', 'a'), timelineWith('a', 'c'));
  expect(licences.map(({ assumed, recorded }) => [assumed.licence.id, recorded?.licence.id])).toEqual([
    ['b', undefined],
    ['a', 'a'],
  ]);
  expect(gone.map(({ licence }) => licence.id)).toEqual(['c']);
});

test('a term has no beginning where the day of issue is not on record', () => {
  const [first] = timeline({ licences: [paper({ issued: undefined })] }).licences;
  expect(first).toMatchObject({ term: { from: BEGINNING, to: day('2031-01-01') }, goesOnUndetermined: false });
});
