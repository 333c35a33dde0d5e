/** `ledger complete -- WORD…`: what may stand where the cursor is. Hidden: it is for the shells' scripts. */
import type { Command } from '@commander-js/extra-typings';

import type { Invocation } from '../../command-line/invocation.ts';
import { ExitCode } from '../../exit-code.ts';
import { printable } from '../../reporters/writing/printable.ts';
import { wordsFor } from './candidates.ts';
import { readCommandLine } from './command-line.ts';

/**
 * Prints one line for each candidate: the word, a tab, what it means. Nothing is printed where a file may stand, or any text.
 *
 * @param words the command line up to the cursor without the program's name; the last one is being typed and may be empty
 */
export async function complete(
  words: readonly string[],
  program: Command,
  { io, languages }: Invocation,
): Promise<ExitCode> {
  const asked = readCommandLine(words, program);
  const candidates = await wordsFor(asked, languages.people, io);
  const fitting = [...candidates].filter(([word]) => word.startsWith(asked.typed));
  await io.stdout.write(
    fitting.map(([word, means]) => `${asked.kept}${printable(word)}\t${printable(means)}\n`).join(''),
  );
  return ExitCode.ok;
}
