/** Words that the messages of the schema share. */
import type { Text } from '../domain/text.ts';
import { isMapping } from './raw-data.ts';

const LONGEST_QUOTE = 40;

/** A value as the reader wrote it, cut where it is long. */
export function quote(value: string): Text {
  const shown = value.length <= LONGEST_QUOTE ? value : `${value.slice(0, LONGEST_QUOTE).toWellFormed()}…`;
  return { zh: `「${shown}」`, en: `"${shown}"` };
}

/** What stands there, in words. */
export function describe(value: unknown): Text {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return { zh: `数字${value}`, en: `the number ${value}` };
  if (typeof value === 'boolean') return { zh: `${value}`, en: `${value}` };
  if (Array.isArray(value)) return { zh: '列表', en: 'a list' };
  return isMapping(value) ? { zh: '一组键值', en: 'a mapping' } : { zh: '空值', en: 'nothing' };
}

/** `改成X。`: the remedy where the right value can be guessed. */
export function changeTo(value: string): Text {
  return { zh: `改成\`${value}\`。`, en: `Write \`${value}\`.` };
}

/** Words in a row. Of one list they are joined once, however many problems name it. */
export function listed(words: readonly string[]): Text {
  const known = rows.get(words);
  if (known !== undefined) return known;
  const row = { zh: words.join('、'), en: words.join(', ') };
  rows.set(words, row);
  return row;
}

const rows = new WeakMap<readonly string[], Text>();
