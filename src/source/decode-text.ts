/** Bytes of a ledger file as text: UTF-8, with or without BOM. */
import type { FileProblem } from '../domain/file-problem.ts';
import { latePattern } from '../domain/late-pattern.ts';
import type { Text } from '../domain/text.ts';
import type { Patch } from './editing/lines.ts';
import { indexLines } from './line-index.ts';

/** The text without its BOM. With a problem it is as much of it as can be shown, and the problem's span lies in it. */
export type DecodedText = { readonly text: string } | { readonly text: string; readonly problem: FileProblem };

/** Reads bytes as UTF-8; what is not UTF-8 gives `yaml/encoding` at the line of its first foreign byte. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) {
    const text = new TextDecoder(wide.decoder).decode(bytes);
    return { text, problem: encodingProblem({ start: 0, end: 0 }, 1, wide) };
  }
  const text = decodeStrictly('utf-8', bytes);
  return text === undefined ? foreignText(bytes) : { text };
}

/**
 * The bytes of a file whose text was cut; all others stay.
 *
 * @param text what the bytes say, without a BOM
 * @param patches count in it
 */
export function patchBytes(bytes: Uint8Array, text: string, patches: readonly Patch[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let [at, kept, read] = [Buffer.byteLength(markOf(bytes)), 0, 0];
  for (const { start, end, text: put } of patches) {
    at += Buffer.byteLength(text.slice(read, start));
    pieces.push(bytes.subarray(kept, at), Buffer.from(put));
    at += Buffer.byteLength(text.slice(start, end));
    [kept, read] = [at, end];
  }
  return Buffer.concat([...pieces, bytes.subarray(kept)]);
}

/** The BOM that bytes begin with; empty where they have none. */
export function markOf(bytes: Uint8Array): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
}

function foreignText(bytes: Uint8Array): DecodedText {
  const good = bytes.subarray(0, firstForeignByte(bytes));
  const isGbk = looksLikeGbk(bytes, good);
  const encoding = isGbk ? 'gb18030' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const start = Math.min(decodeStart(encoding, good).length, Math.max(text.length - 1, 0));
  const { line } = indexLines(text).positionAt(start);
  return { text, problem: encodingProblem({ start, end: start }, line, isGbk ? GBK : undefined) };
}

const chineseCharacter = latePattern(String.raw`\p{Script=Han}`, 'gu');
const foreignLetter = latePattern(String.raw`(?!\p{ASCII})\p{L}`, 'gu');

/**
 * Mostly Chinese characters when read as GBK, and none in what could be read as UTF-8: there it is UTF-8 with a fault. Other
 * encodings become a mixture of letters: Big5 has kana and Cyrillic in it then.
 */
function looksLikeGbk(bytes: Uint8Array, good: Uint8Array): boolean {
  const text = decodeStrictly('gb18030', bytes) ?? '';
  const chinese = text.match(chineseCharacter())?.length ?? 0;
  const letters = text.match(foreignLetter())?.length ?? 0;
  return chinese > 0 && chinese >= letters * MOSTLY && decodeStart('utf-8', good).search(chineseCharacter()) < 0;
}

const MOSTLY = 0.8;

/** A beginning may end inside a character, which is then left out. */
function decodeStart(encoding: string, start: Uint8Array): string {
  return new TextDecoder(encoding).decode(start, { stream: true });
}

/** An encoding as people call it, and as `iconv` does. */
interface Encoding {
  readonly name: string;
  readonly iconv: string;
}

const GBK: Encoding = { name: 'GBK', iconv: 'GB18030' };

/** By BOM, from which `iconv` too takes the order of the bytes; or by the NUL that ASCII text has in each of its UTF-16 units. */
function wideEncodingOf(bytes: Uint8Array): (Encoding & { readonly decoder: string }) | undefined {
  const [first, second, third, fourth] = bytes;
  const name = 'UTF-16';
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) {
    return { name: 'UTF-32', iconv: 'UTF-32', decoder: 'utf-16le' };
  }
  if (first === 0xff && second === 0xfe) return { name, iconv: name, decoder: 'utf-16le' };
  if (first === 0xfe && second === 0xff) return { name, iconv: name, decoder: 'utf-16be' };
  if (first === undefined || second === undefined || (first === 0) === (second === 0)) return undefined;
  return second === 0
    ? { name, iconv: 'UTF-16LE', decoder: 'utf-16le' }
    : { name, iconv: 'UTF-16BE', decoder: 'utf-16be' };
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The decoder does not say where it failed, but a beginning of the bytes fails exactly when it holds the foreign byte. */
function firstForeignByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >>> 1;
    if (isCleanStart(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  return good;
}

function isCleanStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function encodingProblem(at: FileProblem['at'], line: number, encoding: Encoding | undefined): FileProblem {
  return {
    rule: 'yaml/encoding',
    status: 'invalid',
    subject: 'ledger',
    ...(encoding === undefined ? { message: badByte(line), remedy: BAD_BYTE_REMEDY } : inEncoding(line, encoding)),
    at,
  };
}

function badByte(line: number): Text {
  return { zh: `第${line}行有不属于UTF-8的字节`, en: `line ${line} has a byte that is not UTF-8` };
}

const BAD_BYTE_REMEDY: Text = {
  zh: '只有个别字损坏的，把标出的字重新写一遍；整个文件是别的编码的，在编辑器中按原来的编码打开，文字显示正常后再另存为UTF-8。',
  en: 'If single characters are damaged, write them again. If the whole file is in another encoding, open it in the editor with that encoding, and save it as UTF-8 once the text is shown correctly.',
};

function inEncoding(line: number, { name, iconv }: Encoding): Pick<FileProblem, 'message' | 'remedy' | 'command'> {
  return {
    message: {
      zh: `第${line}行不是UTF-8编码，看来是${name}`,
      en: `line ${line} is not UTF-8; the file looks like ${name}`,
    },
    remedy: {
      zh: `在编辑器中按${name}打开，文字显示正常后再另存为UTF-8；或者用命令转换，转换不了时原文件不变。`,
      en: `Open it in the editor as ${name}, and save it as UTF-8 once the text is shown correctly. Or convert it with the command, which leaves the file unchanged if it cannot be converted.`,
    },
    // The name of the file is a word of its own, whatever is in it; the file is replaced by what is whole.
    command: ['sh', '-c', `iconv -f ${iconv} -t UTF-8 < "$0" > "$0.utf8" && mv -- "$0.utf8" "$0"`],
  };
}
