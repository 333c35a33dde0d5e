/** The page for those who sign: one file, which asks nothing of any other. */
import { formatDay } from '../../domain/calendar-day.ts';
import { rowOf } from '../../domain/overview.ts';
import type { FailLevel, Verdict } from '../../domain/policy.ts';
import type { Report } from '../../domain/report.ts';
import { runOf } from '../../domain/run.ts';
import type { Language, Text } from '../../domain/text.ts';
import { summarySentences } from '../check/summary-text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { MARKS, SEVERITY_NAMES } from '../writing/words.ts';
import { agendaSection } from './agenda.ts';
import { both, recorded, severityBadge, WEIGHTS } from './bilingual.ts';
import { findingsSection } from './findings-table.ts';
import { certaintyNotes, framed } from './frame.ts';
import { overviewSection } from './overview-table.ts';
import { firstBreachIn, type PageContext, pageContextOf, type PageParts } from './page-context.ts';
import { statusSection } from './status-table.ts';
import { timeLineSection } from './time-line.ts';

const TITLE: Text = { zh: '电信业务合规报告', en: 'Telecom compliance report' };

/**
 * A report as one HTML page in both languages, the one given shown first. All of it can be read without the script,
 * which sorts, filters and folds. Ends with a line break.
 */
export function renderHtml(report: Report, language: Language, parts: PageParts): string {
  const context = pageContextOf(report, parts);
  return framed({
    language,
    title: TITLE,
    subtitle: markup`${subtitle(context)}${linkToOverview(parts)}`,
    titleIn: (one) => titleIn(one, context),
    skip: { zh: '跳到正文', en: 'Skip to the content' },
    main: markup`${verdictSection(context)}
${companiesSection(context)}
${agendaSection(context)}
${timeLineSection(context)}
${findingsSection(context)}
${statusSection(context)}
${signOffSection()}`,
    footer: footer(context),
  });
}

function linkToOverview({ overview }: PageParts): Markup | undefined {
  if (overview === undefined) return undefined;
  return markup` <a href="${overview}">${both({ zh: '全部公司', en: 'All companies' })}</a>`;
}

/** Where there are several: how each stands, before anything else is told of one. */
function companiesSection({ report, timelines }: PageContext): Markup | undefined {
  const { ledgers } = report;
  return ledgers.length < 2
    ? undefined
    : overviewSection(ledgers.map((one) => rowOf(one, firstBreachIn(timelines.get(one.file)))));
}

function titleIn(language: Language, { report }: PageContext): string {
  const days = asOfDays(report);
  const companies = companiesOf(report);
  return [TITLE[language], ...(companies.length > MOST_NAMED ? [] : companies), ...days].join(' · ');
}

function subtitle({ report }: PageContext): Markup {
  const days = asOfDays(report);
  const companies = companiesOf(report);
  const named = companies.length > MOST_NAMED ? [] : companies;
  return markup`${named.map((company) => markup`<strong>${recorded(company)}</strong> `)}<span>${both({
    zh: `截至${days.join('、')}`,
    en: `as of ${days.join(', ')}`,
  })}</span>`;
}

/** More companies than these are named in the table alone. */
const MOST_NAMED = 5;

function companiesOf({ ledgers }: Report): readonly string[] {
  return [...new Set(ledgers.flatMap(({ ledger }) => ledger?.company.name ?? []))];
}

/** More than one only where the companies' zones have different days. */
function asOfDays({ ledgers }: Report): readonly string[] {
  return [...new Set(ledgers.map(({ asOf }) => formatDay(asOf)))];
}

function footer({ report }: PageContext): Markup {
  const files = report.ledgers.map(({ file, timezone }) => markup`<li><code>${file}</code> (${timezone})</li>`);
  return markup`<footer>
<h2>${both({ zh: '说明', en: 'Notes' })}</h2>
${certaintyNotes()}
<p>${both({ zh: '依据的台账（日期按括号内的时区）：', en: 'Made from these ledgers (dates are in the time zone in brackets):' })}</p>
<ul>${files}</ul>
</footer>`;
}

const LINES: readonly Text[] = [
  { zh: '经办人', en: 'Prepared by' },
  { zh: '负责人签字', en: 'Signed by' },
  { zh: '日期', en: 'Date' },
];

/** Where those who answer for the report put their names: on paper, so the lines are empty. */
function signOffSection(): Markup {
  return markup`<section class="sign-off" aria-labelledby="sign-off"><h2 id="sign-off">${both({ zh: '签字', en: 'Signature' })}</h2>
<ul>${LINES.map((line) => markup`<li>${both(line)}</li>`)}</ul></section>`;
}

const VERDICTS: Readonly<Record<Verdict, { readonly mark: string; readonly words: Text }>> = {
  pass: { mark: MARKS.good, words: { zh: '通过', en: 'Passed' } },
  fail: { mark: MARKS.error, words: { zh: '未通过', en: 'Failed' } },
  none: { mark: '?', words: { zh: '没有结论', en: 'No verdict' } },
};

/** The verdict, first on the page. */
function verdictSection({ report }: PageContext): Markup {
  const { verdict, counts, failOn } = report;
  const { mark, words } = VERDICTS[verdict];
  return markup`<section class="verdict ${verdict}" aria-labelledby="verdict"><h2 id="verdict"><span aria-hidden="true">${mark}</span> ${both(words)}</h2>
${summarySentences(runOf(report)).map((sentence) => markup`<p>${both(sentence)}</p>`)}
<ul class="counts">
${WEIGHTS.map((weight) => markup`<li><strong>${counts[weight]}</strong> ${severityBadge(weight)}</li>\n`)}</ul>
${verdict === 'none' ? undefined : markup`<p class="dim">${both(threshold(failOn))}</p>`}</section>`;
}

/** What the verdict was measured by. */
function threshold(failOn: FailLevel): Text {
  if (failOn === 'never') return { zh: '任何问题都不影响结论。', en: 'No finding makes the verdict fail.' };
  const { zh, en } = SEVERITY_NAMES[failOn];
  return failOn === 'error'
    ? { zh: `有${zh}即为未通过。`, en: `Any ${en} makes the verdict fail.` }
    : { zh: `有${zh}或更严重的问题即为未通过。`, en: `Any ${en}, or anything more severe, makes the verdict fail.` };
}
