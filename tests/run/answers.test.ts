import { describe, expect, test } from 'vitest';

import { dayOf } from '../../src/domain/calendar-day.ts';
import {
  readAmount,
  readCode,
  readCodes,
  readCreditCode,
  readDayAnswer,
  type Reading,
  readScope,
} from '../../src/run/recording/answers.ts';

const FIRST = dayOf(2026, 11, 22);
const asDay = (typed: string): Reading => readDayAnswer(typed, { first: FIRST, allowsNever: true });
const asScope = (typed: string): Reading => readScope(typed, 'zh');

/** What is taken at once, as the ledger writes it. */
describe('is taken', () => {
  test.each<readonly [(typed: string) => Reading, string, unknown]>([
    [asDay, '2026-01-05', '2026-01-05'],
    [asDay, '+1y', '2027-11-21'],
    [asDay, 'never', 'never'],
    [asScope, '广东', ['广东']],
    [asScope, '北京、河北', ['北京', '河北']],
    [asScope, '全国', 'national'],
    [asScope, '全网', 'national'],
    [asScope, '全国（不含港澳台）', 'national'],
    [readAmount, '10,000,000', 10_000_000],
    [readCode, '粤B1-20230001', '粤B1-20230001'],
    [readCodes, '95123、95124', ['95123', '95124']],
    [readCodes, '[]', []],
    [readCreditCode, '91110108MA01ABCD5T', '91110108MA01ABCD5T'],
  ])('%o %s', (read, typed, value) => {
    expect(read(typed)).toMatchObject({ value });
  });
});

/** What is plain is offered as the ledger writes it, and is taken then. */
describe('is offered', () => {
  test.each<readonly [(typed: string) => Reading, string, string]>([
    [asDay, '2026/1/5', '2026-01-05'],
    [asDay, '2026年1月5日', '2026-01-05'],
    [asDay, '２０２６－１－５', '2026-01-05'],
    [asDay, '20260105', '2026-01-05'],
    [asDay, '46027', '2026-01-05'],
    [asDay, '＋１ｙ', '+1y'],
    [asDay, '长期', 'never'],
    [asScope, '广东省', '广东'],
    [asScope, 'Inner Mongolia', '内蒙古'],
    [asScope, '西藏自治区 Hebei', '西藏、河北'],
    [asScope, '北京市，内蒙古自治区', '北京、内蒙古'],
    [readAmount, '1000万元', '10000000'],
    [readAmount, '１２０００', '12000'],
    [readCode, '粤Ｂ１－２０２３０００１', '粤B1-20230001'],
    [readCodes, '９５１２３', '95123'],
    [readCreditCode, '91110108ma01abcd5t', '91110108MA01ABCD5T'],
  ])('%o %s → %s', (read, typed, offer) => {
    expect(read(typed)).toMatchObject({ offer });
    expect(read(offer)).toHaveProperty('value');
  });
});

/** Where more than one thing may be meant, nothing is offered. */
describe('is refused', () => {
  test.each<readonly [(typed: string) => Reading, string]>([
    [asDay, '1/5/2026'],
    [asDay, '2026-02-30'],
    [asDay, '5'],
    [asDay, 'tomorrow'],
    [asScope, '火星'],
    [asScope, '、'],
    [readAmount, '一千万'],
  ])('%o %s', (read, typed) => {
    const reading = read(typed);
    expect(reading).toHaveProperty('objection');
    expect(reading).not.toHaveProperty('offer', expect.anything());
  });
});
