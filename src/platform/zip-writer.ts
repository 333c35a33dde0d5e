/**
 * A zip file, written piece by piece: nothing of it is ever whole in memory. Entries are stored, since scans do not get
 * smaller, and have no time, so that the same entries give the same bytes. Sizes and sums stand before each entry, for readers
 * that take it as a stream. PKWARE's APPNOTE 6.3.10 has the form.
 */
import { crc32 } from 'node:zlib';

import { refusalOf } from './system-error.ts';

/** What an entry is made of, in order. */
export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Where it is written: a `FileHandle`. */
export interface ZipFile {
  write(bytes: Uint8Array, from: number, length: number, at: number): Promise<{ readonly bytesWritten: number }>;
}

interface Entry {
  readonly name: Buffer;
  readonly size: number;
  readonly crc: number;
  /** Where it begins in the file. */
  readonly at: number;
}

/** From here on a number stands in the 64 bits of an extra field. */
const LARGE = 0xff_ff_ff_ff;
const MANY = 0xff_ff;
/** 1980-01-01, the first day that the form knows, at midnight. */
const FIRST_DAY = 0x00_21;
const UTF_8 = 0x08_00;
const PLAIN = 20;
const WITH_64_BITS = 45;
const MADE_BY_UNIX = 3 << 8;
/** A regular file that its owner writes and all read, in the upper half. */
const MODE = (0o100_644 << 16) >>> 0;

export class ZipWriter {
  readonly #file: ZipFile;
  readonly #entries: Entry[] = [];
  #at = 0;

  constructor(file: ZipFile) {
    this.#file = file;
  }

  /**
   * @param size what the pieces are expected to come to, in bytes: a small entry has no room for a large number
   * @throws EFBIG where they come to more than that leaves room for
   */
  async add(name: string, size: number, pieces: Pieces): Promise<void> {
    const isLarge = size >= LARGE;
    const start = { name: Buffer.from(name), size: 0, crc: 0, at: this.#at };
    await this.#append(localHeader(start, isLarge));
    let [crc, length] = [0, 0];
    for await (const piece of pieces) {
      crc = crc32(piece, crc);
      length += piece.length;
      await this.#append(piece);
    }
    if (length >= LARGE && !isLarge) throw refusalOf('EFBIG', name);
    const entry = { ...start, size: length, crc };
    await this.#write(localHeader(entry, isLarge), entry.at);
    this.#entries.push(entry);
  }

  /** Writes the directory, without which it is no zip. */
  async end(): Promise<void> {
    const start = this.#at;
    for (const entry of this.#entries) await this.#append(centralHeader(entry));
    await this.#append(endOf(this.#entries.length, start, this.#at));
  }

  async #append(bytes: Uint8Array): Promise<void> {
    await this.#write(bytes, this.#at);
    this.#at += bytes.length;
  }

  async #write(bytes: Uint8Array, at: number): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, at + done);
      done += bytesWritten;
    }
  }
}

/** Numbers in little endian, each behind its number of bytes. */
function numbers(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}

/** The extra field for numbers that need 64 bits. */
function extraOf(values: readonly number[]): Buffer {
  if (values.length === 0) return Buffer.alloc(0);
  return numbers([2, 1], [2, values.length * 8], ...values.map((value) => [8, value] as const));
}

/** What both headers of an entry say alike. The size stands twice, for nothing is compressed. */
function commonPart({ name, size, crc }: Entry, isLarge: boolean, version: number, extra: Buffer): Buffer {
  const shown = isLarge ? LARGE : size;
  return numbers(
    [2, version],
    [2, UTF_8],
    [2, 0],
    [2, 0],
    [2, FIRST_DAY],
    [4, crc],
    [4, shown],
    [4, shown],
    [2, name.length],
    [2, extra.length],
  );
}

function localHeader(entry: Entry, isLarge: boolean): Buffer {
  const extra = extraOf(isLarge ? [entry.size, entry.size] : []);
  const common = commonPart(entry, isLarge, isLarge ? WITH_64_BITS : PLAIN, extra);
  return Buffer.concat([numbers([4, 0x04_03_4b_50]), common, entry.name, extra]);
}

function centralHeader(entry: Entry): Buffer {
  const { name, size, at } = entry;
  const [isLarge, isFar] = [size >= LARGE, at >= LARGE];
  const extra = extraOf([...(isLarge ? [size, size] : []), ...(isFar ? [at] : [])]);
  const version = isLarge || isFar ? WITH_64_BITS : PLAIN;
  const begin = numbers([4, 0x02_01_4b_50], [2, MADE_BY_UNIX + version]);
  const end = numbers([2, 0], [2, 0], [2, 0], [4, MODE], [4, isFar ? LARGE : at]);
  return Buffer.concat([begin, commonPart(entry, isLarge, version, extra), end, name, extra]);
}

/** @param start where the directory begins, and `end` where it ends */
function endOf(count: number, start: number, end: number): Buffer {
  const length = end - start;
  const isLarge = count >= MANY || start >= LARGE || length >= LARGE;
  const version = WITH_64_BITS;
  const of64Bits = numbers(
    [4, 0x06_06_4b_50],
    [8, 44],
    [2, MADE_BY_UNIX + version],
    [2, version],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, length],
    [8, start],
    [4, 0x07_06_4b_50],
    [4, 0],
    [8, end],
    [4, 1],
  );
  const shownCount = isLarge ? MANY : count;
  const plain = numbers(
    [4, 0x06_05_4b_50],
    [2, 0],
    [2, 0],
    [2, shownCount],
    [2, shownCount],
    [4, isLarge ? LARGE : length],
    [4, isLarge ? LARGE : start],
    [2, 0],
  );
  return isLarge ? Buffer.concat([of64Bits, plain]) : plain;
}
