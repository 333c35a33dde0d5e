/** The real program, as a process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const PROGRAM = fileURLToPath(new URL('../../bin/ledger.js', import.meta.url));

export interface ProgramRun {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly cwd: string;
  /** Added to an environment without locale, zone or colour. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the program to its end with both streams on pipes. */
export async function runProgram(argv: readonly string[], { cwd, env = {} }: ProgramOptions): Promise<ProgramRun> {
  return ending(spawn(process.execPath, [PROGRAM, ...argv], { cwd, env: environment(env), stdio: 'pipe' }));
}

/** Runs a line of shell in which `ledger` is the program. */
export async function runShell(line: string, { cwd, env = {} }: ProgramOptions): Promise<ProgramRun> {
  const script = `ledger() { "${process.execPath}" "${PROGRAM}" "$@"; }\n${line}`;
  return ending(spawn('bash', ['--norc', '-c', script], { cwd, env: environment(env), stdio: 'pipe' }));
}

/** Starts the program and leaves its streams to the test. */
export function startProgram(
  argv: readonly string[],
  { cwd, env = {}, program = PROGRAM }: ProgramOptions & { readonly program?: string },
): ChildProcess {
  return spawn(process.execPath, [program, ...argv], { cwd, env: environment(env), stdio: 'pipe' });
}

export async function ending(child: ChildProcess): Promise<ProgramRun> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => stdout.push(piece));
  child.stderr?.on('data', (piece: Buffer) => stderr.push(piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

function environment(more: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', ...more };
}
