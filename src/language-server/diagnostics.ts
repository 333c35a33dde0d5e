/** Findings as an editor marks them. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';

import type { LocatedFinding } from '../domain/report.ts';
import type { Severity } from '../domain/severity.ts';
import { causesOf, labelled, messageOf, waiverRow } from '../reporters/check/finding-text.ts';
import { printable } from '../reporters/writing/printable.ts';
import type { Analysis } from './analysis.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const SOURCE = 'ledger';

/** One for each finding, in its order; what could not be looked at is told first. */
export function diagnosticsOf(analysis: Analysis): readonly Diagnostic[] {
  const { report, complaints, language } = analysis;
  return [
    ...complaints.map(({ where = '', what, remedy }): Diagnostic => ({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
      message: printable(`${labelled(where, what[language], language)} ${remedy[language]}`),
    })),
    ...report.findings.map((finding) => diagnosticOf(finding, analysis)),
  ];
}

/** A waived finding is a hint; the law stands behind the rule's id where there is one. */
function diagnosticOf(finding: LocatedFinding, { uri, places, report, language }: Analysis): Diagnostic {
  const { rule, severity, waived, location, basis } = finding;
  const [ground] = basis;
  const lines = [messageOf(finding, language), ...(waived === undefined ? [] : [waiverLine(finding, language)])];
  return {
    range: places.rangeAt(location),
    severity: waived === undefined ? SEVERITIES[severity] : DiagnosticSeverity.Hint,
    source: SOURCE,
    code: rule,
    ...(ground === undefined ? {} : { codeDescription: { href: ground.url } }),
    message: lines.map(printable).join('\n'),
    relatedInformation: causesOf(finding, report).map(({ id, place }) => ({
      location: { uri, range: places.rangeAt(place) },
      message: printable(id),
    })),
  };
}

function waiverLine({ waived }: LocatedFinding, language: Analysis['language']): string {
  if (waived === undefined) return '';
  const { label, text } = waiverRow(waived, language);
  return labelled(label, text, language);
}
