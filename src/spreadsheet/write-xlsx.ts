/** Sheets as an Excel workbook: the same content gives the same bytes. */
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type Cell, type Sheet } from 'write-excel-file/universal';

import { type CalendarDay, FOREVER } from '../domain/calendar-day.ts';

export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  /** They may be made as they are asked for. */
  readonly rows: Iterable<readonly CellToWrite[]>;
}

export interface CellToWrite {
  readonly value: string | number | { readonly day: CalendarDay } | undefined;
  readonly tone?: Tone | undefined;
}

/** What a colour is for. */
export type Tone = 'error' | 'warning' | 'info' | 'good' | 'dim';

/** Those of Excel's own cell styles Bad, Neutral and Good, and two that go with them. */
const PAINTS: Readonly<Record<Tone, { readonly textColor: string; readonly backgroundColor?: string }>> = {
  error: { textColor: '#9C0006', backgroundColor: '#FFC7CE' },
  warning: { textColor: '#9C5700', backgroundColor: '#FFEB9C' },
  info: { textColor: '#1F4E79', backgroundColor: '#DDEBF7' },
  good: { textColor: '#006100', backgroundColor: '#C6EFCE' },
  dim: { textColor: '#7F7F7F' },
};

const HEADING = { fontWeight: 'bold', backgroundColor: '#D9E1F2', alignVertical: 'center', wrap: true } as const;
const MILLISECONDS_A_DAY = 86_400_000;

/** The first row stays in view, days are real dates, and a text is a text even where it looks like a formula. */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const blob = await writeWorkbook(sheets.map(toSheet)).toBlob();
  return withoutClockTime(new Uint8Array(await blob.arrayBuffer()));
}

function toSheet({ name, columns, rows }: SheetToWrite): Sheet<Blob> {
  const cellOf = cells();
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ heading }) => ({ value: textOf(heading), type: String, ...HEADING })),
      ...Array.from(rows, (row) => row.map(cellOf)),
    ],
  };
}

/** A register has the same words, days and colours in thousands of rows: equal cells are one object. */
function cells(): (cell: CellToWrite) => Cell {
  const made = new Map<string, Cell>();
  return (cell) => {
    const { value, tone = '' } = cell;
    const known = `${tone} ${typeof value === 'object' ? `day ${value.day}` : `${typeof value} ${value}`}`;
    const found = made.get(known) ?? toCell(cell);
    made.set(known, found);
    return found;
  };
}

function toCell({ value, tone }: CellToWrite): Cell {
  if (value === undefined) return null;
  const paint = { alignVertical: 'top', ...(tone === undefined ? {} : PAINTS[tone]) } as const;
  if (typeof value === 'number') return { value, type: Number, ...paint };
  if (typeof value === 'string') return { value: textOf(value), type: String, wrap: true, ...paint };
  if (value.day === FOREVER) throw new Error('a cell holds a day, and an open end is none');
  return { value: new Date(value.day * MILLISECONDS_A_DAY), type: Date, format: 'yyyy-mm-dd', align: 'left', ...paint };
}

/** Excel takes no more in a cell, and calls a workbook damaged that has more. */
const MOST_CHARACTERS = 32_767;

/** What XML cannot hold, and what only looks like an escape. A line break is written as it is. */
const TO_BE_ESCAPED =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFD\p{Noncharacter_Code_Point}\p{Cs}]|_(?=x[0-9A-Fa-f]{4}_)/gu;

/** A string as SpreadsheetML has it (ECMA-376, ST_Xstring): `_x0007_` stands for the character 7. */
function textOf(text: string): string {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  const escaped = short.replace(TO_BE_ESCAPED, escapeUnits);
  // The library looks its texts up in a plain object, where `constructor` and the like stand from the start.
  return escaped in {} ? escapeUnits(escaped.slice(0, 1)) + escaped.slice(1) : escaped;
}

function escapeUnits(character: string): string {
  let escaped = '';
  for (let at = 0; at < character.length; at += 1) {
    escaped += `_x${character.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}_`;
  }
  return escaped;
}

/** The library puts in the time of writing. No zip can be older than 1980, in the local time that it is asked in. */
function withoutClockTime(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { mtime: new Date(1980, 0, 1) });
}
