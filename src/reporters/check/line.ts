/** One line a finding, as editors, `grep` and logs read them: `FILE:LINE:COL: severity: message [rule]`. */
import type { LocatedFinding } from '../../domain/report.ts';
import type { Language } from '../../domain/text.ts';
import { inPieces } from '../writing/pieces.ts';
import { printable, withoutCommands } from '../writing/printable.ts';
import { type CheckDocument, piecesOf } from './document.ts';
import { nameOf } from './finding-text.ts';

/** In the order of the files; nothing where nothing was found. What is assumed stands on lines of its own, which name no place. */
export function lineDocument(language: Language): CheckDocument<undefined> {
  return {
    tell: ({ findings }) => ({
      parts: [
        inPieces(
          () => findings,
          (some) => linesOf(some, language),
        ),
      ],
      facts: undefined,
    }),
    *whole({ assumed }, told) {
      for (const word of assumed) yield withoutCommands(`assumed: ${printable(word)}\n`);
      yield* piecesOf(told);
    },
  };
}

function linesOf(findings: readonly LocatedFinding[], language: Language): string {
  const lines = findings.map((finding) => {
    const { location, severity, waived, message, rule, baseline } = finding;
    const place = printable(`${location.file}:${location.line}:${location.column}`);
    // Editors know the words, not their translations.
    const gravity = waived === undefined ? severity : 'waived';
    return `${place}: ${gravity}: ${printable(nameOf(finding))}: ${printable(message[language])} [${printable(rule)}]${baseline === undefined ? '' : ` ${baseline}`}\n`;
  });
  return withoutCommands(lines.join(''));
}
