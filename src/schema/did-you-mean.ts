/** The word that was probably meant. */
import { distance } from 'fastest-levenshtein';

import type { Text } from '../domain/text.ts';

/** The nearest of the words, if it is near enough to be a slip of the hand: a third of its letters at most. */
export function nearest(written: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(written.length / 3)) + 1;
  const wanted = normalise(written);
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
  if (missing > 0 && written.length >= 3 && word.startsWith(written)) return 1;
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
