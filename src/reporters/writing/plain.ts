/** Pages for screen readers and for terminals that know ASCII alone: a word says what a sign said, and ASCII what typography did. */
import type { Language, Text } from '../../domain/text.ts';
import { widthOf } from './display-width.ts';
import { MARKS, SEVERITY_NAMES } from './words.ts';

const WORDS = new Map<string, Text>([
  ...(['error', 'warning', 'info'] as const).map((one) => [MARKS[one], SEVERITY_NAMES[one]] as const),
  [MARKS.waived, { zh: '已豁免', en: 'waived' }],
  [MARKS.good, { zh: '正常', en: 'ok' }],
]);

/** Signs of the program's own, each with what stands for it where a line does not begin with it. */
const ASCII: Readonly<Record<string, string>> = {
  [MARKS.error]: 'X',
  [MARKS.warning]: '!',
  [MARKS.info]: 'i',
  [MARKS.waived]: 'o',
  [MARKS.good]: '+',
  '│': '|',
  '─': '-',
  '·': '-',
  '…': '...',
  '→': '->',
  '−': '-',
  '–': '-',
  '—': '-',
  '×': 'x',
  '≤': '<=',
  '≥': '>=',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '❯': '>',
  '◉': '[x]',
  '◯': '[ ]',
  '⋮': '...',
};

const SIGNS = new RegExp(`[${Object.keys(ASCII).join('')}]`, 'gu');

/** Behind a mark in a column of its own; a word stands in another. */
const COLUMN = '  ';

/** A mark at the beginning of a line. */
const LEADING_MARK = new RegExp(`^(?<indent> *)(?<mark>[${Object.values(MARKS).join('')}])(?<gap> +)`, 'gmu');

/** What was cut takes the blanks behind it, or the letters before it where only the gap follows, so that the next column stands where it stood. */
const CUT = /(?<before>[^\n]{2})…(?= {2}\S)|…(?: {2}(?= ))?/gu;

/** What the ledger says is set like the rest: its words stay, and a dash in them becomes a hyphen. */
export function plainly(text: string, language: Language): string {
  const worded = text.replaceAll(LEADING_MARK, (_all, indent: string, mark: string, gap: string) =>
    gap === COLUMN
      ? `${indent} ${gap}`
      : `${indent}${WORDS.get(mark)?.[language] ?? ''}${language === 'zh' ? '：' : ': '}`,
  );
  return inAscii(worded);
}

/** The signs alone: for what is redrawn with every key. */
export function inAscii(text: string): string {
  const cut = text.replaceAll(CUT, (_all, before: string | undefined) =>
    before === undefined ? '...' : cutShorter(before),
  );
  return cut.replaceAll(SIGNS, (sign) => ASCII[sign] ?? sign);
}

/** Two columns less, for a sign that is two wider: one Chinese letter, or two of others. */
function cutShorter(before: string): string {
  const [first = '', last = ''] = before;
  if (widthOf(last) === 2) return `${first}...`;
  return `...${' '.repeat(widthOf(first) - 1)}`;
}
