/** What weighs how much, what is waived and what fails: the only place that decides a verdict. */
import type { Basis } from './basis.ts';
import { type Finding, isAtLeast, SEVERITIES, type Severity } from './finding.ts';

/** A rule that only practice knows is a warning at most; one that rests on no law keeps its severity. */
export function weigh(severity: Severity, basis: readonly Basis[]): Severity {
  const onlyPractice = basis.length > 0 && basis.every(({ certainty }) => certainty === 'practice');
  return onlyPractice && severity === 'error' ? 'warning' : severity;
}

/** The gravity from which a finding fails the run; `never` lets everything pass. */
export const FAIL_LEVELS = [...SEVERITIES, 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

export type Verdict = 'pass' | 'fail' | 'none';

export type Counts = Readonly<Record<Severity | 'waived', number>>;

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, waived: 0 };
  for (const { severity, waived } of findings) counts[waived === undefined ? severity : 'waived'] += 1;
  return counts;
}

/** The verdict over findings that could be judged; whether they could is for the caller to say. */
export function judge(findings: readonly Finding[], failOn: FailLevel): Exclude<Verdict, 'none'> {
  return findings.some((finding) => failsRun(finding, failOn)) ? 'fail' : 'pass';
}

/** Whether one finding is enough to fail the run. */
export function failsRun({ severity, waived }: Pick<Finding, 'severity' | 'waived'>, failOn: FailLevel): boolean {
  return failOn !== 'never' && waived === undefined && isAtLeast(severity, failOn);
}
