/** Pieces of Markdown out of text that may hold anything. */
import { printable } from './printable.ts';

/**
 * Signs with a meaning in Markdown, in HTML or, as `$`, in what GitHub and GitLab make of it; the signs of addresses that
 * they would turn into links; those that make a heading, a list or a rule of a line that begins with them; and the gap in
 * `@name`, which calls somebody, and in `#1`, `!1`, `GH-1`, `&1`, `$1`, `~label` and `%milestone`, which point at something.
 */
const SIGNS =
  /[&<>`*_~|\\[\]$^]|:(?=\/\/)|(?<=www)\.|^[#=+-]|(?<=^\d{1,9})[.)]|(?<=[@~%])(?=[\w"])|(?<=[#!&$]|\bGH-)(?=\d)/giu;
/** A space of no width: names and issues are looked for in the finished text, so that no escape of a sign helps. */
const GAP = '&#8203;';

/** Text on one line that means nothing but itself. */
export function plain(text: string): string {
  return escapeSigns(printable(text).trimStart());
}

/** No name is longer, and a loop over millions of characters overflows the stack of a regular expression. */
const CODE = /`([^`|]{1,9999})`/gu;

/** A sentence of the product, with data in it or not: what stands between backticks becomes code, the rest means itself. */
export function prose(text: string): string {
  const line = printable(text).trimStart();
  let markdown = '';
  let end = 0;
  for (const { 0: span, 1: inside = '', index } of line.matchAll(CODE)) {
    markdown += escapeSigns(line.slice(end, index)) + code(inside);
    end = index + span.length;
  }
  return markdown + escapeSigns(line.slice(end));
}

/** Code, in a cell of a table too; what cannot be code in one stays text. */
export function code(text: string): string {
  const line = printable(text);
  return /[`|]/u.test(line) || line.trim() === '' ? escapeSigns(line) : `\`${line}\``;
}

/** A reference to a character is never taken for the sign that it stands for. */
function escapeSigns(line: string): string {
  return line.replaceAll(SIGNS, (sign) => (sign === '' ? GAP : `&#${sign.charCodeAt(0)};`));
}

/** @param cells Markdown without line breaks */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
