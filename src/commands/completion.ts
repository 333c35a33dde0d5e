/** `ledger completion SHELL`: what the shell runs once, so that it asks the program for words from then on. */
import { ExitCode } from '../exit-code.ts';
import { SCRIPTS } from './completing/scripts.ts';
import type { Shell } from './completion-usage.ts';
import type { Invocation } from './shared/invocation.ts';

export async function completion(shell: Shell, { io }: Invocation): Promise<ExitCode> {
  await io.stdout.write(SCRIPTS[shell]);
  return ExitCode.ok;
}
