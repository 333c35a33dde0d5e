/** The last words of a run that broke down. */
import type { Language } from '../domain/text.ts';
import type { Io } from '../platform/io.ts';
import { printable } from '../reporters/writing/printable.ts';
import { VERSION } from '../version.ts';

const WORDS = {
  zh: ['程序自身出现故障，未能完成。', '请向维护者报告，并附上以下内容：'],
  en: ['ledger broke down before it came to an end.', 'Please report it to the maintainers with these lines:'],
} as const;

/** Says on stderr what a report needs: version, command line and stack. */
export async function reportFault(error: unknown, argv: readonly string[], language: Language, io: Io): Promise<void> {
  const lines = [
    ...WORDS[language],
    `  ledger ${VERSION}, ${io.runtime}`,
    `  ${['ledger', ...argv].map((word) => JSON.stringify(word)).join(' ')}`,
    ...stackOf(error)
      .split('\n')
      .map((line) => `  ${printable(line)}`),
  ];
  await io.stderr.write(`${lines.join('\n')}\n`);
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
