/** The report for GitLab's Code Quality, a subset of Code Climate's format. */
import type { Severity } from '../../domain/finding.ts';
import type { LedgerReport, LocatedFinding, Report } from '../../domain/report.ts';
import type { Language } from '../../domain/text.ts';
import { printJson } from '../writing/json-document.ts';
import { printable } from '../writing/printable.ts';
import { labelled } from './finding-text.ts';
import { fingerprintOf } from './json.ts';

export interface GitlabSetting {
  readonly language: Language;
  /** From how the report names a file to how the repository does. */
  readonly inRepository: (file: string) => string;
}

/** A file that is no ledger blocks all: what else is wrong in it, nobody knows. */
const SEVERITIES: Readonly<Record<Severity | 'unreadable', string>> = {
  unreadable: 'blocker',
  error: 'critical',
  warning: 'minor',
  info: 'info',
};

/** Waived findings are left out: GitLab shows every entry as a degradation and knows no exception. */
export function renderGitlab(report: Report, setting: GitlabSetting): string {
  const entries = report.ledgers.flatMap((ledger) =>
    ledger.findings.filter(({ waived }) => waived === undefined).map((finding) => entryOf(finding, ledger, setting)),
  );
  return printJson(entries);
}

function entryOf(finding: LocatedFinding, { ledger }: LedgerReport, { language, inRepository }: GitlabSetting): object {
  const { rule, severity, subject, message, location } = finding;
  return {
    description: printable(labelled(subject, message[language], language)),
    check_name: rule,
    fingerprint: fingerprintOf(finding),
    severity: SEVERITIES[ledger === undefined ? 'unreadable' : severity],
    location: { path: inRepository(location.file), lines: { begin: location.line } },
  };
}
