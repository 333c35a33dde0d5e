/** What a workbook holds once it has been read, whatever its format, and the days that people write into it. */
import {
  addDays,
  type CalendarDay,
  dayOf,
  FIRST_YEAR,
  FOREVER,
  LAST_YEAR,
  monthNamed,
  parseDay,
  yearOf,
} from '../domain/calendar-day.ts';
import { remembered } from './remembered.ts';

/**
 * A number may still be a date: see `readDay`. `error` is what a formula came to, such as `#REF!`; `inexact` a number as the
 * file has it whose digits nobody can rely on: more than fifteen of them, or shown with an exponent.
 */
export type Cell =
  | string
  | number
  | boolean
  | { readonly day: CalendarDay }
  | { readonly error: string }
  | { readonly inexact: string }
  | undefined;

export interface Sheet {
  /** Empty in a CSV file, which has but one. */
  readonly name: string;
  /** From the first row of the sheet on; rows may be shorter than others. Cells that were merged downwards all hold their value. */
  readonly rows: readonly (readonly Cell[])[];
  /** Texts that have blanks at their ends, which `rows` leave out: `C7`. */
  readonly untrimmed: ReadonlyMap<string, string>;
  /** Whether serial numbers count from 1904, as old Macs had it. */
  readonly from1904: boolean;
  /** Nobody who opens the workbook sees it. */
  readonly isHidden: boolean;
  /** Rows that are hidden or filtered out, from 0. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Cells whose text, or a part of it, is struck through: `C7`. */
  readonly struck: ReadonlySet<string>;
  /** Cells that say something beneath a merged area, where nobody sees it: `C7`. */
  readonly covered: ReadonlySet<string>;
}

const NONE: ReadonlySet<never> = new Set<never>();

/** A sheet in which everything is there to be seen, as in a CSV file. */
export function plainSheet(name: string, rows: Sheet['rows']): Sheet {
  return {
    name,
    rows,
    untrimmed: new Map(),
    from1904: false,
    isHidden: false,
    hiddenRows: NONE,
    struck: NONE,
    covered: NONE,
  };
}

/** A cell by its sheet; row and column counted from 0. */
export interface CellPlace {
  readonly sheet: Pick<Sheet, 'name'>;
  readonly row: number;
  readonly column: number;
}

/** `Sheet1!C7`; a CSV file has no sheets. */
export function formatPlace({ sheet, row, column }: CellPlace): string {
  const address = cellAddress(row, column);
  return sheet.name === '' ? address : `${sheet.name}!${address}`;
}

/** `C7`; both counted from 0. */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/**
 * The day that a cell means, `FOREVER` for an open end, undefined where it means none. The order is year, month, date;
 * `5/1/2026` says nothing that can be relied on.
 */
export function readDay(cell: Cell, from1904: boolean): CalendarDay | undefined {
  if (typeof cell === 'object') return 'day' in cell ? withinYears(cell.day) : undefined;
  if (typeof cell === 'number') return dayOfNumber(cell, from1904);
  return typeof cell === 'string' ? dayOfText(cell, from1904) : undefined;
}

function dayOfNumber(number: number, from1904: boolean): CalendarDay | undefined {
  const whole = Math.floor(number);
  return (whole === number ? dayOfDigits(String(whole)) : undefined) ?? dayOfSerial(whole, from1904);
}

const MINUTE = 1 / 1440;

/** Whether a serial number is a moment so near to midnight that nobody can say which of the two days is meant. */
export function isNearMidnight(serial: number): boolean {
  const time = serial - Math.floor(serial);
  return time !== 0 && (time < MINUTE || time > 1 - MINUTE);
}

const FIRST_SERIAL_AFTER_THE_LEAP_DAY = 61;

/**
 * Excel counts from 1 January 1900 as day 1, and believes that 29 February 1900 was day 60; from March on its numbers run one
 * ahead. The system of 1904 counts from 1 January 1904 as day 0 and has no such day.
 */
export function dayOfSerial(serial: number, from1904: boolean): CalendarDay | undefined {
  if (from1904) return serial < 0 ? undefined : withinYears(addDays(dayOf(1904, 1, 1), serial));
  if (serial < 1 || serial === FIRST_SERIAL_AFTER_THE_LEAP_DAY - 1) return undefined;
  const believed = serial >= FIRST_SERIAL_AFTER_THE_LEAP_DAY ? serial - 1 : serial;
  return withinYears(addDays(dayOf(1900, 1, 1), believed - 1));
}

const LAST_OF_ALL = dayOf(9999, 12, 31);

const OPEN_END =
  /^(?:长期(?:有效)?|永久(?:有效)?|永续|无固定期限|无期限|不限(?:期)?|never|none|perpetual|indefinite|long[- ]term|open[- ]ended)$/iu;
const PARTS = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u;
/** A time behind a date says nothing about the day. */
const TIME = /(?:\s+|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/u;
/** What stands before the last day of a term: 截至2026年12月31日, 2026-01-01至2026-12-31 is another matter. */
const LEAD = /^(?:截[至止]|至|到)/u;

function dayOfText(text: string, from1904: boolean): CalendarDay | undefined {
  const { day, number } = readText(text);
  return number === undefined ? day : dayOfNumber(number, from1904);
}

/** The day that a text names, or the number that it is. */
const readText = remembered((text): { readonly day?: CalendarDay | undefined; readonly number?: number } => {
  const plain = text.normalize('NFKC').trim().replace(LEAD, '').replace(/止$/u, '').trim();
  if (OPEN_END.test(plain)) return { day: FOREVER };
  const parts = PARTS.exec(plain.replace(TIME, '')) ?? namedMonth(plain);
  if (parts !== null)
    return { day: namedDay(`${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`) };
  return /^\d+(?:\.\d+)?$/u.test(plain) ? { number: Number(plain) } : {};
});

const [DATE, MONTH, YEAR] = [
  String.raw`(?<date>\d{1,2})(?:st|nd|rd|th)?`,
  String.raw`(?<month>\p{L}{3,9})\.?`,
  String.raw`(?<year>\d{4})`,
];
const NAMED_MONTH = [`${DATE}[\\s-]+${MONTH}[\\s,-]+${YEAR}`, `${MONTH}\\s+${DATE},?\\s+${YEAR}`].map(
  (form) => new RegExp(`^${form}$`, 'iu'),
);

/** `31 Aug 2028`, `August 31, 2028`: year, month and date after the whole, as `PARTS` has them. */
function namedMonth(text: string): readonly string[] | null {
  const groups = NAMED_MONTH.map((form) => form.exec(text)?.groups).find((one) => one !== undefined);
  const { year = '', month = '', date = '' } = groups ?? {};
  const number = monthNamed(month);
  return number === undefined ? null : [text, year, String(number), date];
}

/** `20260105`: as a serial number it would lie far beyond the calendar. */
function dayOfDigits(digits: string): CalendarDay | undefined {
  if (!/^\d{8}$/u.test(digits)) return undefined;
  return namedDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
}

/** The last day that a spreadsheet knows says that there is no end, as it does in a certificate. */
const ENDLESS = '9999-12-31';

function namedDay(written: string): CalendarDay | undefined {
  return written === ENDLESS ? FOREVER : parseDay(written);
}

function withinYears(day: CalendarDay): CalendarDay | undefined {
  if (day === FOREVER || day === LAST_OF_ALL) return FOREVER;
  const year = yearOf(day);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? day : undefined;
}
