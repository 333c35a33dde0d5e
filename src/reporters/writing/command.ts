/** Command lines that people paste. */
import { printable } from './printable.ts';

/** Words that every shell takes as they are. */
const PLAIN = /^[\p{L}\p{N}_@%+=:,./-]+$/u;

/** The words of a command as one line for a shell; what is not plain stands in single quotes. */
export function commandLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

function shellWord(word: string): string {
  const shown = printable(word);
  return PLAIN.test(shown) ? shown : `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
