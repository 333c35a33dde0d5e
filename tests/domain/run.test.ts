/** What is left of each ledger in a run over many. */
import { expect, test } from 'vitest';

import { countFixed, frameOf, glanceOf, nextOf, runOf } from '../../src/domain/run.ts';
import { buildFinding, buildLedgerReport, buildReport } from '../support/build-report.ts';
import { day } from '../support/days.ts';

const due = (date: string, parts: Parameters<typeof buildFinding>[0] = {}) =>
  buildFinding({ status: 'due', date, ...parts });
const one = buildLedgerReport({
  file: 'a.yaml',
  findings: [due('2026-12-31', { baseline: 'unchanged' }), due('2026-12-30', { baseline: 'new' })],
  since: { was: 'valid', fixed: [due('2026-12-01'), due('2026-12-02')] },
  lawRead: day('2026-11-01'),
});
const other = buildLedgerReport({ file: 'b.yaml', findings: [due('2026-12-30'), due('2026-12-29')] });
const none = buildLedgerReport({ file: 'c.yaml', ledger: undefined });

test('at a glance a ledger has its verdict, its counts and what comes next', () => {
  const { file, asOf, timezone, verdict, counts, tally, lawRead } = one;
  expect(glanceOf(one)).toEqual({
    file,
    asOf,
    timezone,
    verdict,
    counts,
    tally,
    lawRead,
    isLedger: true,
    next: expect.objectContaining({ date: day('2026-12-30') }),
    broughtIn: 1,
    fixed: 2,
  });
  expect(glanceOf(other)).toMatchObject({ broughtIn: 2, fixed: 0 });
  expect(glanceOf(none)).toMatchObject({ isLedger: false, verdict: 'none', next: undefined, broughtIn: 0 });
});

test('a run has the first day of all, and how much was put right', () => {
  const report = buildReport([none, one, other], { failOn: 'error', assumed: ['x'] });
  const run = runOf(report);
  expect(run).toEqual({ ...report, ledgers: [none, one, other].map(glanceOf) });
  expect(nextOf(run)).toMatchObject({ file: 'b.yaml', date: day('2026-12-29') });
  expect(
    nextOf(runOf(buildReport([one, buildLedgerReport({ file: 'd.yaml', findings: [due('2026-12-30')] })]))),
  ).toMatchObject({ file: 'a.yaml' });
  expect(nextOf(runOf(buildReport([none])))).toBeUndefined();
  expect(countFixed(run)).toBe(2);
  expect(countFixed(runOf(buildReport([one, one])))).toBe(4);
});

test('before its first ledger was looked at, little is known of a run', () => {
  expect(frameOf(buildReport([one, other], { failOn: 'error', assumed: ['x'] }))).toEqual({
    failOn: 'error',
    assumed: ['x'],
    isOneOfSeveral: true,
  });
  expect(frameOf(buildReport([one])).isOneOfSeveral).toBe(false);
});
