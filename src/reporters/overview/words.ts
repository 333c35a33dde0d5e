/** The words of the table of companies, wherever it stands. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { CompanyRow, Overview } from '../../domain/overview.ts';
import { addCounts, type Verdict } from '../../domain/policy.ts';
import { count, type Text } from '../../domain/text.ts';
import { describeCounts } from '../check/summary-text.ts';
import { MARKS } from '../writing/words.ts';

export const HEADINGS = {
  title: { zh: '各公司概览', en: 'Companies at a glance' },
  verdict: { zh: '结论', en: 'Verdict' },
  company: { zh: '公司', en: 'Company' },
  error: { zh: '错误', en: 'Errors' },
  warning: { zh: '警告', en: 'Warnings' },
  undetermined: { zh: '无法判断', en: 'Undetermined' },
  waived: { zh: '豁免', en: 'Waived' },
  actBy: { zh: '最迟办理日', en: 'Act by' },
  breach: { zh: '不再合规', en: 'Not compliant from' },
  shares: { zh: '共用文件', en: 'Shares' },
  asOf: { zh: '检查日', en: 'As of' },
  file: { zh: '台账', en: 'Ledger' },
} as const satisfies Record<string, Text>;

export const VERDICTS: Readonly<Record<Verdict, { readonly mark: string; readonly words: Text }>> = {
  none: { mark: '?', words: { zh: '没有结论', en: 'no verdict' } },
  fail: { mark: MARKS.error, words: { zh: '未通过', en: 'failed' } },
  pass: { mark: MARKS.good, words: { zh: '通过', en: 'passed' } },
};

/** The first day on which a licence is no longer good; a day that has come is told in a word. */
export function breachWords({ breach, asOf }: CompanyRow): Text {
  if (breach === undefined) return { zh: '', en: '' };
  return breach.day <= asOf ? { zh: '现在', en: 'now' } : sameInBoth(breach.day);
}

function sameInBoth(day: CalendarDay): Text {
  return { zh: formatDay(day), en: formatDay(day) };
}

/** The company; the file of one that is not known. */
export function nameOf({ company, file }: CompanyRow): string {
  return company ?? file;
}

/** How many ledgers stand how, and what was found in them all. */
export function overviewSentence({ companies }: Pick<Overview, 'companies'>): Text {
  const all = companies.length;
  const told = (['none', 'fail', 'pass'] as const).flatMap((verdict) => {
    const number = companies.filter((row) => row.verdict === verdict).length;
    return number === 0 ? [] : [{ number, words: VERDICTS[verdict].words }];
  });
  const found = describeCounts(addCounts(companies.map(({ counts }) => counts)));
  return {
    zh: `共${all}份台账：${told.map(({ number, words }) => `${words.zh}${number}份`).join('、')}。${found.zh}。`,
    en: `${count(all, 'ledger')}: ${told.map(({ number, words }) => `${number} ${words.en}`).join(', ')}. ${found.en}.`,
  };
}
