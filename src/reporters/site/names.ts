/** Names of files for whatever a company or an owner is called. */
import { createHash } from 'node:crypto';

/**
 * Readable characters that every system and every address takes alike, then what tells it apart: two things have two names, in
 * whatever case, and one keeps its name from run to run.
 *
 * @param words shown as far as they can be
 * @param identity what is named
 */
export function fileNameOf(words: string, identity: string): string {
  const readable = words
    .normalize('NFC')
    .toLowerCase()
    .split(UNSAFE)
    .filter((piece) => piece !== '')
    .join('-')
    .slice(0, MOST_CHARACTERS);
  const digest = createHash('sha256').update(identity).digest('hex').slice(0, 10);
  return readable === '' ? digest : `${readable}-${digest}`;
}

const UNSAFE = /[^a-z0-9\u3400-\u4DBF\u4E00-\u9FFF]+/u;

/** Three bytes each at most: far from what file systems take. */
const MOST_CHARACTERS = 40;
