/** How far each licence is good, for people: in words, and as a time line. */
import { type CalendarDay, formatDay, weekdayOf } from '../../domain/calendar-day.ts';
import type { Breach, BreachCause, LedgerHorizon, LicenceTimeline, Timeline } from '../../domain/horizon.ts';
import { count, type Text } from '../../domain/text.ts';
import type { Kinds } from '../register/words.ts';
import type { Glyphs } from '../writing/glyphs.ts';
import { hanging, type Labelled, labelledLines, type Part, sideBySide } from '../writing/layout.ts';
import { printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { LABELS, WEEKDAYS } from '../writing/words.ts';
import { timeLineLines } from './time-line.ts';

export interface HorizonStyle extends Style {
  readonly glyphs: Glyphs;
}

/** Wider lines are hard to follow with the eye. */
const WIDEST = 200;
const INDENT = 2;

/** Ends with a line break. */
export function renderHorizon(horizons: readonly LedgerHorizon[], style: HorizonStyle, kinds: Kinds): string {
  const set = { ...style, width: Math.min(columnsOf(style), WIDEST) };
  const blocks = horizons.map((horizon) => ledgerLines(horizon, set, kinds).join('\n'));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function ledgerLines({ file, company, timeline }: LedgerHorizon, style: HorizonStyle, kinds: Kinds): readonly string[] {
  const { language, colour, width } = style;
  const heading = sideBySide(
    [
      { text: printable(file), paint: colour.bold },
      { text: printable(company) },
      { text: SPAN(timeline)[language], paint: colour.dim },
    ],
    width,
  );
  if (timeline.licences.length === 0) return [...heading, '', NO_LICENCES[language]];
  return [
    ...heading,
    ...timeline.licences.flatMap((licence) => ['', ...licenceLines(licence, timeline, style, kinds)]),
  ];
}

const SPAN = ({ asOf, until }: Timeline): Text => ({
  zh: `截至${formatDay(asOf)}，画到${formatDay(until)}`,
  en: `as of ${formatDay(asOf)}, drawn to ${formatDay(until)}`,
});
const NO_LICENCES: Text = { zh: '没有登记许可证。', en: 'No licence is on record.' };

function licenceLines(line: LicenceTimeline, timeline: Timeline, style: HorizonStyle, kinds: Kinds): readonly string[] {
  const { language, colour, glyphs, width } = style;
  const { licence, breach } = line;
  const [sign, paint] = standing(breach, timeline.until, style);
  const name = kinds.get(licence.kind)?.name[language] ?? licence.kind;
  const parts: readonly Part[] = [
    { text: `${sign} ${printable(licence.id)}`, paint },
    ...(licence.number === undefined ? [] : [{ text: printable(licence.number) }]),
    { text: printable(name), paint: colour.dim },
  ];
  const room = width - INDENT;
  const chart = timeLineLines(line, timeline, { language, colour, glyphs, width: room });
  return [
    ...sideBySide(parts, width),
    ...hanging({ text: ' '.repeat(INDENT) }, verdictOf(line, timeline.asOf)[language], width, paint),
    ...(breach?.causes ?? []).flatMap((cause) => causeLines(cause, style)),
    '',
    ...chart.map((one) => (one === '' ? '' : ' '.repeat(INDENT) + one)),
    ...deadlineLines(line, style),
  ];
}

function standing(
  breach: Breach | undefined,
  until: CalendarDay,
  { colour, glyphs }: HorizonStyle,
): [string, (text: string) => string] {
  if (breach === undefined || breach.day > until) return [glyphs.good, colour.good];
  return breach.daysLeft === 0 ? [glyphs.broken, colour.error] : [glyphs.breaks, colour.warning];
}

function verdictOf({ breach, licence, goesOnUndetermined }: LicenceTimeline, asOf: CalendarDay): Text {
  if (breach === undefined) {
    const { closed, expires } = licence;
    if (closed !== undefined && closed <= asOf)
      return { zh: `已于${formatDay(closed)}注销`, en: `given up on ${formatDay(closed)}` };
    if (closed !== undefined && !goesOnUndetermined) {
      return { zh: `到${formatDay(closed)}注销为止一直合规`, en: `good until it is given up on ${formatDay(closed)}` };
    }
    return {
      zh: `按现有登记一直合规；${formatDay(expires)}以后以延续决定为准`,
      en: `nothing on record ends it; after ${formatDay(expires)} the decision on its renewal counts`,
    };
  }
  if (breach.daysLeft === 0) return { zh: `${formatDay(asOf)}已经不合规`, en: `not good on ${formatDay(asOf)}` };
  const act = actInWords(breach, asOf);
  const day = formatDay(breach.day);
  return {
    zh: `${day}起不再合规（还有${breach.daysLeft}天）；${act.zh}`,
    en: `stops being good on ${day}, in ${count(breach.daysLeft, 'day')}; ${act.en}`,
  };
}

function actInWords({ actBy, actByCalendar }: Breach, asOf: CalendarDay): Text {
  if (actBy === undefined) return { zh: '请立即办理', en: 'act at once' };
  const [zh, en] = [WEEKDAYS[weekdayOf(actBy)]?.zh ?? '', WEEKDAYS[weekdayOf(actBy)]?.en ?? ''];
  const day = formatDay(actBy);
  if (actBy < asOf) {
    return {
      zh: `此前最后一个工作日${day}（${zh}）已过，请立即办理`,
      en: `the last working day before it was ${day} (${en}): act at once`,
    };
  }
  const isKnown = actByCalendar === 'published';
  return {
    zh: `最迟${day}（${zh}）办理${isKnown ? '' : '，放假安排尚未公布，仅按周末推算'}`,
    en: `act by ${day} (${en}${isKnown ? '' : '; holidays not published yet, weekends alone'})`,
  };
}

function causeLines(
  { finding, entries, message }: BreachCause,
  { language, colour, width }: HorizonStyle,
): readonly string[] {
  const rows: readonly Labelled[] = [
    ...entries.map((entry, at) => ({ label: at === 0 ? CAUSED_BY[language] : '', text: printable(nameOf(entry)) })),
    { label: LABELS.remedy[language], text: printable(finding.remedy[language]) },
  ];
  return [
    ...hanging(
      { text: `${' '.repeat(INDENT)}${finding.rule}  `, paint: colour.bold },
      printable(message[language]),
      width,
    ),
    ...labelledLines(rows, { indent: 2 * INDENT, labelWidth: LABEL_WIDTH, width, paint: colour.dim }),
  ];
}

/** With what people know it by: the title of a contract, the number of a licence. */
function nameOf(entry: BreachCause['entries'][number]): string {
  const name = 'serves' in entry ? entry.title : entry.number;
  return name === undefined ? entry.id : `${entry.id}  ${name}`;
}

const CAUSED_BY: Text = { zh: '条目', en: 'entry' };
const LABEL_WIDTH = 5;

function deadlineLines(
  { deadlines }: LicenceTimeline,
  { language, colour, glyphs, width }: HorizonStyle,
): readonly string[] {
  return deadlines.flatMap(({ day, message, finding }) => [
    ...hanging(
      { text: `${' '.repeat(INDENT)}${glyphs.deadline} ${formatDay(day)}  `, paint: colour.warning },
      `${printable(message[language])}${language === 'zh' ? `（${finding.rule}）` : ` (${finding.rule})`}`,
      width,
    ),
  ]);
}
