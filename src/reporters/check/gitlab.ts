/** The report for GitLab's Code Quality, a subset of Code Climate's format. */
import type { LedgerReport, LocatedFinding } from '../../domain/report.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Language } from '../../domain/text.ts';
import { listOf, printItems } from '../writing/json-document.ts';
import { inPieces } from '../writing/pieces.ts';
import { printable } from '../writing/printable.ts';
import { type CheckDocument, piecesOf } from './document.ts';
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
export function gitlabDocument(language: Language): CheckDocument<undefined> {
  return {
    tell(ledger) {
      const entries = inPieces(
        () => ledger.findings.filter(({ waived }) => waived === undefined),
        (some) =>
          printItems(
            some.map((finding) => entryOf(finding, ledger, language)),
            1,
          ),
      );
      return { parts: [entries], facts: undefined };
    },
    *whole(_, told) {
      yield* listOf(piecesOf(told), 1);
      yield '\n';
    },
  };
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
