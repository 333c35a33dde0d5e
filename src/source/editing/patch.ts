/** A cut into a text. All that stands outside of it stays, byte for byte. */
import type { TextSpan } from '../../domain/file-problem.ts';

/** Puts a text in the place of a span, which may be empty. */
export interface Patch extends TextSpan {
  readonly text: string;
}

/** Patches count in the old text and do not overlap; those at one place come in their order. */
export function applyPatches(text: string, patches: readonly Patch[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const patch of inOrder(patches)) {
    parts.push(text.slice(end, patch.start), patch.text);
    end = patch.end;
  }
  return [...parts, text.slice(end)].join('');
}

function inOrder(patches: readonly Patch[]): readonly Patch[] {
  return patches.toSorted((one, other) => one.start - other.start || one.end - other.end);
}
