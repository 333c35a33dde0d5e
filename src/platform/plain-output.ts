/** Outputs to which everything is written for people. */
import type { Language } from '../domain/text.ts';
import { isPlain } from './colour.ts';
import type { Io, Output } from './io.ts';

/** The same machine; everything on its stderr is for people. */
export async function machineFor(io: Io, language: Language): Promise<Io> {
  const stderr = await outputFor(io.stderr, language, io.env);
  if (stderr === io.stderr) return io;
  // The rest is asked for late, as before: a working folder can be gone.
  const machine: Io = Object.create(io, { stderr: { value: stderr } });
  return machine;
}

/** The same output, or one that has words in place of signs where the reader needs them. */
export async function outputFor(output: Output, language: Language, env: Io['env']): Promise<Output> {
  if (!isPlain(env, output)) return output;
  const { plainly } = await import('../reporters/writing/plain.ts');
  return {
    isTerminal: output.isTerminal,
    columns: output.columns,
    write: async (content) => output.write(typeof content === 'string' ? plainly(content, language) : content),
  };
}
