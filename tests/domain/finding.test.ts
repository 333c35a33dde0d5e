/** Which findings have a day by which something must be done, and whether it is to come. */
import { expect, test } from 'vitest';

import { isAhead, isDeadline, isUpcoming, type Status, STATUSES } from '../../src/domain/finding.ts';
import { buildFinding } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const WITH_DEADLINE: ReadonlySet<Status> = new Set(['expiring', 'gap', 'due']);
const waived = { until: day('2026-12-31'), reason: '', approvedBy: '' };

test.each(STATUSES)('%s', (status) => {
  const isIn = WITH_DEADLINE.has(status);
  const asked = (date: string) => {
    const finding = buildFinding({ status, date });
    return [isDeadline, isAhead, isUpcoming].map((ask) => ask(finding));
  };
  expect(asked('2026-11-20')).toEqual([isIn, false, false]);
  expect(asked('2026-11-21')).toEqual([isIn, isIn, isIn]);
  expect(asked('2026-12-31')).toEqual([isIn, isIn, isIn]);
  const dayless = buildFinding({ status });
  expect([isDeadline, isAhead, isUpcoming].some((ask) => ask(dayless))).toBe(false);
});

test('what is waived is ahead, and nobody is to do it', () => {
  const finding = buildFinding({ status: 'due', date: '2026-12-31', waived });
  expect([isDeadline(finding), isAhead(finding), isUpcoming(finding)]).toEqual([true, true, false]);
});
