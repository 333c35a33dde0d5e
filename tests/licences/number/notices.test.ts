/** What the holder of a number tells and pays the authority that allotted it: both sides of each limit, and what records it. */
import { describe, expect, test } from 'vitest';

import { formatDay } from '../../../src/domain/calendar-day.ts';
import { describeQuiet, judge } from '../../support/judge.ts';

const HELD = 'issued: 2024-01-01, expires: 2029-12-31';

/** Fields of the number and the policy, the day, and what is said then. */
type Row = readonly [fields: string, policy: string, asOf: string, expected: string];

/** `STATUS PERIOD by DAY: command` of each finding, or why there is none. */
async function saidBy(rule: string, [fields, policy, asOf]: Row): Promise<string> {
  const number = `{ id: hotline, kind: number-95, holder: service-enterprise, ${fields} }`;
  const text = `version: 1\ncompany: { name: 示例公司 }\npolicy: { ${policy} }\nlicences: [${number}]\n`;
  const { findings, quiet } = await judge(text, asOf, [rule]);
  const found = findings.map(({ status, period = '', date, fix }) => {
    const command = fix?.command.join(' ').replace('ledger record ', '') ?? 'no command';
    return `${status} ${period} by ${date === undefined ? 'no day' : formatDay(date)}: ${command}`;
  });
  return [...found, ...quiet.map((one) => describeQuiet(one).replace(`${rule} hotline: `, ''))].join(' and ');
}

const CHANGED = 'contactChanges: [{ changed: 2026-09-18 }]';
const NO_CHANGE = 'no change of address or contact is on record';
/** Ten working days after 18 September, with the holidays of October between. */
const told = (asOf: string): string => `contact-change hotline --changed 2026-09-18 --on ${asOf}`;

describe('a change of address or contact', () => {
  test.each<Row>([
    [HELD, '', '2026-11-21', NO_CHANGE],
    [`${HELD}, ${CHANGED}`, '', '2026-09-17', NO_CHANGE],
    [`${HELD}, ${CHANGED}`, '', '2026-09-18', `due 2026-09-18 by 2026-10-09: ${told('2026-09-18')}`],
    [`expires: 2029-12-31, ${CHANGED}`, '', '2026-10-10', `overdue 2026-09-18 by 2026-10-09: ${told('2026-10-10')}`],
    // What stood in the application.
    [`issued: 2026-09-19, expires: 2029-12-31, ${CHANGED}`, '', '2026-10-09', NO_CHANGE],
    [
      `issued: 2026-09-18, expires: 2029-12-31, ${CHANGED}`,
      '',
      '2026-10-09',
      `due 2026-09-18 by 2026-10-09: ${told('2026-10-09')}`,
    ],
    [
      `${HELD}, contactChanges: [{ changed: 2026-09-18, reported: 2026-10-10 }]`,
      '',
      '2026-11-10',
      'late 2026-09-18 by 2026-10-09: no command',
    ],
    [`${HELD}, contactChanges: [{ changed: 2026-09-18, reported: 2026-10-09 }]`, '', '2026-11-10', 'met'],
    [`issued: 2024-01-01, expires: 2026-10-31, ${CHANGED}`, '', '2026-11-21', 'the licence is not in its term'],
    [`${HELD}, closed: 2026-10-08, ${CHANGED}`, '', '2026-09-30', 'it is given up before that day'],
    [
      `${HELD}, closed: 2026-10-10, ${CHANGED}`,
      '',
      '2026-09-30',
      `due 2026-09-18 by 2026-10-09: ${told('2026-09-30')}`,
    ],
  ])('%s; policy: { %s } on %s', async (...row) => {
    expect(await saidBy('number/contact-change', row)).toBe(row[3]);
  });
});

const IN_USE = 'the number is in its term and in use';
const ENDED = 'issued: 2024-01-01, expires: 2026-11-02';
const DISUSED = `${HELD}, disused: 2026-11-02`;
const reported = (asOf: string): string => `end-reported hotline --on ${asOf}`;

describe('its end, or that it fell out of use', () => {
  test.each<Row>([
    [DISUSED, '', '2026-11-01', IN_USE],
    [DISUSED, '', '2026-11-16', `due 2026-11-02 by 2026-11-16: ${reported('2026-11-16')}`],
    [DISUSED, '', '2026-11-17', `overdue 2026-11-02 by 2026-11-16: ${reported('2026-11-17')}`],
    [`${DISUSED}, endReported: 2026-11-16`, '', '2026-11-21', 'met'],
    [`${DISUSED}, endReported: 2026-11-17`, '', '2026-11-21', 'late 2026-11-02 by 2026-11-16: no command'],
    [DISUSED, 'since: 2026-11-02', '2026-11-10', `due 2026-11-02 by 2026-11-16: ${reported('2026-11-10')}`],
    [DISUSED, 'since: 2026-11-03', '2026-11-10', 'it ended before the ledger began (policy.since)'],
    [ENDED, '', '2026-11-02', IN_USE],
    [ENDED, '', '2026-11-03', `undetermined 2026-11-02 by 2026-11-16: ${reported('2026-11-03')}`],
    [`${ENDED}, disused: 2026-10-20`, '', '2026-11-05', `overdue 2026-10-20 by 2026-11-03: ${reported('2026-11-05')}`],
    [`${ENDED}, disused: 2026-11-03`, '', '2026-11-05', `due 2026-11-02 by 2026-11-16: ${reported('2026-11-05')}`],
  ])('%s; policy: { %s } on %s', async (...row) => {
    expect(await saidBy('number/end-report', row)).toBe(row[3]);
  });

  test.each([
    ['2026-11-01', 'the end of use of the number (2026-11-01)'],
    ['2026-11-02', 'the end of use of the number (2026-11-02)'],
    ['2026-11-03', 'the expiry of the number (2026-11-02)'],
  ])('out of use on %s, what its term leaves of it is told', async (disused, name) => {
    const number = `{ id: hotline, kind: number-95, ${ENDED}, disused: ${disused} }`;
    const text = `version: 1\ncompany: { name: 示例公司 }\nlicences: [${number}]\n`;
    const { findings } = await judge(text, '2026-11-05', ['number/end-report']);
    expect(findings.map(({ message }) => message.en)).toEqual([expect.stringContaining(name)]);
  });
});

const NO_QUARTER = 'no quarter is due yet';
const SINCE = 'since: 2026-10-01';
const due = (asOf: string): string => `due 2026-Q3 by 2026-10-10: fee hotline 2026-Q3 --on ${asOf}`;

describe('the fee of a quarter', () => {
  test.each<Row>([
    [HELD, SINCE, '2026-09-30', NO_QUARTER],
    [HELD, SINCE, '2026-10-01', due('2026-10-01')],
    [HELD, `${SINCE}, warnWithin: 5`, '2026-10-01', 'met until 2026-10-10'],
    [HELD, SINCE, '2026-10-10', due('2026-10-10')],
    [HELD, 'since: 2026-10-10', '2026-10-11', 'overdue 2026-Q3 by 2026-10-10: fee hotline 2026-Q3 --on 2026-10-11'],
    [HELD, 'since: 2026-10-11', '2026-10-11', NO_QUARTER],
    // Paid today, or written down for tomorrow.
    [`${HELD}, feesPaid: { 2026-Q3: 2026-10-10 }`, SINCE, '2026-10-10', 'met until 2027-01-10'],
    [`${HELD}, feesPaid: { 2026-Q3: 2026-10-11 }`, SINCE, '2026-10-10', due('2026-10-10')],
    // Held on the day on which it is due.
    ['issued: 2024-01-01, expires: 2026-10-10', SINCE, '2026-10-01', due('2026-10-01')],
    ['issued: 2024-01-01, expires: 2026-10-09', SINCE, '2026-10-01', NO_QUARTER],
    [`${HELD}, closed: 2026-10-11`, SINCE, '2026-10-01', due('2026-10-01')],
    [`${HELD}, closed: 2026-10-10`, SINCE, '2026-10-01', NO_QUARTER],
    // A month of it at least; where nobody knows since when, the last quarter.
    ['issued: 2026-09-01, expires: 2029-12-31', '', '2026-10-05', due('2026-10-05')],
    ['issued: 2026-09-02, expires: 2029-12-31', '', '2026-10-05', NO_QUARTER],
    ['expires: 2029-12-31', '', '2026-10-05', due('2026-10-05')],
    [HELD, SINCE, '2030-01-01', 'the licence is not in its term'],
  ])('%s; policy: { %s } on %s', async (...row) => {
    expect(await saidBy('number/fee', row)).toBe(row[3]);
  });
});
