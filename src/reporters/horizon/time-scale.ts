/** Days into columns, and the scale of months above them. */
import {
  addDays,
  addMonths,
  type CalendarDay,
  dayOf,
  daysBetween,
  formatDay,
  yearOf,
} from '../../domain/calendar-day.ts';
import type { Interval } from '../../domain/cover.ts';
import type { Language } from '../../domain/text.ts';
import { displayWidth } from '../writing/display-width.ts';

/** The days that are drawn, laid out over columns: each column stands for some days, or each day for some columns. */
export interface TimeScale extends Interval {
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

export interface ScaleMark {
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
