import { escapeCommands, replaceUnseenInLines } from './printable.ts';

/**
 * A JSON document with two spaces of indentation and a line break at its end. Characters that cannot be seen, and what CI
 * systems take for commands, are escaped: the data stays the same, and none of it can act on a terminal or a log.
 */
export function printJson(value: unknown): string {
  return escapeCommands(replaceUnseenInLines(`${JSON.stringify(value, null, 2)}\n`, escaped), escaped);
}

function escaped(character: string): string {
  let escapes = '';
  for (let at = 0; at < character.length; at += 1) {
    escapes += String.raw`\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return escapes;
}
