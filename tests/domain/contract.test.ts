import { describe, expect, test } from 'vitest';

import { FOREVER, formatDay } from '../../src/domain/calendar-day.ts';
import { coverOf, endOfCurrentTerm, isInForce, lastDayOf, noticeDay, renewsItself } from '../../src/domain/cover.ts';
import type { Resource } from '../../src/domain/ledger.ts';
import { day } from '../support/days.ts';

function contract(given: Partial<Resource>): Resource {
  return {
    id: 'line',
    kind: 'leased-line',
    expires: day('2026-12-31'),
    serves: [],
    renew: true,
    evidence: [],
    ...given,
  };
}

describe('the last day of a contract', () => {
  test.each([
    { name: 'is its expiry', given: {}, last: '2026-12-31' },
    { name: 'is the day on which it was ended early', given: { ended: day('2026-10-15') }, last: '2026-10-15' },
    { name: 'is its expiry where it was to end later', given: { ended: day('2027-10-15') }, last: '2026-12-31' },
    { name: 'is never where it renews itself', given: { autoRenew: { months: 12, noticeDays: 30 } }, last: 'never' },
    {
      name: 'is its expiry where notice is given',
      given: { autoRenew: { months: 12, noticeDays: 30 }, renew: false },
      last: '2026-12-31',
    },
    {
      name: 'is the day on which it was ended in a later term',
      given: { autoRenew: { months: 12, noticeDays: 30 }, ended: day('2028-12-31') },
      last: '2028-12-31',
    },
    {
      name: 'is the day on which it was ended, renewing or not',
      given: { autoRenew: { months: 12, noticeDays: 30 }, ended: day('2026-10-15') },
      last: '2026-10-15',
    },
  ])('$name', ({ given, last }) => {
    expect(formatDay(lastDayOf(contract(given)))).toBe(last);
  });

  test('no contract renews itself once it was ended', () => {
    expect(renewsItself(contract({ autoRenew: { months: 12, noticeDays: 0 }, ended: day('2026-10-15') }))).toBe(false);
  });

  test('covers it, and the day after is open', () => {
    const ended = contract({ starts: day('2026-01-01'), ended: day('2026-10-15') });
    expect(coverOf(ended)).toEqual({ from: day('2026-01-01'), to: day('2026-10-15') });
    expect(isInForce(ended, day('2026-01-01'))).toBe(true);
    expect(isInForce(ended, day('2026-10-15'))).toBe(true);
    expect(isInForce(ended, day('2026-10-16'))).toBe(false);
    expect(isInForce(ended, day('2025-12-31'))).toBe(false);
  });
});

describe('terms that a contract renews itself for', () => {
  test.each([
    ['2023-02-28', 12, '2024-02-10', '2024-02-29'],
    ['2026-08-30', 1, '2026-09-20', '2026-09-30'],
    ['2026-08-30', 1, '2026-10-01', '2026-10-30'],
    ['2026-12-31', 12, '2026-12-31', '2026-12-31'],
    ['2026-12-31', 12, '2027-01-01', '2027-12-31'],
    ['2020-02-29', 12, '2026-06-01', '2027-02-28'],
  ])('first end %s, every %d months: on %s it ends on %s', (expires, months, on, end) => {
    const running = contract({ expires: day(expires), autoRenew: { months, noticeDays: 0 } });
    expect(formatDay(endOfCurrentTerm(running, day(on)))).toBe(end);
  });

  test('none follow the only one of a contract that does not renew itself', () => {
    const once = contract({ expires: day('2026-12-31') });
    expect(formatDay(endOfCurrentTerm(once, day('2027-06-01')))).toBe('2026-12-31');
  });

  test('none end where the contract is open-ended', () => {
    const open = contract({ expires: FOREVER, autoRenew: { months: 12, noticeDays: 0 } });
    expect(endOfCurrentTerm(open, day('2026-01-01'))).toBe(FOREVER);
  });
});

describe('the last day for notice', () => {
  test.each([
    [{ months: 12, noticeMonths: 3 }, '2026-09-30'],
    [{ months: 12, noticeMonths: 1 }, '2026-11-30'],
    [{ months: 12, noticeDays: 30 }, '2026-12-01'],
    [{ months: 12, noticeDays: 0 }, '2026-12-31'],
  ])('%j before 2026-12-31 is %s', (autoRenew, last) => {
    expect(formatDay(noticeDay(day('2026-12-31'), autoRenew))).toBe(last);
  });
});
