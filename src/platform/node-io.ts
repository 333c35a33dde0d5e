import process from 'node:process';

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
    files: nodeFiles(signal),
    now: () => new Date(),
    runtime: `node ${process.versions.node}, ${process.platform} ${process.arch}`,
  };
}
