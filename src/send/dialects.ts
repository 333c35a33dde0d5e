/** How digests are written for robots, mail and programs. */
import type { Dialect } from '../reporters/todo/digest.ts';

/** From a sign of ASCII to that of full width (U+FF01 to U+FF5E). */
const TO_FULL_WIDTH = 0xfe_e0;

/** Signs with a meaning in the Markdown of some robot, and their likenesses, which have none. */
const LIKENESSES: ReadonlyMap<string, string> = new Map(
  Array.from('&<>*_~`[]#@|\\', (sign) => [sign, String.fromCodePoint(sign.charCodeAt(0) + TO_FULL_WIDTH)]),
);

/** Besides those signs: colons of addresses and of the names of emoji, and the dot of addresses without a scheme. */
const SIGNS = /[&<>*_~`[\]#@|\\]|:(?=\/\/)|:(?=[\w+-]{1,99}:)|(?<=www)\./giu;
const COLON_LIKE = '\u{A789}';
const DOT_LIKE = '\u{2024}';

/**
 * Text that no robot takes for markup, a link, an emoji or a mention, whatever it holds. Every robot has escapes of its own,
 * or none; a likeness of full width is read alike by people and means nothing to any of them.
 */
export function harmless(text: string): string {
  return text.replaceAll(SIGNS, (sign) => LIKENESSES.get(sign) ?? (sign === ':' ? COLON_LIKE : DOT_LIKE));
}

/** The dialect of a robot. */
export function robotDialect(parts: Omit<Dialect, 'escape'>): Dialect {
  return { ...parts, escape: harmless };
}

/** Mail and programs: text that nobody reads markup into, as long as it may be. */
export const plainDialect: Dialect = {
  escape: (text) => text,
  strong: (text) => text,
  lineBreak: '\n',
  room: Number.POSITIVE_INFINITY,
  sizeOf: (text) => text.length,
};
