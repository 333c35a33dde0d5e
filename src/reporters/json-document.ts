import { replaceUnseen } from './printable.ts';

/**
 * A JSON document with two spaces of indentation and a line break at its end. Characters that cannot be seen are
 * escaped: the data stays the same, and none of it can act on a terminal.
 */
export function printJson(value: unknown): string {
  return `${replaceUnseen(JSON.stringify(value, null, 2), escapeUnseen)}\n`;
}

function escapeUnseen(character: string): string {
  if (character === '\n') return character;
  let escaped = '';
  for (let at = 0; at < character.length; at += 1) {
    escaped += String.raw`\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
