/** A sentence in both languages of the product. Ids, statuses and JSON keys are never translated. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** Whole sentences as one paragraph. */
export function sentences(...all: readonly Text[]): Text {
  return { zh: all.map(({ zh }) => zh).join(''), en: all.map(({ en }) => en).join(' ') };
}

const LONGEST_QUOTE = 40;

/** A word of a file, cut where it is too long for a sentence. */
export function beginningOf(word: string): string {
  return word.length <= LONGEST_QUOTE ? word : `${word.slice(0, LONGEST_QUOTE).toWellFormed()}…`;
}

/** `1 day`, `2 days`: an English count with its noun. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
