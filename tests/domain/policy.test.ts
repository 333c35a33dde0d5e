import { describe, expect, test } from 'vitest';

import type { RuleSetting } from '../../src/domain/ledger.ts';
import { addCounts, countFindings, failsRun, judge, weigh } from '../../src/domain/policy.ts';
import type { Severity } from '../../src/domain/severity.ts';
import { buildFinding } from '../support/build-report.ts';
import { day } from '../support/days.ts';
import { basisOf } from '../support/sample-report.ts';

const TEXT = [basisOf('27', 'text')];
const PRACTICE = [basisOf('6(5)', 'practice')];
const RULE = {
  id: 'isp/leased-line',
  statuses: { expired: 'error', expiring: 'warning', undetermined: 'info' },
} as const;

describe('the weight of a finding', () => {
  test.each<[string, RuleSetting | undefined, keyof typeof RULE.statuses, Severity]>([
    ['stands as the rule says', undefined, 'expired', 'error'],
    ['falls to what the company set', 'warning', 'expired', 'warning'],
    ['stays where it is less grave already', 'warning', 'undetermined', 'info'],
    ['falls with all that is graver', 'info', 'expiring', 'info'],
    ['stays where the setting is no graver than the rule', 'error', 'expiring', 'warning'],
  ])('%s', (_, setting, status, severity) => {
    const rules = setting === undefined ? {} : { [RULE.id]: setting };
    expect(weigh(RULE, status, TEXT, { rules })).toBe(severity);
  });

  test('rises where the setting is graver than anything that the rule reports', () => {
    const own = { id: 'own/iso27001', statuses: { missing: 'warning', expiring: 'info' } } as const;
    expect(weigh(own, 'missing', [], { rules: { 'own/iso27001': 'error' } })).toBe('error');
    expect(weigh(own, 'expiring', [], { rules: { 'own/iso27001': 'error' } })).toBe('info');
  });

  test('is a warning at most where only practice knows the rule, whatever the company set', () => {
    expect(weigh(RULE, 'expired', PRACTICE, { rules: {} })).toBe('warning');
    expect(weigh(RULE, 'expired', PRACTICE, { rules: { [RULE.id]: 'error' } })).toBe('warning');
    expect(weigh(RULE, 'expired', [...PRACTICE, ...TEXT], { rules: {} })).toBe('error');
  });

  test('is what the rule says where it is switched off and told all the same, and an error for what it does not know', () => {
    expect(weigh(RULE, 'expiring', TEXT, { rules: { [RULE.id]: 'off' } })).toBe('warning');
    expect(weigh(RULE, 'missing', TEXT, { rules: {} })).toBe('error');
  });

  test('takes no setting from the prototype of an object', () => {
    expect(weigh({ ...RULE, id: 'constructor' }, 'expired', TEXT, { rules: {} })).toBe('error');
  });
});

test('what cannot be judged is counted by severity and by itself, unless it is waived', () => {
  const waived = { until: day('2026-12-31'), reason: 'x', approvedBy: 'y' };
  const findings = [
    buildFinding({ status: 'undetermined', severity: 'warning' }),
    buildFinding({ status: 'undetermined', severity: 'info' }),
    buildFinding({ status: 'undetermined', severity: 'warning', waived }),
    buildFinding(),
  ];
  expect(countFindings(findings)).toEqual({ error: 1, warning: 1, info: 1, waived: 1, undetermined: 2 });
});

test('the counts of several ledgers are added one by one', () => {
  const counts = { error: 1, warning: 2, info: 3, waived: 4, undetermined: 5 };
  const more = { error: 10, warning: 20, info: 30, waived: 40, undetermined: 50 };
  expect(addCounts([counts, more])).toEqual({ error: 11, warning: 22, info: 33, waived: 44, undetermined: 55 });
  expect(addCounts([])).toEqual({ error: 0, warning: 0, info: 0, waived: 0, undetermined: 0 });
});

describe('a run', () => {
  const waived = { until: day('2026-12-31'), reason: 'x', approvedBy: 'y' };
  test.each([
    ['error', 'error', true],
    ['warning', 'error', false],
    ['warning', 'warning', true],
    ['info', 'warning', false],
    ['info', 'info', true],
    ['error', 'never', false],
  ] as const)('with an unwaived finding of gravity %s, failing on %s: fails is %j', (severity, failOn, fails) => {
    const finding = buildFinding({ severity });
    expect(failsRun(finding, failOn)).toBe(fails);
    expect(judge([buildFinding({ severity, waived }), finding], failOn)).toBe(fails ? 'fail' : 'pass');
    expect(failsRun({ ...finding, waived }, failOn)).toBe(false);
  });

  test('passes where nothing was found', () => {
    expect(judge([], 'info')).toBe('pass');
  });
});
