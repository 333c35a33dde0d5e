/** The first page of a site: how all companies stand, and the calendars to subscribe to. */
import type { CompanyRow, Overview } from '../../domain/overview.ts';
import { type Language, LANGUAGES, type Text } from '../../domain/text.ts';
import { both, LANGUAGE_TAGS, recorded } from '../page/bilingual.ts';
import { renderOverviewPage } from '../page/overview-page.ts';
import { markup, type Markup } from '../writing/html.ts';

/** The calendars of one owner, or of everybody, by language: as links name them. */
export interface SiteCalendars {
  /** Undefined: whoever answers for it. */
  readonly owner: string | undefined;
  readonly files: Readonly<Record<Language, string>>;
}

export interface SiteIndex extends Overview {
  readonly pageOf: (row: CompanyRow) => string | undefined;
  readonly calendars: readonly SiteCalendars[];
}

const CALENDARS: Text = { zh: '期限日历', en: 'Calendars of deadlines' };
const CALENDAR_NAMES: Readonly<Record<Language, string>> = { zh: '中文日历', en: 'English' };

/** One page in both languages, the one given shown first. Its links lead to the files beside it. Ends with a line break. */
export function renderSiteIndex({ pageOf, calendars, ...found }: SiteIndex, language: Language): string {
  return renderOverviewPage(found, language, {
    placeOf: pageOf,
    sections: markup`<section aria-labelledby="calendars"><h2 id="calendars">${both(CALENDARS)}</h2>
<p>${both({
      zh: '在日历软件中按网址订阅，或下载后导入。',
      en: 'Subscribe to a link in your calendar program, or download the file and import it.',
    })}</p>
<ul class="later">${calendars.map(calendarLine)}</ul></section>`,
    footer: markup`<footer><h2>${both({ zh: '说明', en: 'Notes' })}</h2>
<p>${both({ zh: '供程序读取：', en: 'For programs: ' })}<a href="status.json">status.json</a>, <a href="badge.svg">badge.svg</a></p></footer>`,
  });
}

function calendarLine({ owner, files }: SiteCalendars): Markup {
  const links = LANGUAGES.map(
    (language) =>
      markup` <a href="${files[language]}" type="text/calendar" hreflang="${LANGUAGE_TAGS[language]}">${CALENDAR_NAMES[language]}</a>`,
  );
  const name = owner === undefined ? both({ zh: '全部负责人', en: 'All owners' }) : recorded(owner);
  return markup`<li><strong>${name}</strong>${links}</li>
`;
}
