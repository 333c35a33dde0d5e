import { constants, type Dirent, type Stats } from 'node:fs';
import { appendFile, open, readdir, realpath, stat } from 'node:fs/promises';

import type { Bundle, FileKind, Files } from './io.ts';
import { type Watch, watchReading } from './slow-reading.ts';
import { assertFile, ifThere } from './system-error.ts';

/**
 * The machine's own files; what is slow to load (crypto for writing, tinyglobby for patterns) is loaded when asked for.
 *
 * @param notices of what will take long, or takes long
 */
export function nodeFiles(signal: AbortSignal, { onLarge, onSlow }: Notices = {}): Files {
  const watch = watchReading(onSlow);
  return {
    async kindOf(path) {
      // No file can have such a name, and Node takes it for a fault of the program.
      if (path.includes('\0')) return undefined;
      const found = await ifThere(stat(path));
      return found === undefined ? undefined : kindOf(found);
    },
    read: reader(signal, onLarge),
    async readUpTo(path, most) {
      signal.throwIfAborted();
      const { readUpTo } = await import('./evidence-files.ts');
      return readUpTo(path, most);
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
    async write(path, content) {
      const { writeAtomically } = await import('./atomic-write.ts');
      await writeAtomically(path, content, () => signal.throwIfAborted());
    },
    async append(path, text) {
      signal.throwIfAborted();
      await appendFile(path, text);
    },
    async create(files) {
      const { createFiles } = await import('./create-files.ts');
      await createFiles(files, signal);
    },
    async update(path, change) {
      const { updateFile } = await import('./ledger-file.ts');
      return updateFile(path, change, signal);
    },
    async inspect(path, within, names) {
      signal.throwIfAborted();
      const { inspectFile } = await import('./evidence-files.ts');
      return watch(path, inspectFile(path, within, signal, names));
    },
    async bundle(target, fill) {
      signal.throwIfAborted();
      const { writeBundle } = await import('./bundle.ts');
      await writeBundle(target, watching(fill, watch), signal);
    },
    async renew(target, fill) {
      signal.throwIfAborted();
      const { renewFolder } = await import('./renew-folder.ts');
      await renewFolder(target, fill, signal);
    },
  };
}

/** Fills a bundle, and watches over what is copied into it. */
function watching(fill: (bundle: Bundle) => Promise<void>, watch: Watch) {
  return async (bundle: Bundle): Promise<void> =>
    fill({ ...bundle, copy: async (name, path, within) => watch(path, bundle.copy(name, path, within)) });
}

/** Bytes from which on it matters to a run how the optimiser is set; a short one is spared the setting, which takes 3 ms. */
const LONG_RUN = 200_000;

/** What is told of files, each once in a run. */
export interface Notices {
  /** Of the first file that is so large that the run will be long. */
  readonly onLarge?: ((path: string, bytes: number) => void) | undefined;
  /** Of the file that is being read, when those that prove something take long. */
  readonly onSlow?: ((path: string) => void) | undefined;
}

/** Bytes of one file for which the slowest commands take some ten seconds. */
const LARGE = 10_000_000;

/** `Files.read`, which sets the optimiser once it has read so much that the run will be long. */
function reader(signal: AbortSignal, onLarge: Notices['onLarge'] = () => {}): Files['read'] {
  let read = 0;
  let isTold = false;
  return async (path) => {
    signal.throwIfAborted();
    const content = await readRegular(path);
    if (content.length > LARGE && !isTold) {
      isTold = true;
      onLarge(path, content.length);
    }
    const before = read;
    read += content.length;
    if (before < LONG_RUN && read >= LONG_RUN) {
      const { optimiseLate } = await import('./late-optimiser.ts');
      optimiseLate();
    }
    return content;
  };
}

/** What a device or a pipe holds may have no end, and who opens a pipe waits for its other end. */
async function readRegular(path: string): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    assertFile(await handle.stat(), path);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function kindOf(entry: Stats | Dirent): FileKind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}
