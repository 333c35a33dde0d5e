/** What a run of a command stands on: the machine, and the languages that it speaks. */
import type { Command } from '@commander-js/extra-typings';

import type { Language, Text } from '../domain/text.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Io } from '../platform/io.ts';

/** One run of the program, as a command sees it. */
export interface Invocation {
  readonly io: Io;
  readonly languages: Languages;
}

/** What a command needs to put itself on the command line. Its work is loaded only when it is called. */
export interface Declaring {
  readonly program: Command;
  /** The words in the language of the run. */
  readonly say: (text: Text) => string;
  readonly run: (work: (invocation: Invocation) => Promise<ExitCode>) => Promise<void>;
}

interface Languages {
  /** Of help, messages and pages. */
  readonly people: Language;
  /** Of the words in formats for programs, which do not follow the locale: the same job gives the same bytes everywhere. */
  readonly machines: Language;
}

/**
 * `--lang`, else `LEDGER_LANG`, else (for people) the locale. It is read before the command line is parsed, so that what
 * is wrong with the command line can be said in it.
 */
export function languagesOf(argv: readonly string[], env: Io['env']): Languages {
  const chosen = languageNamed(chosenByOption(argv)) ?? languageNamed(env['LEDGER_LANG']);
  if (chosen !== undefined) return { people: chosen, machines: chosen };
  return { people: languageNamed(localeOf(env)) ?? 'en', machines: 'en' };
}

function chosenByOption(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = options[at];
  return word === '--lang' ? options[at + 1] : word?.slice('--lang='.length);
}

/** As POSIX has it: the first that is set and not empty. */
function localeOf(env: Io['env']): string | undefined {
  return [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
}

/** `zh`, `zh_CN.UTF-8`, `en-GB` … */
export function languageNamed(locale: string | undefined): Language | undefined {
  const word = locale?.toLowerCase().split(/[-_.@]/u)[0];
  return word === 'zh' || word === 'en' ? word : undefined;
}
