/** Files that prove something: their hash, and the end of the certificates among them. */
import { createHash, X509Certificate } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

import type { InspectFile } from './io.ts';
import { assertFile, refusalOf, tolerating } from './system-error.ts';

/** `Files.inspect`: see there. */
export async function inspectFile(path: string, within: string, signal: AbortSignal): ReturnType<InspectFile> {
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
    if (found.isFile()) return { found: 'file', ...(await read(handle, found.size, signal)) };
    return { found: found.isDirectory() ? 'folder' : 'other' };
  } finally {
    await handle.close();
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

interface Content {
  readonly sha256: string;
  readonly certificateEnd: Date | undefined;
}

async function read(handle: FileHandle, size: number, signal: AbortSignal): Promise<Content> {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  for await (const piece of handle.createReadStream({ autoClose: false })) {
    signal.throwIfAborted();
    if (!Buffer.isBuffer(piece)) throw new Error('a stream without encoding gave no bytes');
    hash.update(piece);
    if (size <= LARGEST_CERTIFICATE) pieces.push(piece);
  }
  return { sha256: hash.digest('hex'), certificateEnd: endOfCertificate(Buffer.concat(pieces)) };
}

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
