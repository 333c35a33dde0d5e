/** The very day of each limit, and the days beside it: a fact counts from its own day on, and a last day is still in time. */
import { describe, expect, test } from 'vitest';

import { addDays, type CalendarDay, FOREVER, formatDay } from '../../src/domain/calendar-day.ts';
import type { Ledger, Licence } from '../../src/domain/ledger.ts';
import { POLICY_DEFAULTS } from '../../src/domain/ledger.ts';
import { licenceChecker } from '../../src/domain/licence-checker.ts';
import {
  hasEnded,
  isAsked,
  isDormant,
  isUndetermined,
  lastDayAsked,
  renewalApplied,
  renewalDeadline,
  renewalDeclined,
} from '../../src/domain/licence-term.ts';
import { daysFrom, workingDaysFrom } from '../../src/domain/limit.ts';
import type { Judgement, RuleContext } from '../../src/domain/rule.ts';
import { publicityRegulations2014 } from '../../src/law/company.ts';
import { judgeAnnualReport } from '../../src/licences/shared/duties.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { judgePeriods } from '../../src/rules/company/recurring.ts';
import { buildLedger, buildLicence } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const EXPIRES = day('2027-03-14');
const DEADLINE = addDays(EXPIRES, -90);
const CLOSED = day('2027-01-01');

function contextOn(asOf: CalendarDay, ledger: Ledger = buildLedger()): RuleContext {
  return licenceChecker(ledger, catalogue, { selects: () => true }).contextOn(asOf);
}

/** What holds on the day before a limit, on the day itself, and on the day after. */
function around(limit: CalendarDay, ask: (on: CalendarDay) => unknown): readonly unknown[] {
  return [-1, 0, 1].map((days) => ask(addDays(limit, days)));
}

const licence = (parts: Parameters<typeof buildLicence>[0]): Licence => buildLicence({ expires: EXPIRES, ...parts });

describe('before, on and after', () => {
  const applied = licence({ renewal: { applied: DEADLINE } });
  const declined = licence({ renewal: { declined: DEADLINE } });
  test.each<[what: string, limit: CalendarDay, ask: (on: CalendarDay) => unknown, expected: readonly unknown[]]>([
    [
      'the day of the application',
      DEADLINE,
      (on) => renewalApplied(applied, contextOn(on)),
      [undefined, DEADLINE, DEADLINE],
    ],
    [
      'the day of the notice that nothing is continued',
      DEADLINE,
      (on) => renewalDeclined(declined, contextOn(on)),
      [undefined, DEADLINE, DEADLINE],
    ],
    [
      'the last day for that notice',
      DEADLINE,
      (on) => renewalDeclined(licence({ renewal: { declined: on } }), contextOn(EXPIRES)),
      [addDays(DEADLINE, -1), DEADLINE, undefined],
    ],
    [
      'the last day for the application, with the term over',
      DEADLINE,
      (on) => isUndetermined(licence({ renewal: { applied: on } }), contextOn(addDays(EXPIRES, 1))),
      [true, true, false],
    ],
    [
      'the last day of the term, applied for',
      EXPIRES,
      (on) => isUndetermined(applied, contextOn(on)),
      [false, false, true],
    ],
    ['the last day of the term', EXPIRES, (on) => hasEnded(licence({}), contextOn(on)), [false, false, true]],
    ['the last day of a term that goes on', EXPIRES, (on) => hasEnded(applied, contextOn(on)), [false, false, false]],
    ['the day of issue', CLOSED, (on) => isDormant(licence({ issued: CLOSED }), contextOn(on)), [true, false, false]],
    [
      'the day of giving up',
      CLOSED,
      (on) => isDormant(licence({ closed: CLOSED }), contextOn(on)),
      [false, true, true],
    ],
    [
      'what falls due about the day of giving up',
      CLOSED,
      (on) => isAsked(licence({ closed: CLOSED }), on),
      [true, false, false],
    ],
    [
      'giving up about the last day',
      EXPIRES,
      (on) => formatDay(lastDayAsked(licence({ closed: on }), contextOn(CLOSED))),
      ['2027-03-12', '2027-03-13', '2027-03-14'],
    ],
  ])('%s', (_, limit, ask, expected) => {
    expect(around(limit, ask)).toEqual(expected);
  });

  test('nothing of them without the facts', () => {
    const asked = contextOn(addDays(EXPIRES, 1));
    expect(renewalApplied(licence({}), asked)).toBeUndefined();
    expect(renewalDeclined(licence({}), asked)).toBeUndefined();
    expect(renewalDeadline(licence({ kind: 'nobody-knows' }), asked)).toBeUndefined();
    expect(isDormant(licence({}), asked)).toBe(false);
    expect(isAsked(licence({}), FOREVER)).toBe(true);
    expect(lastDayAsked(licence({}), asked)).toBe(EXPIRES);
    expect(lastDayAsked(licence({ renewal: { applied: DEADLINE } }), asked)).toBe(FOREVER);
  });
});

const DUE = day('2026-03-31');
const since = (from: CalendarDay | undefined): Ledger => buildLedger({ policy: { ...POLICY_DEFAULTS, since: from } });
const named = { zh: '年报', en: 'annual report' };

function periodsOf(judgement: Judgement): readonly (string | undefined)[] {
  return 'state' in judgement ? [] : [...judgement].map(({ status, period }) => `${status} ${period}`);
}

describe('the annual report of a licence', () => {
  const asOf = addDays(DUE, 60);
  const reported = (
    parts: Partial<Licence>,
    from: CalendarDay,
    policySince: CalendarDay | undefined,
    on = asOf,
  ): readonly unknown[] =>
    periodsOf(
      judgeAnnualReport(licence({ issued: day('2025-01-01'), ...parts }), contextOn(on, since(policySince)), {
        report: named,
        from,
      }),
    );
  const asked = ['overdue 2025'];

  test.each<[what: string, limit: CalendarDay, ask: (on: CalendarDay) => unknown, expected: readonly unknown[]]>([
    ['the day from which the law asks', DUE, (on) => reported({}, on, undefined), [asked, asked, []]],
    ['the day from which the policy asks', DUE, (on) => reported({}, day('2017-01-01'), on), [asked, asked, []]],
    [
      'the last day of the term',
      DUE,
      (on) => reported({ expires: on }, day('2017-01-01'), undefined, DUE),
      [[], ['due 2025'], ['due 2025']],
    ],
    [
      'the day of giving up',
      DUE,
      (on) => reported({ closed: on }, day('2017-01-01'), undefined, addDays(DUE, -1)),
      [[], [], ['due 2025']],
    ],
    [
      'the day of filing',
      asOf,
      (on) => reported({ annualReports: { 2025: on } }, day('2017-01-01'), undefined),
      [[], [], asked],
    ],
    [
      'the last day to file',
      DUE,
      (on) => reported({}, day('2017-01-01'), undefined, on),
      [['due 2025'], ['due 2025'], asked],
    ],
  ])('%s', (_, limit, ask, expected) => {
    expect(around(limit, ask)).toEqual(expected);
  });
});

describe('a duty that comes back', () => {
  const opens = day('2026-01-01');
  const law = { ...publicityRegulations2014, from: day('2014-10-01') };
  const period = { period: '2025', name: named, opens, due: DUE, done: undefined };
  const never = { ...period, period: '2999', opens: FOREVER, due: FOREVER };
  const judged = (
    on: CalendarDay,
    from: CalendarDay | undefined,
    lawFrom = law.from,
    done?: CalendarDay,
  ): readonly unknown[] =>
    periodsOf(
      judgePeriods(
        [{ ...period, done }, never],
        { law: { ...law, from: lawFrom }, act: named, at: { company: ['name'] } },
        contextOn(on, since(from)),
      ),
    );

  test.each<[what: string, limit: CalendarDay, ask: (on: CalendarDay) => unknown, expected: readonly unknown[]]>([
    ['the day from which the law asks', DUE, (on) => judged(DUE, undefined, on), [['due 2025'], ['due 2025'], []]],
    ['the day from which the policy asks', DUE, (on) => judged(DUE, on), [['due 2025'], ['due 2025'], []]],
    ['the last day to do it', DUE, (on) => judged(on, undefined), [['due 2025'], ['due 2025'], ['overdue 2025']]],
    ['the day on which it was done', DUE, (on) => judged(on, undefined, law.from, DUE), [['due 2025'], [], []]],
  ])('%s', (_, limit, ask, expected) => {
    expect(around(limit, ask)).toEqual(expected);
  });
});

describe('how a last day comes about', () => {
  const from = day('2026-11-20');

  test.each([
    [0, '2026-11-20', '2026-11-20 + 0日 = 2026-11-20', '2026-11-20 + 0 days = 2026-11-20'],
    [1, '2026-11-21', '2026-11-20 + 1日 = 2026-11-21', '2026-11-20 + 1 day = 2026-11-21'],
    [-90, '2026-08-22', '2026-11-20 − 90日 = 2026-08-22', '2026-11-20 − 90 days = 2026-08-22'],
  ])('in %i days, which count on Sundays too', (days, last, zh, en) => {
    expect(daysFrom(days)(from)).toEqual({ day: day(last), sum: { zh, en } });
  });

  test('in working days, of a year whose days are arranged', () => {
    expect(workingDaysFrom(1)(from, contextOn(from))).toEqual({
      day: day('2026-11-23'),
      sum: { zh: '2026-11-20 + 1个工作日 = 2026-11-23', en: '2026-11-20 + 1 working day = 2026-11-23' },
    });
  });

  test('in working days, of a year whose days nobody has arranged yet', () => {
    const { sum } = workingDaysFrom(5)(day('2098-11-20'), contextOn(from));
    expect(sum).toEqual({
      zh: '2098-11-20 + 5个工作日 = 2098-11-27（本版本没有该年的调休安排）',
      en: '2098-11-20 + 5 working days = 2098-11-27 (this version does not have the make-up workdays of that year)',
    });
  });
});
