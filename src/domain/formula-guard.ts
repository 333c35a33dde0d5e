/** A text that a spreadsheet would run as a formula is written behind a single quote, and read back without it. */

/**
 * The signs that a formula begins with, in either width, behind blanks and what nobody sees; and a tab or carriage return in
 * front, which may end the cell before it. Quotes in front stand for themselves only where one more stands before them.
 */
const GUARDED = /^(?:'*[\t\r]|['\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠])/u;

export function withGuard(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** The text that was given to `withGuard`; one that it did not write stays. */
export function withoutGuard(written: string): string {
  const text = written.slice(1);
  return written.startsWith("'") && GUARDED.test(text) ? text : written;
}
