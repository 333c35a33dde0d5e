/** Which field a cursor writes at. The text is looked at as it is: while somebody types, it is often no YAML. */

/** A word that is being written, and the place of the file that it belongs to. */
export interface Writing {
  /** `resources`, `waivers` … */
  readonly section: string;
  readonly field: string;
  /** Of the word, as far as it stands there. */
  readonly start: number;
  readonly end: number;
}

/** How far back a list in brackets is looked for. */
const FAR = 2000;

const IN_BRACKETS = /(?:^|[\s{,])(?<field>\w+):[ \t]*\[[^\][{}:#]*$/u;
const BEHIND_KEY = /(?:^|[\s{,])(?<field>\w+):[ \t]+["']?[^\s,"'\][{}#:]*$/u;
const ITEM = /^(?<indent>[ \t]*)-[ \t]+["']?[^\s,"'\][{}#:]*$/u;
const WORD_BEFORE = /[^\s,"'\][{}#:]*$/u;
const BEHIND_WORD = /[\s,"'\][{}#:]|$/u;
const KEY_ALONE = /^[ \t]*(?:-[ \t]+)?(?<field>\w+):[ \t]*$/u;

/** Undefined where no value of a field is written. */
export function writingAt(text: string, offset: number): Writing | undefined {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n?|\n/u);
  const section = /^\w+/u.exec(lines.findLast((line) => /^\w/u.test(line)) ?? '')?.[0];
  const field = fieldIn(IN_BRACKETS, before.slice(-FAR)) ?? fieldIn(BEHIND_KEY, lines.at(-1)) ?? fieldOfItem(lines);
  if (section === undefined || field === undefined) return undefined;
  return { section, field, start: before.search(WORD_BEFORE), end: offset + text.slice(offset).search(BEHIND_WORD) };
}

function fieldIn(pattern: RegExp, text = ''): string | undefined {
  return pattern.exec(text)?.groups?.['field'];
}

/** Of an item behind its dash: the key above it. */
function fieldOfItem(lines: readonly string[]): string | undefined {
  const indent = ITEM.exec(lines.at(-1) ?? '')?.groups?.['indent'];
  if (indent === undefined) return undefined;
  const above = lines.slice(0, -1).findLast((line) => !line.startsWith(`${indent}- `) && !/^\s*(?:#|$)/u.test(line));
  return fieldIn(KEY_ALONE, above);
}
