/** The time line of one licence, drawn with characters. */
import type { Interval } from '../../domain/cover.ts';
import type { LicenceTimeline, Timeline } from '../../domain/horizon.ts';
import type { Language, Text } from '../../domain/text.ts';
import { displayWidth, padTo } from '../writing/display-width.ts';
import type { Glyphs } from '../writing/glyphs.ts';
import { printable } from '../writing/printable.ts';
import type { Colours } from '../writing/style.ts';
import { cutTo } from '../writing/table.ts';
import { columnOf, columnsOfDays, scaleMarks, type TimeScale } from './time-scale.ts';

export interface Drawing {
  readonly language: Language;
  readonly colour: Colours;
  readonly glyphs: Glyphs;
  /** Columns of the whole line, its labels included. */
  readonly width: number;
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

/** The scale, the term, a row for each kind of resource and one for the deadlines; every row as wide as the next. */
export function timeLineLines(
  licence: LicenceTimeline,
  span: Omit<Timeline, 'licences'>,
  drawing: Drawing,
): readonly string[] {
  const { language, colour, width } = drawing;
  const names = [NAMES.term, ...licence.covers.map(({ name }) => name), NAMES.deadlines].map((name) =>
    printable(name[language]),
  );
  const most = Math.min(Math.floor(width * SHARE_OF_LABELS), WIDEST_LABEL);
  const labelWidth = Math.min(most, Math.max(...names.map(displayWidth)));
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
