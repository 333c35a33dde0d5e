/** How all companies stand, as a page: by itself, or as the first page of a site. */
import { formatDay } from '../../domain/calendar-day.ts';
import type { CompanyRow, Overview } from '../../domain/overview.ts';
import type { Language } from '../../domain/text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { both } from './bilingual.ts';
import { framed, REPORT_TITLE } from './frame.ts';
import { overviewSection } from './overview-table.ts';

/** What a site has beside the table. */
interface Beside {
  /** Where more is said of a company, as a link names it. */
  readonly placeOf: (row: CompanyRow) => string | undefined;
  readonly sections: Markup;
  readonly footer: Markup;
}

const NOTHING = markup``;
const ALONE: Beside = { placeOf: () => undefined, sections: NOTHING, footer: NOTHING };

/** One page in both languages, the one given shown first. Ends with a line break. */
export function renderOverviewPage(
  { asOf, companies }: Overview,
  language: Language,
  { placeOf, sections, footer } = ALONE,
): string {
  const day = formatDay(asOf);
  return framed({
    language,
    title: REPORT_TITLE,
    subtitle: both({ zh: `截至${day}`, en: `as of ${day}` }),
    titleIn: (one) => `${REPORT_TITLE[one]} · ${day}`,
    main: markup`${overviewSection(companies, placeOf)}
${sections}`,
    footer,
  });
}
