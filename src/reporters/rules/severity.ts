import { SEVERITIES, type Severity, type Status, STATUSES } from '../../domain/finding.ts';
import { weigh } from '../../domain/policy.ts';
import type { Rule } from '../../domain/rule.ts';

/** The statuses that a rule may report with their severities, weighed by how certain the law is; in the vocabulary's order. */
export function weighedStatuses({ statuses, basis }: Rule): readonly (readonly [Status, Severity])[] {
  return STATUSES.flatMap((status) => {
    const severity = statuses[status];
    return severity === undefined ? [] : [[status, weigh(severity, basis)] as const];
  });
}

/** The gravest that a rule can report. */
export function worstSeverity(rule: Rule): Severity {
  const possible = new Set(weighedStatuses(rule).map(([, severity]) => severity));
  return SEVERITIES.find((severity) => possible.has(severity)) ?? 'info';
}
