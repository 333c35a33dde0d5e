import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { ifThere } from './presence.ts';

/**
 * Replaces a file all or nothing: a temporary file beside it is filled, synced and renamed.
 * Links are followed and stay; the mode stays. A device or pipe (`/dev/null`, `>(…)`) is written to, never replaced.
 *
 * @param beforeRename last chance to throw and leave all as it was
 */
export async function writeAtomically(path: string, text: string, beforeRename: () => void): Promise<void> {
  const target = (await ifThere(realpath(path))) ?? path;
  const existing = await ifThere(stat(target));
  if (existing !== undefined && !existing.isFile()) {
    beforeRename();
    await writeFile(target, text);
    return;
  }
  const temporary = join(dirname(target), `.ledger-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await fill(temporary, text, existing?.mode);
    beforeRename();
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function fill(path: string, text: string, mode: number | undefined): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    if (mode !== undefined) await handle.chmod(mode & 0o7777);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
