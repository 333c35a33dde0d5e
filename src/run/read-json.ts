/** JSON files that the program wrote itself on another day, or on another machine. */
import { resolve } from 'node:path';

import type { Complaint } from '../command-line/complaint.ts';
import { missing, refusedBySystem } from '../command-line/path-complaint.ts';
import type { Io } from '../platform/io.ts';
import { systemCodeOf } from '../platform/system-error.ts';
import { decodeText } from '../source/decode-text.ts';

/** What a file holds, undefined where it is no JSON; or why it cannot be read. */
export type ReadJson = { readonly data: unknown } | { readonly complaint: Complaint };

/** @param most bytes; a larger file is refused unread */
export async function readJson(
  file: string,
  most: number,
  { cwd, files }: Pick<Io, 'cwd' | 'files'>,
): Promise<ReadJson> {
  let bytes: Uint8Array;
  try {
    bytes = await files.readUpTo(resolve(cwd, file), most);
  } catch (error) {
    return { complaint: unreadable(file, error) };
  }
  return { data: jsonIn(bytes) };
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes).text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function unreadable(file: string, error: unknown): Complaint {
  if (systemCodeOf(error) === 'ENOENT') return missing(file);
  const complaint = refusedBySystem(error);
  if (complaint === undefined) throw error;
  return { ...complaint, where: file };
}
