/** On which days the search for a breach looks, and what it tells of the one it finds; the findings are made up here. */
import { describe, expect, test } from 'vitest';

import { type Breach, firstBreach, isOwnEnd, type Outlook, outlookOf } from '../../src/domain/breach.ts';
import { addDays, type CalendarDay, FOREVER, formatDay } from '../../src/domain/calendar-day.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Ledger, Licence, OwnDuty } from '../../src/domain/ledger.ts';
import { POLICY_DEFAULTS } from '../../src/domain/ledger.ts';
import { licenceChecker } from '../../src/domain/licence-checker.ts';
import type { LicenceKind } from '../../src/domain/licence-kind.ts';
import { defineRule, MET, type Rule, type RuleDescription } from '../../src/domain/rule.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { buildFinding, buildLedger, buildLicence } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const AS_OF = day('2026-11-21');
const SEEN = day('2026-12-10');
const NOTHING = { zh: '', en: '' };

function ruleOf(id: string, parts: Partial<RuleDescription> = {}): Rule {
  return defineRule(
    id,
    { of: 'licence', run: () => MET },
    {
      summary: NOTHING,
      why: NOTHING,
      remedy: NOTHING,
      statuses: { due: 'warning', overdue: 'error' },
      basis: [],
      examples: () => ({ asOf: '', fails: '', passes: '' }),
      ...parts,
    },
  );
}

function lawFrom(from: CalendarDay, until?: CalendarDay): Rule {
  return ruleOf('isp/law', { basis: [{ instrument: NOTHING, url: '', certainty: 'text', from, until }] });
}

function duty(parts: Partial<OwnDuty>): OwnDuty {
  return {
    id: 'drill',
    title: '演练',
    for: 'isp',
    every: { months: 1 },
    from: day('2026-12-05'),
    grace: 0,
    severity: 'error',
    done: {},
    ...parts,
  };
}

interface Search {
  readonly asOf?: CalendarDay;
  readonly licence?: Licence;
  readonly ledger?: Partial<Ledger>;
  readonly rules?: readonly Rule[];
  readonly turningDays?: readonly CalendarDay[];
  readonly before?: CalendarDay;
  readonly isMeant?: (finding: Finding) => boolean;
  /** What a check of the day finds. */
  readonly finds?: (on: CalendarDay) => readonly Finding[];
}

interface Searched {
  readonly days: readonly string[];
  readonly breach: Breach | undefined;
  readonly outlook: Outlook;
  /** How often the search asked which rules there are. */
  readonly asked: number;
}

/** The licence ends on 14 March 2027; nobody looks from May on, where nothing else is said. */
function search({
  asOf = AS_OF,
  licence = buildLicence(),
  ledger: parts = {},
  rules = [],
  turningDays,
  before = day('2027-05-01'),
  isMeant,
  finds = () => [],
}: Search): Searched {
  const ledger = buildLedger(parts);
  const days: string[] = [];
  let asked = 0;
  const checker = {
    ...licenceChecker(ledger, catalogue, { selects: () => true }),
    findingsOn: (_: Licence, on: CalendarDay) => {
      days.push(formatDay(on));
      return finds(on);
    },
    rulesOf: () => {
      asked += 1;
      return rules;
    },
  };
  const kind: LicenceKind = {
    kind: 'isp',
    code: '',
    family: 'service',
    name: NOTHING,
    rules: [],
    turningDays: turningDays && (() => turningDays),
  };
  const outlook = outlookOf(ledger, new Map([['isp', kind]]), asOf, checker);
  const breach = firstBreach(licence, outlook, isMeant, before);
  return { days, breach, outlook, asked };
}

/** The as-of day, the last day of the term, the day after it, and the first days of quarters. */
const ALWAYS = ['2026-11-21', '2027-01-01', '2027-03-14', '2027-03-15', '2027-04-01'];

function further(asked: Search): readonly string[] {
  const { days } = search(asked);
  expect(days.filter((one) => ALWAYS.includes(one))).toEqual(ALWAYS);
  expect(days).toEqual(days.toSorted());
  return days.filter((one) => !ALWAYS.includes(one));
}

const other = (parts: Partial<Licence>): Partial<Ledger> => ({
  licences: [buildLicence({ id: 'other', expires: FOREVER, ...parts })],
});
const on =
  (found: CalendarDay, finding: Finding) =>
  (asked: CalendarDay): readonly Finding[] =>
    asked === found ? [finding] : [];
const WARNING = buildFinding({ rule: 'isp/duty', status: 'due', severity: 'warning', date: '2026-12-10' });
const INFO = ruleOf('isp/duty', { statuses: { due: 'warning' } });

describe('the days on which it looks', () => {
  test('are those of the licence and the beginnings of quarters', () => {
    expect(search({}).days).toEqual(ALWAYS);
  });

  test.each<[what: string, asked: Search, days: readonly string[]]>([
    ['a recorded day and the day after it', { licence: buildLicence({ issued: SEEN }) }, ['2026-12-10', '2026-12-11']],
    ['the day after one that is today', { licence: buildLicence({ issued: AS_OF }) }, ['2026-11-22']],
    ['none of a day that is over', { licence: buildLicence({ issued: addDays(AS_OF, -1) }) }, []],
    ['a day of a service', { licence: buildLicence({ opened: SEEN }) }, ['2026-12-10', '2026-12-11']],
    ['a day in a list', { licence: buildLicence({ annualReports: { 2026: SEEN } }) }, ['2026-12-10', '2026-12-11']],
    ['none of FOREVER', { ledger: other({}) }, []],
    ['the day of issue of another licence', { ledger: other({ issued: SEEN }) }, ['2026-12-10']],
    ['the day after the term of another licence', { ledger: other({ expires: SEEN }) }, ['2026-12-11']],
    ['the day on which another is given up', { ledger: other({ closed: SEEN }) }, ['2026-12-10']],
    ['the day of another’s application', { ledger: other({ renewal: { applied: SEEN } }) }, ['2026-12-10']],
    ['the day of another’s notice', { ledger: other({ renewal: { declined: SEEN } }) }, ['2026-12-10']],
    ['none of another that is over', { ledger: other({ issued: AS_OF, closed: addDays(AS_OF, -1) }) }, []],
    ['the first day of a law', { rules: [lawFrom(SEEN)] }, ['2026-12-10']],
    ['the day after the last day of a law', { rules: [lawFrom(day('2020-01-01'), SEEN)] }, ['2026-12-11']],
    ['the days of its kind', { turningDays: [SEEN] }, ['2026-12-10']],
    ['none of kinds that nobody knows', { licence: buildLicence({ kind: 'fax' }), turningDays: [SEEN] }, []],
    [
      'the first days of a duty until one is asked for that is not done',
      { ledger: { duties: [duty({})] } },
      ['2026-12-05', '2027-01-05'],
    ],
    [
      'one more for each that is done',
      { ledger: { duties: [duty({ done: { '2026-12': SEEN } })] } },
      ['2026-12-05', '2027-01-05', '2027-02-05'],
    ],
    [
      'those after the as-of day',
      { ledger: { duties: [duty({ from: day('2026-10-21') })] } },
      ['2026-12-21', '2027-01-21'],
    ],
    [
      'those after the day from which the policy asks',
      { ledger: { duties: [duty({})], policy: { ...POLICY_DEFAULTS, since: day('2027-01-05') } } },
      ['2026-12-05', '2027-01-05', '2027-02-05', '2027-03-05'],
    ],
    [
      'those after the day of issue',
      { licence: buildLicence({ issued: day('2026-12-05') }), ledger: { duties: [duty({})] } },
      ['2026-12-05', '2026-12-06', '2027-01-05', '2027-02-05'],
    ],
    [
      'those of a duty of one service',
      { ledger: { duties: [duty({ for: 'isp/isp' })] } },
      ['2026-12-05', '2027-01-05'],
    ],
    ['none of a duty of another', { ledger: { duties: [duty({ for: 'company' })] } }, []],
    ['the day after a deadline', { rules: [ruleOf('isp/duty')], finds: on(AS_OF, WARNING) }, ['2026-12-11']],
    [
      'the day after a deadline that is today',
      { rules: [ruleOf('isp/duty')], finds: on(AS_OF, { ...WARNING, date: AS_OF }) },
      ['2026-11-22'],
    ],
    ['none of what has no day', { rules: [ruleOf('isp/duty')], finds: on(AS_OF, { ...WARNING, date: undefined }) }, []],
    ['none of a rule that is no error', { rules: [INFO], finds: on(AS_OF, WARNING) }, []],
    [
      'none of a rule that the company makes a warning',
      { rules: [ruleOf('isp/duty')], ledger: { rules: { 'isp/duty': 'warning' } }, finds: on(AS_OF, WARNING) },
      [],
    ],
    [
      'none of findings that are not meant',
      { rules: [ruleOf('isp/duty')], finds: on(AS_OF, WARNING), isMeant: () => false },
      [],
    ],
  ])('%s', (_, asked, days) => {
    expect(further(asked)).toEqual(days);
  });

  /** Two years, and one more for each day on record. */
  test.each<[what: string, asked: Search, last: string]>([
    ['the end of its term', {}, '2029-10-01'],
    ['and one other day', { licence: buildLicence({ opened: day('2020-01-01') }) }, '2030-10-01'],
    ['a number that is no day', { licence: buildLicence({ warnWithin: 400_000 }) }, '2029-10-01'],
    ['a day of issue to come', { licence: buildLicence({ issued: day('2027-02-03') }) }, '2031-01-01'],
    ['a law to come', { rules: [lawFrom(day('2027-02-03'))] }, '2030-01-01'],
    ['a quarter that begins on the last day', { asOf: day('2027-01-01') }, '2030-01-01'],
    ['the day before', { asOf: day('2026-12-31') }, '2029-10-01'],
  ])('the last beginning of a quarter: %s', (_, asked, last) => {
    const { days, breach } = search({ ...asked, before: FOREVER });
    expect([days.at(-1), breach]).toEqual([last, undefined]);
  });

  test('the calendar has an end', () => {
    const last = day('2999-12-31');
    const { days } = search({ licence: buildLicence({ expires: last }), before: FOREVER });
    expect(days.slice(-2)).toEqual(['2999-12-31', '3000-01-01']);
    expect(search({ licence: buildLicence({ expires: addDays(last, 1) }), before: FOREVER }).days.at(-1)).toBe(
      '2028-10-01',
    );
  });

  test('none from the day on which nobody looks any more', () => {
    expect(search({ before: day('2027-03-15') }).days).toEqual(ALWAYS.slice(0, 3));
    expect(search({ before: AS_OF }).days).toEqual([]);
  });

  test('none from the day on which it is given up', () => {
    expect(search({ licence: buildLicence({ closed: day('2027-03-15') }) }).days).toEqual(ALWAYS.slice(0, 3));
    expect(search({ licence: buildLicence({ closed: AS_OF }) }).days).toEqual([]);
  });

  test('the rules are asked once for all licences that have the same, and not at all for what is broken today', () => {
    const rules = [ruleOf('isp/duty'), INFO, ruleOf('isp/other', { statuses: { missing: 'error' } })];
    const { outlook } = search({ rules });
    expect([...outlook.gravest]).toEqual([[rules, new Set(['isp/duty', 'isp/other'])]]);
    outlook.gravest.set(rules, new Set());
    let looks = 0;
    const findingsOn = (_: Licence, asked: CalendarDay): readonly Finding[] => {
      looks += 1;
      return on(AS_OF, WARNING)(asked);
    };
    firstBreach(
      buildLicence(),
      { ...outlook, checker: { ...outlook.checker, findingsOn } },
      undefined,
      day('2027-05-01'),
    );
    expect(looks).toBe(ALWAYS.length);
    expect(search({ rules, finds: () => [buildFinding()] }).asked).toBe(0);
  });
});

describe('what it tells', () => {
  const fix = { command: ['ledger', 'renew', 'isp'] };
  const recording = { command: ['ledger', 'record', 'renewal', 'isp', '--on', '2027-01-01'] };
  const broken = buildFinding({ date: '2026-12-31', message: { zh: '到期（1天前）', en: 'ended, 1 day ago' }, fix });

  test('of today: the finding as it is', () => {
    const finding = { ...broken, fix: recording };
    expect(search({ finds: () => [WARNING, finding] }).breach).toEqual({
      day: AS_OF,
      daysLeft: 0,
      actBy: undefined,
      actByCalendar: undefined,
      causes: [{ finding, entries: [], message: broken.message, fix: recording }],
    });
  });

  test('of a later day: by when to act, without days left and without a day that nobody knows', () => {
    const found = { ...broken, related: ['line', 'isp', 'gone'], fix: recording };
    const licence = buildLicence();
    const { breach } = search({ ledger: { licences: [licence] }, finds: on(day('2027-01-01'), found) });
    expect(breach).toMatchObject({ day: day('2027-01-01'), daysLeft: 41, actBy: day('2026-12-31') });
    expect(breach?.causes).toEqual([
      { finding: found, entries: [licence], message: { zh: '到期', en: 'ended' }, fix: undefined },
    ]);
    expect(search({ finds: on(day('2027-01-01'), broken) }).breach?.causes[0]?.fix).toEqual(fix);
  });

  const announced = { ...broken, severity: 'warning', period: '2026', service: 'isp' } as const;
  test.each<[what: string, seen: Partial<Finding>, message: string]>([
    ['the same', {}, 'ends'],
    ['another rule', { rule: 'isp/other' }, 'ended'],
    ['another service', { service: 'idc' }, 'ended'],
    ['another day', { date: day('2027-01-02') }, 'ended'],
    ['another period', { period: '2025' }, 'ended'],
  ])('in the words in which it was announced: %s', (_, parts, message) => {
    const seen: Finding = { ...announced, message: { zh: '将到期', en: 'ends, in 40 days' }, ...parts };
    const { breach } = search({
      finds: (asked) => (asked === AS_OF ? [seen] : [{ ...announced, severity: 'error' }]),
    });
    expect(breach?.causes.map((cause) => cause.message.en)).toEqual([message]);
  });

  test('not in the words of what was overdue already', () => {
    const seen: Finding = { ...announced, date: addDays(AS_OF, -1), message: { zh: '已过期', en: 'is over' } };
    const finds = (asked: CalendarDay): readonly Finding[] => [
      asked === AS_OF ? seen : { ...broken, date: seen.date, service: 'isp', period: '2026' },
    ];
    expect(search({ finds }).breach?.causes.map(({ message }) => message.en)).toEqual(['ended']);
  });

  const end = buildFinding({ severity: 'warning', status: 'expired', date: '2027-03-14', related: [] });
  test.each<[what: string, finding: Finding, isEnd: boolean]>([
    ['its last day', end, true],
    ['another day', { ...end, date: day('2027-03-13') }, false],
    ['another status', { ...end, status: 'expiring' }, false],
    ['that of another entry', { ...end, related: ['line'] }, false],
  ])('its own end counts, however grave: %s', (_, finding, isEnd) => {
    expect(isOwnEnd(finding, buildLicence())).toBe(isEnd);
    expect(search({ finds: () => [finding] }).breach?.day).toBe(isEnd ? AS_OF : undefined);
  });
});
