import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, type CalendarDay } from '../../src/domain/calendar-day.ts';
import { check } from '../../src/domain/check.ts';
import { withoutDaysLeft } from '../../src/domain/deadlines-ahead.ts';
import { isDeadline } from '../../src/domain/finding.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { allRules, catalogue } from '../../src/rules/catalogue.ts';
import { rulesOf } from '../../src/run/check-ledgers.ts';
import { AS_OF, ledgersOfPapers } from '../support/arbitrary-papers.ts';
import { day } from '../support/days.ts';
import { readLedger } from '../support/read-ledger.ts';

describe('a message without days left', () => {
  test.each([
    [
      { zh: '最迟2026-12-14申请延续（还有23天）', en: 'apply for renewal by 2026-12-14, in 23 days' },
      { zh: '最迟2026-12-14申请延续', en: 'apply for renewal by 2026-12-14' },
    ],
    [
      {
        zh: '最后有效日为2026-11-22（还有1天），之后没有接续',
        en: 'it ends on 2026-11-22, in 1 day; nothing follows it',
      },
      { zh: '最后有效日为2026-11-22，之后没有接续', en: 'it ends on 2026-11-22; nothing follows it' },
    ],
    [
      {
        zh: '2026-01-02起未办理（已123天），到期日2026-01-01（12天前），已过40天',
        en: 'not done since 2026-01-02 (123 days), due on 2026-01-01, 12 days ago',
      },
      { zh: '2026-01-02起未办理，到期日2026-01-01', en: 'not done since 2026-01-02, due on 2026-01-01' },
    ],
    [
      { zh: '2026-01-02起未办理', en: 'not done since 2026-01-02 (1 day), in 3 day-long rounds' },
      { zh: '2026-01-02起未办理', en: 'not done since 2026-01-02, in 3 day-long rounds' },
    ],
  ])('%o', (message, expected) => {
    expect(withoutDaysLeft(message)).toEqual(expected);
  });

  test('is so for the deadlines of every rule', async () => {
    const messages: string[] = [];
    for (const rule of allRules()) {
      const examples = rule.examples();
      for (const text of [examples.fails, examples.passes]) {
        const { ledger } = await readLedger(text);
        if (ledger === undefined) continue;
        const options = { asOf: day(examples.asOf), within: Number.POSITIVE_INFINITY, selects: () => true };
        for (const finding of check(ledger, catalogue, options).filter(isDeadline)) {
          const { zh, en } = withoutDaysLeft(finding.message);
          messages.push(zh, en);
        }
      }
    }
    expect(messages.length).toBeGreaterThan(200);
    expect(messages.filter((message) => /还有\d+天|\bin \d+ days?\b/u.test(message))).toEqual([]);
  });
});

function periodsIn(ledger: Ledger, asOf: CalendarDay, onlyPeriods: boolean): readonly Finding[] {
  const options = { asOf, within: Number.POSITIVE_INFINITY, selects: () => true, onlyPeriods };
  return check(ledger, rulesOf(ledger), options).filter(({ period }) => period !== undefined);
}

describe('rules whose problems may name a period say so, so whoever looks for periods asks them alone', () => {
  test('in random ledgers on any day', () => {
    let seen = 0;
    fc.assert(
      fc.property(ledgersOfPapers, fc.integer({ min: 0, max: 500 }), (ledger, later) => {
        const asOf = addDays(AS_OF, later);
        const found = periodsIn(ledger, asOf, true);
        seen += found.length;
        expect(found).toEqual(periodsIn(ledger, asOf, false));
      }),
    );
    expect(seen).toBeGreaterThan(100);
  });

  test('in the examples of every rule, on their day and in the year after it', async () => {
    const named = new Set<string>();
    for (const rule of allRules()) {
      const { asOf, fails, passes } = rule.examples();
      for (const text of [fails, passes]) {
        const { ledger } = await readLedger(text);
        if (ledger === undefined) continue;
        for (const later of [0, 31, 92, 183, 366]) {
          const on = addDays(day(asOf), later);
          const found = periodsIn(ledger, on, true);
          for (const one of found) named.add(one.rule);
          expect(found).toEqual(periodsIn(ledger, on, false));
        }
      }
    }
    const saying = allRules().flatMap(({ id, hasPeriods }) => (hasPeriods === true ? [id] : []));
    expect(saying.filter((id) => !named.has(id))).toEqual([]);
  });
});
