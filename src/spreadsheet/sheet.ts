/** What a workbook holds once it has been read, whatever its format. */
import type { CalendarDay } from '../domain/calendar-day.ts';

/** A number may still be a date: see `readDay`. `error` is what a formula came to, such as `#REF!`. */
export type Cell = string | number | boolean | { readonly day: CalendarDay } | { readonly error: string } | undefined;

export interface Sheet {
  /** Empty in a CSV file, which has but one. */
  readonly name: string;
  /** From the first row of the sheet on; rows may be shorter than others. */
  readonly rows: readonly (readonly Cell[])[];
  /** Whether serial numbers count from 1904, as old Macs had it. */
  readonly from1904: boolean;
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
