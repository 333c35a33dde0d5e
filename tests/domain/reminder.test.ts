import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, type CalendarDay } from '../../src/domain/calendar-day.ts';
import { remindersOf, rememberReminders, stepOf, type Told } from '../../src/domain/reminder.ts';
import type { TodoItem, Urgency } from '../../src/domain/todo.ts';
import { buildFinding, buildLedger } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const STEPS = [60, 30, 14, 7, 3, 1, 0];
const TODAY = day('2026-11-21');

interface Parts {
  readonly urgency?: Urgency;
  readonly daysLeft?: number | undefined;
  readonly subject?: string;
  readonly asOf?: CalendarDay;
}

function item({ urgency = 'due', daysLeft, subject = 'a', asOf = TODAY }: Parts): TodoItem {
  const {
    identity: _,
    location: __,
    ...finding
  } = buildFinding({ rule: 'resource/expiry', subject, status: 'expiring' });
  return {
    of: { name: 'ledger.yaml', file: 'ledger.yaml', repositoryPath: undefined, ledger: buildLedger(), asOf },
    urgency,
    finding: { ...finding, daysLeft, date: daysLeft === undefined ? undefined : addDays(asOf, daysLeft) },
    told: 'today',
    name: undefined,
    lead: 60,
  };
}

describe('on which step an item stands', () => {
  test.each([
    [{ daysLeft: 61 }, undefined],
    [{ daysLeft: 60 }, 60],
    [{ daysLeft: 31 }, 60],
    [{ daysLeft: 30 }, 30],
    [{ daysLeft: 2 }, 3],
    [{ daysLeft: 0 }, 0],
    [{ urgency: 'broken', daysLeft: -3 }, 'overdue'],
    [{ urgency: 'broken' }, 'overdue'],
    [{ urgency: 'open', daysLeft: -1 }, 'overdue'],
    [{ urgency: 'open', daysLeft: 13 }, 14],
    [{ urgency: 'open' }, 'open'],
  ] as const)('%j: %s', (parts, step) => {
    expect(stepOf(item(parts), STEPS)).toBe(step);
  });
});

describe('without a memory', () => {
  test.each([
    [{ daysLeft: 60 }, true],
    [{ daysLeft: 59 }, false],
    [{ daysLeft: 0 }, true],
    [{ urgency: 'broken', daysLeft: -40 }, true],
    [{ urgency: 'open' }, false],
  ] as const)('%j is told: %s', (parts, isTold) => {
    expect(remindersOf([item(parts)], STEPS, undefined)).toHaveLength(isTold ? 1 : 0);
  });
});

/** The days on which it is told, counted from the first. */
function daysTold(due: number, days: readonly number[]): readonly number[] {
  let told: Told = new Map();
  return days.filter((at) => {
    const daysLeft = due - at;
    const one = item({ daysLeft, urgency: daysLeft < 0 ? 'broken' : 'due', asOf: addDays(TODAY, at) });
    const reminders = remindersOf([one], STEPS, told);
    told = rememberReminders(reminders, STEPS, told);
    return reminders.length > 0;
  });
}

describe('with a memory', () => {
  test('each step is told once, on the day of the step or the next run after it, and daily once it is overdue', () => {
    const everyDay = Array.from({ length: 65 }, (_, at) => at);
    expect(daysTold(62, everyDay).map((at) => 62 - at)).toEqual([60, 30, 14, 7, 3, 1, 0, -1, -2]);
    expect(daysTold(62, [3, 4, 40, 41, 63, 63]).map((at) => 62 - at)).toEqual([59, 22, -1]);
  });

  test('whatever the days of the runs are, no step is told twice', () => {
    fc.assert(
      fc.property(fc.nat(90), fc.uniqueArray(fc.nat(100), { minLength: 1 }), (due, days) => {
        const runs = days.toSorted((one, other) => one - other);
        const left = daysTold(due, runs).map((at) => due - at);
        const steps = left
          .map((days) => stepOf(item({ daysLeft: days }), STEPS))
          .filter((step) => typeof step === 'number');
        expect(new Set(steps).size).toBe(steps.length);
        // And none that was reached is left out.
        const reached = runs
          .map((at) => stepOf(item({ daysLeft: due - at }), STEPS))
          .filter((step) => typeof step === 'number');
        expect(new Set(steps)).toEqual(new Set(reached));
      }),
    );
  });

  test('where its day moves, its steps begin again', () => {
    const told = rememberReminders([item({ daysLeft: 30 })], STEPS, new Map());
    expect(remindersOf([item({ daysLeft: 30 })], STEPS, told)).toEqual([]);
    expect(remindersOf([item({ daysLeft: 25 })], STEPS, told)).toHaveLength(1);
  });

  test('what was told of others is kept, and forgotten after a long time', () => {
    const first = rememberReminders([item({ daysLeft: 30, subject: 'a' })], STEPS, new Map());
    const second = rememberReminders([item({ daysLeft: 30, subject: 'b' })], STEPS, first);
    expect(second.size).toBe(2);
    const years = rememberReminders([item({ daysLeft: 30, subject: 'c', asOf: addDays(TODAY, 500) })], STEPS, second);
    expect(years.size).toBe(1);
  });
});
