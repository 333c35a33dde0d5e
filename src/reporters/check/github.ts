/** The report as workflow commands, which GitHub shows as annotations beside the lines of a pull request. */
import { isBroughtIn } from '../../domain/baseline.ts';
import type { LedgerReport, LocatedFinding, Location } from '../../domain/report.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Language } from '../../domain/text.ts';
import { ASSUMED } from '../writing/assumed.ts';
import { inPieces } from '../writing/pieces.ts';
import { printable } from '../writing/printable.ts';
import { type CheckDocument, piecesOf } from './document.ts';
import { explainingLines, nameOf } from './finding-text.ts';
import { pathOf } from './json.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** One command on a line for each finding that is not waived and, beside a base, was brought in; empty where there is none. */
export function githubDocument(language: Language): CheckDocument<undefined> {
  return {
    tell: (ledger) => ({ parts: [commandsOf(ledger, language)], facts: undefined }),
    *whole({ assumed }, told) {
      for (const word of assumed) yield `::notice title=${ASSUMED[language]}::${escapeData(printable(word))}\n`;
      yield* piecesOf(told);
    },
  };
}

function commandsOf(ledger: LedgerReport, language: Language): Iterable<string> {
  return inPieces(
    () => ledger.findings.filter((finding) => finding.waived === undefined && isBroughtIn(finding)),
    (some) => some.map((finding) => `${commandOf(finding, pathOf(ledger), language)}\n`).join(''),
  );
}

function commandOf(finding: LocatedFinding, file: string, language: Language): string {
  const { severity, location, rule, message } = finding;
  const properties = {
    file,
    ...stretchOf(location),
    title: `${rule} ${nameOf(finding)}`,
  };
  const lines = [message[language], ...explainingLines(finding, language)];
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(printable(value))}`);
  return `::${COMMANDS[severity]} ${written.join(',')}::${escapeData(lines.map(printable).join('\n'))}`;
}

/** GitHub takes columns on a single line only. */
function stretchOf({ line, column, endLine, endColumn }: Location): Readonly<Record<string, string>> {
  const lines = { line: `${line}`, endLine: `${endLine}` };
  return line === endLine ? { ...lines, col: `${column}`, endColumn: `${endColumn}` } : lines;
}

/** As the runner undoes it: github.com/actions/toolkit, packages/core/src/command.ts. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
