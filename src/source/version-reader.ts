/** Many versions of one file, read one after the other: what stands in several of them is parsed once. */
import type { FileProblem } from '../domain/file-problem.ts';
import { decodeText } from './decode-text.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { readYaml } from './yaml-reader.ts';

/** The data of a version, or what keeps it from being YAML. Parts that several versions share are the same objects. */
export type Version = { readonly data: unknown } | { readonly problem: FileProblem };

/** Reads a version as `readYaml` does. */
export function versionReader(): (bytes: Uint8Array) => Promise<Version> {
  const known = new Map<string, object>();
  return async (bytes) => {
    const decoded = decodeText(bytes);
    if ('problem' in decoded) return { problem: decoded.problem };
    if (known.size > MOST_PIECES) known.clear();
    const data = readInPieces(decoded.text, known);
    if (data !== undefined) return { data };
    const read = await readYaml(decoded.text);
    if ('document' in read) return { data: read.document.data };
    const [problem] = read.problems;
    if (problem === undefined) throw new Error('a text that is no YAML has a problem');
    return { problem };
  };
}

/** Beyond that they are forgotten. */
const MOST_PIECES = 100_000;

/** A field of the file, or one item of its list. */
interface Piece {
  readonly start: number;
  readonly isItem: boolean;
}

/**
 * In plain style nothing outside an item changes what it means, so that each is read by itself. Undefined where any of them is
 * not in that style.
 */
function readInPieces(text: string, known: Map<string, object>): object | undefined {
  const pieces = piecesOf(text);
  const data = new Map<string, unknown>();
  let list: unknown[] | undefined;
  for (const [at, { start, isItem }] of pieces.entries()) {
    const next = pieces[at + 1];
    const piece = text.slice(start, next?.start);
    if (isItem) {
      const item = itemIn(piece, known);
      if (item === undefined || list === undefined) return undefined;
      list.push(item);
      continue;
    }
    list = next?.isItem === true ? [] : undefined;
    const [name, value] = list === undefined ? fieldIn(piece, known) : [KEY_OF_LIST.exec(piece)?.[1], list];
    if (name === undefined || data.has(name)) return undefined;
    data.set(name, value);
  }
  return pieces.length === 0 ? undefined : Object.fromEntries(data);
}

/** A key, and then comments alone. */
const KEY_OF_LIST = /^([A-Za-z][\w-]*): *(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*$/u;

/** Where fields of the file and items of their lists begin: what stands at the margin, and dashes as deep as the first of their list. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let depth: number | undefined;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    let at = start;
    while (text[at] === ' ') at += 1;
    const isDash = text[at] === '-' && text[at + 1] === ' ';
    const isBlank = at === end || text[at] === '#' || text[at] === '\r';
    if (isDash && (depth ??= at - start) === at - start) pieces.push({ start, isItem: true });
    else if (at === start && !isBlank) {
      // What stands before the first field belongs to it.
      pieces.push({ start: pieces.length === 0 ? 0 : start, isItem: false });
      depth = undefined;
    } else if (!isBlank) depth ??= Number.POSITIVE_INFINITY;
    start = end < 0 ? text.length : end + 1;
  }
  return pieces;
}

function itemIn(piece: string, known: Map<string, object>): unknown {
  const { items } = readKnown(`items:\n${piece}`, known) ?? {};
  return Array.isArray(items) && items.length === 1 ? items[0] : undefined;
}

function fieldIn(piece: string, known: Map<string, object>): readonly [string | undefined, unknown] {
  const [only, ...others] = Object.entries(readKnown(piece, known) ?? {});
  return others.length === 0 && only !== undefined ? only : [undefined, undefined];
}

function readKnown(piece: string, known: Map<string, object>): Readonly<Record<string, unknown>> | undefined {
  const found = known.get(piece) ?? readPlainYaml(piece)?.data;
  if (found === undefined) return undefined;
  known.set(piece, found);
  return { ...found };
}
