/** Cuts into a text, and the lines around an offset. They end with LF, CRLF or a lone CR, as YAML 1.2 has it. */
import type { TextSpan } from '../../domain/file-problem.ts';

export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text, start - 1)) start -= 1;
  return start;
}

/** Where the line's break stands, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text, end)) end += 1;
  return end;
}

/** Behind the break that stands at an offset, if one does. */
export function behindBreak(text: string, at: number): number {
  if (!isBreak(text, at)) return at;
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

/** Before the break that ends at an offset, if one does. */
export function beforeBreak(text: string, at: number): number {
  if (!isBreak(text, at - 1)) return at;
  return text.endsWith('\r\n', at) ? at - 2 : at - 1;
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** The break that lines around an offset end with: the one above, else the one below. */
export function breakAround(text: string, at: number): string {
  const start = lineStart(text, at);
  const above = text.slice(beforeBreak(text, start), start);
  if (above !== '') return above;
  const end = lineEnd(text, at);
  const below = text.slice(end, behindBreak(text, end));
  return below === '' ? '\n' : below;
}

/** Nothing but spaces and tabs between two offsets. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x09) return false;
  }
  return true;
}

function isBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x0a || unit === 0x0d;
}

/** Puts a text in the place of a span, which may be empty. */
export interface Patch extends TextSpan {
  readonly text: string;
}

/** Patches count in the old text, in their order. */
export function applyPatches(text: string, patches: readonly Patch[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const patch of patches) {
    parts.push(text.slice(end, patch.start), patch.text);
    end = patch.end;
  }
  return [...parts, text.slice(end)].join('');
}

/** As they stand in the text; those at one place stay in the order that they were made in. */
export function inOrder(patches: readonly Patch[]): readonly Patch[] {
  return patches.toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/** Whether two of the patches, in their order, cut the same characters. */
export function doOverlap(patches: readonly Patch[]): boolean {
  return patches.some(({ start }, at) => start < (patches[at - 1]?.end ?? 0));
}
