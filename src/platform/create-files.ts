import { constants, copyFile, link, mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { fill, syncFolder, temporaryBeside } from './atomic-write.ts';
import type { NewFile } from './io.ts';
import { ifThere, naming, tolerating } from './system-error.ts';

/** `Files.create`: see there. All of them lie whole beside their places before the first takes its own. */
export async function createFiles(files: readonly NewFile[], signal: AbortSignal): Promise<void> {
  const undoing: (() => Promise<unknown>)[] = [];
  const filled: { readonly path: string; readonly temporary: string }[] = [];
  try {
    for (const { path, text } of files) {
      const temporary = temporaryBeside(path);
      filled.push({ path, temporary });
      await naming(path, makeFolder(dirname(path), undoing));
      await naming(path, fill(temporary, text, undefined));
    }
    for (const { path, temporary } of filled) {
      signal.throwIfAborted();
      await naming(path, takePlace(temporary, path));
      undoing.push(async () => rm(path, { force: true }));
    }
  } catch (error) {
    await removeAll(filled);
    for (const undo of undoing.toReversed()) await tolerating(['ENOTEMPTY', 'EEXIST', 'ENOENT'], undo());
    throw error;
  }
  await removeAll(filled);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
}

/** Each folder on the way by itself: asked for all at once, Node says of a read-only disk that the folder does not exist. */
async function makeFolder(folder: string, undoing: (() => Promise<unknown>)[]): Promise<void> {
  if ((await ifThere(stat(folder))) !== undefined) return;
  await makeFolder(dirname(folder), undoing);
  await mkdir(folder);
  undoing.push(async () => rmdir(folder));
}

/** A link, unlike a rename, never replaces what stands there. Where the file system knows none, a copy does the same. */
async function takePlace(temporary: string, path: string): Promise<void> {
  const linked = await tolerating(
    ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'],
    link(temporary, path).then(() => true),
  );
  if (linked === undefined) await copyFile(temporary, path, constants.COPYFILE_EXCL);
}

async function removeAll(filled: readonly { readonly temporary: string }[]): Promise<void> {
  for (const { temporary } of filled) await rm(temporary, { force: true });
}
