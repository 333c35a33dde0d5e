/** The words that the schema allows at a place, and which of them another word may have been meant to be. */
import { nearWord, suggester } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';
import { narrow } from './advice.ts';
import { listed } from './wording.ts';

/** Takes the messages of the schema apart, each once. */
export function vocabularies(): (message: string) => Vocabulary {
  const made = new Map<string, Vocabulary>();
  return (message) => {
    const known = made.get(message);
    if (known !== undefined) return known;
    const [expectation = '', ...words] = message.split(' ');
    const suggest = suggester(new Set(words));
    const vocabulary = { expectation, words, suggest, only: onlyNear(words), choice: oneOfFields(words) };
    made.set(message, vocabulary);
    return vocabulary;
  };
}

/** What the schema says of a place, taken apart once. */
export interface Vocabulary {
  readonly expectation: string;
  readonly words: readonly string[];
  readonly suggest: (written: string) => string | undefined;
  /** The word that a slip of the pen made another of, where it can be no other. */
  readonly only: (written: string) => string | undefined;
  /** The words as a remedy. */
  readonly choice: Text;
}

/** Slips are few; what a file has by the thousand is none. */
const MOST_SLIPS = 1000;

function onlyNear(words: readonly string[]): Vocabulary['only'] {
  const known = new Map<string, string | undefined>();
  return (written) => {
    if (known.has(written) || known.size >= MOST_SLIPS) return known.get(written);
    const near = nearWord(narrow(written), words);
    known.set(written, near?.isCertain === true ? near.word : undefined);
    return known.get(written);
  };
}

/** Of two keys that may be one field nobody can tell which is. */
export function onceIn(words: readonly (string | undefined)[]): (word: string | undefined) => boolean {
  const times = new Map<string | undefined, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return (word) => times.get(word) === 1;
}

function oneOfFields(known: readonly string[]): Text {
  const { zh, en } = listed(known);
  return { zh: `这里可用的字段：${zh}。`, en: `Fields that can stand here: ${en}.` };
}
