/** Comma-separated values that Excel on a Chinese Windows opens as they are: UTF-8 with a BOM, CRLF, otherwise RFC 4180. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { toCsvText } from '../../domain/csv-text.ts';

/** What stands in a cell; undefined leaves it empty. */
export type CellContent = string | number | { readonly day: CalendarDay } | undefined;

/** Stands before the first row. */
export const BOM = '\u{FEFF}';

/** One text for each field; rows end with CRLF, the last one too. */
export function renderCsv(rows: readonly (readonly CellContent[])[]): string {
  return BOM + csvRows(rows);
}

/** Rows of such a table, which begins with `BOM`. */
export function csvRows(rows: readonly (readonly CellContent[])[]): string {
  return rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(content: CellContent): string {
  if (content === undefined) return '';
  if (typeof content === 'number') return String(content);
  return typeof content === 'object' ? formatDay(content.day) : quoted(toCsvText(content));
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
