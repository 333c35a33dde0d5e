/** The digests of what is read, so that a receipt tells of the bytes that were checked. */
import { hash } from 'node:crypto';

import type { Files } from '../platform/io.ts';

export interface DigestedFile {
  /** Absolute. */
  readonly path: string;
  readonly sha256: string;
}

export interface Digesting {
  /** The same files. */
  readonly files: Files;
  /** What was read from them since it was asked last. */
  readonly taken: () => readonly DigestedFile[];
}

export function digesting(files: Files): Digesting {
  const digests = new Map<string, string>();
  return {
    files: {
      ...files,
      async read(path) {
        const bytes = await files.read(path);
        digests.set(path, hash('sha256', bytes));
        return bytes;
      },
    },
    taken() {
      const taken = [...digests].map(([path, sha256]) => ({ path, sha256 }));
      digests.clear();
      return taken;
    },
  };
}
