/** The names under which git stores contents. */
import { createHash, type Hash } from 'node:crypto';

import type { BlobHash } from './io.ts';

/** A hash that gives the name of a blob once its bytes have gone in. @param size of all of them */
export function blobHash(kind: BlobHash, size: number): Hash {
  return createHash(kind).update(`blob ${size}\0`);
}

/**
 * What git may have stored a file under: its bytes as they are, or with the line ends of a repository where the checkout has
 * those of Windows.
 */
export function namesOfBlob(bytes: Uint8Array, kind: BlobHash): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const asTheyAre = blobHash(kind, text.length).update(text).digest('hex');
  if (!text.includes('\r\n')) return [asTheyAre];
  const stored = Buffer.from(text.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return [asTheyAre, blobHash(kind, stored.length).update(stored).digest('hex')];
}
