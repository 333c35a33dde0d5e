/** All findings in a table, which the page's script lets the reader sort and filter. */
import { formatDay } from '../../domain/calendar-day.ts';
import { count, type Text } from '../../domain/text.ts';
import { isUpcoming } from '../check/deadline-text.ts';
import { markup, type Markup } from '../writing/html.ts';
import { both, recorded } from './bilingual.ts';
import { entryName } from './entry-name.ts';
import { findingDetails } from './finding-details.ts';
import { ownersOf } from './owners.ts';
import type { PageContext, PageFinding } from './page-context.ts';
import { severityBadge, type Weight, WEIGHT_NAMES, WEIGHTS, weightOf } from './severity-badge.ts';

const COLUMNS = {
  weight: { zh: '级别', en: 'Severity' },
  matter: { zh: '问题', en: 'Finding' },
  entry: { zh: '条目', en: 'Entry' },
  date: { zh: '期限', en: 'Date' },
} as const satisfies Record<string, Text>;

const WORDS = {
  heading: { zh: '全部问题', en: 'All findings' },
  none: { zh: '没有发现问题。', en: 'There is nothing to report.' },
  details: { zh: '处理办法与依据', en: 'What to do, and why' },
  filter: { zh: '筛选', en: 'Filter' },
  search: { zh: '包含文字', en: 'Containing' },
  open: { zh: '全部展开', en: 'Open all' },
  close: { zh: '全部收起', en: 'Close all' },
} as const satisfies Record<string, Text>;

export function findingsSection(context: PageContext): Markup {
  const { findings } = context;
  const heading = markup`<h2 id="findings">${both(WORDS.heading)}</h2>`;
  if (findings.length === 0) {
    return markup`<section aria-labelledby="findings">${heading}<p>${both(WORDS.none)}</p></section>`;
  }
  return markup`<section aria-labelledby="findings">${heading}
${controls(findings)}
<table aria-labelledby="findings" role="table">
<thead role="rowgroup"><tr role="row">${Object.entries(COLUMNS).map(
    ([name, title]) => markup`<th role="columnheader" scope="col" class="${name}">${both(title)}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${findings.map((one) => findingRow(one, context))}</tbody>
</table>
</section>`;
}

/** Hidden until the script is there that makes them work. */
function controls(findings: readonly PageFinding[]): Markup {
  const all = findings.length;
  return markup`<div class="controls" role="group" aria-labelledby="filter" hidden>
<span id="filter" class="label">${both(WORDS.filter)}</span>
${WEIGHTS.map((weight) => weightBox(weight, findings))}
<label class="search">${both(WORDS.search)} <input type="search" id="search" autocomplete="off" spellcheck="false"></label>
<span class="folding"><button type="button" id="open-all">${both(WORDS.open)}</button> <button type="button" id="close-all">${both(WORDS.close)}</button></span>
<p role="status" class="dim">${both({ zh: '显示', en: 'Showing' })} <span id="shown">${all}</span> / ${all}</p>
</div>`;
}

function weightBox(weight: Weight, findings: readonly PageFinding[]): Markup | undefined {
  const found = findings.filter(({ finding }) => weightOf(finding) === weight).length;
  if (found === 0) return undefined;
  return markup`<label><input type="checkbox" name="weight" value="${weight}" checked> ${both(WEIGHT_NAMES[weight])} (${found})</label>
`;
}

function findingRow(one: PageFinding, { kinds }: PageContext): Markup {
  const { finding, names, anchor } = one;
  const weight = weightOf(finding);
  const entries = [finding.subject, ...finding.related];
  return markup`<tr role="row" id="${anchor}" tabindex="-1" data-weight="${weight}">
<td role="cell" class="weight" data-key="${WEIGHTS.indexOf(weight)}">${severityBadge(weight)}</td>
<td role="cell" class="matter" data-key="${finding.rule}"><p>${both(finding.message)}</p>
<details open><summary>${both(WORDS.details)}</summary>${findingDetails(one)}</details></td>
<td role="cell" class="entry" data-key="${finding.subject}"><ul>${entries.map((id) => markup`<li>${entryName(id, names, kinds)}</li>`)}${ownersOf(one).map((owner) => markup`<li class="dim">${recorded(owner)}</li>`)}</ul></td>
<td role="cell" class="date" data-key="${finding.date}">${dateWords(one)}</td>
</tr>
`;
}

function dateWords({ finding }: PageFinding): Markup | undefined {
  const { date, daysLeft, actBy } = finding;
  if (date === undefined || daysLeft === undefined) return undefined;
  const isEarlier = actBy !== undefined && actBy !== date && isUpcoming(finding);
  return markup`<span class="day">${formatDay(date)}</span> <span class="dim">${both(distance(daysLeft))}</span>${
    isEarlier ? markup` <span class="dim">${both(lastWorkingDay(formatDay(actBy)))}</span>` : undefined
  }`;
}

function distance(days: number): Text {
  if (days === 0) return { zh: '就是当天', en: 'this very day' };
  return days > 0
    ? { zh: `还有${days}天`, en: `in ${count(days, 'day')}` }
    : { zh: `${-days}天前`, en: `${count(-days, 'day')} ago` };
}

function lastWorkingDay(day: string): Text {
  return { zh: `最迟${day}办理`, en: `act by ${day}` };
}
