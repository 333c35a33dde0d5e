/** Questions for a yes or a no. */
import type { Language, Text } from '../../domain/text.ts';
import type { ConfirmQuestion, Dialogue } from '../../platform/dialogue.ts';

const HINTS = {
  yesOrNo: { zh: 'y / n', en: 'y / n' },
  withStepBack: { zh: 'y / n；< 返回上一步', en: 'y / n; < goes back' },
} as const satisfies Record<string, Text>;

/** A question for yes or no; yes is the default. */
export function confirmQuestion(
  label: Text,
  language: Language,
  { yes, no, hint = 'yesOrNo' }: { readonly yes: Text; readonly no: Text; readonly hint?: keyof typeof HINTS },
): ConfirmQuestion {
  return {
    label: label[language],
    hint: HINTS[hint][language],
    yes: yes[language],
    no: no[language],
    initial: true,
  };
}

/** The last question of all; undefined when a step back is wanted. */
export async function confirmWriting(
  dialogue: Dialogue,
  file: string,
  language: Language,
): Promise<boolean | undefined> {
  const words = { yes: { zh: '写入', en: 'write' }, no: { zh: '放弃', en: 'discard' }, hint: 'withStepBack' } as const;
  return dialogue.confirm(confirmQuestion({ zh: `写入 ${file}？`, en: `Write ${file}?` }, language, words));
}
