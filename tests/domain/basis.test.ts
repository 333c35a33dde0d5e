/** A law holds from its first to its last day, and is looked up again a year after somebody did. */
import { expect, test } from 'vitest';

import { type Basis, isInForce, isStale, lastSeen } from '../../src/domain/basis.ts';
import { addDays, addMonths, type CalendarDay } from '../../src/domain/calendar-day.ts';
import { day } from '../support/days.ts';
import { basisOf } from '../support/sample-report.ts';

const FROM = day('2020-01-15');
const UNTIL = day('2026-06-30');
const READ = day('2024-03-01');
const law = (parts: Partial<Basis>): Basis => ({ ...basisOf('27', 'text'), from: FROM, lastRead: undefined, ...parts });

/** The day before, the day itself, and the day after. */
function around(limit: CalendarDay, ask: (on: CalendarDay) => boolean): readonly boolean[] {
  return [-1, 0, 1].map((days) => ask(addDays(limit, days)));
}

test('it is in force from its first to its last day, or without end', () => {
  const ended = law({ until: UNTIL });
  expect(around(FROM, (on) => isInForce(ended, on))).toEqual([false, true, true]);
  expect(around(UNTIL, (on) => isInForce(ended, on))).toEqual([true, true, false]);
  expect(around(UNTIL, (on) => isInForce(law({}), on))).toEqual([true, true, true]);
});

test('it is stale a year after it was seen, where it is in force and was ever seen', () => {
  const aYearLater = addMonths(READ, 12);
  expect(around(aYearLater, (on) => isStale(law({ lastRead: READ }), on))).toEqual([false, true, true]);
  expect(around(aYearLater, (on) => isStale(law({ lastReported: READ }), on))).toEqual([false, true, true]);
  expect(around(FROM, (on) => isStale(law({}), on))).toEqual([false, true, true]);
  expect(around(UNTIL, (on) => isStale(law({ until: UNTIL, lastRead: READ }), on))).toEqual([true, true, false]);
});

test('it was last seen when its text was read, else when others were', () => {
  expect(lastSeen(law({ lastRead: READ, lastReported: UNTIL }))).toBe(READ);
  expect(lastSeen(law({ lastReported: UNTIL }))).toBe(UNTIL);
  expect(lastSeen(law({}))).toBeUndefined();
});
