/** What is wrong with where a licence holds: each province by itself. */
import type { DataProblem } from './data-problem.ts';
import { didYouMean, nearest } from './did-you-mean.ts';
import type { Misfit } from './explain-issue.ts';
import { PROVINCES, shortNameOf } from './provinces.ts';
import { changeTo, describe, listed, quote } from './wording.ts';

const NATIONWIDE = /^(?:全国|全中国|nation-?wide|china)$/i;

export function explainScope({ path, value }: Misfit): readonly DataProblem[] {
  if (!Array.isArray(value)) return [explainWhole({ path, value })];
  if (value.length === 0) {
    return [
      { rule: 'schema/value', path, message: { zh: 'scope是空列表', en: 'scope is an empty list' }, remedy: FORM },
    ];
  }
  return value.flatMap((name, at) => (isProvince(name) ? [] : [explainProvince([...path, at], name)]));
}

const FORM = {
  zh: '全国写`national`，否则列出省份，如`[北京, 河北]`。',
  en: 'Write `national`, or the provinces as in `[北京, 河北]`.',
};

function explainWhole({ path, value }: Pick<Misfit, 'path' | 'value'>): DataProblem {
  const shown = describe(value);
  return {
    rule: typeof value === 'string' ? 'schema/value' : 'schema/type',
    path,
    message: {
      zh: `scope应为national或省份列表，现为${shown.zh}`,
      en: `scope must be national or a list of provinces, not ${shown.en}`,
    },
    remedy: typeof value === 'string' ? adviseOnWord(value) : FORM,
  };
}

function adviseOnWord(word: string): DataProblem['remedy'] {
  if (NATIONWIDE.test(word)) return changeTo('national');
  const province = shortNameOf(word);
  if (province !== undefined) return changeTo(`[${province}]`);
  return didYouMean(nearest(word, ['national'])) ?? FORM;
}

function explainProvince(path: DataProblem['path'], name: unknown): DataProblem {
  if (typeof name !== 'string') {
    const shown = describe(name);
    const message = { zh: `省份应为文字，现为${shown.zh}`, en: `a province must be text, not ${shown.en}` };
    return { rule: 'schema/type', path, message };
  }
  const province = shortNameOf(name);
  const { zh, en } = listed(PROVINCES);
  const message = {
    zh: `${quote(name).zh}不是省份的简称`,
    en: `${quote(name).en} is not the short name of a province`,
  };
  const remedy = NATIONWIDE.test(name) ? FORM : { zh: `可用的简称：${zh}。`, en: `Short names: ${en}.` };
  return { rule: 'schema/value', path, message, remedy: province === undefined ? remedy : changeTo(province) };
}

function isProvince(name: unknown): boolean {
  return PROVINCES.some((province) => province === name);
}
