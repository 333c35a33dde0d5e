/** What lies ahead of a day, with the days beside each limit; the checks are made up here. */
import { describe, expect, test } from 'vitest';

import { addDays, addMonths, type CalendarDay, formatDay, LAST_YEAR, yearOf } from '../../src/domain/calendar-day.ts';
import {
  type CheckWithWaivers,
  daysOfPeriods,
  deadlinesAhead,
  endsOfWaivers,
  lastDaysAhead,
  periodsToCome,
  startsOfPeriods,
  withoutDaysLeft,
  WITHOUT_END,
} from '../../src/domain/deadlines-ahead.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Licence, OwnDuty, Waiver } from '../../src/domain/ledger.ts';
import { licenceChecker } from '../../src/domain/licence-checker.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { buildFinding, buildLedger, buildLicence, buildResource } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const AS_OF = day('2026-11-21');

const DUTY: OwnDuty = {
  id: 'drill',
  title: '演练',
  for: 'company',
  every: { months: 6 },
  from: AS_OF,
  grace: 0,
  severity: 'warning',
  done: {},
};
const from = (first: string): OwnDuty => ({ ...DUTY, from: day(first) });

function written(days: Iterable<CalendarDay>): readonly string[] {
  return Array.from(days, formatDay);
}

describe('the days that are left or gone go from a message', () => {
  test.each([
    ['到期（还有40天）。', '到期。'],
    ['到期（1天前）', '到期'],
    ['到期（12天前）', '到期'],
    ['自2026-11-01起没有（已21天）', '自2026-11-01起没有'],
    ['自2026-11-20起没有（已1天）', '自2026-11-20起没有'],
    ['应于2026-11-01前报送，已过20天', '应于2026-11-01前报送'],
    ['应于2026-11-20前报送，已过1天', '应于2026-11-20前报送'],
    ['（还有40天），已过1天（3天前）', ''],
    ['（还有数天）（前天）（已几天）', '（还有数天）（前天）（已几天）'],
  ])('%s', (zh, told) => {
    expect(withoutDaysLeft({ zh, en: '' })).toEqual({ zh: told, en: '' });
  });

  test.each([
    ['it ends, in 40 days', 'it ends'],
    ['it ends, in 1 day; nothing follows', 'it ends; nothing follows'],
    ['it ended, 1 day ago', 'it ended'],
    ['it ended, 12 days ago, 3 days ago', 'it ended'],
    ['none since 2026-11-01 (21 days), and', 'none since 2026-11-01, and'],
    ['none since 2026-11-20 (1 day)', 'none since 2026-11-20'],
    ['due, in 30 days-long terms', 'due, in 30 days-long terms'],
    ['due, in 30 daystars', 'due, in 30 daystars'],
    ['none since May (1 day)', 'none since May (1 day)'],
    ['none since 2026-11-20 (some days)', 'none since 2026-11-20 (some days)'],
  ])('%s', (en, told) => {
    expect(withoutDaysLeft({ zh: '', en })).toEqual({ zh: '', en: told });
  });
});

describe('the days on which periods begin', () => {
  test.each<[what: string, duties: readonly OwnDuty[], until: string, days: readonly string[]]>([
    ['to the eve of a quarter', [], '2026-12-31', ['2026-11-21']],
    ['to the first day of a quarter', [], '2027-01-01', ['2026-11-21', '2027-01-01']],
    ['before the as-of day', [], '2026-11-20', []],
    ['of a duty, in order', [from('2026-12-24')], '2027-01-01', ['2026-11-21', '2026-12-24', '2027-01-01']],
    ['of a duty on the last day', [from('2026-12-24')], '2026-12-24', ['2026-11-21', '2026-12-24']],
    ['of a duty after the last day', [from('2026-12-24')], '2026-12-23', ['2026-11-21']],
    ['of a duty that began', [from('2026-05-30')], '2026-12-01', ['2026-11-21', '2026-11-30']],
  ])('%s', (_, duties, until, days) => {
    expect(written(daysOfPeriods(duties, { asOf: AS_OF, until: day(until) }))).toEqual(days);
  });

  test('do not drift from month ends, and end with the calendar', () => {
    const starts = [...startsOfPeriods({ from: day('2026-08-31'), every: { months: 6 } })];
    expect(written(starts.slice(0, 4))).toEqual(['2026-08-31', '2027-03-01', '2027-08-31', '2028-03-01']);
    const last = starts.at(-1);
    expect(last === undefined ? undefined : yearOf(addMonths(last, 6))).toBeGreaterThan(LAST_YEAR);
  });
});

function due(date: string | undefined, message = 'now'): Finding {
  return buildFinding({
    rule: 'isp/duty',
    status: 'due',
    message: { zh: message, en: message },
    ...(date === undefined ? {} : { date }),
  });
}

describe('the deadlines of a licence', () => {
  const LAST = day('2027-01-31');
  const ahead = (finds: (on: CalendarDay) => readonly Finding[], parts: Partial<Licence> = {}): readonly string[] => {
    const checker = {
      ...licenceChecker(buildLedger(), catalogue, { selects: () => true }),
      findingsOn: (_: Licence, on: CalendarDay) => finds(on),
    };
    const found = deadlinesAhead(buildLicence(parts), { asOf: AS_OF, until: LAST, checker });
    return found.map(({ rule, date, message }) => `${rule} ${date && formatDay(date)} ${message.en}`);
  };
  test('come in the order of their days, up to the last day', () => {
    const all = ['2027-01-31', '2027-02-01', '2026-12-01'].map((date) => due(date));
    expect(ahead(() => [...all, due(undefined), buildFinding({ date: '2026-12-02', status: 'overdue' })])).toEqual([
      'isp/duty 2026-12-01 now',
      'isp/duty 2027-01-31 now',
    ]);
  });

  test('are told in the words of the day on which they come into sight', () => {
    expect(ahead((on) => [due('2027-01-10', formatDay(on))])).toEqual(['isp/duty 2027-01-10 2026-11-21']);
    expect(ahead((on) => (on > AS_OF ? [due('2027-01-10', formatDay(on))] : []))).toEqual([
      'isp/duty 2027-01-10 2027-01-01',
    ]);
  });

  test.each([
    ['2026-11-21', []],
    ['2027-01-01', ['2026-11-21']],
    ['2027-01-02', ['2026-11-21', '2027-01-01']],
  ])('are asked for until it is given up on %s', (closed, days) => {
    const asked: string[] = [];
    ahead(
      (on) => {
        asked.push(formatDay(on));
        return [];
      },
      { closed: day(closed) },
    );
    expect(asked).toEqual(days);
  });
});

describe('periods that have not begun', () => {
  const found = buildFinding({
    period: '2027',
    status: 'due',
    message: { zh: '最迟2027-03-31（还有10天）', en: 'by 2027-03-31, in 10 days' },
  });

  test('are asked for from the next one on, for a year, and told in words of today', () => {
    const asked: string[] = [];
    const check: CheckWithWaivers = (_, { asOf, within }) => {
      asked.push(`${formatDay(asOf)} ${within}`);
      const date = addDays(asOf, 10);
      return [{ ...found, date, daysLeft: 10 }, { ...found, date: undefined }, buildFinding({ period: undefined })];
    };
    const told = [...periodsToCome(buildLedger(), { asOf: AS_OF, until: day('2029-01-01') }, check)];
    expect(asked).toEqual(['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01'].map((on) => `${on} ${WITHOUT_END}`));
    expect(told).toHaveLength(8);
    expect(told[0]).toMatchObject({ daysLeft: 51, message: { zh: '最迟2027-03-31', en: 'by 2027-03-31' } });
    expect(told[1]).toMatchObject({ date: undefined, daysLeft: undefined });
  });

  test.each([
    ['2026-12-31', 0],
    ['2027-01-01', 1],
    ['2027-03-31', 1],
    ['2027-04-01', 2],
  ])('are asked for no longer than to %s: %d times', (until, times) => {
    expect([...periodsToCome(buildLedger(), { asOf: AS_OF, until: day(until) }, () => [found])]).toHaveLength(times);
  });
});

test('last days are asked of the rules of expiry alone, whatever is switched off or waived', () => {
  const waiver: Waiver = { rule: 'a/b', entry: 'isp', from: AS_OF, until: AS_OF, reason: '', approvedBy: '' };
  const ledger = buildLedger({ licences: [buildLicence()], waivers: [waiver], rules: { 'resource/expiry': 'off' } });
  const found = [buildFinding()];
  const check: CheckWithWaivers = (asked, { asOf, within, selects }) => {
    expect(asked).toEqual({ ...ledger, waivers: [], rules: {} });
    expect([asOf, within]).toEqual([AS_OF, WITHOUT_END]);
    const rules = ['licence/expiry', 'number/expiry', 'resource/expiry', 'licence/renewal', 'waiver/expired'];
    expect(rules.filter((rule) => selects?.(rule) === true)).toEqual(rules.slice(0, 3));
    return found;
  };
  expect(lastDaysAhead(ledger, AS_OF, [], check)).toBe(found);
});

test.each([
  ['licence/expiry', 'isp', ['line']],
  ['number/expiry', 'isp', ['line']],
  ['resource/expiry', 'line', ['isp']],
  ['licence/renewal', 'isp', ['isp', 'line']],
])('the last day that %s has told of %s is not asked for again', (rule, subject, left) => {
  const ledger = buildLedger({ licences: [buildLicence({ id: 'isp' })], resources: [buildResource({ id: 'line' })] });
  const asked: string[] = [];
  lastDaysAhead(ledger, AS_OF, [buildFinding({ rule, subject })], ({ licences, resources }) => {
    asked.push(...[...licences, ...resources].map(({ id }) => id));
    return [];
  });
  expect(asked).toEqual(left);
});

describe('the end of a waiver', () => {
  const until = day('2026-12-11');
  const waived = { until, reason: '搬迁', approvedBy: '张三' };
  const waiver: Waiver = { rule: 'isp/line', entry: 'telecom/isp', from: AS_OF, ...waived };
  const excused = buildFinding({
    rule: 'isp/line',
    subject: 'telecom',
    service: 'isp',
    owner: '网络部',
    waived,
    fix: { command: ['ledger', 'add'] },
  });
  const ends = (finding: Finding, parts: Partial<Waiver> = {}): ReturnType<typeof endsOfWaivers> =>
    endsOfWaivers(buildLedger({ waivers: [{ ...waiver, ...parts }] }), AS_OF, [finding]);

  test('is told like a finding, to whom answers for what is waived', () => {
    expect(ends(excused)).toEqual([
      {
        waives: 'isp/line',
        finding: {
          rule: 'waiver/expired',
          status: 'expiring',
          severity: 'warning',
          subject: 'telecom',
          service: 'isp',
          related: [],
          owner: '网络部',
          date: until,
          daysLeft: 20,
          actBy: until,
          actByCalendar: 'published',
          message: {
            zh: 'isp/line的豁免最后一天为2026-12-11（还有20天），之后重新计入',
            en: 'the waiver of isp/line ends on 2026-12-11, in 20 days; after that the finding counts again',
          },
          remedy: expect.objectContaining({ en: expect.stringContaining('remove the waiver') }),
          fix: excused.fix,
          basis: [],
          path: ['waivers', 0, 'until'],
        },
      },
    ]);
  });

  test.each<[what: string, finding: Finding, parts: Partial<Waiver>, isTold: boolean]>([
    ['of the whole licence', excused, { entry: 'telecom' }, true],
    ['of another service', excused, { entry: 'telecom/idc' }, false],
    ['of another rule', excused, { rule: 'isp/other' }, false],
    ['of another reason', excused, { reason: '增资' }, false],
    ['of another day', excused, { until: addDays(until, 1) }, false],
    ['of something that is not waived', { ...excused, waived: undefined }, {}, false],
    ['before a deadline', buildFinding({ ...excused, status: 'due', date: '2026-12-12' }), {}, false],
    ['on a deadline', buildFinding({ ...excused, status: 'due', date: '2026-12-11' }), {}, true],
    [
      'before a day that asks for nothing',
      buildFinding({ ...excused, status: 'pending', date: '2026-12-12' }),
      {},
      true,
    ],
  ])('%s', (_, finding, parts, isTold) => {
    expect(ends(finding, parts)).toHaveLength(isTold ? 1 : 0);
  });
});
