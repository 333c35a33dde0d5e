/** What weighs how much, what is waived and what fails: the only place that decides a verdict. */
import type { Basis } from './basis.ts';
import type { Finding, Status } from './finding.ts';
import type { Ledger, RuleSetting } from './ledger.ts';
import type { RuleDescription } from './rule.ts';
import { isAtLeast, SEVERITIES, type Severity } from './severity.ts';

/** What the company set for a rule. */
export function settingOf(rule: string, { rules }: Pick<Ledger, 'rules'>): RuleSetting | undefined {
  return Object.hasOwn(rules, rule) ? rules[rule] : undefined;
}

/** How grave a status of a rule is in a ledger: the rule's table, as the company set it, and never graver than the law's certainty lets it be. */
export function weigh(
  rule: Pick<RuleDescription, 'statuses'> & { readonly id: string },
  status: Status,
  basis: readonly Basis[],
  ledger: Pick<Ledger, 'rules'>,
): Severity {
  const setting = settingOf(rule.id, ledger);
  const severity = rule.statuses[status] ?? 'error';
  return cap(setting === undefined || setting === 'off' ? severity : adjust(severity, setting, rule), basis);
}

/** A rule that only practice knows is a warning at most; one that rests on no law keeps its severity. */
export function cap(severity: Severity, basis: readonly Basis[]): Severity {
  const onlyPractice = basis.length > 0 && basis.every(({ certainty }) => certainty === 'practice');
  return onlyPractice && severity === 'error' ? 'warning' : severity;
}

/** The setting is the gravest that the rule reports: what is graver falls to it, and what was gravest rises to it. */
function adjust(severity: Severity, setting: Severity, { statuses }: Pick<RuleDescription, 'statuses'>): Severity {
  if (isAtLeast(severity, setting)) return setting;
  const isGravest = Object.values(statuses).every((one) => isAtLeast(severity, one));
  return isGravest ? setting : severity;
}

/** The gravity from which a finding fails the run; `never` lets everything pass. */
export const FAIL_LEVELS = [...SEVERITIES, 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

export type Verdict = 'pass' | 'fail' | 'none';

/** Findings by severity, those that are waived apart; `undetermined` counts among them again what could not be judged. */
export type Counts = Readonly<Record<Severity | 'waived' | 'undetermined', number>>;

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, waived: 0, undetermined: 0 };
  for (const { severity, status, waived } of findings) {
    counts[waived === undefined ? severity : 'waived'] += 1;
    if (waived === undefined && status === 'undetermined') counts.undetermined += 1;
  }
  return counts;
}

/** Of several ledgers. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = { error: 0, warning: 0, info: 0, waived: 0, undetermined: 0 };
  for (const { error, warning, info, waived, undetermined } of all) {
    sum.error += error;
    sum.warning += warning;
    sum.info += info;
    sum.waived += waived;
    sum.undetermined += undetermined;
  }
  return sum;
}

/** The verdict over findings that could be judged; whether they could is for the caller to say. */
export function judge(findings: readonly Finding[], failOn: FailLevel): Exclude<Verdict, 'none'> {
  return findings.some((finding) => failsRun(finding, failOn)) ? 'fail' : 'pass';
}

/** Whether one finding is enough to fail the run. */
export function failsRun({ severity, waived }: Pick<Finding, 'severity' | 'waived'>, failOn: FailLevel): boolean {
  return failOn !== 'never' && waived === undefined && isAtLeast(severity, failOn);
}
