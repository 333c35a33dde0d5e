/** What a text is in a CSV file, where a spreadsheet would run it as a formula or a terminal act on it, and what it is read back as. */

/**
 * The signs that a formula begins with, in either width, behind blanks and what nobody sees; and a tab or carriage return in
 * front, which may end the cell before it. Quotes in front stand for themselves only where one more stands before them.
 */
const GUARDED = /^(?:'*[\t\r]|['\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠])/u;

/**
 * What could act on a terminal, turn the writing round or begin a row that nobody wrote; a line break that all programs know
 * as one is part of the text. A backslash that an escape would begin with is one itself, so that each text comes back.
 */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const ACTING = /\r(?!\n)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]|\\(?=u\{)/gu;

/** The escapes of those characters, and no others. */
const ESCAPE = /\\u\{(?<code>00(?:0[0-8B-F]|1[0-9A-F]|5C|7F|[89][0-9A-F])|20(?:2[89A-E]|6[6-9]))\}/gu;

/** A formula stands behind a single quote, and what could act is a visible escape such as `\u{202E}`. */
export function toCsvText(text: string): string {
  const seen = text.replaceAll(ACTING, escapeOf);
  return GUARDED.test(seen) ? `'${seen}` : seen;
}

/** The text that was given to `toCsvText`; one that it did not write stays. */
export function fromCsvText(written: string): string {
  const behind = written.slice(1);
  const seen = written.startsWith("'") && GUARDED.test(behind) ? behind : written;
  return seen.replaceAll(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function escapeOf(character: string): string {
  return `\\u{${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}}`;
}
