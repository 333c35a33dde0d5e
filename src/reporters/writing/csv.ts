/** Comma-separated values that Excel on a Chinese Windows opens as they are: UTF-8 with a BOM, CRLF, otherwise RFC 4180. */
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import { withGuard } from '../../domain/formula-guard.ts';
import { printable } from './printable.ts';

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
  return typeof content === 'object'
    ? formatDay(content.day)
    : quoted(withGuard(content.replaceAll(CONTROL, printable)));
}

/**
 * What could act on a terminal, turn the writing round or begin a row that nobody wrote becomes a visible escape; a line
 * break that all programs know as one is part of the text.
 */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/gu;

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
