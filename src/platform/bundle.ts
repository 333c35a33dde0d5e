/** A folder or a zip that is made beside its place and put there whole, with a manifest of what is in it. */
import { createHash, type Hash } from 'node:crypto';
import { lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { syncFolder, temporaryBeside } from './atomic-write.ts';
import { openWithin, piecesOf } from './evidence-files.ts';
import type { Bundle } from './io.ts';
import { ifThere, refusalOf } from './system-error.ts';
import { type Pieces, ZipWriter } from './zip-writer.ts';

/** Its name in every folder and zip. */
export const MANIFEST = 'manifest.sha256';

/** `Files.bundle`: see there. */
export async function writeBundle(
  target: string,
  fill: (bundle: Bundle) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  await assertFree(target);
  const temporary = temporaryBeside(target);
  const sink = await (/\.zip$/iu.test(target) ? zipSink : folderSink)(temporary);
  try {
    const manifest: string[] = [];
    await fill(bundleInto(sink, manifest, signal));
    await sink.add(MANIFEST, 0, [Buffer.from(manifest.join(''))]);
    await sink.end();
    signal.throwIfAborted();
    await assertFree(target);
    await rename(temporary, target);
  } catch (error) {
    await sink.drop();
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(dirname(target));
}

/** Links that lead nowhere stand there as well. */
async function assertFree(target: string): Promise<void> {
  if ((await ifThere(lstat(target))) !== undefined) throw refusalOf('EEXIST', target);
}

/** @param manifest takes a line for each file, as `sha256sum` writes it */
export function bundleInto(sink: Sink, manifest: string[], signal: AbortSignal): Bundle {
  const put = async (name: string, size: number, pieces: Pieces): Promise<string> => {
    const hash = createHash('sha256');
    await sink.add(name, size, hashing(pieces, hash));
    const sha256 = hash.digest('hex');
    manifest.push(`${sha256}  ${name}\n`);
    return sha256;
  };
  return {
    async add(name, content) {
      signal.throwIfAborted();
      const isWhole = typeof content === 'string' || content instanceof Uint8Array;
      // What comes in pieces may come to any size.
      const [size, pieces] = isWhole ? [Buffer.byteLength(content), [Buffer.from(content)]] : [Infinity, content];
      await put(name, size, pieces);
    },
    async copy(name, path, within) {
      signal.throwIfAborted();
      const opened = await openWithin(path, within);
      if (opened.found !== 'file') return undefined;
      try {
        return await put(name, opened.size, piecesOf(opened.handle, opened.size, signal));
      } finally {
        await opened.handle.close();
      }
    },
  };
}

async function* hashing(pieces: Pieces, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

interface Sink {
  /** @param size what the pieces are expected to come to, in bytes */
  add(name: string, size: number, pieces: Pieces): Promise<void>;
  end(): Promise<void>;
  drop(): Promise<void>;
}

async function zipSink(path: string): Promise<Sink> {
  const handle = await open(path, 'wx');
  const zip = new ZipWriter(handle);
  return {
    add: async (name, size, pieces) => zip.add(name, size, pieces),
    async end() {
      await zip.end();
      await handle.sync();
      await handle.close();
    },
    drop: async () => handle.close().catch(() => {}),
  };
}

/** A new folder. */
export async function folderSink(path: string): Promise<Sink> {
  await mkdir(path);
  return {
    async add(name, _size, pieces) {
      const file = join(path, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, pieces, { flag: 'wx', flush: true });
    },
    async end() {},
    async drop() {},
  };
}
