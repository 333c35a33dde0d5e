/** How far a written word lies from one that is known. */
import { distance } from 'fastest-levenshtein';

export interface NearWord {
  readonly word: string;
  /** One letter is wrong, missing, doubled or swapped with its neighbour, and no other word lies near. */
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
  return { word: best.word, isCertain: best.slips <= 1 && other === undefined };
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
  if (slips <= most) return slips;
  return isBeginning ? MOST_SLIPS : FAR;
}

function isSwapped(written: string, word: string): boolean {
  if (written.length !== word.length || written === word) return false;
  const at = Array.from(written).findIndex((letter, place) => letter !== word[place]);
  const swapped = `${written.slice(0, at)}${written[at + 1] ?? ''}${written[at] ?? ''}${written.slice(at + 2)}`;
  return swapped === word;
}

/** `LeasedLine`, `leased_line` and `leased-line` are one word. */
function letters(word: string): string {
  return word.toLowerCase().replaceAll(/[_\s-]/gu, '');
}
