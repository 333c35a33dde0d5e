/** What a document is told under the assumption of: it stands in the head, so that nobody takes it for what is recorded. */
import type { Language, Text } from '../../domain/text.ts';
import { labelledLines } from './layout.ts';
import { code } from './markdown.ts';
import { printable } from './printable.ts';
import { columnsOf, type Style } from './style.ts';

export const ASSUMED: Text = { zh: '假设', en: 'assumed' };

const LABEL_WIDTH = 7;

/** The first block of a page; none where nothing is assumed. */
export function assumedBlocks(assumed: readonly string[], style: Style): readonly (readonly string[])[] {
  if (assumed.length === 0) return [];
  const { language, colour } = style;
  const rows = assumed.map((word, at) => ({ label: at === 0 ? ASSUMED[language] : '', text: printable(word) }));
  return [labelledLines(rows, { indent: 0, labelWidth: LABEL_WIDTH, width: columnsOf(style), paint: colour.warning })];
}

/** The same in Markdown. */
export function assumedMarkdown(assumed: readonly string[], language: Language): readonly string[] {
  if (assumed.length === 0) return [];
  const [lead, between] = language === 'zh' ? ['假设：', '，'] : ['Assumed: ', ', '];
  return [`> **${lead}**${assumed.map(code).join(between)}`];
}

/** The same for programs; undefined where nothing is assumed. */
export function assumedKey(assumed: readonly string[]): readonly string[] | undefined {
  return assumed.length === 0 ? undefined : assumed;
}
