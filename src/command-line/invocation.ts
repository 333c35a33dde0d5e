import type { Command } from '@commander-js/extra-typings';

import type { Text } from '../domain/text.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Io } from '../platform/io.ts';
import type { Languages } from './language.ts';

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
