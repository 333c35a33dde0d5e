/** The one list of what is to be done; what a check finds is made up here. */
import { describe, expect, test } from 'vitest';

import { formatDay } from '../../src/domain/calendar-day.ts';
import { type CheckWithWaivers, WITHOUT_END } from '../../src/domain/deadlines-ahead.ts';
import type { Finding, WaivedBy } from '../../src/domain/finding.ts';
import { type Ledger, POLICY_DEFAULTS } from '../../src/domain/ledger.ts';
import {
  actByOf,
  compareTodo,
  dueWithin,
  gatherTodo,
  isExcused,
  orderOf,
  todoIdentity,
  type TodoItem,
  type TodoLedger,
  todoOf,
  type TodoOptions,
} from '../../src/domain/todo.ts';
import { AS_OF, buildFinding, buildLedger, buildLicence, buildResource } from '../support/build-report.ts';
import { companyNamed } from '../support/company.ts';
import { day } from '../support/days.ts';

const ledgerOf = (ledger: Ledger, file = 'ledger.yaml'): TodoLedger => ({
  name: `name of ${file}`,
  file,
  repositoryPath: undefined,
  ledger,
  asOf: day(AS_OF),
});
const waivedUntil = (until: string): WaivedBy => ({ until: day(until), reason: 'x', approvedBy: 'y' });
/** A deadline to come: a Tuesday, so that its last working day is the same. */
const due = (parts: Parameters<typeof buildFinding>[0] = {}): Finding =>
  buildFinding({ status: 'expiring', severity: 'warning', date: '2026-12-15', ...parts });

/** What each of the questions finds that the list asks. */
interface Found {
  readonly now?: readonly Finding[];
  readonly ahead?: readonly Finding[];
  readonly periods?: readonly Finding[];
  readonly ends?: readonly Finding[];
}

function checkThatFinds({ now = [], ahead = [], periods = [], ends = [] }: Found): CheckWithWaivers {
  return (_, { within, selects, onlyPeriods }) => {
    if (onlyPeriods === true) return periods;
    if (selects !== undefined) return ends;
    return within === WITHOUT_END ? ahead : now;
  };
}

function listOf(found: Found, options: Partial<TodoOptions> = {}, parts: Partial<Ledger> = {}): readonly TodoItem[] {
  return todoOf(ledgerOf(buildLedger(parts)), { check: checkThatFinds(found), ...options });
}

const ofRules = (...rules: readonly string[]): readonly Finding[] => rules.map((rule) => due({ rule, period: '2027' }));
const told = (items: readonly TodoItem[]): readonly string[] =>
  items.map((item) => `${item.urgency} ${item.told} ${item.finding.rule}`);

describe('what a check of today finds', () => {
  test.each<[what: string, finding: Finding, items: readonly string[]]>([
    ['an error without a day', buildFinding(), ['broken today isp/leased-line']],
    ['an error whose day is past', buildFinding({ date: '2026-10-31' }), ['broken today isp/leased-line']],
    ['a warning without a day', buildFinding({ severity: 'warning' }), ['open today isp/leased-line']],
    ['a deadline', due(), ['due today isp/leased-line']],
    ['a deadline that is an error', due({ severity: 'error' }), ['due today isp/leased-line']],
    ['a deadline of this very day', due({ date: AS_OF }), ['due today isp/leased-line']],
    ['a deadline that is past', due({ date: '2026-11-20' }), ['open today isp/leased-line']],
    ['a deadline that is only told', due({ severity: 'info' }), ['due today isp/leased-line']],
    ['what is only told', buildFinding({ severity: 'info' }), []],
    ['what is waived', buildFinding({ waived: waivedUntil('2026-12-31') }), []],
    ['a deadline that is waived', due({ waived: waivedUntil('2026-12-31') }), ['due today isp/leased-line']],
  ])('%s', (_, finding, items) => {
    expect(told(listOf({ now: [finding] }))).toEqual(items);
    expect(told(listOf({}, { today: [finding] }))).toEqual(items);
  });
});

test('a deadline is there once, told by the first that finds it', () => {
  const items = listOf({
    now: ofRules('a/now'),
    ahead: ofRules('a/now', 'b/ahead'),
    periods: ofRules('a/now', 'b/ahead', 'c/period'),
    ends: ofRules('a/now', 'b/ahead', 'c/period', 'd/end'),
  });
  expect(told(items)).toEqual(['due today a/now', 'due ahead b/ahead', 'due ahead c/period', 'due last-day d/end']);
});

test('the worst and soonest first, whoever told it', () => {
  const items = listOf({ now: [due({ date: '2026-12-16' }), buildFinding()], ahead: [due({ date: '2026-12-14' })] });
  expect(items.map(({ urgency, told: by }) => `${urgency} ${by}`)).toEqual(['broken today', 'due ahead', 'due today']);
});

test('only what a check of today finds is broken or open', () => {
  const error = buildFinding({ period: '2027' });
  expect(listOf({ ahead: [error], periods: [error], ends: [error] })).toEqual([]);
});

test('the check of today is asked for the given window, the others for all that lies ahead', () => {
  const asked: unknown[] = [];
  listOf({}, { within: 7, check: (_, { asOf, within }) => (asked.push([formatDay(asOf), within]), []) });
  expect(asked[0]).toEqual([AS_OF, 7]);
  expect(asked[1]).toEqual([AS_OF, WITHOUT_END]);
  expect(asked.slice(1)).not.toContainEqual([AS_OF, 7]);
});

test('until a day: what must be done by then, which may be before its own day', () => {
  const onSunday = due({ date: '2026-12-13' });
  const waivers = [{ rule: 'isp/leased-line', entry: 'isp', from: day(AS_OF), ...waivedUntil('2026-12-31') }];
  const waived = buildFinding({ waived: waivedUntil('2026-12-31') });
  const count = (until: string, found: Found): number => listOf(found, { until: day(until) }, { waivers }).length;
  expect(count('2026-12-10', { now: [onSunday] })).toBe(0);
  expect(count('2026-12-11', { now: [onSunday] })).toBe(1);
  expect(count('2026-12-30', { now: [waived] })).toBe(0);
  expect(count('2026-12-31', { now: [waived] })).toBe(1);
});

test('the end of a waiver, of what is found today and of what lies ahead', () => {
  const waived = waivedUntil('2026-12-31');
  const waiver = { entry: 'isp', from: day(AS_OF), ...waived };
  const waivers = [
    { rule: 'isp/leased-line', ...waiver },
    { rule: 'isp/other', ...waiver },
  ];
  const items = listOf(
    { now: [buildFinding({ waived })], ahead: [due({ rule: 'isp/other', waived })] },
    {},
    { waivers },
  );
  expect(items.map(({ urgency, told: by, finding, waives }) => [urgency, by, finding.rule, waives])).toEqual([
    ['due', 'ahead', 'isp/other', undefined],
    ['due', 'ahead', 'waiver/expired', 'isp/leased-line'],
    ['due', 'ahead', 'waiver/expired', 'isp/other'],
  ]);
});

describe('the name and the days of warning', () => {
  const LEDGER: Partial<Ledger> = {
    company: companyNamed('示例', {
      systems: [
        { id: 'core', kind: 'network-unit', title: '核心网', evaluations: [], assessments: [], resultsSent: {} },
        { id: 'site', kind: 'network-unit', warnWithin: 11, evaluations: [], assessments: [], resultsSent: {} },
      ],
    }),
    licences: [
      buildLicence({ id: 'isp', number: 'B1-1' }),
      buildLicence({ id: 'idc', number: undefined, warnWithin: 12 }),
    ],
    resources: [
      buildResource({ id: 'line', title: '专线', warnWithin: 13 }),
      buildResource({ id: 'spare', title: '备用专线', warnWithin: 14 }),
      buildResource({ id: 'room', kind: 'hosting', title: '机房' }),
    ],
    policy: {
      ...POLICY_DEFAULTS,
      warnWithin: { default: 40, 'leased-line': 41, hosting: 42, renewal: 43 },
    },
  };
  test.each<[what: string, parts: Partial<Finding>, name: string | undefined, lead: number]>([
    ['the company', { subject: 'company' }, undefined, 40],
    ['a system', { subject: 'core' }, '核心网', 40],
    ['a system with days of its own', { subject: 'site' }, undefined, 11],
    ['a licence', { subject: 'isp' }, 'B1-1', 40],
    ['a licence with days of its own', { subject: 'idc' }, undefined, 12],
    ['a renewal', { subject: 'isp', rule: 'licence/renewal' }, 'B1-1', 43],
    ['a renewal with days of its own', { subject: 'idc', rule: 'licence/renewal' }, undefined, 12],
    ['the renewal of no licence', { subject: 'room', rule: 'resource/renewal' }, '机房', 42],
    ['what only begins like a renewal', { subject: 'isp', rule: 'licence/renewal-filed' }, 'B1-1', 40],
    ['a contract', { subject: 'room' }, '机房', 42],
    ['what a contract causes', { subject: 'isp', related: ['room'] }, 'B1-1', 42],
    ['what two contracts cause: the longer', { subject: 'isp', related: ['line', 'spare'] }, 'B1-1', 14],
    ['the same in the other order', { subject: 'isp', related: ['spare', 'line'] }, 'B1-1', 14],
    ['what a licence causes', { subject: 'core', related: ['idc'] }, '核心网', 40],
    ['a renewal that a contract holds up', { subject: 'isp', rule: 'licence/renewal', related: ['line'] }, 'B1-1', 13],
  ])('of %s', (_, parts, name, lead) => {
    const now = [{ ...buildFinding(), ...parts }];
    expect(listOf({ now }, {}, LEDGER)).toMatchObject([{ name, lead }]);
    expect(listOf({ now }, { within: 5 }, LEDGER)).toMatchObject([{ name, lead: 5 }]);
  });
});

function itemOf({ file, urgency = 'due', waives, ...parts }: Partial<TodoItem> & ItemParts = {}): TodoItem {
  const of = ledgerOf(buildLedger(), file);
  return { of, urgency, finding: due(parts), told: 'today', waives, name: undefined, lead: 60 };
}
type ItemParts = Parameters<typeof buildFinding>[0] & { readonly file?: string };

test.each<[what: string, parts: ItemParts, is: boolean]>([
  ['not waived', {}, false],
  ['waived until its day', { waived: waivedUntil('2026-12-15') }, true],
  ['waived beyond its day', { waived: waivedUntil('2026-12-16') }, true],
  ['waived to the day before', { waived: waivedUntil('2026-12-14') }, false],
  ['waived, and without a day', { date: undefined, waived: waivedUntil('2026-12-14') }, true],
])('what is %s is excused: %j', (_, parts, is) => {
  expect(isExcused(itemOf(parts))).toBe(is);
});

test.each([
  [{ actBy: day('2026-12-11'), date: day('2026-12-13') }, '2026-12-11'],
  [{ date: day('2026-12-13') }, '2026-12-13'],
  [{}, AS_OF],
])('%j is done by %s', (parts, by) => {
  expect(formatDay(actByOf(parts, day(AS_OF)))).toBe(by);
});

describe('within 24 days, to the fifteenth of December', () => {
  const inTime = itemOf({ subject: 'in-time' });
  const onSaturday = itemOf({ subject: 'on-saturday', date: '2026-12-19', actBy: day('2026-12-15') });
  const late = itemOf({ subject: 'late', date: '2026-12-16' });
  const later = itemOf({ subject: 'later', date: '2026-12-17' });
  const excused = itemOf({ subject: 'excused', waived: waivedUntil('2026-12-15') });
  const lateExcused = itemOf({ subject: 'late-excused', date: '2026-12-16', waived: waivedUntil('2026-12-16') });
  const broken = itemOf({ subject: 'broken', urgency: 'broken', date: '2026-12-16' });
  const open = itemOf({ subject: 'open', urgency: 'open', date: '2026-12-16' });
  const items = [later, late, lateExcused, excused, onSaturday, inTime, open, broken];

  test('what is due by then, and all that is broken or open', () => {
    expect(dueWithin(items, 24)).toEqual([onSaturday, inTime, open, broken]);
  });

  test('gathered: sorted, with the first thing beyond it, and the number of those that somebody answers for', () => {
    const ledgers = [{ file: 'ledger.yaml', company: '示例' }];
    expect(gatherTodo(items, { asOf: day(AS_OF), days: 24, ledgers })).toEqual({
      asOf: day(AS_OF),
      until: day('2026-12-15'),
      ledgers,
      assumed: [],
      items: [broken, inTime, onSaturday, open],
      waived: 1,
      next: late,
    });
  });

  test('never beyond the end of the calendar; with what is assumed', () => {
    const { until, assumed } = gatherTodo([], { asOf: day('2999-12-01'), days: 31, ledgers: [], assumed: ['a'] });
    expect(formatDay(until)).toBe('2999-12-31');
    expect(assumed).toEqual(['a']);
  });
});

test('an item is known by what it is about, never by its day', () => {
  const known = todoIdentity(itemOf({ related: ['b', 'a'], period: '2026', service: 'idc' }));
  expect(known).toBe('["name of ledger.yaml","isp/leased-line","isp","idc",["a","b"],"2026"]');
  expect(todoIdentity(itemOf({ related: ['a', 'b'], period: '2026', service: 'idc', date: '2027-01-05' }))).toBe(known);
  expect(todoIdentity(itemOf({ waives: 'a/b', related: ['a'] }))).toBe(
    '["name of ledger.yaml","isp/leased-line","isp","",["a"],"","a/b"]',
  );
});

describe('the worst and soonest first', () => {
  test.each<[what: string, first: Partial<TodoItem> & ItemParts, second: Partial<TodoItem> & ItemParts]>([
    ['what is broken before what is due', { urgency: 'broken', date: '2027-12-15' }, { urgency: 'due' }],
    ['what is due before what is open', { urgency: 'due', date: '2027-12-15' }, { urgency: 'open' }],
    ['by when to act', { date: '2026-12-20', actBy: day('2026-12-10') }, { date: '2026-12-15', severity: 'error' }],
    ['its own day', { date: '2026-12-12', severity: 'info' }, { date: '2026-12-13', severity: 'error' }],
    ['no day before a day', { date: undefined, actBy: day(AS_OF) }, { date: AS_OF, actBy: day(AS_OF) }],
    ['the graver', { severity: 'error', file: 'b' }, { severity: 'warning', file: 'a' }],
    ['the file', { file: 'a', rule: 'b/b' }, { file: 'b', rule: 'a/a' }],
    ['the rule', { rule: 'a/a', subject: 'b' }, { rule: 'b/b', subject: 'a' }],
    ['the subject', { subject: 'a', service: 'idc' }, { subject: 'b' }],
    ['no service before a service', { period: '2026' }, { service: 'idc' }],
    ['the service', { service: 'idc', period: '2027' }, { service: 'isp', period: '2026' }],
    ['the period', { period: '2026', waives: 'a/a' }, { period: '2027' }],
    ['nothing waived before what is waived', {}, { waives: 'a/a' }],
    ['the rule that is waived', { waives: 'a/a' }, { waives: 'b/b' }],
  ])('%s', (_, first, second) => {
    const [one, other] = [itemOf(first), itemOf(second)];
    for (const [left, right] of [
      [one, other],
      [orderOf(one), orderOf(other)],
    ] as const) {
      expect(compareTodo(left, right)).toBeLessThan(0);
      expect(compareTodo(right, left)).toBeGreaterThan(0);
      expect(compareTodo(left, left)).toBe(0);
    }
  });
});
