/** Many companies at a glance, the worst first: where a page tells of several, and on the first page of a site. */
import { formatDay } from '../../domain/calendar-day.ts';
import { actByOf, type CompanyRow, compareRows } from '../../domain/overview.ts';
import type { Text } from '../../domain/text.ts';
import { describeCounts } from '../check/summary-text.ts';
import { HEADINGS, overviewSentence, VERDICTS } from '../overview/words.ts';
import { markup, type Markup } from '../writing/html.ts';
import { both, recorded } from './bilingual.ts';
import { type Cells, statesTable } from './status-table.ts';

const COLUMNS = {
  verdict: HEADINGS.verdict,
  company: HEADINGS.company,
  found: { zh: '问题', en: 'Findings' },
  next: HEADINGS.actBy,
  breach: HEADINGS.breach,
} as const satisfies Record<string, Text>;

const LOOKS = { none: 'undetermined', fail: 'open', pass: 'met' } as const;

/** @param placeOf where more is said of a company, as a link names it */
export function overviewSection(
  companies: readonly CompanyRow[],
  placeOf: (row: CompanyRow) => string | undefined,
): Markup {
  const rows = companies.toSorted(compareRows).map((row) => ({ cells: cellsOf(row, placeOf(row)) }));
  return markup`<section class="overview" aria-labelledby="overview"><h2 id="overview">${both(HEADINGS.title)}</h2>
<p>${both(overviewSentence({ companies }))}</p>
${statesTable('overview', COLUMNS, rows)}</section>`;
}

function cellsOf(row: CompanyRow, place: string | undefined): Cells<keyof typeof COLUMNS> {
  const { verdict, company, file, report = file, shares, counts, breach, asOf } = row;
  const { mark, words } = VERDICTS[verdict];
  const name = company === undefined ? markup`<code>${report}</code>` : recorded(company);
  const actBy = actByOf(row);
  return {
    verdict: markup`<span class="state ${LOOKS[verdict]}"><span aria-hidden="true">${mark}</span> ${both(words)}</span>`,
    company: markup`<p>${place === undefined ? name : markup`<a href="${place}">${name}</a>`}</p>
<p class="dim">${company === undefined ? undefined : markup`<code>${report}</code> `}${shares === undefined ? undefined : markup`${both({ zh: '共用：', en: 'shares ' })}<code>${shares}</code>`}</p>`,
    found: both(describeCounts(counts)),
    next:
      actBy === undefined
        ? undefined
        : markup`${said({ zh: '最迟办理日：', en: 'act by ' })}<time>${formatDay(actBy)}</time>`,
    breach: breach === undefined ? undefined : breachWords(breach.day, breach.day <= asOf),
  };
}

function breachWords(day: CompanyRow['asOf'], isNow: boolean): Markup {
  if (isNow) return markup`${said({ zh: '不再合规：', en: 'not compliant ' })}${both({ zh: '现在', en: 'today' })}`;
  return markup`${said({ zh: '不再合规：', en: 'not compliant from ' })}<time>${formatDay(day)}</time>`;
}

/** What the heading of the column tells already, where headings are shown. */
function said(words: Text): Markup {
  return markup`<span class="said">${both(words)}</span>`;
}
