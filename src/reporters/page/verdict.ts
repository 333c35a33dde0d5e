/** The verdict, first on the page. */
import type { FailLevel, Verdict } from '../../domain/policy.ts';
import type { Text } from '../../domain/text.ts';
import { summarySentences } from '../check/summary-text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { MARKS, SEVERITY_NAMES } from '../writing/words.ts';
import { both } from './bilingual.ts';
import type { PageContext } from './page-context.ts';
import { severityBadge, WEIGHTS } from './severity-badge.ts';

const VERDICTS: Readonly<Record<Verdict, { readonly mark: string; readonly words: Text }>> = {
  pass: { mark: MARKS.good, words: { zh: '通过', en: 'Passed' } },
  fail: { mark: MARKS.error, words: { zh: '未通过', en: 'Not passed' } },
  none: { mark: '?', words: { zh: '没有结论', en: 'No verdict' } },
};

export function verdictSection({ report }: PageContext): Markup {
  const { verdict, counts, failOn } = report;
  const { mark, words } = VERDICTS[verdict];
  return markup`<section class="verdict ${verdict}" aria-labelledby="verdict"><h2 id="verdict"><span aria-hidden="true">${mark}</span> ${both(words)}</h2>
${summarySentences(report).map((sentence) => markup`<p>${both(sentence)}</p>`)}
<ul class="counts">
${WEIGHTS.map((weight) => markup`<li><strong>${counts[weight]}</strong> ${severityBadge(weight)}</li>\n`)}</ul>
${verdict === 'none' ? undefined : markup`<p class="dim">${both(threshold(failOn))}</p>`}</section>`;
}

/** What the verdict was measured by. */
function threshold(failOn: FailLevel): Text {
  if (failOn === 'never') return { zh: '任何问题都不影响结论。', en: 'No finding keeps the verdict from passing.' };
  const { zh, en } = SEVERITY_NAMES[failOn];
  return failOn === 'error'
    ? { zh: `有${zh}即为未通过。`, en: `Any ${en} means not passed.` }
    : { zh: `有${zh}或更严重的问题即为未通过。`, en: `Any ${en}, or anything graver, means not passed.` };
}
