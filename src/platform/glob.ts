import { type Dirent, readdir, statSync } from 'node:fs';
import { isAbsolute, join, parse, posix, sep } from 'node:path';

import { convertPathToPattern, type GlobOptions, glob as searchDisk } from 'tinyglobby';

import type { FolderEntry } from './io.ts';

/**
 * Absolute paths of the files that a pattern matches. Dot folders and `node_modules` are left out, a link to a folder is not
 * followed, a link to a file counts as a file.
 *
 * @throws the system's error for a folder that cannot be read
 */
export async function glob(pattern: string, cwd: string, signal: AbortSignal): Promise<readonly string[]> {
  const failures: Error[] = [];
  const found = await search(pattern, cwd, readdirFor(failures), signal);
  if (failures[0] !== undefined) throw failures[0];
  return found;
}

/** The same over folders that lie on no disk. @param list what a folder holds; undefined where there is none */
export async function globIn(
  pattern: string,
  cwd: string,
  list: (folder: string) => readonly FolderEntry[] | undefined,
): Promise<readonly string[]> {
  const readdir = (folder: string, _: unknown, done: Done): void => done(null, (list(folder) ?? []).map(asDirent));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of readdir's eight shapes, tinyglobby uses this one
  return search(pattern, cwd, readdir as Readdir);
}

async function search(
  pattern: string,
  cwd: string,
  readdir: Readdir,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const fromRoot = isAbsolute(pattern) ? toSlashes(pattern) : posix.join(convertPathToPattern(cwd), toSlashes(pattern));
  return searchDisk(fromRoot, {
    // From elsewhere it overlooks what a pattern such as `../*/x` matches in the working folder, and does not apply `ignore` above it.
    cwd: parse(cwd).root,
    ...(signal === undefined ? {} : { signal }),
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: { readdir },
    ignore: ['**/node_modules/**'],
  });
}

/** Only what tinyglobby asks of it. */
function asDirent({ name, kind }: FolderEntry): Dirent {
  const asked = {
    name,
    isFile: () => kind === 'file' || kind === 'link',
    isDirectory: () => kind === 'folder',
    isSymbolicLink: () => false,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rest of a Dirent is never looked at
  return asked as Dirent;
}

function toSlashes(pattern: string): string {
  return sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
}

type Readdir = NonNullable<NonNullable<GlobOptions['fs']>['readdir']>;
type Done = (error: NodeJS.ErrnoException | null, entries: readonly Dirent[]) => void;

/** tinyglobby drops links to files along with those to folders, and says nothing of folders that it cannot read. */
function readdirFor(failures: Error[]): Readdir {
  const list = (folder: string, options: { readonly withFileTypes: true }, done: Done): void => {
    readdir(folder, options, (error, entries) => {
      if (error !== null && error.code !== 'ENOENT' && error.code !== 'ENOTDIR') failures.push(error);
      done(error, error === null ? entries.map((entry) => (isLinkToFile(folder, entry) ? asFile(entry) : entry)) : []);
    });
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of readdir's eight shapes, tinyglobby uses this one
  return list as Readdir;
}

function isLinkToFile(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(join(folder, entry.name)).isFile();
  } catch {
    return false;
  }
}

function asFile(entry: Dirent): Dirent {
  return Object.assign(entry, { isFile: () => true, isSymbolicLink: () => false });
}
