/** The time line: for each licence its term, the cover that it needs with its gaps, and what falls due. */
import { addDays, BEGINNING, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { CoverLine } from '../../domain/cover-lines.ts';
import type { Interval } from '../../domain/cover.ts';
import type { LicenceTimeline, Timeline } from '../../domain/horizon.ts';
import { count, type Text } from '../../domain/text.ts';
import { type Insertable, markup, type Markup } from '../writing/html.ts';
import { inPieces, made, type Piece } from '../writing/pieces.ts';
import { both, recorded } from './bilingual.ts';
import { type Bar, drawAxis, drawLane, drawSample } from './lane-drawing.ts';
import { entryName, type EntryNames, type PageContext, serviceName } from './page-context.ts';

const WORDS = {
  heading: { zh: '时间线', en: 'Time line' },
  term: { zh: '许可证有效期', en: 'Term of the licence' },
  deadlines: { zh: '要办的事', en: 'Deadlines' },
  nothing: { zh: '没有登记', en: 'nothing on record' },
  sound: { zh: '按现有登记一直合规。', en: 'It stays compliant on what is on record.' },
} as const satisfies Record<string, Text>;

const LEGEND = {
  term: { zh: '许可证', en: 'licence' },
  cover: { zh: '合同与证明', en: 'contract or proof' },
  gap: { zh: '没有合同覆盖', en: 'not covered' },
  undetermined: { zh: '待决定', en: 'not decided yet' },
  deadline: { zh: '最后期限', en: 'deadline' },
  now: { zh: '检查日', en: 'as-of day' },
} as const satisfies Record<string, Text>;

/** The lanes of a ledger; nothing where it has no licences. */
export function printTimeLine({
  of: { ledger },
  timeline,
  names,
  kinds,
  isOneOfSeveral,
}: PageContext): Iterable<string> {
  if (ledger === undefined || timeline === undefined || timeline.licences.length === 0) return [];
  const heading = isOneOfSeveral ? markup`<h3>${recorded(ledger.company.name)}</h3>` : undefined;
  return made(function* lanes() {
    yield markup`${heading}
<div class="lanes">
<div class="scale"><div class="row"><div></div>${drawAxis(timeline)}</div></div>
`.source;
    yield* inPieces(
      () => timeline.licences,
      (some) => markup`${some.map((one) => licenceLanes(one, timeline, names, kinds))}`.source,
    );
    yield '</div>\n';
  });
}

/** @param lanes of all ledgers */
export function* timeLineSection(lanes: Iterable<Piece>): Generator<Piece> {
  yield markup`<section class="time-line" aria-labelledby="time-line"><h2 id="time-line">${both(WORDS.heading)}</h2>
<ul class="legend">${(['term', 'cover', 'gap', 'undetermined', 'deadline', 'now'] as const).map(
    (look) => markup`<li>${drawSample(look)} ${both(LEGEND[look])}</li>`,
  )}</ul>
`.source;
  yield* lanes;
  yield '</section>';
}

function licenceLanes(
  one: LicenceTimeline,
  timeline: Timeline,
  names: EntryNames,
  kinds: PageContext['kinds'],
): Markup {
  const { licence, covers } = one;
  return markup`<div class="licence">
<p><strong>${entryName(licence.id, names, kinds)}</strong></p>
${breachWords(one, kinds)}
${termRow(one, timeline)}
${covers.map((cover) => coverRow(cover, timeline, kinds))}${deadlineRow(one, timeline, kinds)}</div>
`;
}

/** What happens first if nothing is renewed. */
function breachWords({ breach }: LicenceTimeline, kinds: PageContext['kinds']): Markup {
  if (breach === undefined) return markup`<p>${both(WORDS.sound)}</p>`;
  const { day, daysLeft, actBy, causes } = breach;
  const causeList = causes.map(
    ({ finding, message }) => markup`<li>${withService(finding.service, both(message), kinds)}</li>`,
  );
  const lead: Text =
    daysLeft === 0
      ? { zh: '现在不合规：', en: 'Not compliant today:' }
      : {
          zh: `如不办理任何延续或续签，${formatDay(day)}起不再合规（还有${daysLeft}天）：`,
          en: `If nothing is renewed, it is no longer compliant from ${formatDay(day)} on, in ${count(daysLeft, 'day')}:`,
        };
  const act: Text | undefined =
    actBy === undefined ? undefined : { zh: `最迟${formatDay(actBy)}办理。`, en: `Act by ${formatDay(actBy)}.` };
  return markup`<p class="${daysLeft === 0 ? 'error' : 'warning'}">${both(lead)}</p>
<ul class="causes">${causeList}</ul>${act === undefined ? undefined : markup`<p>${both(act)}</p>`}`;
}

function termRow({ term, goesOnUndetermined }: LicenceTimeline, timeline: Timeline): Markup {
  const bars: Bar[] = [{ days: term, look: 'term' }];
  if (goesOnUndetermined) {
    bars.push({ days: { from: addDays(term.to, 1), to: FOREVER }, look: 'undetermined' });
  }
  return row(both(WORDS.term), [both(spanWords(term))], drawLane(timeline, bars));
}

function coverRow({ service, name, bars, gaps }: CoverLine, timeline: Timeline, kinds: PageContext['kinds']): Markup {
  const drawn: readonly Bar[] = [
    ...bars.map(({ days }) => ({ days, look: 'cover' as const })),
    ...gaps.map((days) => ({ days, look: 'gap' as const })),
  ];
  const words = [
    ...bars.map(({ resource, days }) => markup`<code>${resource.id}</code> ${both(spanWords(days))}`),
    ...(bars.length === 0
      ? [markup`<span class="error">${both(WORDS.nothing)}</span>`]
      : gaps.map((gap) => markup`<span class="error">${both(gapWords(gap, timeline))}</span>`)),
  ];
  return row(withService(service, both(name), kinds), words, drawLane(timeline, drawn));
}

function deadlineRow(
  { deadlines }: LicenceTimeline,
  timeline: Timeline,
  kinds: PageContext['kinds'],
): Markup | undefined {
  if (deadlines.length === 0) return undefined;
  const words = deadlines.map(({ day, message, finding }) =>
    withService(finding.service, both(withDay(formatDay(day), message)), kinds),
  );
  const days = deadlines.map(({ day }) => day);
  return row(both(WORDS.deadlines), words, drawLane(timeline, [], days));
}

/** `IDC · …`, where the licence has several services. */
function withService(service: string | undefined, words: Markup, kinds: PageContext['kinds']): Markup {
  return service === undefined ? words : markup`${serviceName(service, kinds)} · ${words}`;
}

/** Most messages name their day. */
function withDay(day: string, { zh, en }: Text): Text {
  const add = (message: string): string => (message.includes(day) ? message : `${day} ${message}`);
  return { zh: add(zh), en: add(en) };
}

function row(name: Markup, words: readonly Insertable[], lane: Markup): Markup {
  return markup`<div class="row"><div><span class="name">${name}</span><ul class="dim">${words.map(
    (one) => markup`<li>${one}</li>`,
  )}</ul></div>${lane}</div>
`;
}

function spanWords({ from, to }: Interval): Text {
  const [first, last] = [formatDayOrNothing(from), formatDay(to)];
  if (to === FOREVER)
    return first === '' ? { zh: '长期', en: 'without end' } : { zh: `${first}起`, en: `from ${first}` };
  return first === ''
    ? { zh: `至${last}`, en: `until ${last}` }
    : { zh: `${first}至${last}`, en: `${first} to ${last}` };
}

function formatDayOrNothing(day: Interval['from']): string {
  return day === BEGINNING ? '' : formatDay(day);
}

/** A gap is cut to the days drawn: where it reaches their edge, nobody can tell from it how far it goes. */
function gapWords({ from, to }: Interval, scale: Timeline): Text {
  const [first, last] = [formatDay(from), formatDay(to)];
  if (to >= scale.until) return { zh: `${first}起断档`, en: `not covered from ${first} on` };
  if (from <= scale.from) return { zh: `断档至${last}`, en: `not covered until ${last}` };
  return { zh: `${first}至${last}断档`, en: `not covered ${first} to ${last}` };
}
