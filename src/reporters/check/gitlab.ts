/** The report for GitLab's Code Quality, a subset of Code Climate's format. */
import type { LedgerReport, LocatedFinding, Report } from '../../domain/report.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Language } from '../../domain/text.ts';
import { printJson } from '../writing/json-document.ts';
import { printable } from '../writing/printable.ts';
import { labelled, nameOf } from './finding-text.ts';
import { fingerprintOf, pathOf } from './json.ts';

/** A file that is no ledger blocks all: what else is wrong in it, nobody knows. */
const SEVERITIES: Readonly<Record<Severity | 'unreadable', string>> = {
  unreadable: 'blocker',
  error: 'critical',
  warning: 'minor',
  info: 'info',
};

/** Waived findings are left out: GitLab shows every entry as a degradation and knows no exception. */
export function renderGitlab(report: Report, language: Language): string {
  const entries = report.ledgers.flatMap((ledger) =>
    ledger.findings.filter(({ waived }) => waived === undefined).map((finding) => entryOf(finding, ledger, language)),
  );
  return printJson(entries);
}

function entryOf(finding: LocatedFinding, report: LedgerReport, language: Language): object {
  const { rule, severity, message, location } = finding;
  return {
    description: printable(labelled(nameOf(finding), message[language], language)),
    check_name: rule,
    fingerprint: fingerprintOf(finding),
    severity: SEVERITIES[report.ledger === undefined ? 'unreadable' : severity],
    location: { path: pathOf(report), lines: { begin: location.line } },
  };
}
