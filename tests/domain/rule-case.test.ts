import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Finding } from '../../src/domain/finding.ts';
import { differences, type ExpectedFinding, resultOf } from '../../src/domain/rule-case.ts';
import { buildFinding } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const found = (subject: string, date = '2026-10-31'): Finding => buildFinding({ subject, date, related: ['a', 'b'] });
const leasedLine = { rule: 'isp/leased-line', status: 'expired' } as const;

describe('differences', () => {
  test.each<[string, ExpectedFinding]>([
    ['rule and status alone', leasedLine],
    ['a subject', { ...leasedLine, subject: 'isp' }],
    [
      'a date and what follows from it',
      { ...leasedLine, date: day('2026-10-31'), daysLeft: -21, actBy: day('2026-10-30') },
    ],
    ['causes in any order', { ...leasedLine, related: ['b', 'a'] }],
    ['a severity', { ...leasedLine, severity: 'error' }],
  ])('%s can be met', (_, expected) => {
    expect(differences([expected], [found('isp')])).toEqual([]);
  });

  test.each<[string, ExpectedFinding]>([
    ['status', { ...leasedLine, status: 'expiring' }],
    ['subject', { ...leasedLine, subject: 'idc' }],
    ['date', { ...leasedLine, date: day('2026-11-01') }],
    ['days left', { ...leasedLine, daysLeft: -20 }],
    ['causes', { ...leasedLine, related: ['a'] }],
    ['gap', { ...leasedLine, gapDays: 1 }],
    ['period', { ...leasedLine, period: '2025' }],
  ])('another %s is a difference, shown beside what came', (_, expected) => {
    const finding = found('isp');
    expect(differences([expected], [finding])).toEqual([{ expected, found: finding }]);
  });

  test('what nobody expected, and what did not come', () => {
    const finding = found('isp');
    expect(differences([], [finding])).toEqual([{ found: finding }]);
    expect(differences([leasedLine], [])).toEqual([{ expected: leasedLine, found: undefined }]);
  });

  test('one finding meets one expectation', () => {
    expect(differences([leasedLine, leasedLine], [found('isp')])).toHaveLength(1);
  });

  test('an expectation with few fields leaves to others the only finding that they fit', () => {
    const exact = { ...leasedLine, subject: 'isp' };
    expect(differences([leasedLine, exact], [found('isp'), found('idc')])).toEqual([]);
    expect(differences([exact, leasedLine], [found('isp'), found('idc')])).toEqual([]);
  });

  test('what findings say of themselves is met by them, in any order', () => {
    const subjects = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });
    fc.assert(
      fc.property(subjects, fc.nat(), (ids, seed) => {
        const findings = ids.map((id) => found(id));
        const expected = ids.map((subject, at) => ((seed >> at) % 2 === 0 ? { ...leasedLine, subject } : leasedLine));
        expect(differences(expected.toReversed(), findings)).toEqual([]);
        expect(differences(expected.slice(1), findings)).toHaveLength(Math.min(1, ids.length));
      }),
    );
  });
});

test('a case that could not be run is not one that failed', () => {
  const outcome = { name: '', line: 1, expected: [], differences: [], problems: [] };
  const problem = { line: 1, field: '', message: { zh: '', en: '' }, remedy: { zh: '', en: '' } };
  expect(resultOf(outcome)).toBe('passed');
  expect(resultOf({ ...outcome, differences: [{ expected: leasedLine }] })).toBe('failed');
  expect(resultOf({ ...outcome, problems: [problem] })).toBe('invalid');
});
