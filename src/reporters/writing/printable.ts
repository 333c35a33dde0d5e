/** What text may not do where it is printed: act on a terminal, turn the writing round, command the log of a CI system. */
import type { Fix } from '../../domain/finding.ts';
import { latePattern } from '../../domain/late-pattern.ts';
import { placeholderIn } from '../../domain/placeholder.ts';
import type { Language } from '../../domain/text.ts';

/**
 * Control and format characters, lone surrogates, line and paragraph separators, and all that Unicode lets a display
 * ignore. The selector that turns a pictograph into an emoji is harmless behind one.
 */
const unseen = latePattern(
  String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}](?<!\p{Extended_Pictographic}\u{FE0F})`,
  'gu',
);

/**
 * All but ASCII, Chinese, their punctuation and the signs of our own pages: nearly all text passes without a look at Unicode's
 * tables. It goes by UTF-16 units, halves of pairs among them: by characters a report of some megabytes takes four times as long.
 */
const SELDOM = /[^ -~\u00B7\u2010-\u2027\u2139\u2212\u2502\u25A0-\u25CF\u2716\u3000-\u3020\u4E00-\u9FFF\uFF01-\uFF5E]/;
const SELDOM_IN_LINES = new RegExp(SELDOM.source.replace('^', String.raw`^\n`));

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\t', String.raw`\t`],
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
]);

/**
 * Text from data, fit for a terminal: what would move the cursor, turn the writing round, hide or forge a line becomes
 * a visible escape such as `\u{202E}`.
 */
export function printable(text: string): string {
  return replaceUnseen(text, visibleEscape);
}

/** The same for a text of many lines; their ends stay, of either kind. */
export function printableLines(text: string): string {
  return text.replaceAll(/[^\r\n]+|\r(?!\n)/g, printable);
}

/** Whether each character of a text is shown as it is, in one piece of one UTF-16 unit. */
export function isOnlyPlain(text: string): boolean {
  return !SELDOM.test(text);
}

/** Replaces each character that cannot be seen. */
export function replaceUnseen(text: string, escape: (character: string) => string): string {
  return isOnlyPlain(text) ? text : text.replace(unseen(), escape);
}

/** The same for a text of many lines, whose breaks stay. */
export function replaceUnseenInLines(text: string, escape: (character: string) => string): string {
  if (!SELDOM_IN_LINES.test(text)) return text;
  return text
    .split('\n')
    .map((line) => replaceUnseen(line, escape))
    .join('\n');
}

function visibleEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return SHORT_ESCAPES.get(character) ?? `\\u{${code.toString(16).toUpperCase().padStart(4, '0')}}`;
}

/** `##[` of GitHub, `##vso[` of Azure, `##teamcity[`: anywhere in a line. No CI system has a longer name. */
const BRACKETED = /##(?=\w{0,99}\[)/gu;
const AFTER_BREAK = /(?<=[\n\r\u2028\u2029])/u;

/** As wide and nearly as they look, but no colon and no number sign. */
const COLON_LIKE = '\u{A789}';
const NUMBER_SIGN_LIKE = '\u{2317}';

/** A page that no CI system takes orders from, whatever the ledger holds. Every line keeps its width. */
export function withoutCommands(page: string): string {
  return escapeCommands(page, (sign) => (sign === ':' ? COLON_LIKE : NUMBER_SIGN_LIKE));
}

/** The same for documents that have an escape of their own for a character, so that the data stays as it is. */
export function escapeCommands(document: string, escape: (character: ':' | '#') => string): string {
  return escapeLeading(document, escape(':')).replaceAll(BRACKETED, () => `#${escape('#')}`);
}

/** GitHub: a line that begins with two colons, whatever space stands before them. */
function escapeLeading(document: string, colon: string): string {
  if (!document.includes('::')) return document;
  const lines = document.split(AFTER_BREAK).map((line) => {
    const start = line.trimStart();
    return start.startsWith('::') ? line.slice(0, -start.length) + colon + start.slice(1) : line;
  });
  return lines.join('');
}

/** Words that every shell takes as they are; most have no other letters than ours or Chinese, and need none of Unicode's tables. */
const MOSTLY_PLAIN = /^[\w@%+=:,./\u4E00-\u9FFF-]+$/;
const plain = latePattern(String.raw`^[\p{L}\p{N}_@%+=:,./-]+$`, 'u');

/** The words of a command as one line for a shell; what is not plain stands in single quotes. */
export function commandLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/** The commands that put findings right, each once, as lines for a shell; what is left to the reader is in the reader's language. */
export function fixLines(
  findings: readonly { readonly fix?: Fix | undefined }[],
  language: Language,
): readonly string[] {
  const inWords = ({ command }: Fix): string =>
    commandLine(command.map((word) => placeholderIn(word)?.[language] ?? word));
  return [...new Set(findings.flatMap(({ fix }) => (fix === undefined ? [] : [inWords(fix)])))];
}

function shellWord(word: string): string {
  if (MOSTLY_PLAIN.test(word)) return word;
  const shown = printable(word);
  return plain().test(shown) ? shown : `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
