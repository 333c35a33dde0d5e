/** One line a finding, as editors, `grep` and logs read them: `FILE:LINE:COL: severity: message [rule]`. */
import type { Report } from '../../domain/report.ts';
import type { Language } from '../../domain/text.ts';
import { printable, withoutCommands } from '../writing/printable.ts';
import { nameOf } from './finding-text.ts';

/** In the order of the files; nothing where nothing was found. What is assumed stands on lines of its own, which name no place. */
export function renderLines({ assumed, ledgers }: Report, language: Language): string {
  const head = assumed.map((word) => `assumed: ${printable(word)}\n`);
  const lines = ledgers.flatMap(({ findings }) =>
    findings.map((finding) => {
      const { location, severity, waived, message, rule, baseline } = finding;
      const place = printable(`${location.file}:${location.line}:${location.column}`);
      // Editors know the words, not their translations.
      const gravity = waived === undefined ? severity : 'waived';
      return `${place}: ${gravity}: ${printable(nameOf(finding))}: ${printable(message[language])} [${printable(rule)}]${baseline === undefined ? '' : ` ${baseline}`}\n`;
    }),
  );
  return withoutCommands([...head, ...lines].join(''));
}
