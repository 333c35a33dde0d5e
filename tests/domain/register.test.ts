import { describe, expect, test } from 'vitest';

import { formatDay } from '../../src/domain/calendar-day.ts';
import type { Licence, Resource } from '../../src/domain/ledger.ts';
import { registerOf } from '../../src/domain/register.ts';
import { buildLedger, buildLicence, buildResource } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const ASKED = day('2026-11-21');

function rowOfLicence(parts: Partial<Licence>, within?: number) {
  const [row] = registerOf(buildLedger({ licences: [buildLicence(parts)] }), { asOf: ASKED, within });
  return row;
}

function rowOfResource(parts: Partial<Resource>, within?: number) {
  const ledger = buildLedger({ resources: [buildResource({ starts: day('2026-01-01'), ...parts })] });
  const [row] = registerOf(ledger, { asOf: ASKED, within });
  return row;
}

describe('a licence', () => {
  test.each<[string, Partial<Licence>, string]>([
    ['beyond its window', { expires: day('2027-01-21') }, 'active'],
    ['on the first day of its window', { expires: day('2027-01-20') }, 'expiring'],
    ['on its last day', { expires: ASKED }, 'expiring'],
    ['the day after', { expires: day('2026-11-20') }, 'expired'],
    ['with a window of its own', { expires: day('2027-01-21'), warnWithin: 90 }, 'expiring'],
    ['issued tomorrow', { issued: day('2026-11-22'), expires: day('2031-11-21') }, 'pending'],
    ['issued today', { issued: ASKED, expires: day('2031-11-20') }, 'active'],
    ['given up today', { closed: ASKED, expires: day('2031-11-20') }, 'closed'],
    ['to be given up', { closed: day('2026-12-01'), expires: day('2031-11-20') }, 'ending'],
    ['to be given up on its last day', { closed: day('2031-11-20'), expires: day('2031-11-20') }, 'ending'],
    ['to be given up after its last day', { closed: day('2031-11-21'), expires: day('2031-11-20') }, 'active'],
  ])('%s is %s', (_, parts, standing) => {
    expect(rowOfLicence(parts)?.standing).toBe(standing);
  });

  test('ends on the eve of being given up', () => {
    const row = rowOfLicence({ closed: day('2026-12-01'), expires: day('2031-11-20') });
    expect([formatDay(row?.ends ?? ASKED), row?.daysLeft]).toStrictEqual(['2026-11-30', 9]);
  });
});

describe('a contract', () => {
  test.each<[string, Partial<Resource>, string]>([
    ['beyond its window', { expires: day('2027-01-21') }, 'active'],
    ['inside its window', { expires: day('2027-01-20') }, 'expiring'],
    ['on its last day', { expires: ASKED }, 'expiring'],
    ['past its end', { expires: day('2026-11-20') }, 'expired'],
    ['without an end', { expires: day('2999-12-31') }, 'active'],
    ['before its first day', { starts: day('2026-11-22'), expires: day('2027-11-21') }, 'pending'],
    ['on its first day', { starts: ASKED, expires: day('2027-11-20') }, 'active'],
    ['meant to end today', { renew: false, expires: ASKED }, 'ending'],
    ['meant to end', { renew: false, expires: day('2026-12-01') }, 'ending'],
    ['that was meant to end and has', { renew: false, expires: day('2026-11-20') }, 'closed'],
    ['that renews itself', { autoRenew: { months: 12, noticeDays: 30 }, expires: day('2026-12-01') }, 'active'],
    [
      'whose notice is given',
      { autoRenew: { months: 12, noticeDays: 30 }, renew: false, expires: day('2026-12-01') },
      'ending',
    ],
  ])('%s is %s', (_, parts, standing) => {
    expect(rowOfResource(parts)?.standing).toBe(standing);
  });

  test('that renews itself ends with the term that runs', () => {
    const row = rowOfResource({ autoRenew: { months: 1, noticeDays: 5 }, expires: day('2026-08-31') });
    expect([formatDay(row?.ends ?? ASKED), row?.daysLeft]).toStrictEqual(['2026-11-30', 9]);
  });

  test('that another continues is followed, whether its end has come or not', () => {
    const resources = [
      buildResource({ id: 'old', expires: day('2026-12-31') }),
      buildResource({ id: 'new', follows: 'old', starts: day('2027-01-01'), expires: day('2027-12-31') }),
    ];
    const rows = registerOf(buildLedger({ resources }), { asOf: ASKED });
    expect(rows.map(({ entry, standing }) => [entry.id, standing])).toStrictEqual([
      ['old', 'followed'],
      ['new', 'pending'],
    ]);
  });
});

test('a window on the command line overrides every other', () => {
  expect(rowOfResource({ expires: day('2026-12-01'), warnWithin: 90 }, 9)?.standing).toBe('active');
  expect(rowOfLicence({ expires: day('2027-01-21') }, 61)?.standing).toBe('expiring');
});

test('what ends first stands first, equal days by id, open ends last', () => {
  const resources = [
    buildResource({ id: 'c', expires: day('2027-01-01') }),
    buildResource({ id: 'open', expires: day('2999-12-31') }),
    buildResource({ id: 'a', expires: day('2027-01-01') }),
  ];
  const licences = [buildLicence({ id: 'b', expires: day('2027-01-01') })];
  const rows = registerOf(buildLedger({ licences, resources }), { asOf: ASKED });
  expect(rows.map(({ entry }) => entry.id)).toStrictEqual(['a', 'b', 'c', 'open']);
});
