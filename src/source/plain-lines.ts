/** Reading in plain style: texts in lines of their own, as behind `notes: |-`. */
import { beforeBreak } from './editing/lines.ts';
import { type Cursor, Unsure } from './plain-cursor.ts';

const SIGN = /[|>][-+]?/y;
const END_OF_SIGN = / *(?:(?<= )#[^\n]*)?\r?\n/y;
const INDENT = / +(?=[^ \r\n])/y;
const BLANK = / *(?=\r?\n|$)/y;

/** The sign with which such a text begins; undefined where something else is written. */
export function signOfLines(text: string, at = 0): string | undefined {
  SIGN.lastIndex = at;
  return SIGN.exec(text)?.[0];
}

/**
 * Passes a text in lines of which the first is not blank, and the blank lines below it.
 *
 * @param sign stands at the cursor
 * @param column of the key or of the dash
 */
export function readLines(cursor: Cursor, sign: string, column: number): string {
  const { text, at: start } = cursor;
  cursor.at += sign.length;
  cursor.expect(END_OF_SIGN);
  const first = cursor.at;
  cursor.expect(INDENT);
  const indent = text.slice(first, cursor.at);
  if (indent.length <= column) throw new Unsure();
  let behind = (cursor.at = first);
  while (cursor.at < text.length) {
    const line = cursor.at;
    const isBlank = cursor.accepts(BLANK);
    if (isBlank && (cursor.at === text.length || cursor.at - line > indent.length)) throw new Unsure();
    if (!isBlank && !text.startsWith(indent, line)) break;
    const lineBreak = text.indexOf('\n', cursor.at);
    cursor.at = lineBreak < 0 ? text.length : lineBreak + 1;
    if (!isBlank) behind = cursor.at;
  }
  const end = sign.endsWith('+') ? cursor.at : beforeBreak(text, behind);
  const written = text.slice(start, end);
  // In a folded text deeper lines are not joined.
  if (sign.startsWith('>') && written.includes(`\n${indent} `)) throw new Unsure();
  cursor.notes?.scalar(start, end);
  cursor.toContent();
  return textOfLines(sign, written);
}

/** What a text in lines says that is written from its sign to its end. */
export function textOfLines(sign: string, written: string): string {
  const [, first = '', ...more] = written.split(/\r?\n/);
  const indent = first.search(/[^ ]/);
  const lines = [first, ...more].map((line) => line.slice(indent)).join('\n');
  let end = lines.length;
  while (lines[end - 1] === '\n') end -= 1;
  const content = lines.slice(0, end);
  const text = sign.startsWith('>') ? content.replaceAll(/\n(\n*)/g, (_, blank: string) => blank || ' ') : content;
  return sign.endsWith('-') ? text : text + (lines.slice(end) || '\n');
}
