/** What a printed command leaves to its reader: words that stand for what nobody but the reader knows. JSON has the English ones. */
import type { Text } from './text.ts';

interface Placeholder extends Text {
  /** What takes its place. */
  readonly means: Text;
}

const PLACEHOLDERS: readonly Placeholder[] = [
  { en: 'DATE', zh: '日期', means: { zh: '实际的日期（YYYY-MM-DD）', en: 'the actual day (YYYY-MM-DD)' } },
  { en: 'FILE', zh: '文件路径', means: { zh: '实际的文件路径', en: 'the path of the actual file' } },
  { en: 'NAME', zh: '机构名称', means: { zh: '实际的机构名称', en: 'the actual name of the body' } },
  { en: 'PROVINCE', zh: '省份', means: { zh: '实际的省份，如 河北', en: 'the actual province, such as 河北' } },
  { en: 'STAFF', zh: '专职人数', means: { zh: '实际的专职人数', en: 'the actual number of full-time staff' } },
];

const BY_WORD = new Map(PLACEHOLDERS.flatMap((one) => [one.en, one.zh].map((word) => [word, one])));

/** The placeholder that a word of a command is, in either language. */
export function placeholderIn(word: string): Placeholder | undefined {
  return BY_WORD.get(word);
}
