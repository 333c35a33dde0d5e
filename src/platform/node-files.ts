import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';

import type { FileKind, Files } from './io.ts';
import { ifThere } from './presence.ts';

/** The machine's own files; what is slow to load (crypto for writing, tinyglobby for patterns) is loaded when asked for. */
export function nodeFiles(signal: AbortSignal): Files {
  return {
    async kindOf(path) {
      const found = await ifThere(stat(path));
      return found === undefined ? undefined : kindOf(found);
    },
    async read(path) {
      signal.throwIfAborted();
      return readFile(path);
    },
    async list(folder) {
      signal.throwIfAborted();
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, kind: entry.isSymbolicLink() ? 'link' : kindOf(entry) }));
    },
    realPath: async (path) => realpath(path),
    async glob(pattern, cwd) {
      const { glob } = await import('./glob.ts');
      return glob(pattern, cwd, signal);
    },
    async write(path, text) {
      const { writeAtomically } = await import('./atomic-write.ts');
      await writeAtomically(path, text, () => signal.throwIfAborted());
    },
  };
}

function kindOf(entry: Stats | Dirent): FileKind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}
