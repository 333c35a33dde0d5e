import { eastAsianWidth } from 'get-east-asian-width';

import { latePattern } from '../../domain/late-pattern.ts';
import { isOnlyPlain } from './printable.ts';

/** Looked for, not repeated up to the end: a loop over millions of characters overflows the stack of a regular expression. */
const BEYOND_ASCII = /[^ -~]/u;
const combining = latePattern(String.raw`^[\p{Nonspacing_Mark}\p{Enclosing_Mark}]$`, 'u');
const FIRST_COMBINING = 0x3_00;
/** CJK Unified Ideographs: most of a Chinese page. */
const IDEOGRAPHS = { first: 0x4e_00, last: 0x9f_ff };
const EMOJI_SELECTOR = 0xfe0f;

/**
 * Columns that printable text takes on a terminal. Where terminals differ (emoji of several parts, Hangul in letters)
 * it counts each part, so that a line is never wider than it says.
 */
export function displayWidth(text: string): number {
  return widthUpTo(text, Infinity);
}

/** The same, no longer counted once it has reached `most`: whoever cuts a text wants to know no more than that it is too wide. */
export function widthUpTo(text: string, most: number): number {
  if (!BEYOND_ASCII.test(text)) return text.length;
  let width = 0;
  for (let at = 0; at < text.length && width < most;) {
    const code = text.codePointAt(at) ?? 0;
    width += widthOfCode(code);
    at += code > 0xff_ff ? 2 : 1;
  }
  return width;
}

/** Columns of one character: 0, 1 or 2. */
export function widthOf(character: string): number {
  return widthOfCode(character.codePointAt(0) ?? 0);
}

function widthOfCode(code: number): number {
  if (code < FIRST_COMBINING) return 1;
  if (code >= IDEOGRAPHS.first && code <= IDEOGRAPHS.last) return 2;
  // It makes the narrow pictograph before it wide.
  if (code === EMOJI_SELECTOR) return 1;
  const character = String.fromCodePoint(code);
  return !isOnlyPlain(character) && combining().test(character) ? 0 : eastAsianWidth(code);
}

/** The text with spaces behind it up to a number of columns. */
export function padTo(columns: number, text: string): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
