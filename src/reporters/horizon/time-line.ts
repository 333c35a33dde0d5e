/** The time line of one licence, drawn with characters. */
import {
  addDays,
  addMonths,
  type CalendarDay,
  dayOf,
  daysBetween,
  formatDay,
  yearOf,
} from '../../domain/calendar-day.ts';
import type { CoverLine } from '../../domain/cover-lines.ts';
import type { Interval } from '../../domain/cover.ts';
import type { LicenceTimeline, Timeline } from '../../domain/horizon.ts';
import type { LicenceProfile } from '../../domain/licence-kind.ts';
import type { Language, Text } from '../../domain/text.ts';
import { displayWidth, padTo } from '../writing/display-width.ts';
import type { Glyphs } from '../writing/glyphs.ts';
import { shortName } from '../writing/licence-heading.ts';
import { printable } from '../writing/printable.ts';
import type { Colours } from '../writing/style.ts';
import { cutTo } from '../writing/table.ts';

export interface Drawing {
  readonly language: Language;
  readonly colour: Colours;
  readonly glyphs: Glyphs;
  /** Columns of the whole line, its labels included. */
  readonly width: number;
  /** Names of the services. */
  readonly kinds: ReadonlyMap<string, LicenceProfile>;
}

type Paint = 'good' | 'error' | 'warning' | 'dim' | 'bold';
type Cell = { readonly sign: string; readonly paint: Paint } | undefined;

interface Row {
  readonly label: string;
  readonly cells: Cell[];
}

const NAMES = {
  term: { zh: '许可证有效期', en: 'licence term' },
  deadlines: { zh: '期限', en: 'deadlines' },
} as const satisfies Record<string, Text>;

const GAP = '  ';
const SHARE_OF_LABELS = 0.3;
const WIDEST_LABEL = 28;

/** The scale, the term, a row for what each service needs and one for the deadlines; every row as wide as the next. */
export function timeLineLines(
  licence: LicenceTimeline,
  span: Omit<Timeline, 'licences'>,
  drawing: Drawing,
): readonly string[] {
  const { language, colour, width } = drawing;
  const covers = licence.covers.map((cover) => printable(nameOfCover(cover, drawing)));
  const names = [NAMES.term[language], ...covers, NAMES.deadlines[language]];
  const most = Math.min(Math.floor(width * SHARE_OF_LABELS), WIDEST_LABEL);
  const labelWidth = Math.min(
    most,
    names.reduce((widest, name) => Math.max(widest, displayWidth(name)), 0),
  );
  const scale: TimeScale = { from: span.from, to: span.until, columns: width - labelWidth - GAP.length };
  const now = columnOf(span.asOf, scale) ?? 0;
  const rows = rowsOf(licence, names, scale, drawing);
  for (const row of rows) markNow(row, now, drawing.glyphs);
  const indent = ' '.repeat(labelWidth) + GAP;
  const labels = labelLine(scale, language);
  return [
    ...(labels === '' ? [] : [indent + colour.dim(labels)]),
    indent + axisLine(scale, now, drawing),
    ...rows.map(({ label, cells }) =>
      `${padTo(labelWidth, cutTo(labelWidth, label, drawing.glyphs.cut))}${GAP}${paintCells(cells, drawing)}`.trimEnd(),
    ),
  ];
}

/** `IDC machine room contract`, where the licence has several services. */
function nameOfCover({ service, name }: CoverLine, { language, kinds }: Pick<Drawing, 'language' | 'kinds'>): string {
  return service === undefined ? name[language] : `${shortName(service, language, kinds)} ${name[language]}`;
}

function rowsOf(
  licence: LicenceTimeline,
  names: readonly string[],
  scale: TimeScale,
  { glyphs }: Drawing,
): readonly Row[] {
  const newRow = (at: number): Row => ({
    label: names[at] ?? '',
    cells: Array.from({ length: scale.columns }, (): Cell => undefined),
  });
  const term = newRow(0);
  if (licence.goesOnUndetermined)
    fill(term, { from: licence.term.to, to: scale.to }, scale, { sign: glyphs.undetermined, paint: 'warning' });
  fill(term, licence.term, scale, { sign: glyphs.cover, paint: 'good' });
  const covers = licence.covers.map(({ bars, gaps, severity }, at) => {
    const row = newRow(at + 1);
    for (const { days } of bars) fill(row, days, scale, { sign: glyphs.cover, paint: 'good' });
    const [begins, paint] =
      severity === 'error' ? ([glyphs.gapBegins, 'error'] as const) : ([glyphs.lightGapBegins, 'warning'] as const);
    // After the bars, so that a gap of one day is seen however many days a column has.
    for (const gap of gaps) {
      fill(row, gap, scale, { sign: glyphs.gap, paint });
      fill(row, { from: gap.from, to: gap.from }, scale, { sign: begins, paint }, 1);
    }
    return row;
  });
  const deadlines = newRow(names.length - 1);
  for (const { day } of licence.deadlines)
    fill(deadlines, { from: day, to: day }, scale, { sign: glyphs.deadline, paint: 'warning' }, 1);
  return licence.deadlines.length === 0 ? [term, ...covers] : [term, ...covers, deadlines];
}

/** Over all but the signs that say what begins or falls due there. */
function markNow({ cells }: Row, now: number, glyphs: Glyphs): void {
  const sign = cells[now]?.sign;
  if (sign === glyphs.cover) cells[now] = { sign: glyphs.nowOnCover, paint: 'bold' };
  else if (sign === undefined || sign === glyphs.gap || sign === glyphs.undetermined)
    cells[now] = { sign: glyphs.now, paint: 'bold' };
}

/** @param most columns from the first on */
function fill({ cells }: Row, days: Interval, scale: TimeScale, cell: Cell, most = Number.POSITIVE_INFINITY): void {
  const columns = columnsOfDays(days, scale);
  if (columns === undefined) return;
  for (let at = columns.first; at <= columns.last && at < columns.first + most; at += 1) cells[at] = cell;
}

function labelLine(scale: TimeScale, language: Language): string {
  let line = '';
  for (const { column, label } of scaleMarks(scale, language)) if (label !== '') line = padTo(column, line) + label;
  return line;
}

function axisLine(scale: TimeScale, now: number, { colour, glyphs, language }: Drawing): string {
  const signs = Array.from({ length: scale.columns }, () => glyphs.axis);
  for (const { column } of scaleMarks(scale, language)) signs[column] = glyphs.tick;
  return (
    colour.dim(signs.slice(0, now).join('')) + colour.bold(glyphs.nowOnAxis) + colour.dim(signs.slice(now + 1).join(''))
  );
}

/** Runs of one colour are painted as one. */
function paintCells(cells: readonly Cell[], { colour }: Drawing): string {
  let line = '';
  let run = '';
  let paint: Paint | undefined;
  const end = cells.findLastIndex((cell) => cell !== undefined) + 1;
  for (const cell of cells.slice(0, end)) {
    if (cell?.paint !== paint) {
      line += painted(run, paint, colour);
      run = '';
      paint = cell?.paint;
    }
    run += cell?.sign ?? ' ';
  }
  return line + painted(run, paint, colour);
}

function painted(run: string, paint: Paint | undefined, colour: Colours): string {
  return paint === undefined || run === '' ? run : colour[paint](run);
}

/** The days that are drawn, laid out over columns: each column stands for some days, or each day for some columns. */
interface TimeScale extends Interval {
  readonly columns: number;
}

/** The column in which a day stands, from 0; undefined for a day that is not drawn. */
export function columnOf(day: CalendarDay, { from, to, columns }: TimeScale): number | undefined {
  if (day < from || day > to) return undefined;
  return Math.floor((daysBetween(from, day) * columns) / (daysBetween(from, to) + 1));
}

/** The first and the last column in which some of the days stand; undefined where none is drawn. */
export function columnsOfDays(
  days: Interval,
  scale: TimeScale,
): { readonly first: number; readonly last: number } | undefined {
  const from = days.from < scale.from ? scale.from : days.from;
  const to = days.to > scale.to ? scale.to : days.to;
  const first = from > to ? undefined : columnOf(from, scale);
  if (first === undefined) return undefined;
  const next = to === scale.to ? scale.columns : (columnOf(addDays(to, 1), scale) ?? scale.columns);
  // Where a day takes several columns, its last one is the one before the next day's.
  return { first, last: Math.max(first, columnOf(to, scale) ?? first, next - 1) };
}

interface ScaleMark {
  readonly column: number;
  /** Empty where there is no room for it. */
  readonly label: string;
}

/** Beginnings of months, of quarters or of years: as close to one another as the labels allow. */
export function scaleMarks(scale: TimeScale, language: Language): readonly ScaleMark[] {
  const columnsAMonth = (scale.columns / (daysBetween(scale.from, scale.to) + 1)) * DAYS_A_MONTH;
  const months = STEPS.find((step) => step * columnsAMonth >= ROOM) ?? Math.ceil(ROOM / columnsAMonth / 12) * 12;
  const marks: { column: number; label: string }[] = [];
  for (let day = dayOf(yearOf(scale.from), 1, 1); day <= scale.to; day = addMonths(day, months)) {
    const column = columnOf(day, scale);
    if (column !== undefined) marks.push({ column, label: labelOf(day, months * columnsAMonth, language) });
  }
  return withRoom(marks, scale.columns);
}

const DAYS_A_MONTH = 30.436875;
const STEPS = [1, 2, 3, 6, 12];
/** Columns for two digits and a space. */
const ROOM = 3;
const ROOM_FOR_WORDS = 5;

function labelOf(day: CalendarDay, room: number, language: Language): string {
  const [year = '', month = ''] = formatDay(day).split('-');
  if (month === '01') return year;
  const number = String(Number(month));
  return language === 'zh' && room >= ROOM_FOR_WORDS ? `${number}月` : number;
}

/** Years first: a month beside them gives way. */
function withRoom(marks: readonly ScaleMark[], columns: number): readonly ScaleMark[] {
  const isYear = ({ label }: ScaleMark): boolean => label.length === 4;
  const placed: { readonly from: number; readonly to: number }[] = [];
  const kept = new Set<ScaleMark>();
  for (const mark of [...marks.filter(isYear), ...marks.filter((one) => !isYear(one))]) {
    const [from, to] = [mark.column, mark.column + displayWidth(mark.label)];
    if (to > columns || placed.some((one) => from <= one.to && one.from <= to)) continue;
    placed.push({ from, to });
    kept.add(mark);
  }
  return marks.map((mark) => (kept.has(mark) ? mark : { ...mark, label: '' }));
}
