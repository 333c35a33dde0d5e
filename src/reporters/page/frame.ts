/** The frame of every page: one file in both languages, which asks nothing of any other. */
import { createHash } from 'node:crypto';

import { type Language, LANGUAGES, type Text } from '../../domain/text.ts';
import { type Insertable, markup, type Markup, verbatim } from '../writing/html.ts';
import { CERTAINTY_MEANINGS, CERTAINTY_NAMES } from '../writing/words.ts';
import { both, LANGUAGE_TAGS } from './bilingual.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

/** What the pages are called that tell how companies stand. */
export const REPORT_TITLE: Text = { zh: '电信业务合规报告', en: 'Telecom compliance report' };

export interface FramedPage {
  /** Shown first. */
  readonly language: Language;
  /** The heading. */
  readonly title: Text;
  /** Below it. */
  readonly subtitle: Insertable;
  /** What a tab is called. */
  readonly titleIn: (language: Language) => string;
  readonly footer: Markup;
}

/** A whole page. Ends with a line break. */
export function framed(page: FramedPage & { readonly main: Markup }): string {
  const { begin, end } = frameOf(page);
  return `${begin}${page.main.source}${end}`;
}

/** What stands around the content of a page. */
export function frameOf(page: FramedPage): { readonly begin: string; readonly end: string } {
  const { language, footer } = page;
  const begin = markup`${DOCTYPE}
<html lang="${LANGUAGE_TAGS[language]}">
${head(page)}
<body>
<a class="skip" href="#main">${both(SKIP)}</a>
${banner(page)}
<main id="main">
`;
  const end = markup`
</main>
${footer}
${SCRIPT}
</body>
</html>
`;
  return { begin: begin.source, end: end.source };
}

/** Where a link for keyboards leads. */
const SKIP: Text = { zh: '跳到正文', en: 'Skip to the content' };

const DOCTYPE = markup`<!doctype html>`;

function head({ language, titleIn }: FramedPage): Markup {
  // The empty icon keeps browsers from asking a server for one.
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${titleIn(language)}</title>
${STYLE}
</head>`;
}

function banner({ language, title, subtitle, titleIn }: FramedPage): Markup {
  return markup`<header>
<div><h1>${both(title)}</h1>
<p>${subtitle}</p></div>
<fieldset class="languages"><legend>语言 <span lang="en">Language</span></legend>
${LANGUAGES.map(
  (
    one,
  ) => markup`<label lang="${LANGUAGE_TAGS[one]}"><input type="radio" name="language" id="language-${one}" value="${LANGUAGE_TAGS[one]}" data-title="${titleIn(one)}"${one === language ? CHECKED : undefined}> ${LANGUAGE_NAMES[one]}</label>
`,
)}</fieldset>
</header>`;
}

const CHECKED = markup` checked`;

/** What the words behind a ground mean. */
export function certaintyNotes(): Markup {
  const certainties = (['text', 'quoted', 'secondary', 'practice'] as const).map(
    (
      certainty,
    ) => markup`<div><dt><span class="certainty">${both(CERTAINTY_NAMES[certainty])}</span></dt><dd>${both(CERTAINTY_MEANINGS[certainty])}</dd></div>
`,
  );
  return markup`<p>${both({ zh: '每条依据后注明可靠程度：', en: 'Each legal basis is marked with how certain it is:' })}</p>
<dl>${certainties}</dl>`;
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

// The same on every page of a site.
const POLICY = contentSecurityPolicy({ style: PAGE_STYLE, script: PAGE_SCRIPT });
const STYLE = verbatim('style', PAGE_STYLE);
const SCRIPT = verbatim('script', PAGE_SCRIPT);
