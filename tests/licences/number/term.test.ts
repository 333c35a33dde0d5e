/** When a number ends: with the licences that reach as far as it does, or after five years, on both sides of each limit. */
import { expect, test } from 'vitest';

import { formatDay } from '../../../src/domain/calendar-day.ts';
import { describeQuiet, judge } from '../../support/judge.ts';

/** What is said of a number to the end of 2029 on 2026-11-21, unless it says otherwise. */
async function saidOf(number: string, licences: readonly string[] = [], asOf = '2026-11-21'): Promise<string> {
  const hotline = `{ id: hotline, kind: number-95, ${number.includes('expires') ? '' : 'issued: 2024-01-01, expires: 2029-12-31, '}${number} }`;
  const papers = [hotline, ...licences.map((one, at) => `{ id: paper-${at}, ${one} }`)].join(', ');
  const text = `version: 1\ncompany: { name: 示例公司 }\nlicences: [${papers}]\n`;
  const { findings, quiet } = await judge(text, asOf, ['number/term']);
  const found = findings.map(({ status, date, related, path }) => {
    const by = related.length === 0 ? '' : ` by ${related.join(' ')}`;
    return `${status}${date === undefined ? '' : ` ${formatDay(date)}`}${by} at ${path.slice(2).join('.')}`;
  });
  const ofNumber = quiet.map(describeQuiet).filter((one) => one.startsWith('number/term hotline'));
  return [...found, ...ofNumber.map((one) => one.replace('number/term hotline: ', ''))].join(' and ');
}

const OPERATOR = 'holder: telecom-operator';
const scopeOf = (scope: string | undefined): string => (scope === undefined ? '' : `scope: ${scope}`);
const NO_LICENCE = 'the telecom licence that it runs with is not in the ledger';
const to = (expires: string, more = 'scope: national'): string =>
  `kind: idc, issued: 2024-03-15, expires: ${expires}, ${more}`;

test.each<[string, string, readonly string[], string]>([
  ['no licence', OPERATOR, [], NO_LICENCE],
  ['a licence that ends first', OPERATOR, [to('2029-03-14')], 'met until 2029-03-14 by paper-0'],
  ['a licence that ends with it', OPERATOR, [to('2029-12-31')], 'met until 2029-12-31 by paper-0'],
  ['a licence that ends later', OPERATOR, [to('2030-12-31')], 'met until 2029-12-31 by paper-0'],
  ['the one that ends last', OPERATOR, [to('2027-03-14'), to('2028-03-14')], 'met until 2028-03-14 by paper-1'],
  ['whatever their order', OPERATOR, [to('2028-03-14'), to('2027-03-14')], 'met until 2028-03-14 by paper-0'],
  ['both', OPERATOR, [to('2028-03-14'), to('2028-03-14')], 'met until 2028-03-14 by paper-0 paper-1'],
  [
    'one with two services once',
    OPERATOR,
    [
      'issued: 2024-03-15, expires: 2028-03-14, services: [{ kind: idc, scope: national }, { kind: cdn, scope: national }]',
    ],
    'met until 2028-03-14 by paper-0',
  ],
  [
    'another number is no licence',
    OPERATOR,
    ['kind: number-96, holder: service-enterprise, issued: 2024-03-15, expires: 2028-03-14'],
    NO_LICENCE,
  ],
  [
    'one issued today',
    OPERATOR,
    ['kind: idc, scope: national, issued: 2026-11-21, expires: 2031-11-20'],
    'met until 2029-12-31 by paper-0',
  ],
  [
    'one issued tomorrow',
    OPERATOR,
    ['kind: idc, scope: national, issued: 2026-11-22, expires: 2031-11-21'],
    NO_LICENCE,
  ],
  [
    'one of an unknown day',
    OPERATOR,
    ['kind: idc, scope: national, expires: 2031-11-21'],
    'met until 2029-12-31 by paper-0',
  ],
  [
    'one that was given up',
    OPERATOR,
    [to('2031-11-21', 'scope: national, closed: 2028-05-05')],
    'met until 2028-05-04 by paper-0',
  ],
])('of an operator, %s', async (_, number, licences, expected) => {
  expect(await saidOf(number, licences)).toBe(expected);
});

test.each([
  ['[北京, 上海]', '[北京]', false],
  ['national', '[北京]', false],
  ['national', '[北京, 上海]', true],
  ['[北京, 上海]', 'national', true],
  ['[北京]', '[上海]', true],
  ['national', undefined, true],
  [undefined, '[北京]', true],
  [undefined, undefined, true],
])('a number for %s is reached by a licence for %s: %s', async (scope, reach, isReached) => {
  const said = await saidOf(`${OPERATOR}, ${scopeOf(scope)}`, [to('2028-03-14', scopeOf(reach))]);
  expect(said).toBe(isReached ? 'met until 2028-03-14 by paper-0' : NO_LICENCE);
});

test.each([
  ['40 days ahead', 'warnWithin: 40', '2026-11-21', 'expiring 2026-12-31 by paper-0 at expires'],
  ['not within the window', 'warnWithin: 39', '2026-11-21', 'met until 2026-12-31 by paper-0'],
  ['its last day', 'warnWithin: 40', '2026-12-31', 'expiring 2026-12-31 by paper-0 at expires'],
  ['the day after', 'warnWithin: 40', '2027-01-01', 'expired 2026-12-31 by paper-0 at expires'],
])('the licence ends before the certificate: %s', async (_, window, asOf, expected) => {
  expect(await saidOf(`${OPERATOR}, ${window}`, [to('2026-12-31')], asOf)).toBe(expected);
});

test.each([
  ['nobody knows who holds it', 'issued: 2024-01-01, expires: 2029-12-31', 'undetermined at holder'],
  ['five years', 'issued: 2024-01-01, expires: 2028-12-31, holder: service-enterprise', 'met'],
  [
    'a day more',
    'issued: 2024-01-01, expires: 2029-01-01, holder: service-enterprise',
    'mismatch 2028-12-31 at expires',
  ],
  ['since when is unknown', 'expires: 2049-12-31, holder: service-enterprise', 'met'],
  [
    'not yet granted',
    'issued: 2026-11-22, expires: 2031-11-21, holder: telecom-operator',
    'the licence is not in its term',
  ],
  [
    'given up',
    'issued: 2024-01-01, expires: 2029-12-31, closed: 2026-11-20, holder: telecom-operator',
    'the licence is not in its term',
  ],
])('%s', async (_, number, expected) => {
  expect(await saidOf(number)).toBe(expected);
});
