/** How duties stand that something brings once, with the days beside each limit. Today is 2026-11-21, and ten days before a day warning begins. */
import { describe, expect, test } from 'vitest';

import { addDays, type CalendarDay } from '../../src/domain/calendar-day.ts';
import { contextOf } from '../../src/domain/check.ts';
import { type Found, happened, judgeOccasions, judgeOpen, type Occasion, soonest } from '../../src/domain/occasion.ts';
import { MET, notApplicable, type Outcome, type Problem } from '../../src/domain/rule.ts';
import { catalogue } from '../../src/rules/catalogue.ts';
import { AS_OF, buildLedger } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const WINDOW = 10;
const context = contextOf(buildLedger(), catalogue, { asOf: day(AS_OF), within: WINDOW });
const NAME = { zh: '变更', en: 'the change' };
const ACT = { zh: '报告', en: 'reported' };
const NONE = notApplicable('没有', 'none');
const until = (iso: string): Outcome => ({ state: 'met', until: day(iso) });

describe('a duty that is not done yet', () => {
  test.each<[day: string, judged: Problem | Outcome]>([
    [
      '2026-11-19',
      {
        status: 'overdue',
        date: day('2026-11-19'),
        message: {
          zh: '变更未报告，2026-11-19截止，已过2天',
          en: 'the change had to be reported by 2026-11-19, 2 days ago',
        },
      },
    ],
    [
      '2026-11-21',
      {
        status: 'due',
        date: day('2026-11-21'),
        message: {
          zh: '变更最迟2026-11-21报告（还有0天）',
          en: 'the change must be reported by 2026-11-21, in 0 days',
        },
      },
    ],
    [
      '2026-12-01',
      {
        status: 'due',
        date: day('2026-12-01'),
        message: {
          zh: '变更最迟2026-12-01报告（还有10天）',
          en: 'the change must be reported by 2026-12-01, in 10 days',
        },
      },
    ],
    ['2026-12-02', until('2026-12-02')],
  ])('by %s', (iso, judged) => {
    expect(judgeOpen({ name: NAME, date: day(iso), act: ACT }, WINDOW, day(AS_OF))).toEqual(judged);
  });
});

test.each([
  ['2026-11-20', true],
  ['2026-11-21', true],
  ['2026-11-22', false],
  [undefined, false],
])('what happened on %s has happened: %j', (iso, has) => {
  const on = iso === undefined ? undefined : day(iso);
  expect(happened(on, day(AS_OF))).toBe(has ? on : undefined);
});

describe('of two things, what holds for both', () => {
  test.each<[what: string, one: Outcome, other: Outcome, holds: 'one' | 'other']>([
    ['is what is due first', until('2026-12-01'), until('2026-12-02'), 'one'],
    ['is what is due first, if it comes second', until('2026-12-02'), until('2026-12-01'), 'other'],
    ['is what ends, before what does not', MET, until('2026-12-01'), 'other'],
    ['is what ends, before what does not, if it comes first', until('2026-12-01'), MET, 'one'],
    ['is the first of two on one day', until('2026-12-01'), until('2026-12-01'), 'one'],
    ['is what is asked', until('2026-12-01'), NONE, 'one'],
    ['is what is asked, if it comes second', NONE, until('2026-12-01'), 'other'],
    ['is the last of two that are not asked', NONE, notApplicable('也没有', 'none either'), 'other'],
  ])('%s', (_, one, other, holds) => {
    expect(soonest(one, other)).toBe(holds === 'one' ? one : other);
  });
});

/** Thirty days after it happened. */
const limitOf = (from: CalendarDay) => ({ day: addDays(from, 30), sum: NAME });
const statuses = { overdue: 'error', due: 'warning', late: 'info' } as const;
const duty = { law: { from: day('2026-01-01') }, limitOf, act: ACT, none: NONE, statuses };

function occasion(from: string, parts: Partial<Occasion> = {}): Occasion {
  return {
    name: NAME,
    from: day(from),
    done: undefined,
    at: { company: ['changes', 0] },
    period: '2026',
    fix: { command: ['ledger'] },
    ...parts,
  };
}

function judged(found: readonly Found[], given: typeof duty = duty): readonly (Problem | Outcome)[] {
  const judgement = judgeOccasions(found, given, context);
  if ('state' in judgement) return [judgement];
  const problems: (Problem | Outcome)[] = [];
  for (let next = judgement.next(); ; next = judgement.next()) {
    problems.push(next.value);
    if (next.done === true) return problems;
  }
}

describe('what happened', () => {
  const overdue = {
    status: 'overdue',
    date: day('2026-11-20'),
    sum: NAME,
    at: { company: ['changes', 0] },
    period: '2026',
  };

  test.each<[what: string, found: readonly Found[], expected: readonly object[]]>([
    ['nothing', [], [NONE]],
    ['thirty-one days ago', [occasion('2026-10-21')], [{ ...overdue, fix: { command: ['ledger'] } }, MET]],
    ['to be done by a day that is to come', [occasion('2026-11-20')], [until('2026-12-20')]],
    ['two things', [occasion('2026-11-20'), occasion('2026-11-19')], [until('2026-12-19')]],
    ['done on the last day', [occasion('2026-10-01', { done: day('2026-10-31') })], [MET]],
    [
      'done two days late: nothing is left to do',
      [occasion('2026-10-01', { done: day('2026-11-02') })],
      [
        {
          status: 'late',
          date: day('2026-10-31'),
          fix: undefined,
          message: { zh: '变更于2026-11-02报告，晚了2天', en: 'the change was reported on 2026-11-02, 2 days late' },
          remedy: { en: 'It has been done: keep the proof. To stop seeing this finding, remove the record.' },
        },
        MET,
      ],
    ],
    ['to be done on a day that is to come', [occasion('2026-10-21', { done: day('2026-11-22') })], [overdue, MET]],
    ['before the rule was in force', [occasion('2025-12-31')], [{ state: 'not-applicable' }]],
    ['on its first day', [occasion('2026-01-01')], [{ status: 'overdue' }, MET]],
    ['with a reason not to ask', [occasion('2026-01-01', { unless: () => NONE })], [NONE]],
    [
      'with a last day and days of warning of its own',
      [occasion('2026-11-20', { limitOf: (from) => limitOf(addDays(from, -30)) })],
      [{ status: 'overdue', date: day('2026-11-20') }, MET],
    ],
    [
      'what needs no judging',
      [{ status: 'due', message: NAME }, until('2026-12-01')],
      [{ status: 'due' }, until('2026-12-01')],
    ],
    ['what the rule does not report', [{ status: 'missing', message: NAME }, NONE], [NONE]],
  ])('%s', (_, found, expected) => {
    const all = judged(found);
    expect(all).toMatchObject(expected);
    expect(all).toHaveLength(expected.length);
  });

  test('what to do where it was done late, if the rule says so', () => {
    const late = occasion('2026-10-01', { done: day('2026-11-02') });
    expect(judged([late], { ...duty, lateRemedy: NAME } as typeof duty)[0]).toMatchObject({ remedy: NAME });
  });
});
