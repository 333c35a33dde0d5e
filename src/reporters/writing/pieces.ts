/** Documents that may be long: they are put together of pieces, and never held as one text. */

import { withoutCommands } from './printable.ts';

/** A piece of a document: a text, or a text in UTF-8. It ends with its line, or holds nothing that a log could take for a command. */
export type Piece = string | Uint8Array;

/** Pieces that are made each time that they are asked for. */
export function made<Made extends Piece>(make: () => Iterable<Made>): Iterable<Made> {
  return { [Symbol.iterator]: () => make()[Symbol.iterator]() };
}

/** Findings, rows or lines that stand in one piece. */
const IN_A_PIECE = 250;

/** A list that may be long, printed some hundred items at a time. */
export function inPieces<Item>(
  items: () => Iterable<Item>,
  print: (some: readonly Item[]) => string,
): Iterable<string> {
  return made(function* pieces() {
    let some: Item[] = [];
    for (const item of items()) {
      some.push(item);
      if (some.length < IN_A_PIECE) continue;
      yield print(some);
      some = [];
    }
    if (some.length > 0) yield print(some);
  });
}

/** Each with its break. */
export function printLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** The same, none of which commands the log of a CI system. */
export function printPage(lines: readonly string[]): string {
  return withoutCommands(printLines(lines));
}

export function bytesOf(piece: Piece): Uint8Array {
  return typeof piece === 'string' ? encoder.encode(piece) : piece;
}

const encoder = new TextEncoder();

/** Bytes that are handed over at once. */
const CHUNK = 262_144;

/** The same document in UTF-8, some pieces at a time. */
export function* inChunks(pieces: Iterable<Piece>): Generator<Uint8Array> {
  let chunk: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    const bytes = bytesOf(piece);
    chunk.push(bytes);
    size += bytes.length;
    if (size < CHUNK) continue;
    yield Buffer.concat(chunk);
    chunk = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(chunk);
}
