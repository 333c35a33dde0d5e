/** All findings in a table, which the page's script lets the reader sort and filter. */
import type { Basis } from '../../domain/basis.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import { isUpcoming, type WaivedBy } from '../../domain/finding.ts';
import type { LedgerReport, LocatedFinding } from '../../domain/report.ts';
import { count, type Language, type Text } from '../../domain/text.ts';
import { deadlineLine } from '../check/deadline-text.ts';
import type { FindingBlock } from '../check/finding-text.ts';
import { nameBasis } from '../writing/grounds.ts';
import { type Insertable, markup, type Markup } from '../writing/html.ts';
import { inPieces, made, type Piece } from '../writing/pieces.ts';
import { fixLines } from '../writing/printable.ts';
import { CERTAINTY_NAMES } from '../writing/words.ts';
import {
  both,
  commandWords,
  inEach,
  ownerWords,
  recorded,
  severityBadge,
  type Weight,
  WEIGHT_NAMES,
  weightOf,
  WEIGHTS,
} from './bilingual.ts';
import { entryName, groupName, type PageContext, type PageGroup, serviceName } from './page-context.ts';

const COLUMNS = {
  weight: { zh: '级别', en: 'Severity' },
  matter: { zh: '问题', en: 'Finding' },
  entry: { zh: '业务、条目与负责人', en: 'Service, entries, owner' },
  date: { zh: '期限', en: 'Date' },
} as const satisfies Record<string, Text>;

const WORDS = {
  heading: { zh: '全部问题', en: 'All findings' },
  none: { zh: '没有发现问题。', en: 'No findings.' },
  details: { zh: '处理办法与依据', en: 'What to do and legal basis' },
  filter: { zh: '筛选', en: 'Filter' },
  search: { zh: '包含文字', en: 'Containing' },
  open: { zh: '全部展开', en: 'Open all' },
  close: { zh: '全部收起', en: 'Close all' },
} as const satisfies Record<string, Text>;

/** How many rows there are of each weight. */
export type RowCounts = Readonly<Record<Weight, number>>;

export function countRows({ groups }: PageContext): RowCounts {
  const counts = { error: 0, warning: 0, info: 0, waived: 0 };
  for (const { blocks } of groups) for (const [first] of blocks) counts[weightOf(first)] += 1;
  return counts;
}

export function addRowCounts(all: readonly RowCounts[]): RowCounts {
  const sum = { error: 0, warning: 0, info: 0, waived: 0 };
  for (const counts of all) for (const weight of WEIGHTS) sum[weight] += counts[weight];
  return sum;
}

/** The findings of a ledger, grouped by licence: a group is a body of the table with its name in the first row. */
export function printFindings(context: PageContext): Iterable<string> {
  return made(function* rows() {
    for (const group of context.groups) {
      yield markup`<tbody role="rowgroup">
<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="${TITLES.length}">${groupHeading(group, context)}</th></tr>
`.source;
      yield* inPieces(
        () => group.blocks,
        (some) => markup`${some.map((block) => blockRow(block, group, context))}`.source,
      );
      yield '</tbody>\n';
    }
  });
}

const TITLES = Object.entries(COLUMNS);

/** @param rows of all ledgers */
export function* findingsSection(counts: RowCounts, rows: Iterable<Piece>): Generator<Piece> {
  const heading = markup`<h2 id="findings">${both(WORDS.heading)}</h2>`;
  if (WEIGHTS.every((weight) => counts[weight] === 0)) {
    yield markup`<section aria-labelledby="findings">${heading}<p>${both(WORDS.none)}</p></section>`.source;
    return;
  }
  yield markup`<section aria-labelledby="findings">${heading}
${controls(counts)}
<table id="all-findings" class="findings" aria-labelledby="findings" role="table">
<thead role="rowgroup"><tr role="row">${TITLES.map(
    ([name, title]) => markup`<th role="columnheader" scope="col" class="${name}">${both(title)}</th>`,
  )}</tr></thead>
`.source;
  yield* rows;
  yield '</table>\n</section>';
}

/** With the company, where the page has several. */
function groupHeading({ about }: PageGroup, { of, names, kinds, isOneOfSeveral }: PageContext): Markup {
  const name = groupName(about, names, kinds);
  if (!isOneOfSeveral) return name;
  const company = of.ledger === undefined ? markup`<code>${of.file}</code>` : recorded(of.ledger.company.name);
  return markup`${name} <span class="dim">${company}</span>`;
}

/** Hidden until the script is there that makes them work. */
function controls(counts: RowCounts): Markup {
  const all = WEIGHTS.reduce((sum, weight) => sum + counts[weight], 0);
  return markup`<div class="controls" role="group" aria-labelledby="filter" hidden>
<span id="filter" class="label">${both(WORDS.filter)}</span>
${WEIGHTS.map((weight) => weightBox(weight, counts))}
<label class="search">${both(WORDS.search)} <input type="search" id="search" autocomplete="off" spellcheck="false"></label>
<span class="folding"><button type="button" id="open-all">${both(WORDS.open)}</button> <button type="button" id="close-all">${both(WORDS.close)}</button></span>
<p role="status" class="dim">${both({ zh: '显示', en: 'Showing' })} <span id="shown">${all}</span> / ${all}</p>
</div>`;
}

function weightBox(weight: Weight, counts: RowCounts): Markup | undefined {
  if (counts[weight] === 0) return undefined;
  return markup`<label><input type="checkbox" name="weight" value="${weight}" checked> ${both(WEIGHT_NAMES[weight])} (${counts[weight]})</label>
`;
}

function blockRow(block: FindingBlock, group: PageGroup, context: PageContext): Markup {
  const [first, ...others] = block;
  const weight = weightOf(first);
  return markup`<tr role="row" id="${context.anchorOf(first)}" tabindex="-1" data-weight="${weight}">
<td role="cell" class="weight" data-key="${WEIGHTS.indexOf(weight)}">${severityBadge(weight)}</td>
<td role="cell" class="matter" data-key="${first.rule}"><p>${both(first.message)}</p>
${others.map((other) => markup`<p id="${context.anchorOf(other)}">${both(other.message)}</p>\n`)}<details open><summary>${both(WORDS.details)}</summary>${blockDetails(block, context)}</details></td>
<td role="cell" class="entry" data-key="${first.subject}">${entryCell(first, group, context)}</td>
<td role="cell" class="date" data-key="${first.date}">${block.map(dateWords)}</td>
</tr>
`;
}

/** The service that is meant, the entries that cause it, and who answers for it; the licence stands over the group. */
function entryCell(first: LocatedFinding, { about }: PageGroup, { names, kinds }: PageContext): Markup {
  const { subject, service, related, owner } = first;
  const isOfLicence = typeof about !== 'string' && about.id === subject;
  const items = [
    ...(service === undefined ? [] : [markup`<strong>${serviceName(service, kinds)}</strong>`]),
    ...(isOfLicence ? related : [subject, ...related]).map((id) => entryName(id, names, kinds)),
  ].map((item) => markup`<li>${item}</li>`);
  const who = owner === undefined ? undefined : markup`<li class="dim">${ownerWords(owner)}</li>`;
  return markup`<ul>${items}${who}</ul>`;
}

function dateWords(finding: LocatedFinding): Markup | undefined {
  const { date, daysLeft, actBy } = finding;
  if (date === undefined || daysLeft === undefined) return undefined;
  const isEarlier = actBy !== undefined && actBy !== date && isUpcoming(finding);
  return markup`<span class="day">${formatDay(date)}</span> <span class="dim">${both(distance(daysLeft))}</span>${
    isEarlier ? markup` <span class="dim">${both(lastWorkingDay(formatDay(actBy)))}</span>` : undefined
  }`;
}

function distance(days: number): Text {
  if (days === 0) return { zh: '当天', en: 'today' };
  return days > 0
    ? { zh: `还有${days}天`, en: `in ${count(days, 'day')}` }
    : { zh: `${-days}天前`, en: `${count(-days, 'day')} ago` };
}

function lastWorkingDay(day: string): Text {
  return { zh: `最迟${day}办理`, en: `act by ${day}` };
}

const LABELS = {
  remedy: { zh: '处理', en: 'What to do' },
  run: { zh: '命令', en: 'Command' },
  deadline: { zh: '期限', en: 'Deadline' },
  basis: { zh: '依据', en: 'Legal basis' },
  noBasis: {
    zh: '无：出自台账本身或公司自定的要求。',
    en: "None: it rests on the ledger itself or on the company's own rule.",
  },
  waiver: { zh: '豁免', en: 'Waived' },
  rule: { zh: '规则', en: 'Rule' },
} as const satisfies Record<string, Text>;

/** What stands behind a block: what to do, the command for it, its dates, its ground with certainty, its rule and its place in the file. */
function blockDetails(findings: FindingBlock, { of }: PageContext): Markup {
  const [{ basis, rule, location, waived }] = findings;
  const ground = basis.length === 0 ? both(LABELS.noBasis) : markup`<ul>${basis.map(basisItem)}</ul>`;
  const remedies = new Map(findings.map(({ remedy }) => [remedy.en, remedy]));
  const commands = commandsOf(findings);
  return markup`<dl>${[
    waived === undefined ? undefined : row(LABELS.waiver, waiverWords(waived)),
    row(LABELS.remedy, lines([...remedies.values()].map(both))),
    commands.length === 0 ? undefined : row(LABELS.run, lines(commands)),
    deadlineRow(findings, of),
    row(LABELS.basis, ground),
    row(LABELS.rule, markup`<code>${rule}</code> <code class="dim">${`${location.file}:${location.line}`}</code>`),
  ]}</dl>`;
}

function commandsOf(findings: FindingBlock): readonly Markup[] {
  const inEnglish = fixLines(findings, 'en');
  return fixLines(findings, 'zh').map((zh, at) => commandWords({ zh, en: inEnglish[at] ?? zh }));
}

/** One alone needs no list. */
function lines(items: readonly Markup[]): Insertable {
  return items.length === 1 ? items : markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}

function row(label: Text, content: Insertable): Markup {
  return markup`<div><dt>${both(label)}</dt><dd>${content}</dd></div>`;
}

function deadlineRow(findings: FindingBlock, { asOf }: LedgerReport): Markup | undefined {
  const words = findings.flatMap((finding) => {
    const inWords = (language: Language): string => deadlineLine(finding, asOf, language)?.text ?? '';
    return inWords('zh') === '' ? [] : [both({ zh: inWords('zh'), en: inWords('en') })];
  });
  return words.length === 0 ? undefined : row(LABELS.deadline, lines(words));
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
