/** How far each licence is good, for people: in words, and as a time line. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Finding } from '../../domain/finding.ts';
import {
  type Breach,
  type BreachCause,
  compareTimelines,
  type LedgerHorizon,
  type LicenceTimeline,
  type Timeline,
} from '../../domain/horizon.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language, Text } from '../../domain/text.ts';
import { assumedBlocks } from '../writing/assumed.ts';
import { displayWidth, padTo } from '../writing/display-width.ts';
import { type Glyphs, UNICODE_GLYPHS } from '../writing/glyphs.ts';
import { groupBy, hanging, type Labelled, labelledLines, type Part, sideBySide } from '../writing/layout.ts';
import { licenceHeading, shortName } from '../writing/licence-heading.ts';
import { fixLines, printable } from '../writing/printable.ts';
import { columnsOf, type Style } from '../writing/style.ts';
import { LABELS } from '../writing/words.ts';
import { comparisonLines, goneLines } from './assumed.ts';
import { timeLineLines } from './time-line.ts';
import { verdictOf } from './verdict.ts';

type Kinds = ReadonlyMap<string, LicenceProfile>;

export interface HorizonStyle extends Style {
  readonly glyphs: Glyphs;
}

/** Wider lines are hard to follow with the eye. */
const WIDEST = 200;
const INDENT = 2;

/** Ends with a line break. */
export function renderHorizon(horizons: readonly LedgerHorizon[], style: HorizonStyle, kinds: Kinds): string {
  const set = { ...style, width: Math.min(columnsOf(style), WIDEST) };
  const assumed = [...new Set(horizons.flatMap((horizon) => horizon.assumed))];
  const parts = [...assumedBlocks(assumed, set), ...horizons.map((horizon) => ledgerLines(horizon, set, kinds))];
  const blocks = parts.map((lines) => lines.join('\n'));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function ledgerLines(horizon: LedgerHorizon, style: HorizonStyle, kinds: Kinds): readonly string[] {
  const { file, company, timeline, recorded } = horizon;
  const { language, colour, width } = style;
  const heading = sideBySide(
    [
      { text: printable(file), paint: colour.bold },
      { text: printable(company) },
      { text: SPAN(timeline)[language], paint: colour.dim },
    ],
    width,
  );
  const { licences, gone } = compareTimelines(timeline, recorded ?? timeline);
  if (licences.length + gone.length === 0) return [...heading, '', NO_LICENCES[language]];
  return [
    ...heading,
    ...licences.flatMap((compared) => {
      const change = recorded === undefined ? [] : comparisonLines(compared, timeline, style, kinds);
      return [''].concat(licenceLines(compared.assumed, change, timeline, style, kinds));
    }),
    ...gone.flatMap((line) => [''].concat(goneLines(line, timeline, style, kinds))),
  ];
}

const SPAN = ({ asOf, until }: Timeline): Text => ({
  zh: `截至${formatDay(asOf)}，显示到${formatDay(until)}`,
  en: `as of ${formatDay(asOf)}, shown to ${formatDay(until)}`,
});
const NO_LICENCES: Text = { zh: '没有登记许可证。', en: 'There are no licences on record.' };

/** @param change what an assumption does to it */
function licenceLines(
  line: LicenceTimeline,
  change: readonly string[],
  timeline: Timeline,
  style: HorizonStyle,
  kinds: Kinds,
): readonly string[] {
  const { language, colour, glyphs, width } = style;
  const { licence, breach } = line;
  const [sign, paint] = standing(breach, timeline.until, style);
  const [id, ...others] = licenceHeading(licence, style, kinds);
  const heading = [
    { text: `${sign} ${id?.text ?? ''}`, paint },
    ...others.map(({ text, paint: dim }): Part => {
      const drawn = text.replaceAll(UNICODE_GLYPHS.between, glyphs.between);
      return dim === undefined ? { text: drawn } : { text: drawn, paint: dim };
    }),
  ];
  const room = width - INDENT;
  const isOver = licence.closed !== undefined && licence.closed <= timeline.asOf;
  const chart = isOver ? [] : ['', ...timeLineLines(line, timeline, { language, colour, glyphs, width: room, kinds })];
  return [
    ...sideBySide(heading, width),
    ...hanging({ text: ' '.repeat(INDENT) }, verdictOf(line, timeline.asOf)[language], width, paint),
    ...change,
    ...causeBlocks(breach?.causes ?? []).flatMap((block) => causeLines(block, style, kinds)),
    ...chart.map((one) => (one === '' ? '' : ' '.repeat(INDENT) + one)),
    ...deadlineLines(line, style, kinds),
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

/** The periods of one duty that are open at once stand together; everything else by itself. */
function causeBlocks(causes: readonly BreachCause[]): readonly (readonly BreachCause[])[] {
  const blocks = groupBy(causes, (cause) => {
    const { rule, service, status, period } = cause.finding;
    return period === undefined ? cause : JSON.stringify([rule, service, status]);
  });
  return [...blocks.values()];
}

function causeLines(
  block: readonly BreachCause[],
  { language, colour, width }: HorizonStyle,
  kinds: Kinds,
): readonly string[] {
  const rowsOf = (label: Text, texts: readonly string[]): readonly Labelled[] =>
    [...new Set(texts)].map((text, at) => ({ label: at === 0 ? label[language] : '', text: printable(text) }));
  const rows = [
    ...rowsOf(
      CAUSED_BY,
      block.flatMap(({ entries }) => entries.map(nameOf)),
    ),
    ...rowsOf(
      LABELS.owner,
      block.flatMap(({ finding }) => finding.owner ?? []),
    ),
    ...rowsOf(
      LABELS.remedy,
      block.map(({ finding }) => finding.remedy[language]),
    ),
  ];
  const runLabel = (at: number): string => padTo(LABEL_WIDTH, at === 0 ? LABELS.run[language] : '');
  return [
    ...block.flatMap(({ finding, message }, at) => {
      const lead = `${' '.repeat(INDENT)}${finding.rule}  `;
      const text = at === 0 ? lead : ' '.repeat(displayWidth(lead));
      return hanging({ text, paint: colour.bold }, printable(withService(finding, message, language, kinds)), width);
    }),
    ...labelledLines(rows, { indent: 2 * INDENT, labelWidth: LABEL_WIDTH, width, paint: colour.dim }),
    // On one line each, whatever the width: a broken one cannot be pasted.
    ...fixLines(block, language).map(
      (command, at) => `${' '.repeat(2 * INDENT)}${colour.dim(runLabel(at))}  ${command}`,
    ),
  ];
}

/** The rule of a kind has its service in its id; what is asked of every service names the one that is meant. */
function withService({ rule, service }: Finding, message: Text, language: Language, kinds: Kinds): string {
  if (service === undefined || rule.startsWith(`${service}/`)) return message[language];
  return `${shortName(service, language, kinds)}${language === 'zh' ? '：' : ': '}${message[language]}`;
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
  kinds: Kinds,
): readonly string[] {
  return deadlines.flatMap(({ day, message, finding }) => {
    const words = printable(withService(finding, message, language, kinds));
    return hanging(
      { text: `${' '.repeat(INDENT)}${glyphs.deadline} ${formatDay(day)}  `, paint: colour.warning },
      `${words}${language === 'zh' ? `（${finding.rule}）` : ` (${finding.rule})`}`,
      width,
    );
  });
}
