/** Which quarters are asked for, whatever the day of the grant and of the question. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays, type CalendarDay, formatDay } from '../../../src/domain/calendar-day.ts';
import { checkText } from '../../support/check-text.ts';
import { day } from '../../support/days.ts';

/** Written out: a quarter costs who held the number on the first day of its last month, and from the first day of the next one on. */
const QUARTERS = [2022, 2023, 2024, 2025, 2026, 2027].flatMap((year) => [
  { period: `${year}-Q1`, lastMonth: `${year}-03-01`, next: `${year}-04-01` },
  { period: `${year}-Q2`, lastMonth: `${year}-06-01`, next: `${year}-07-01` },
  { period: `${year}-Q3`, lastMonth: `${year}-09-01`, next: `${year}-10-01` },
  { period: `${year}-Q4`, lastMonth: `${year}-12-01`, next: `${year + 1}-01-01` },
]);
const start = day('2022-01-01');
const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(start, days));

async function fees(issued: CalendarDay, asOf: CalendarDay, more = ''): Promise<readonly string[]> {
  const findings = await checkText(
    `version: 1
company: { name: 示例 }
licences:
  - { id: hotline, kind: number-95, issued: ${formatDay(issued)}, expires: 2999-12-31, holder: service-enterprise${more} }
`,
    formatDay(asOf),
  );
  return findings.flatMap(({ rule, period = '' }) => (rule === 'number/fee' ? [period] : []));
}

test('every full quarter of holding is asked for once, from the day after it', async () => {
  await fc.assert(
    fc.asyncProperty(anyDay, anyDay, async (issued, asOf) => {
      const asked = QUARTERS.filter(
        ({ lastMonth, next }) => formatDay(issued) <= lastMonth && next <= formatDay(asOf) && issued <= asOf,
      );
      expect(await fees(issued, asOf)).toEqual(asked.map(({ period }) => period));
    }),
    { numRuns: 50 },
  );
});

test('a quarter that was paid is not asked for, the others still are', async () => {
  const paid = ', feesPaid: { 2025-Q2: 2025-07-10, 2025-Q4: 2026-01-09 }';
  expect(await fees(day('2025-01-01'), day('2026-02-01'), paid)).toEqual(['2025-Q1', '2025-Q3']);
});
