import { describe, expect, test } from 'vitest';

import type { RuleSetting } from '../../src/domain/ledger.ts';
import { countFindings, weigh } from '../../src/domain/policy.ts';
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
