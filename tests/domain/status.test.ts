/** How everything stands that was asked: a row for each finding, and one for each thing without any. */
import { describe, expect, test } from 'vitest';

import { type Status, STATUSES } from '../../src/domain/finding.ts';
import { POLICY_DEFAULTS } from '../../src/domain/ledger.ts';
import type { Outcome } from '../../src/domain/rule.ts';
import {
  addTallies,
  askedIn,
  EMPTY_TALLY,
  type State,
  STATES,
  stateOf,
  type StatusRow,
  StatusRows,
  Tallying,
  tallyRows,
} from '../../src/domain/status.ts';
import { findRule } from '../../src/rules/catalogue.ts';
import { buildFinding, buildLedger, buildLicence, buildResource } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const WAIVED = { until: day('2027-01-31'), reason: '', approvedBy: '' };

const OTHERWISE: ReadonlyMap<Status, State> = new Map([
  ['undetermined', 'undetermined'],
  ['expiring', 'at-risk'],
  ['gap', 'at-risk'],
  ['due', 'at-risk'],
]);

test.each(STATUSES)('what is %s', (status) => {
  const expected = OTHERWISE.get(status) ?? 'open';
  expect(stateOf({ status })).toBe(expected);
  expect(stateOf({ status, waived: WAIVED })).toBe('waived');
});

describe('counted by how it stands', () => {
  const one = { open: 1, 'at-risk': 2, undetermined: 4, waived: 8, met: 16, 'not-applicable': 32 };

  test('of several ledgers', () => {
    expect(addTallies([])).toEqual(EMPTY_TALLY);
    expect(addTallies([one, one, EMPTY_TALLY])).toEqual(
      Object.fromEntries(STATES.map((state) => [state, 2 * one[state]])),
    );
    expect(EMPTY_TALLY.open).toBe(0);
  });

  test('what does not apply was not asked', () => {
    expect(askedIn(one)).toBe(31);
  });

  test('what was quiet, and what was found', () => {
    const tallying = new Tallying();
    tallying.addQuiet({ state: 'met' });
    tallying.addQuiet({ state: 'met' });
    const found = [buildFinding(), buildFinding({ status: 'due' })];
    const expected = { ...EMPTY_TALLY, met: 2, open: 1, 'at-risk': 1 };
    expect(tallying.of(found)).toEqual(expected);
    // Its findings are not counted for good.
    expect(tallying.of(found)).toEqual(expected);
  });
});

describe('the row', () => {
  const evidence = [{ path: 'a.pdf' }, { path: 'b.pdf' }];
  const ledger = buildLedger({
    policy: { ...POLICY_DEFAULTS, owner: '合规部' },
    licences: [buildLicence({ owner: '网络部', evidence: evidence.slice(0, 1) }), buildLicence({ id: 'idc' })],
    resources: [buildResource({ id: 'a', owner: '采购部', evidence }), buildResource({ id: 'b', serves: [] })],
  });
  const rule = findRule('isp/leased-line');
  if (rule === undefined) throw new Error('no such rule');
  const quiet = (outcome: Outcome, subject = 'isp'): StatusRow | undefined => {
    const rows = new StatusRows(ledger);
    rows.addQuiet(outcome, rule, subject, 'isp');
    return rows.of([])[0];
  };

  test('of a finding has what caused it, and the files behind that', () => {
    const finding = buildFinding({ related: ['a', 'b', 'gone'], date: '2026-12-31', owner: '张三', period: '2025' });
    const { rule: id, subject, date, identity, message } = finding;
    const [row, alone] = new StatusRows(ledger).of([finding, buildFinding({ service: 'idc' })]);
    expect(row).toEqual({
      rule: id,
      subject,
      identity,
      service: undefined,
      state: 'open',
      owner: '张三',
      period: '2025',
      until: date,
      by: ['a', 'b', 'gone'],
      evidence: 2,
      reason: message,
    });
    expect(alone).toMatchObject({ service: 'idc', by: [], evidence: 1 });
  });

  test('of what is met has what proves it, and who answers for that', () => {
    expect(quiet({ state: 'met', until: day('2027-01-31'), by: ['a', 'b'] })).toEqual({
      rule: 'isp/leased-line',
      subject: 'isp',
      service: 'isp',
      state: 'met',
      by: ['a', 'b'],
      evidence: 2,
      until: day('2027-01-31'),
      owner: '采购部',
      period: undefined,
      reason: undefined,
      identity: undefined,
    });
    expect(quiet({ state: 'met' })).toMatchObject({ by: [], evidence: 1, owner: '网络部', until: undefined });
    expect(quiet({ state: 'met', by: ['b'] })).toMatchObject({ owner: '网络部' });
    expect(quiet({ state: 'met', by: ['b'] }, 'idc')).toMatchObject({ owner: '合规部' });
  });

  test('of what does not apply says why', () => {
    const reason = { zh: '例', en: 'example' };
    expect(quiet({ state: 'not-applicable', reason })).toMatchObject({
      state: 'not-applicable',
      by: [],
      until: undefined,
      reason,
      evidence: 1,
    });
  });

  test('is counted', () => {
    const rows = new StatusRows(ledger);
    rows.addQuiet({ state: 'met' }, rule, 'isp', undefined);
    expect(tallyRows(rows.of([buildFinding()]))).toEqual({ ...EMPTY_TALLY, met: 1, open: 1 });
  });
});
