/** Drafts in the folder where this user's programs keep their state. */
import { createHash } from 'node:crypto';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import process from 'node:process';

import type { Drafts, Io } from './io.ts';
import { oneTimeName } from './one-time-name.ts';
import { ifThere } from './system-error.ts';

/** Bytes. No interview is as long as that. */
const LONGEST = 10_000_000;

export function nodeDrafts(env: Io['env']): Drafts {
  const folder = join(stateFolder(env), 'licence-ledger', 'drafts');
  // The name holds the path of a ledger, which may be longer than the name of a file.
  const pathOf = (name: string): string =>
    join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}.json`);
  return {
    async read(name) {
      const { readUpTo } = await import('./evidence-files.ts');
      const bytes = await ifThere(readUpTo(pathOf(name), LONGEST));
      return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
    },
    async keep(name, text) {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // The folder may be older than this run, and wider open.
      await chmod(dirname(path), 0o700);
      const temporary = `${path}.${oneTimeName()}.tmp`;
      await writeFile(temporary, text, { mode: 0o600, flag: 'wx' });
      await rename(temporary, path);
    },
    remove: async (name) => rm(pathOf(name), { force: true }),
  };
}

/** Where programs keep what is neither settings nor safe to lose. */
function stateFolder({ XDG_STATE_HOME: asked = '', LOCALAPPDATA: local = '' }: Io['env']): string {
  if (process.platform === 'win32' && local !== '') return local;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support');
  // A relative path would mean another folder in each run.
  return isAbsolute(asked) ? asked : join(homedir(), '.local/state');
}
