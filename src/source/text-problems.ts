/** What can be seen in a text before anybody parses it, and the shape that problems of a text have. */
import type { FileProblem, TextSpan } from '../domain/file-problem.ts';
import { type DataPath, formatPath } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';
import { indexLines } from './line-index.ts';

/** What is wrong with a text, before it is a ledger: no entry has an id yet, so its path names it. */
export function textProblem(
  rule: `yaml/${string}`,
  at: TextSpan,
  message: Text,
  more: { readonly path?: DataPath; readonly remedy?: Text | undefined } = {},
): FileProblem {
  const { path = [], remedy } = more;
  return { rule, status: 'invalid', subject: path.length === 0 ? 'ledger' : formatPath(path), message, remedy, at };
}

/** A text of more characters is read in plain style, or not at all: any other needs several hundred times its size. */
export const LONGEST = 10_000_000;

/**
 * Why a long text is refused.
 *
 * @param notPlain where it stops being in plain style
 */
export function tooLong(text: string, notPlain: number): FileProblem {
  const size = { zh: `文件超过${LONGEST / 1e6}MB`, en: `the file has more than ${LONGEST / 1e6} MB` };
  if (notPlain >= text.length) {
    const message = { zh: `${size.zh}，却没有任何内容`, en: `${size.en}, but has no content` };
    return textProblem('yaml/syntax', { start: 0, end: 0 }, message);
  }
  const { line } = indexLines(text).positionAt(notPlain);
  const message = {
    zh: `${size.zh}，这样大的文件只能用一行一个值的写法，第${line}行不是`,
    en: `${size.en}; a file of this size must have one value a line, and line ${line} does not`,
  };
  const remedy = {
    zh: '把这一行改成“键: 值”的普通写法，或把台账分成几个文件。',
    en: 'Write that line as an ordinary `key: value`, or split the ledger into several files.',
  };
  return textProblem('yaml/syntax', { start: notPlain, end: notPlain + 1 }, message, { remedy });
}

const CONTROL_CHARACTER = /(?![\t\n\r\u0085])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/u;

/** The first character that YAML does not allow, as a `yaml/syntax` problem. */
export function findControlCharacter(text: string): FileProblem | undefined {
  const start = text.search(CONTROL_CHARACTER);
  if (start < 0) return undefined;
  const code = codeOf(text, start);
  return textProblem(
    'yaml/syntax',
    { start, end: start + 1 },
    { zh: `有看不见的控制字符U+${code}`, en: `there is an invisible control character, U+${code}` },
    {
      remedy: {
        zh: `删掉它；确实需要的，在双引号里写成 \\u${code}。`,
        en: `Remove it; if it is intended, write \\u${code} in double quotes.`,
      },
    },
  );
}

// Git writes them at the start of a line; a fourth kind shows what both sides began with.
const CONFLICT_MARK = /(?<![^\n\r])(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)/g;

/** Marks that a merge has left, as one `yaml/merge-conflict` problem that names the lines of each conflict. */
export function findMergeConflict(text: string): FileProblem | undefined {
  const marks = [...text.matchAll(CONFLICT_MARK)];
  const [first] = marks;
  if (first === undefined) return undefined;
  const lines = indexLines(text);
  const conflicts: (readonly [number, number])[] = [];
  let begun: number | undefined;
  for (const { index, 0: mark } of marks) {
    const { line } = lines.positionAt(index);
    if (mark.startsWith('<')) begun = line;
    else if (mark.startsWith('>') || begun === undefined) conflicts.push([begun ?? line, line]);
    if (mark.startsWith('>')) begun = undefined;
  }
  if (begun !== undefined) conflicts.push([begun, begun]);
  const { line } = lines.positionAt(first.index);
  const at = { start: first.index, end: first.index + lines.lineAt(line).length };
  return textProblem('yaml/merge-conflict', at, {
    zh: `${lineWords(conflicts, MOST_CONFLICTS).zh}是没有解决的合并冲突`,
    en: `${lineWords(conflicts, MOST_CONFLICTS).en}: a merge conflict is not resolved`,
  });
}

/** Spaces that only look like one; YAML takes them for letters. */
export const LOOK_ALIKE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;

/** Lines that are indented by something that only looks like a space, as one `yaml/indentation` problem. */
export function lookAlikeProblem(text: string, places: readonly number[]): FileProblem {
  const lines = indexLines(text);
  const [start = 0] = places;
  const numbers = places.map((at) => lines.positionAt(at).line);
  const names = [...new Set(places.flatMap((at) => lookAlikesFrom(text, at)))].slice(0, MOST_NAMED).join(', ');
  const where = lineWords(numbers.map((line) => [line, line]));
  return textProblem(
    'yaml/indentation',
    { start, end: start + 1 },
    {
      zh: `${where.zh}的缩进中有看起来像空格、其实不是空格的字符（${names}）`,
      en: `${where.en}: the indentation has a character that looks like a space, but is not (${names})`,
    },
  );
}

/** All of them in the indentation that goes on from a place. */
function lookAlikesFrom(text: string, start: number): readonly string[] {
  const found: string[] = [];
  for (let at = start; text[at] === ' ' || LOOK_ALIKE.test(text[at] ?? ''); at += 1) {
    if (text[at] !== ' ') found.push(`U+${codeOf(text, at)}`);
  }
  return found;
}

function codeOf(text: string, at: number): string {
  return text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
}

const MOST_NAMED = 8;
/** Somebody goes through them one by one. */
const MOST_CONFLICTS = 100;

/** `line 3, lines 5 to 9 and 4 more places`; neighbours are joined. */
export function lineWords(ranges: readonly (readonly [number, number])[], most = MOST_NAMED): Text {
  const joined: (readonly [number, number])[] = [];
  for (const [from, to] of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && last[1] + 1 === from && last[0] <= from && from === to)
      joined[joined.length - 1] = [last[0], to];
    else joined.push([from, to]);
  }
  const named = joined.slice(0, most);
  const others = joined.length - named.length;
  const zh = named.map(([from, to]) => (from === to ? `第${from}行` : `第${from}至${to}行`)).join('、');
  const en = named.map(([from, to]) => (from === to ? `line ${from}` : `lines ${from} to ${to}`)).join(', ');
  return others === 0 ? { zh, en } : { zh: `${zh}等${joined.length}处`, en: `${en} and ${others} more` };
}
