/** Starts writers as processes of their own: see `update-driver.ts`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'tsdown';

export interface Drivers {
  /** The file that Node runs. */
  readonly script: string;
  readonly remove: () => Promise<void>;
}

/** One script with everything inside, which starts as fast as Node does. */
export async function buildDriver(): Promise<Drivers> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ledger-driver-'));
  await chmod(folder, 0o755);
  await build({
    config: false,
    entry: { driver: fileURLToPath(new URL('update-driver.ts', import.meta.url)) },
    outDir: folder,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    dts: false,
  });
  return { script: path.join(folder, 'driver.mjs'), remove: async () => rm(folder, { recursive: true }) };
}

export type Update = { readonly took: number } | { readonly code: string };

/** The updates that a writer reports; those of a killed one end where it ended. */
export async function updatesOf(child: ChildProcess): Promise<readonly Update[]> {
  const output: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => output.push(piece));
  await new Promise((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', reject);
  });
  const lines = Buffer.concat(output).toString().split('\n').slice(0, -1);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the driver beside this file prints
  return lines.map((line) => JSON.parse(line) as Update);
}

export function startWriter(script: string, ...argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [script, ...argv], { stdio: ['ignore', 'pipe', 'inherit'] });
}
