import { describe, expect, test } from 'vitest';

import { FOREVER } from '../../src/domain/calendar-day.ts';
import { newId, successorId } from '../../src/domain/new-id.ts';
import { day } from '../support/days.ts';

describe('a new id', () => {
  test.each([
    ['leased-line', '2026-01-01', [], 'leased-line-2026'],
    ['leased-line', '2026-01-01', ['leased-line-2026'], 'leased-line-2026-2'],
    ['leased-line', '2026-01-01', ['leased-line-2026', 'leased-line-2026-2'], 'leased-line-2026-3'],
  ])('of %s in %s beside %j is %s', (kind, from, taken, id) => {
    expect(newId(kind, day(from), new Set(taken))).toBe(id);
  });

  test('has no year where there is no day', () => {
    expect(newId('isp', FOREVER, new Set())).toBe('isp');
  });
});

describe("a successor's id", () => {
  test.each([
    ['line-bj-2026', '2027-01-01', [], 'line-bj-2027'],
    ['line-bj-2026-2', '2027-01-01', [], 'line-bj-2027'],
    ['line-bj-2026', '2026-07-01', ['line-bj-2026'], 'line-bj-2026-2'],
    ['seal', '2027-01-01', [], 'seal-2027'],
    ['room-3', '2027-01-01', [], 'room-3-2027'],
    ['number-95123', '2027-01-01', [], 'number-95123-2027'],
  ])('of %s from %s beside %j is %s', (old, from, taken, id) => {
    expect(successorId(old, day(from), new Set(taken))).toBe(id);
  });
});
