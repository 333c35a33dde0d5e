/** The order of findings in a report, and small words that many reports share. */
import { describe, expect, test } from 'vitest';

import { formatPath, windowIn } from '../../src/domain/ledger.ts';
import { placeholderIn } from '../../src/domain/placeholder.ts';
import { PROVINCE_LETTERS, spansProvinces } from '../../src/domain/province.ts';
import { compareFindings, type LocatedFinding } from '../../src/domain/report.ts';
import { nameOfResourceKind } from '../../src/domain/resource-kinds.ts';
import { isAtLeast, SEVERITIES } from '../../src/domain/severity.ts';
import { count, sentences } from '../../src/domain/text.ts';
import { buildFinding } from '../support/build-report.ts';

function at(file: string, line: number, column: number, rule = 'a/b', identity = 'x'): LocatedFinding {
  return buildFinding({ location: { file, line, column, endLine: 99, endColumn: 99 }, rule, identity });
}

test('findings stand by file, line, column, rule and identity', () => {
  const ordered = [
    at('a', 2, 9),
    at('a', 10, 1),
    at('a', 10, 2, 'b/b'),
    at('a', 10, 10, 'a/a', 'z'),
    at('a', 10, 10, 'a/b', 'x'),
    at('a', 10, 10, 'a/b', 'y'),
    at('b', 1, 1, 'a/a'),
  ];
  for (const [here, one] of ordered.entries()) {
    for (const [there, other] of ordered.entries()) {
      expect(Math.sign(compareFindings(one, other))).toBe(Math.sign(here - there));
    }
  }
});

test('a severity is at least another', () => {
  expect(SEVERITIES.map((one) => SEVERITIES.filter((level) => isAtLeast(one, level)))).toEqual([
    ['error', 'warning', 'info'],
    ['warning', 'info'],
    ['info'],
  ]);
});

describe('days of warning', () => {
  const policy = { warnWithin: { default: 60, renewal: 120, domain: 0 } };

  test.each<[entry: Parameters<typeof windowIn>[1], what: string | undefined, days: number]>([
    [{}, undefined, 60],
    [{ kind: 'domain' }, undefined, 0],
    [{ kind: 'constructor' }, undefined, 60],
    [{ kind: 'domain', warnWithin: 7 }, undefined, 7],
    [{ warnWithin: 0 }, 'renewal', 0],
    [{ kind: 'domain' }, 'renewal', 120],
    [{ kind: 'domain' }, 'other', 60],
  ])('of %j for %s: %i', (entry, what, days) => {
    expect(windowIn(policy, entry, what)).toBe(days);
  });
});

describe('words', () => {
  test('of a place in the data', () => {
    expect(formatPath([])).toBe('');
    expect(formatPath(['licences', 0, 'annualReports', '2025'])).toBe('licences[0].annualReports.2025');
  });

  test('of numbers and sentences', () => {
    expect([0, 1, 2].map((number) => count(number, 'day'))).toEqual(['0 days', '1 day', '2 days']);
    expect([1, 2].map((number) => count(number, 'entry', 'entries'))).toEqual(['1 entry', '2 entries']);
    expect(sentences({ zh: '一。', en: 'One.' }, { zh: '二。', en: 'Two.' })).toEqual({
      zh: '一。二。',
      en: 'One. Two.',
    });
  });

  test('of kinds', () => {
    expect(nameOfResourceKind('domain')).toEqual({ zh: '域名', en: 'domain' });
    expect(nameOfResourceKind('constructor')).toEqual({ zh: 'constructor', en: 'constructor' });
  });

  test('that stand for others', () => {
    expect(placeholderIn('DATE')).toBe(placeholderIn('日期'));
    expect(placeholderIn('FILE')?.means.en).toBe('the path of the actual file');
    expect(placeholderIn('date')).toBeUndefined();
  });

  test('of provinces', () => {
    expect([PROVINCE_LETTERS.get('蜀'), PROVINCE_LETTERS.get('港')]).toEqual(['四川', undefined]);
    expect(['national' as const, ['北京', '河北'], ['北京', '北京'], ['北京'], []].map(spansProvinces)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
