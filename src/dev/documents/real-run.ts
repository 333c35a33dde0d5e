/** The program as it runs, for pages that show it: on real files in a folder of its own, always on the same day. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { run } from '../../app.ts';
import { gitStarter } from '../../history/git-process.ts';
import type { Io, Output } from '../../platform/io.ts';
import { nodeFiles } from '../../platform/node-files.ts';

export const SHOWN_DAY = '2026-11-21';

export interface RealRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env?: Io['env'];
  /** Columns of the terminal that stdout is; absent where it is a pipe. */
  readonly terminal?: number;
  readonly stdin?: string;
}

/** A folder with files in which the program can be run. */
export class Place {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  /** Commits everything that is there, on the day that is shown; the first time it makes the repository. */
  commit(message: string): void {
    for (const words of [
      ['init', '--quiet', '--initial-branch=main'],
      ['add', '--all'],
      ['commit', '--quiet', '--message', message],
    ]) {
      execFileSync('git', words, { cwd: this.folder, env: { ...process.env, ...GIT }, stdio: 'ignore' });
    }
  }

  async run(argv: readonly string[], { env = {}, terminal, stdin = '' }: Surroundings = {}): Promise<RealRun> {
    const { signal } = new AbortController();
    const told = { stdout: '', stderr: '' };
    const output = (name: keyof typeof told, columns?: number): Output => ({
      isTerminal: columns !== undefined,
      columns,
      write: async (content) => {
        told[name] += typeof content === 'string' ? content : Buffer.from(content).toString();
      },
    });
    const code = await run(argv, {
      env: { PATH: process.env['PATH'], HOME: '/nowhere', LANG: 'C.UTF-8', ...env },
      cwd: this.folder,
      stdout: output('stdout', terminal),
      stderr: output('stderr'),
      stdin: () => Readable.from([Buffer.from(stdin)]),
      readStdin: async () => Buffer.from(stdin),
      dialogue: async () => undefined,
      files: nodeFiles(signal),
      git: gitStarter(signal),
      drafts: async () => ({ read: async () => undefined, keep: async () => {}, remove: async () => {} }),
      now: () => new Date(`${SHOWN_DAY}T04:00:00Z`),
      runtime: 'node',
    });
    // Where the folder lies is nobody's concern, and another one each time.
    const clean = (text: string): string => text.replaceAll(this.folder, '/ledgers');
    return { code, stdout: clean(told.stdout), stderr: clean(told.stderr) };
  }
}

/** Does something in a folder with these files, and removes it. */
export async function inPlace<Made>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (place: Place) => Promise<Made>,
): Promise<Made> {
  const place = new Place(mkdtempSync(path.join(tmpdir(), 'ledger-shown-')));
  try {
    place.write(files);
    return await work(place);
  } finally {
    rmSync(place.folder, { recursive: true, force: true });
  }
}

const WHO = { NAME: '张三', EMAIL: 'zhang@example.com', DATE: '2026-11-20T09:00:00+08:00' };
const GIT = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  ...Object.fromEntries(
    Object.entries(WHO).flatMap(([what, value]) =>
      ['AUTHOR', 'COMMITTER'].map((role) => [`GIT_${role}_${what}`, value]),
    ),
  ),
};
