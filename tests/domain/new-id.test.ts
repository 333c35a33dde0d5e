import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { FOREVER } from '../../src/domain/calendar-day.ts';
import { idGiver, newId, successorId } from '../../src/domain/new-id.ts';
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

test('many ids are given as single ones are', () => {
  const wish = fc.record({
    kind: fc.constantFrom('a', 'a-2026', 'b'),
    day: fc.constantFrom(day('2026-01-01'), FOREVER),
  });
  const taken = fc.array(fc.constantFrom('a', 'a-2026', 'a-2026-2', 'a-2026-2026', 'b-2'));
  fc.assert(
    fc.property(fc.array(wish), taken, (wishes, before) => {
      const [many, single] = [new Set<string>(before), new Set<string>(before)];
      const give = idGiver(many);
      for (const one of wishes) {
        const id = newId(one.kind, one.day, single);
        single.add(id);
        expect(give(one.kind, one.day)).toBe(id);
      }
      expect(many).toStrictEqual(single);
    }),
  );
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
