/** The word that was probably meant: how far a written word lies from those that are known. */
import { distance } from 'fastest-levenshtein';

import { latePattern } from './late-pattern.ts';
import type { Text } from './text.ts';

export interface NearWord {
  readonly word: string;
  /** One letter is wrong, missing, doubled or swapped with its neighbour, every part and digit is kept, and no other word lies near. */
  readonly isCertain: boolean;
}

/** The word that was probably meant: two slips away at most, or one of which the end was left off. */
export function nearWord(written: string, words: Iterable<string>): NearWord | undefined {
  const wanted = letters(written);
  const near = [...words]
    .map((word) => ({ word, slips: slipsBetween(wanted, letters(word)) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((one, other) => one.slips - other.slips);
  const [best, other] = near;
  if (best === undefined) return undefined;
  const isCertain = best.slips <= 1 && other === undefined;
  return {
    word: best.word,
    isCertain: isCertain && hasPartsOf(written, best.word) && hasSameDigits(written, best.word),
  };
}

/** Runs of Chinese characters, and of other letters and digits. */
const parts = latePattern(String.raw`\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+`, 'gu');
const betweenCases = latePattern(String.raw`(?<=\p{Ll})(?=\p{Lu})`, 'gu');

/** Whether a word has as many parts as what is written: one with fewer would lose what is more than a slip. */
export function hasPartsOf(written: string, word: string): boolean {
  return countParts(word) >= countParts(written);
}

/** `autoRenew` has two, as `auto_renew` has. */
function countParts(text: string): number {
  return text.replaceAll(betweenCases(), ' ').match(parts())?.length ?? 0;
}

/** No digit is a slip of the pen for nothing. */
function hasSameDigits(one: string, other: string): boolean {
  return one.replaceAll(/\D/gu, '') === other.replaceAll(/\D/gu, '');
}

const MOST_SLIPS = 2;
/** Shorter words have many neighbours. */
const LETTERS_PER_SLIP = 4;
const LEAST_LETTERS_OF_BEGINNING = 4;
const FAR = Number.POSITIVE_INFINITY;

/** Letters to change; two neighbours in the wrong order are one slip, a beginning alone counts as two. */
function slipsBetween(written: string, word: string): number {
  const isBeginning = written.length >= LEAST_LETTERS_OF_BEGINNING && word.startsWith(written);
  const most = Math.min(MOST_SLIPS, Math.floor(Math.max(written.length, word.length) / LETTERS_PER_SLIP));
  if (Math.abs(written.length - word.length) > most) return isBeginning ? MOST_SLIPS : FAR;
  const slips = isSwapped(written, word) ? 1 : distance(written, word);
  return slips <= most ? slips : FAR;
}

function isSwapped(written: string, word: string): boolean {
  if (written === word) return false;
  const at = Array.from(written).findIndex((letter, place) => letter !== word[place]);
  const swapped = `${written.slice(0, at)}${written[at + 1] ?? ''}${written[at] ?? ''}${written.slice(at + 2)}`;
  return swapped === word;
}

/** `LeasedLine`, `leased_line` and `leased-line` are one word. */
function letters(word: string): string {
  return word.toLowerCase().replaceAll(/[_\s-]/gu, '');
}

/** The nearest of the words, if it is near enough to be a slip of the hand: a third of its letters at most. */
export function nearest(written: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  const wanted = normalise(written);
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const word of words) {
    const steps = stepsBetween(wanted, normalise(word), fewest);
    if (steps < fewest) [best, fewest] = [word, steps];
  }
  return best;
}

/** Letters to change, up to a limit. Letters in the wrong order, or an end left off, are one slip. */
function stepsBetween(written: string, word: string, limit: number): number {
  const missing = word.length - written.length;
  if (missing === 0 && lettersOf(written) === lettersOf(word)) return Math.min(1, distance(written, word));
  if (written.length >= 3 && word.startsWith(written)) return 1;
  return Math.abs(missing) < limit ? distance(written, word) : limit;
}

function lettersOf(word: string): string {
  return word.split('').sort().join('');
}

/** `CreditCode`, `credit-code` and `credit_code` are one step from `creditCode` at most. */
function normalise(word: string): string {
  return word.trim().toLowerCase().replaceAll(/[_-]/g, '');
}

const MOST_COMPARISONS = 1_000_000;

/**
 * Looks up many words among many. A file with thousands of wrong names would compare each with each: beyond a
 * million comparisons no more words are suggested.
 */
export function suggester(words: ReadonlySet<string>): (written: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  let comparisons = 0;
  return (written) => {
    if (known.has(written)) return known.get(written);
    comparisons += words.size;
    const found = comparisons > MOST_COMPARISONS ? undefined : nearest(written, words);
    known.set(written, found);
    return found;
  };
}

/** `是不是…？`, as a remedy; undefined where nothing comes near. */
export function didYouMean(word: string | undefined): Text | undefined {
  return word === undefined ? undefined : { zh: `是不是想写\`${word}\`？`, en: `Did you mean \`${word}\`?` };
}
