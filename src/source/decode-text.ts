/** Bytes of a ledger file as text: UTF-8, with or without BOM. */
import type { FileProblem } from '../domain/file-problem.ts';
import type { Text } from '../domain/text.ts';
import { indexLines } from './line-index.ts';

/** The text without its BOM. With a problem it is as much of it as can be shown, and the problem's span lies in it. */
export type DecodedText = { readonly text: string } | { readonly text: string; readonly problem: FileProblem };

/** Reads bytes as UTF-8; what is not UTF-8 gives `yaml/encoding` at the line of its first foreign byte. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    return { text: new TextDecoder(utf16).decode(bytes), problem: encodingProblem({ start: 0, end: 0 }, 1, 'UTF-16') };
  }
  const text = decodeStrictly('utf-8', bytes);
  return text === undefined ? foreignText(bytes) : { text };
}

/** A text as bytes, with a BOM where the bytes that it was read from have one. */
export function encodeText(text: string, like: Uint8Array): Uint8Array {
  const hasBom = like[0] === 0xef && like[1] === 0xbb && like[2] === 0xbf;
  return new TextEncoder().encode(hasBom ? `\uFEFF${text}` : text);
}

function foreignText(bytes: Uint8Array): DecodedText {
  const good = bytes.subarray(0, firstForeignByte(bytes));
  const isGbk = looksLikeGbk(bytes, good);
  const encoding = isGbk ? 'gb18030' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const start = Math.min(decodeStart(encoding, good).length, Math.max(text.length - 1, 0));
  const { line } = indexLines(text).positionAt(start);
  return { text, problem: encodingProblem({ start, end: start }, line, isGbk ? 'GBK' : undefined) };
}

const CHINESE = /\p{Script=Han}/u;

/** Chinese characters when read as GBK, and none in what could be read as UTF-8: there it is UTF-8 with a fault. */
function looksLikeGbk(bytes: Uint8Array, good: Uint8Array): boolean {
  return CHINESE.test(decodeStrictly('gb18030', bytes) ?? '') && !CHINESE.test(decodeStart('utf-8', good));
}

/** A beginning may end inside a character, which is then left out. */
function decodeStart(encoding: string, start: Uint8Array): string {
  return new TextDecoder(encoding).decode(start, { stream: true });
}

/** By BOM, or by the NUL that ASCII text has in each of its UTF-16 units. */
function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === undefined || second === undefined || (first === 0) === (second === 0)) return undefined;
  return second === 0 ? 'utf-16le' : 'utf-16be';
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

function encodingProblem(at: FileProblem['at'], line: number, encoding: 'GBK' | 'UTF-16' | undefined): FileProblem {
  return {
    rule: 'yaml/encoding',
    status: 'invalid',
    subject: 'ledger',
    message: messageOf(line, encoding),
    remedy: encoding === undefined ? undefined : remedyOf(encoding),
    at,
  };
}

function messageOf(line: number, encoding: string | undefined): Text {
  if (encoding === undefined) {
    return { zh: `第${line}行有不属于UTF-8的字节`, en: `line ${line} has a byte that is not UTF-8` };
  }
  return {
    zh: `第${line}行不是UTF-8编码，看来是${encoding}`,
    en: `line ${line} is not UTF-8; the file looks like ${encoding}`,
  };
}

function remedyOf(encoding: 'GBK' | 'UTF-16'): Text {
  const name = encoding === 'GBK' ? 'GB18030' : encoding;
  return {
    zh: `用编辑器另存为UTF-8，或转换后替换原文件：\`iconv -f ${name} -t UTF-8 ledger.yaml > ledger.utf8.yaml\`。`,
    en: `Save it as UTF-8 in the editor, or convert and replace it: \`iconv -f ${name} -t UTF-8 ledger.yaml > ledger.utf8.yaml\`.`,
  };
}
