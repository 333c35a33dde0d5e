import process from 'node:process';

import { coloursFor, colourLevel } from './colour.ts';
import type { Dialogue } from './dialogue.ts';
import type { Io } from './io.ts';
import { nodeFiles } from './node-files.ts';
import { nodeOutput, silentlyFailing } from './node-output.ts';

/** The real machine. Once the signal is aborted, nothing more is read or written. */
export function nodeIo(signal: AbortSignal): Io {
  return {
    env: process.env,
    get cwd() {
      return process.cwd();
    },
    stdout: nodeOutput(1, () => process.stdout, signal),
    stderr: silentlyFailing(nodeOutput(2, () => process.stderr, signal)),
    readStdin,
    dialogue: async () => dialogueOnTerminal(signal),
    files: nodeFiles(signal),
    now: () => new Date(),
    runtime: `node ${process.versions.node}, ${process.platform} ${process.arch}`,
  };
}

async function readStdin(): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function dialogueOnTerminal(signal: AbortSignal): Promise<Dialogue | undefined> {
  const { stdin: input, stderr: output } = process;
  if (!input.isTTY || !output.isTTY) return undefined;
  const { terminalDialogue } = await import('./terminal-dialogue.ts');
  const colours = await coloursFor(colourLevel(process.env, { isTerminal: true }));
  return terminalDialogue({ input, output, colours, signal });
}
