/** What copies of files are called, so that every system can unpack them and none of them lands anywhere else. */
import { latePattern } from './late-pattern.ts';

/** Characters that some system forbids, takes for a step to another folder, or does not show. */
const unsafe = latePattern(String.raw`[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]`, 'gu');
/** Windows drops them. */
const AT_THE_END = /[. ]+$/u;
/** Devices on Windows, whatever stands behind the dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
/** Characters: 255 bytes are the most that a name may have, and Chinese takes three for each. */
const LONGEST_STEM = 60;
const LONGEST_ENDING = 10;

/** Names that differ in more than case, for systems that do not tell it apart. */
export class PaperNames {
  readonly #taken = new Set<string>();

  /**
   * `evidence/ENTRY/FILE`, where FILE is the last part of a path.
   *
   * @param path of the file, with forward slashes
   */
  take(entry: string, path: string): string {
    const folder = `evidence/${safe(entry)}`;
    const [stem, ending] = parted(safe(path.split('/').at(-1) ?? ''));
    for (let number = 1; ; number += 1) {
      const name = `${folder}/${stem}${number === 1 ? '' : ` (${number})`}${ending}`;
      const key = name.normalize('NFKC').toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return name;
    }
  }
}

function safe(name: string): string {
  const plain = name.normalize('NFC').replaceAll(unsafe(), '_').replace(AT_THE_END, underscores);
  return RESERVED.test(plain) || plain === '' ? `_${plain}` : plain;
}

function underscores(replaced: string): string {
  return '_'.repeat(replaced.length);
}

/** `合同` and `.pdf` of `合同.pdf`. */
function parted(name: string): readonly [stem: string, ending: string] {
  const dot = name.lastIndexOf('.');
  const hasEnding = dot > 0 && name.length - dot <= LONGEST_ENDING;
  const [stem, ending] = hasEnding ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const short = Array.from(stem).slice(0, LONGEST_STEM).join('').trimEnd();
  return [short.replace(AT_THE_END, underscores), ending];
}
