/** What edits that were made one after the other changed in the text that all of them began with. */
import type { TextSpan } from '../domain/file-problem.ts';
import type { Patch } from './editing/lines.ts';

/** A text is made of stretches of the one before and of what is new. */
type Piece = TextSpan | string;

/** One step for two. @param second counts in the text that the first left */
export function oneAfterOther(first: readonly Patch[], second: readonly Patch[]): readonly Patch[] {
  if (first.length === 0 || second.length === 0) return [...first, ...second];
  const take = takingFrom(piecesOf(first));
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, text } of second) {
    for (const piece of take(start - at)) pieces.push(piece);
    pieces.push(text);
    take(end - start);
    at = end;
  }
  return patchesOf([...pieces, ...take(Infinity)]);
}

/** How long the text is does not matter: its last stretch never ends. */
function piecesOf(patches: readonly Patch[]): readonly Piece[] {
  const kept = patches.map(({ start }, at) => ({ start: patches[at - 1]?.end ?? 0, end: start }));
  const last = { start: patches.at(-1)?.end ?? 0, end: Infinity };
  return [...kept.flatMap((piece, at) => [piece, patches[at]?.text ?? '']), last];
}

/** Takes pieces from the front, so many characters at a time. */
function takingFrom(pieces: readonly Piece[]): (length: number) => readonly Piece[] {
  let [next, offset] = [0, 0];
  return (length) => {
    const taken: Piece[] = [];
    for (let left = length; left > 0;) {
      const piece = pieces[next];
      if (piece === undefined) break;
      const size = (typeof piece === 'string' ? piece.length : piece.end - piece.start) - offset;
      taken.push(part(piece, offset, offset + Math.min(size, left)));
      if (size <= left) [next, offset] = [next + 1, 0];
      else offset += left;
      left -= size;
    }
    return taken;
  };
}

function part(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
}

function patchesOf(pieces: readonly Piece[]): readonly Patch[] {
  const patches: Patch[] = [];
  let [end, text] = [0, ''];
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (piece.start > end || text !== '') patches.push({ start: end, end: piece.start, text });
    [end, text] = [piece.end, ''];
  }
  return patches;
}
