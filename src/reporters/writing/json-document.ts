import type { Piece } from './pieces.ts';
import { escapeCommands, replaceUnseenInLines } from './printable.ts';

/**
 * A JSON document with two spaces of indentation and a line break at its end. Characters that cannot be seen, and what CI
 * systems take for commands, are escaped: the data stays the same, and none of it can act on a terminal or a log.
 */
export function printJson(value: unknown): string {
  return escapeCommands(replaceUnseenInLines(`${JSON.stringify(value, null, 2)}\n`, escaped), escaped);
}

/**
 * Values as items of a list that lies so many levels deep in a document, as `printJson` prints them, without the break
 * behind the last. A document of many items is put together of such pieces, and never held as one text.
 */
export function printItems(values: readonly unknown[], depth: number): string {
  if (values.length === 0) return '';
  let nested: unknown = values;
  for (let level = 1; level < depth; level += 1) nested = [nested];
  // Each level is a bracket, a break and its indentation, before the items and behind them.
  const around = depth * (depth + 1);
  return printJson(nested).slice(around, -around - 1);
}

/** A list of such items, which begins where its line already stands. */
export function* listOf(items: Iterable<Piece>, depth: number): Generator<Piece> {
  let before = '[\n';
  for (const item of items) {
    if (item.length === 0) continue;
    yield before;
    yield item;
    before = ',\n';
  }
  yield before === ',\n' ? `\n${'  '.repeat(depth - 1)}]` : '[]';
}

/** An object with lists as its last fields. @param end what closes it and all around it: a bracket on each line */
export function* withLists(
  head: object,
  lists: Readonly<Record<string, Iterable<Piece> | undefined>>,
  end = '\n}\n',
): Generator<Piece> {
  const depth = end.split('\n').length - 1;
  yield printJson(head).slice(0, -end.length);
  for (const [key, items] of Object.entries(lists)) {
    if (items === undefined) continue;
    yield `,\n${'  '.repeat(depth - 1)}${JSON.stringify(key)}: `;
    yield* listOf(items, depth);
  }
  yield end;
}

function escaped(character: string): string {
  let escapes = '';
  for (let at = 0; at < character.length; at += 1) {
    escapes += String.raw`\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return escapes;
}
