import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatDay } from '../../src/domain/calendar-day.ts';
import { type Cell, dayOfSerial, readDay } from '../../src/spreadsheet/sheet.ts';
import { day } from '../support/days.ts';

function read(cell: Cell, from1904 = false): string | undefined {
  const found = readDay(cell, from1904);
  return found === undefined ? undefined : formatDay(found);
}

describe('what people write', () => {
  test.each([
    ['2026-01-05', '2026-01-05'],
    ['2026-1-5', '2026-01-05'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['2026年 1月 5日', '2026-01-05'],
    ['２０２６年１月５日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    [' 2026-01-05 ', '2026-01-05'],
    ['2026-01-05 00:00:00', '2026-01-05'],
    ['2026-01-05T08:30:00Z', '2026-01-05'],
    ['2026/1/5 18:30', '2026-01-05'],
    ['至2026年12月31日', '2026-12-31'],
    ['截至2026年12月31日止', '2026-12-31'],
    ['46027', '2026-01-05'],
    ['长期', 'never'],
    ['open-ended', 'never'],
    ['31 Aug 2028', '2028-08-31'],
    ['1st September, 2028', '2028-09-01'],
    ['August 31, 2028', '2028-08-31'],
    ['31 Foo 2028', undefined],
    ['Maybe 5, 2028', undefined],
    ['31 Feb 2028', undefined],
    ['长期有效', 'never'],
    ['永久', 'never'],
    ['无固定期限', 'never'],
    ['Never', 'never'],
    [20_260_105, '2026-01-05'],
    [46_027, '2026-01-05'],
    [46_027.75, '2026-01-05'],
    [{ day: day('2026-01-05') }, '2026-01-05'],
  ])('%j is %s', (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  test.each<[Cell]>([
    ['2026-02-30'],
    ['2026-13-01'],
    ['5/1/2026'],
    ['26-1-5'],
    ['2026年1月'],
    ['下周'],
    ['1899-12-31'],
    ['3000-01-01'],
    ['20261301'],
    ['12345678901'],
    [0],
    [-1],
    [60],
    [999_999_999],
    [true],
    [undefined],
    [{ error: '#REF!' }],
  ])('%j is no day', (cell) => {
    expect(read(cell)).toBeUndefined();
  });
});

describe('serial numbers', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [46_387, '2026-12-31'],
  ])('%d is %s', (serial, expected) => {
    expect(read(serial)).toBe(expected);
  });

  test('day 60 is the 29 February 1900 that never was', () => {
    expect(dayOfSerial(60, false)).toBeUndefined();
  });

  test.each([
    [0, '1904-01-01'],
    [59, '1904-02-29'],
    [44_925, '2026-12-31'],
  ])('%d from 1904 is %s', (serial, expected) => {
    expect(read(serial, true)).toBe(expected);
  });

  test('the next number is the next day, but for the day that never was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 400_000 }), (serial) => {
        expect(Number(dayOfSerial(serial + 1, false)) - Number(dayOfSerial(serial, false))).toBe(1);
        expect(Number(dayOfSerial(serial, true)) - Number(dayOfSerial(serial, false))).toBe(1462);
      }),
    );
  });
});
