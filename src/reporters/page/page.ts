/** The page for those who sign: one file, which asks nothing of any other. */
import { createHash } from 'node:crypto';

import { formatDay } from '../../domain/calendar-day.ts';
import type { FailLevel, Verdict } from '../../domain/policy.ts';
import type { Report } from '../../domain/report.ts';
import { type Language, LANGUAGES, type Text } from '../../domain/text.ts';
import { summarySentences } from '../check/summary-text.ts';
import { markup, type Markup, verbatim } from '../writing/html.ts';
import { CERTAINTY_MEANINGS, CERTAINTY_NAMES, MARKS, SEVERITY_NAMES } from '../writing/words.ts';
import { agendaSection } from './agenda.ts';
import { both, LANGUAGE_TAGS, recorded, severityBadge, WEIGHTS } from './bilingual.ts';
import { findingsSection } from './findings-table.ts';
import { type PageContext, pageContextOf, type PageParts } from './page-context.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { statusSection } from './status-table.ts';
import { timeLineSection } from './time-line.ts';

const TITLE: Text = { zh: '电信业务合规报告', en: 'Telecom compliance report' };
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

/**
 * A report as one HTML page in both languages, the one given shown first. All of it can be read without the script,
 * which sorts, filters and folds. Ends with a line break.
 */
export function renderHtml(report: Report, language: Language, parts: PageParts): string {
  const context = pageContextOf(report, parts);
  const page = markup`${DOCTYPE}
<html lang="${LANGUAGE_TAGS[language]}">
${head(context, language)}
<body>
<a class="skip" href="#main">${both({ zh: '跳到正文', en: 'Skip to the report' })}</a>
${banner(context, language)}
<main id="main">
${verdictSection(context)}
${agendaSection(context)}
${timeLineSection(context)}
${findingsSection(context)}
${statusSection(context)}
${signOffSection()}
</main>
${footer(context)}
${verbatim('script', PAGE_SCRIPT)}
</body>
</html>
`;
  return page.source;
}

const DOCTYPE = markup`<!doctype html>`;

function head(context: PageContext, language: Language): Markup {
  const policy = contentSecurityPolicy({ style: PAGE_STYLE, script: PAGE_SCRIPT });
  // The empty icon keeps browsers from asking a server for one.
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${titleIn(language, context)}</title>
${verbatim('style', PAGE_STYLE)}
</head>`;
}

function titleIn(language: Language, { report }: PageContext): string {
  const days = asOfDays(report);
  return [TITLE[language], ...companiesOf(report), ...days].join(' · ');
}

function banner(context: PageContext, language: Language): Markup {
  const { report } = context;
  const days = asOfDays(report);
  const companies = companiesOf(report);
  return markup`<header>
<div><h1>${both(TITLE)}</h1>
<p>${companies.map((company) => markup`<strong>${recorded(company)}</strong> `)}<span>${both({
    zh: `截至${days.join('、')}`,
    en: `as of ${days.join(', ')}`,
  })}</span></p></div>
<fieldset class="languages"><legend>语言 <span lang="en">Language</span></legend>
${LANGUAGES.map(
  (
    one,
  ) => markup`<label lang="${LANGUAGE_TAGS[one]}"><input type="radio" name="language" id="language-${one}" value="${LANGUAGE_TAGS[one]}" data-title="${titleIn(one, context)}"${one === language ? CHECKED : undefined}> ${LANGUAGE_NAMES[one]}</label>
`,
)}</fieldset>
</header>`;
}

const CHECKED = markup` checked`;

function companiesOf({ ledgers }: Report): readonly string[] {
  return [...new Set(ledgers.flatMap(({ ledger }) => ledger?.company.name ?? []))];
}

/** More than one only where the companies' zones have different days. */
function asOfDays({ ledgers }: Report): readonly string[] {
  return [...new Set(ledgers.map(({ asOf }) => formatDay(asOf)))];
}

function footer({ report }: PageContext): Markup {
  const certainties = (['text', 'quoted', 'secondary', 'practice'] as const).map(
    (
      certainty,
    ) => markup`<div><dt><span class="certainty">${both(CERTAINTY_NAMES[certainty])}</span></dt><dd>${both(CERTAINTY_MEANINGS[certainty])}</dd></div>
`,
  );
  const files = report.ledgers.map(({ file, timezone }) => markup`<li><code>${file}</code> (${timezone})</li>`);
  return markup`<footer>
<h2>${both({ zh: '说明', en: 'Notes' })}</h2>
<p>${both({ zh: '每条依据后面注明它有多可靠：', en: 'Behind each ground stands how certain it is:' })}</p>
<dl>${certainties}</dl>
<p>${both({ zh: '依据的台账（日期按括号内的时区）：', en: 'Made from these ledgers (days are those of the time zone in brackets):' })}</p>
<ul>${files}</ul>
</footer>`;
}

/**
 * What the page may do: apply this style and run this script, and nothing else. No request leaves it, so what a ledger
 * holds stays where the page is, even if some of it were taken for HTML.
 */
function contentSecurityPolicy({ style, script }: { readonly style: string; readonly script: string }): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Of the element's whole content, line breaks included. */
function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
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
  fail: { mark: MARKS.error, words: { zh: '未通过', en: 'Not passed' } },
  none: { mark: '?', words: { zh: '没有结论', en: 'No verdict' } },
};

/** The verdict, first on the page. */
function verdictSection({ report }: PageContext): Markup {
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
