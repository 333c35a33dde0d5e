import { constants, renameSync, type Stats } from 'node:fs';
import { type FileHandle, open, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import type { Content } from './io.ts';
import { oneTimeName } from './one-time-name.ts';
import { ifThere, refusalOf, tolerating } from './system-error.ts';

/**
 * Replaces a file all or nothing: see `replaceFile`. Links are followed and stay. A device or pipe (`/dev/null`, `>(…)`) is
 * written to, never replaced.
 *
 * @param beforeRename last chance to throw and leave all as it was
 */
export async function writeAtomically(path: string, content: Content, beforeRename: () => void): Promise<void> {
  const target = (await ifThere(realpath(path))) ?? path;
  const existing = await ifThere(stat(target));
  if (existing !== undefined && !existing.isFile()) {
    beforeRename();
    const reader = existing.isFIFO() ? await openForReader(target, beforeRename) : undefined;
    try {
      await writeFile(target, content);
    } finally {
      await reader?.close();
    }
    return;
  }
  await replaceFile(target, content, existing, beforeRename);
}

/** Milliseconds for which a pipe with a name may have nobody at its other end. */
const PATIENCE = 10_000;

/** Opens a pipe once somebody reads from it: to open it the usual way waits without end and hears no Ctrl-C. */
async function openForReader(path: string, look: () => void): Promise<FileHandle> {
  for (const since = performance.now(); ;) {
    look();
    const handle = await tolerating(['ENXIO'], open(path, constants.O_WRONLY | constants.O_NONBLOCK));
    if (handle !== undefined) return handle;
    if (performance.now() - since > PATIENCE) throw refusalOf('EPIPE', path);
    await setTimeout(50);
  }
}

/**
 * Fills a temporary file beside the target, syncs it, renames it over the target and syncs the folder. The mode of what was
 * there stays, and its owner where the system permits. Nothing of this process comes between `beforeRename` and the rename.
 */
export async function replaceFile(
  target: string,
  content: Content,
  existing: Stats | undefined,
  beforeRename: () => void,
): Promise<void> {
  const temporary = temporaryBeside(target);
  try {
    await fill(temporary, content, existing);
    beforeRename();
    renameSync(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(target));
}

/** A name that no other writer takes, in the same folder. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `.${basename(target)}.${oneTimeName()}.tmp`);
}

/** Whether a name is one that a temporary file of this target may have. */
export function isTemporaryOf(target: string, name: string): boolean {
  const start = `.${basename(target)}.`;
  return name.startsWith(start) && /^[0-9a-f]{12}\.tmp$/u.test(name.slice(start.length));
}

/** Makes a file and has it on the disk. @param existing whose mode and owner it takes */
export async function fill(path: string, content: Content, existing: Stats | undefined): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    if (existing !== undefined) {
      await keepOwner(handle, existing);
      await handle.chmod(existing.mode & 0o7777);
    }
    // Each goes on where the one before ended.
    for (const piece of piecesOf(content)) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function piecesOf(content: Content): Iterable<string | Uint8Array> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

/** Only root may give a file away; others may at most hand it to one of their own groups. */
async function keepOwner(handle: FileHandle, { uid, gid }: Stats): Promise<void> {
  const made = await handle.stat();
  if (made.uid === uid && made.gid === gid) return;
  await tolerating(['EPERM'], handle.chown(made.uid, gid));
  if (made.uid !== uid) await tolerating(['EPERM'], handle.chown(uid, gid));
}

/** Without it the new name may be lost with the power. Windows opens no folders, and some file systems sync none. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await tolerating(['EISDIR', 'EPERM', 'EACCES'], open(path, 'r'));
  if (handle === undefined) return;
  try {
    await tolerating(['EINVAL', 'ENOTSUP', 'EPERM', 'EBADF'], handle.sync());
  } finally {
    await handle.close();
  }
}
