/** Changes to a file that several people and jobs write. */
import { readFileSync } from 'node:fs';
import { lstat, readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { isTemporaryOf, replaceFile } from './atomic-write.ts';
import { type FileLock, takeLock } from './file-lock.ts';
import { FileInUse, type PlannedChange, type UpdateFile } from './io.ts';
import { assertFile, ifThere, naming, tolerating } from './system-error.ts';

/** How often an editor may save between our reading and our writing before we give up. */
const MOST_TRIES = 5;

/** `Files.update`: see there. */
export async function updateFile(path: string, change: PlannedChange, signal: AbortSignal): ReturnType<UpdateFile> {
  const target = await realpath(path);
  assertFile(await stat(target), path);
  for (let left = MOST_TRIES; left > 0; left -= 1) {
    const lock = await naming(path, takeLock(lockBeside(target), signal));
    try {
      await removeLeftovers(target);
      return await updateLocked(path, target, change, lock, signal);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    } finally {
      await lock.release();
    }
  }
  throw new FileInUse();
}

/** Bytes of a file to plan anew for which takes so long that the lock needs a heart of its own; the thread costs some 40 ms. */
const LONG_WORK = 1_000_000;

async function updateLocked(
  path: string,
  target: string,
  change: PlannedChange,
  lock: FileLock,
  signal: AbortSignal,
): ReturnType<UpdateFile> {
  signal.throwIfAborted();
  const before = await readFile(target);
  const isPlanned = before.equals(change.before);
  if (!isPlanned && before.length > LONG_WORK) await lock.beatApart();
  const after = isPlanned ? change.after : await change.planAgain(before);
  if (after === undefined || before.equals(after)) return 'unchanged';
  const beforeRename = (): void => {
    signal.throwIfAborted();
    if (!readFileSync(target).equals(before) || !lock.isHeld()) throw new Overtaken();
  };
  await naming(path, replaceFile(target, after, await stat(target), beforeRename));
  return 'changed';
}

/** The file is no longer what was read, or the lock no longer ours: what was made of it is out of date. */
class Overtaken extends Error {}

function lockBeside(target: string): string {
  return join(dirname(target), `.${basename(target)}.lock`);
}

/** Milliseconds. Nobody works on one file for as long as that. */
const OLD = 60_000;

/** Takes away what writers left that were killed. */
async function removeLeftovers(target: string): Promise<void> {
  const folder = dirname(target);
  const movedAside = `${basename(lockBeside(target))}-`;
  for (const name of (await tolerating(['EACCES'], readdir(folder))) ?? []) {
    if (!isTemporaryOf(target, name) && !name.startsWith(movedAside)) continue;
    const leftover = join(folder, name);
    const found = await ifThere(lstat(leftover));
    // A folder or a pipe of such a name is nobody's leftover.
    if (found?.isFile() !== true || Date.now() - found.mtimeMs <= OLD) continue;
    await tolerating(['EACCES', 'EPERM'], rm(leftover, { force: true }));
  }
}
