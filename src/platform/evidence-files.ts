/** Files that prove something: their hash, and the end of the certificates among them. */
import { createHash, type Hash, X509Certificate } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

import type { BlobHash, InspectFile, Inspection } from './io.ts';
import { assertFile, refusalOf, tolerating } from './system-error.ts';

/** `Files.inspect`: see there. */
export async function inspectFile(
  path: string,
  within: string,
  signal: AbortSignal,
  names?: BlobHash,
): ReturnType<InspectFile> {
  const opened = await openWithin(path, within);
  if (opened.found !== 'file') return opened;
  const { handle, size } = opened;
  try {
    return { found: 'file', ...(await read(handle, size, signal, names)) };
  } finally {
    await handle.close();
  }
}

type Opened =
  | { readonly found: 'nothing' | 'outside' | 'folder' | 'other' }
  | { readonly found: 'file'; readonly handle: FileHandle; readonly size: number };

/** A regular file inside a folder, which the caller closes; of all else what it is. */
export async function openWithin(path: string, within: string): Promise<Opened> {
  // What lies outside is not even looked for, so that nobody learns from the answer whether it is there.
  if (!liesWithin(path, within)) return { found: 'outside' };
  if (path.includes('\0')) return { found: 'nothing' };
  const [real, folder] = [await tolerating(NOTHING_THERE, realpath(path)), await realpath(within)];
  if (real === undefined) return { found: 'nothing' };
  if (!liesWithin(real, folder)) return { found: 'outside' };
  const handle = await openToLook(real);
  if (handle === undefined) return { found: 'other' };
  try {
    const found = await handle.stat();
    if (found.isFile()) return { found: 'file', handle, size: found.size };
    await handle.close();
    return { found: found.isDirectory() ? 'folder' : 'other' };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** `Files.readUpTo`: see there. */
export async function readUpTo(path: string, most: number): Promise<Uint8Array> {
  const handle = await openToLook(path);
  if (handle === undefined) throw refusalOf('ENODEV', path);
  try {
    const found = await handle.stat();
    assertFile(found, path);
    if (found.size > most) throw refusalOf('EFBIG', path);
    // Those of the system say that they are empty, and are not.
    const bytes = Buffer.alloc(Math.min(Math.max(found.size, SMALL), most) + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length;) {
      ({ bytesRead: read } = await handle.read(bytes, length, bytes.length - length));
      length += read;
    }
    if (length === bytes.length) throw refusalOf('EFBIG', path);
    return bytes.subarray(0, length);
  } finally {
    await handle.close();
  }
}

/** Bytes. */
const SMALL = 65_536;

/** Undefined for what is no file. Without O_NONBLOCK, to open a pipe waits for its other end. */
async function openToLook(path: string): Promise<FileHandle | undefined> {
  return tolerating(NO_FILE, open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
}

const NOTHING_THERE = ['ENOENT', 'ENOTDIR'];

/** What the system answers when a socket or a device without a driver is opened. */
const NO_FILE = ['ENXIO', 'ENODEV', 'EOPNOTSUPP'];

function liesWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Bytes. No certificate is larger, chains included. */
const LARGEST_CERTIFICATE = 262_144;

type Content = Omit<Extract<Inspection, { found: 'file' }>, 'found'>;

async function read(
  handle: FileHandle,
  size: number,
  signal: AbortSignal,
  names: BlobHash | undefined,
): Promise<Content> {
  const reader = contentReader(size, names);
  for await (const piece of piecesOf(handle, size, signal)) reader.add(piece);
  return reader.content();
}

/** All that a file held when it was opened, in order: one that grows would have no end. @param size in bytes */
export async function* piecesOf(handle: FileHandle, size: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (size === 0) return;
  for await (const piece of handle.createReadStream({ autoClose: false, end: size - 1 })) {
    signal.throwIfAborted();
    if (!Buffer.isBuffer(piece)) throw new Error('a stream without encoding gave no bytes');
    yield piece;
  }
}

/**
 * Takes a file piece by piece and says what it is: its hash and the end of a certificate. A Git LFS pointer stands for the
 * file whose hash it holds.
 *
 * @param size of all of it, in bytes
 */
export function contentReader(
  size: number,
  names?: BlobHash,
): { readonly add: (piece: Uint8Array) => void; readonly content: () => Content } {
  const hash = createHash('sha256');
  const blob = names === undefined ? undefined : blobHash(names, size);
  const isSmall = size <= LARGEST_CERTIFICATE;
  const pieces: Uint8Array[] = [];
  return {
    add(piece) {
      hash.update(piece);
      blob?.update(piece);
      if (isSmall) pieces.push(piece);
    },
    content() {
      const bytes = Buffer.concat(pieces);
      const sha256 = hash.digest('hex');
      const pointed = LFS_POINTER.exec(bytes.subarray(0, LONGEST_POINTER).toString('latin1'))?.[1];
      const content =
        pointed === undefined
          ? { sha256, certificateEnd: endOfCertificate(bytes) }
          : { sha256: pointed, isPointer: true as const };
      if (names === undefined || blob === undefined) return content;
      return { ...content, blobNames: isSmall ? namesOfBlob(bytes, names) : [blob.digest('hex')] };
    },
  };
}

/** github.com/git-lfs/git-lfs, docs/spec.md: the version comes first, then the keys in order, and all of it is shorter than 1024 bytes. */
const LFS_POINTER =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\n(?:[a-z0-9.-]+ [^\n]*\n)*?oid sha256:([0-9a-f]{64})\r?\n/u;
const LONGEST_POINTER = 1024;

/** The last instant of an X.509 certificate, PEM or DER. Of a chain it is the one that the others vouch for. */
export function endOfCertificate(bytes: Buffer): Date | undefined {
  const certificates = partsOf(bytes)
    .map(parseCertificate)
    .filter((one) => one !== undefined);
  const certificate = certificates.find(({ ca }) => !ca) ?? certificates[0];
  return certificate === undefined ? undefined : new Date(certificate.validTo);
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu;

/** DER begins with a sequence; all else is a certificate only if it says so in PEM. */
function partsOf(bytes: Buffer): readonly (Buffer | string)[] {
  return bytes[0] === 0x30 ? [bytes] : (bytes.toString('latin1').match(PEM) ?? []);
}

function parseCertificate(part: Buffer | string): X509Certificate | undefined {
  try {
    return new X509Certificate(part);
  } catch {
    return undefined;
  }
}

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
