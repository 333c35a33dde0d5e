/** Findings as an editor marks them. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';

import { type Complaint, Refusal } from '../command-line/complaint.ts';
import type { LocatedFinding } from '../domain/report.ts';
import type { Severity } from '../domain/severity.ts';
import type { Language } from '../domain/text.ts';
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
    ...complaints.map((complaint) => complaining(complaint, language)),
    ...report.findings.map((finding) => diagnosticOf(finding, analysis)),
  ];
}

/** Why nothing was found: a document without any mark would seem to be in order. */
export function notLookedAt(error: unknown, language: Language): readonly Diagnostic[] {
  if (!(error instanceof Refusal)) return [complaining(FAULT, language)];
  return [error.complaint, ...error.also].map((complaint) => complaining(complaint, language));
}

const FAULT: Complaint = {
  what: { zh: '程序自身出现故障，没有检查', en: 'not checked, because of a fault of ledger itself' },
  remedy: {
    zh: '请把编辑器日志中的错误报告给维护者。',
    en: 'Report the error in the log of your editor to the maintainers.',
  },
};

function complaining({ where, what, remedy }: Complaint, language: Language): Diagnostic {
  const sentence = where === undefined ? what[language] : labelled(where, what[language], language);
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    message: printable(`${sentence}${language === 'zh' ? '。' : '. '}${remedy[language]}`),
  };
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
