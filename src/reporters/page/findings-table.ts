/** All findings in a table, which the page's script lets the reader sort and filter. */
import type { Basis } from '../../domain/basis.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { WaivedBy } from '../../domain/finding.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { deadlineLine, isUpcoming } from '../check/deadline-text.ts';
import { nameBasis } from '../writing/grounds.ts';
import { type Insertable, markup, type Markup } from '../writing/html.ts';
import { CERTAINTY_NAMES } from '../writing/words.ts';
import { both, inEach, recorded, severityBadge, type Weight, WEIGHT_NAMES, weightOf, WEIGHTS } from './bilingual.ts';
import { entryName, ownersOf, type PageContext, type PageFinding } from './page-context.ts';

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

const LABELS = {
  remedy: { zh: '处理', en: 'What to do' },
  deadline: { zh: '期限', en: 'Deadline' },
  basis: { zh: '依据', en: 'Ground' },
  noBasis: {
    zh: '不涉及法律依据：出自台账本身或公司自定的要求。',
    en: "No law: it rests on the ledger itself or the company's own rule.",
  },
  waiver: { zh: '豁免', en: 'Waived' },
  rule: { zh: '规则', en: 'Rule' },
} as const satisfies Record<string, Text>;

/** What stands behind a finding: what to do, its date, its ground with certainty, its rule and its place in the file. */
function findingDetails({ finding, of }: PageFinding): Markup {
  const { remedy, basis, rule, location, waived } = finding;
  const ground = basis.length === 0 ? both(LABELS.noBasis) : markup`<ul>${basis.map(basisItem)}</ul>`;
  return markup`<dl>${[
    waived === undefined ? undefined : row(LABELS.waiver, waiverWords(waived)),
    row(LABELS.remedy, both(remedy)),
    deadlineRow(finding, of),
    row(LABELS.basis, ground),
    row(LABELS.rule, markup`<code>${rule}</code> <code class="dim">${`${location.file}:${location.line}`}</code>`),
  ]}</dl>`;
}

function row(label: Text, content: Insertable): Markup {
  return markup`<div><dt>${both(label)}</dt><dd>${content}</dd></div>`;
}

function deadlineRow(finding: PageFinding['finding'], { asOf }: PageFinding['of']): Markup | undefined {
  if (deadlineLine(finding, asOf, 'zh') === undefined) return undefined;
  const inWords = (language: Language): string => deadlineLine(finding, asOf, language)?.text ?? '';
  return row(LABELS.deadline, both({ zh: inWords('zh'), en: inWords('en') }));
}

function basisItem(basis: Basis): Markup {
  const { url, certainty } = basis;
  const name = inEach((language) => nameBasis(basis, language));
  const named = isWebAddress(url) ? markup`<a href="${url}" rel="noreferrer">${name}</a>` : name;
  return markup`<li>${named} <span class="certainty">${both(CERTAINTY_NAMES[certainty])}</span></li>`;
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//u.test(url);
}

function waiverWords({ until, reason, approvedBy }: WaivedBy): Markup {
  const end = formatDay(until);
  return markup`${both({ zh: `至${end}，批准人：`, en: `until ${end}, approved by ` })}${recorded(approvedBy)}${both({ zh: '；理由：', en: '; reason: ' })}${recorded(reason)}`;
}
