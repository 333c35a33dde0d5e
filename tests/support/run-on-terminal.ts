/** The real program on a pseudo-terminal, with somebody who types. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { ending, PROGRAM } from './run-program.ts';

const DRIVER = fileURLToPath(new URL('pseudo-terminal.py', import.meta.url));

/** Why there is no pseudo-terminal here; undefined where there is one. Python's own `pty` drives it: nothing has to be built. */
export const noTerminal: string | undefined =
  spawnSync('python3', ['-c', 'import pty, termios']).status === 0
    ? undefined
    : 'no python3 with the module pty on this machine';

/** What is waited for on the screen, what is typed then, and a file that somebody else saves before. */
export type Step = readonly [shown: string, typed: string | Event, saved?: readonly [path: string, text: string]];

/** What happens in place of a key. */
type Event = { readonly signal: 'SIGHUP' | 'SIGTERM' | 'SIGINT' } | { readonly close: true };

export interface TerminalRun {
  readonly code: number | null;
  readonly signal: number | null;
  /** All that was shown, without colours and cursor moves. */
  readonly screen: string;
}

export const KEYS = { enter: '\r', ctrlC: '\u0003', ctrlD: '\u0004', escape: '\u001B', space: ' ', down: '\u001B[B' };

/** @throws {Error} where something that was waited for is never shown */
export async function runOnTerminal(
  argv: readonly string[],
  {
    cwd,
    steps,
    language = 'en',
  }: { readonly cwd: string; readonly steps: readonly Step[]; readonly language?: string },
): Promise<TerminalRun> {
  const driver = spawn('python3', [DRIVER], { stdio: 'pipe' });
  const env = {
    PATH: process.env['PATH'] ?? '',
    TERM: 'xterm',
    NO_COLOR: '1',
    LANG: `${language}.UTF-8`,
    // Drafts stay with the test.
    XDG_STATE_HOME: `${cwd}/.state`,
  };
  driver.stdin.end(JSON.stringify({ argv: [process.execPath, PROGRAM, ...argv], cwd, env, steps }));
  const { stdout, stderr } = await ending(driver);
  if (stdout === '') throw new Error(stderr);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the driver beside writes it
  const { missed, ...run } = JSON.parse(stdout) as TerminalRun & { readonly missed: string | null };
  const screen = run.screen.replaceAll(ESCAPES, '').replaceAll('\r\n', '\n');
  if (missed !== null) throw new Error(`never shown: ${missed}\n${screen}`);
  return { ...run, screen };
}

// oxlint-disable-next-line no-control-regex -- this is how they begin
const ESCAPES = /\u001B\[[\d;?]*[A-Za-z]/gu;
