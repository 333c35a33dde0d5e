/** What to write in place of a value that will not do. A proposed value keeps every part of the old one, or there is none. */
import type { Value } from '../domain/edit.ts';
import type { FixEdit } from '../domain/finding.ts';
import { latePattern } from '../domain/late-pattern.ts';
import type { DataPath } from '../domain/ledger.ts';
import { didYouMean, hasPartsOf, nearest } from '../domain/near-word.ts';
import { beginningOf, type Text } from '../domain/text.ts';
import { isMapping } from './raw-data.ts';

export interface Advice {
  readonly remedy: Text;
  /** The right value, where nothing else can be meant. */
  readonly value?: Value | undefined;
}

/** The value that is meant, where it can be no other. */
export function certain(value: Value): Advice {
  return { remedy: changeTo(typeof value === 'object' ? `[${value.join(', ')}]` : String(value)), value };
}

/** Words alone: a person decides. */
export function hint(remedy: Text): Advice {
  return { remedy };
}

/** Asks whether the nearest of the words is meant; undefined where none comes near. */
export function askFor(written: string, words: readonly string[]): Advice | undefined {
  return askWhether(nearest(written, words), written);
}

/** Asks whether a word is meant, unless it has fewer parts than what is written: one of them would be lost. */
export function askWhether(word: string | undefined, written: string): Advice | undefined {
  const remedy = didYouMean(word);
  return word !== undefined && remedy !== undefined && hasPartsOf(written, word) ? { remedy } : undefined;
}

/** Advice as a problem at a path has it. */
export function advised(
  path: DataPath,
  advice: Advice | undefined,
): { readonly remedy?: Text | undefined; readonly edits?: readonly FixEdit[] | undefined } {
  if (advice?.value === undefined) return { remedy: advice?.remedy };
  return { remedy: advice.remedy, edits: [{ path, value: advice.value }] };
}

/** Full-width letters, digits and signs as the ordinary ones, without the space around them. */
export function narrow(text: string): string {
  return text.normalize('NFKC').trim();
}

/** The words of a text that is written in place of a list; undefined where it holds more than words and what stands between them. */
export function wordsIn(text: string): readonly string[] | undefined {
  const words = text.split(/\s*[,，、;；]\s*|\s+/u).filter((one) => one !== '');
  return words.length > 0 && words.every((one) => word().test(one)) ? words : undefined;
}

const word = latePattern(String.raw`^[\p{L}\p{N}][\p{L}\p{N}._/-]*$`, 'u');

/** A number that was written as a text, full-width digits and commas between thousands included. */
export function numberIn(text: string): number | undefined {
  const digits = narrow(text);
  const plain = /^\d{1,3}(?:,\d{3})+$/.test(digits) ? digits.replaceAll(',', '') : digits;
  // What changes on its way through a number is none: `060`, or more digits than it can hold.
  return String(Number(plain)) === plain && /^[\d.]+$/.test(plain) ? Number(plain) : undefined;
}

/** A value as the reader wrote it, cut where it is long. */
export function quote(value: string): Text {
  const shown = beginningOf(value);
  return { zh: `“${shown}”`, en: `"${shown}"` };
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
