import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, type CalendarDay, formatDay } from '../../src/domain/calendar-day.ts';
import { coverOn, type Interval, merge, openDays } from '../../src/domain/cover.ts';
import { day } from '../support/days.ts';

const START = day('2026-01-01');
const SPAN = 60;

const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: SPAN }), fc.integer({ min: -3, max: 20 }))
    .map(([from, length]): Interval => ({ from: addDays(START, from), to: addDays(START, from + length) })),
  { maxLength: 12 },
);
const someDay = fc.integer({ min: -5, max: SPAN + 25 }).map((n) => addDays(START, n));

/** The plain model: a day is covered when some interval holds it. */
function isCovered(on: CalendarDay, all: readonly Interval[]): boolean {
  return all.some(({ from, to }) => from <= on && on <= to);
}

describe('merged intervals', () => {
  test('cover the same days as the intervals that went in', () => {
    fc.assert(
      fc.property(intervals, someDay, (all, on) => {
        expect(isCovered(on, merge(all))).toBe(isCovered(on, all));
      }),
    );
  });

  test('are sorted, and a day lies open between any two', () => {
    fc.assert(
      fc.property(intervals, (all) => {
        const merged = merge(all);
        for (const [at, { from, to }] of merged.entries()) {
          expect(from).toBeLessThanOrEqual(to);
          const next = merged[at + 1];
          if (next !== undefined) expect(addDays(to, 1)).toBeLessThan(next.from);
        }
      }),
    );
  });
});

describe('cover on a day', () => {
  test('agrees with the day-by-day model', () => {
    fc.assert(
      fc.property(intervals, someDay, (all, on) => {
        const { before, current, after } = coverOn(on, all);
        expect(current !== undefined).toBe(isCovered(on, all));
        if (current !== undefined) {
          for (let it = current.from; it <= current.to; it = addDays(it, 1)) expect(isCovered(it, all)).toBe(true);
          expect(isCovered(addDays(current.to, 1), all)).toBe(false);
        }
        if (before !== undefined) expect(before.to).toBeLessThan(on);
        if (after !== undefined) {
          expect(after.from).toBeGreaterThan(on);
          const open = current === undefined ? on : addDays(current.to, 1);
          for (let it = open; it < after.from; it = addDays(it, 1)) expect(isCovered(it, all)).toBe(false);
        }
      }),
    );
  });

  test.each([
    ['the first day', '2026-01-01', true],
    ['the last day', '2026-01-31', true],
    ['the day after', '2026-02-01', false],
    ['the day before', '2025-12-31', false],
  ])('%s', (_, on, covered) => {
    const { current } = coverOn(day(on), [{ from: day('2026-01-01'), to: day('2026-01-31') }]);
    expect(current !== undefined).toBe(covered);
  });

  test.each([
    ['2025-12-31', 'after'],
    ['2026-01-01', 'current'],
    ['2026-01-31', 'current'],
    ['2026-02-01', 'before'],
  ])('that of January is on %s the one %s', (on, where) => {
    const month = { from: day('2026-01-01'), to: day('2026-01-31') };
    const nothing = { before: undefined, current: undefined, after: undefined };
    expect(coverOn(day(on), [month])).toEqual({ ...nothing, [where]: month });
  });
});

describe('the open days of a span', () => {
  test.each([
    ['none where cover begins on its first day', '2026-01-01', '2026-01-31', []],
    ['its first day', '2026-01-02', '2026-02-10', [['2026-01-01', '2026-01-01']]],
    ['its last day', '2025-12-01', '2026-01-30', [['2026-01-31', '2026-01-31']]],
    ['all but its first day', '2025-12-01', '2026-01-01', [['2026-01-02', '2026-01-31']]],
    ['all, before cover', '2026-03-01', '2026-03-31', [['2026-01-01', '2026-01-31']]],
  ])('%s', (_, from, to, open) => {
    const span = { from: day('2026-01-01'), to: day('2026-01-31') };
    const found = openDays(span, [{ from: day(from), to: day(to) }]);
    expect(found.map((gap) => [formatDay(gap.from), formatDay(gap.to)])).toEqual(open);
  });

  test('are those that no interval holds', () => {
    fc.assert(
      fc.property(intervals, someDay, fc.nat({ max: 40 }), (all, from, length) => {
        const span = { from, to: addDays(from, length) };
        const open = openDays(span, all);
        for (let on = addDays(from, -2); on <= addDays(span.to, 2); on = addDays(on, 1)) {
          expect(isCovered(on, open)).toBe(isCovered(on, [span]) && !isCovered(on, all));
        }
      }),
    );
  });
});
