/** What a change brought in, made worse, left as it was, and put right. */
import { describe, expect, test } from 'vitest';

import { allUnchanged, compareWithBase, isBroughtIn, knownAgain } from '../../src/domain/baseline.ts';
import type { LocatedFinding } from '../../src/domain/report.ts';
import { buildFinding } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const WAIVED = { until: day('2027-01-31'), reason: 'x', approvedBy: '张三' };
const was = buildFinding({ identity: 'a', severity: 'warning', date: '2026-12-31', gapDays: 3 });

function baselineOf(now: LocatedFinding, then = was) {
  return compareWithBase([now], [then]).findings[0]?.baseline;
}

describe('a finding that was there before', () => {
  test.each<[what: string, parts: Partial<LocatedFinding>, baseline: string]>([
    ['that is as it was', {}, 'unchanged'],
    ['that is graver', { severity: 'error' }, 'worse'],
    ['that is less grave', { severity: 'info' }, 'unchanged'],
    ['with an earlier day', { date: day('2026-12-30') }, 'worse'],
    ['with a later day', { date: day('2027-01-01') }, 'unchanged'],
    ['that is less grave, with an earlier day', { severity: 'info', date: day('2026-12-30') }, 'unchanged'],
    ['with more open days', { gapDays: 4 }, 'worse'],
    ['with fewer open days', { gapDays: 2 }, 'unchanged'],
    ['with a later day and more open days', { date: day('2027-01-01'), gapDays: 4 }, 'unchanged'],
    ['without a day', { date: undefined }, 'unchanged'],
    ['without a day, with more open days', { date: undefined, gapDays: 4 }, 'worse'],
    ['without open days', { gapDays: undefined }, 'unchanged'],
    ['that is graver, and waived now', { severity: 'error', waived: WAIVED }, 'unchanged'],
  ])('%s', (_, parts, baseline) => {
    expect(baselineOf({ ...was, ...parts })).toBe(baseline);
  });

  test('without a day or open days then, with them now', () => {
    const then = buildFinding({ identity: 'a', severity: 'warning' });
    expect(baselineOf(buildFinding({ identity: 'a', severity: 'warning', date: '2020-01-01' }), then)).toBe(
      'unchanged',
    );
    expect(baselineOf(buildFinding({ identity: 'a', severity: 'warning', gapDays: 1 }), then)).toBe('worse');
  });

  test('that was waived counts as worse once it is waived no more', () => {
    expect(baselineOf(was, { ...was, waived: WAIVED })).toBe('worse');
    expect(baselineOf({ ...was, waived: WAIVED }, { ...was, waived: WAIVED })).toBe('unchanged');
  });
});

test('what nobody knew is new, and what is found no more is put right', () => {
  const [one, other, gone] = ['a', 'b', 'c'].map((identity) => buildFinding({ identity, subject: identity }));
  if (one === undefined || other === undefined || gone === undefined) throw new Error('three were made');
  const { findings, fixed } = compareWithBase([one, other], [gone, one]);
  expect(findings).toEqual([
    { ...one, baseline: 'unchanged' },
    { ...other, baseline: 'new' },
  ]);
  expect(fixed).toEqual([gone]);
  expect(compareWithBase([], [])).toEqual({ findings: [], fixed: [] });
});

describe('a finding of another identity is known by what it says', () => {
  const short = buildFinding({ identity: 'short' });
  const long = buildFinding({ identity: 'long', service: 'isp' });

  test.each<[what: string, now: LocatedFinding, then: LocatedFinding, isKnown: boolean]>([
    ['where the paper has got a second service', long, short, true],
    ['where it has lost it', short, long, true],
    ['where both name a service', { ...long, identity: 'x' }, long, false],
    ['where none names one', { ...short, identity: 'x' }, short, false],
    ['of another rule', { ...long, rule: 'isp/ip-addresses' }, short, false],
    ['of another status', { ...long, status: 'missing' }, short, false],
    ['of another severity', { ...long, severity: 'info' }, short, false],
    ['about another entry', { ...long, subject: 'idc' }, short, false],
    ['in other words', { ...long, message: { zh: '别的', en: short.message.en } }, short, false],
    ['in other words of the other language', { ...long, message: { ...short.message, en: 'x' } }, short, true],
  ])('%s', (_, now, then, isKnown) => {
    expect([...knownAgain([now], [then])]).toEqual(isKnown ? [[now, then]] : []);
  });

  test('once: the first takes it, and one of the same identity before all', () => {
    const again = { ...long, identity: 'again' };
    expect([...knownAgain([long, again], [short])]).toEqual([[long, short]]);
    expect([...knownAgain([long, short], [short])]).toEqual([[short, short]]);
    expect([...knownAgain([again, long], [short, long])]).toEqual([
      [long, long],
      [again, short],
    ]);
  });
});

test('of a ledger in which nothing has changed nothing is brought in', () => {
  const findings = [was, buildFinding()];
  const { findings: compared, fixed } = allUnchanged(findings);
  expect(compared).toEqual(findings.map((one): unknown => expect.objectContaining(one)));
  expect(compared.map(({ baseline }) => baseline)).toEqual(['unchanged', 'unchanged']);
  expect(fixed).toEqual([]);
  expect(compared.some(isBroughtIn)).toBe(false);
  expect(isBroughtIn({})).toBe(true);
  expect(isBroughtIn({ baseline: 'new' })).toBe(true);
  expect(isBroughtIn({ baseline: 'worse' })).toBe(true);
});
