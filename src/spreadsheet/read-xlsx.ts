/** An Excel or WPS workbook as sheets. */
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';

import { type CalendarDay, dayOf } from '../domain/calendar-day.ts';
import { type Cell, dayOfSerial, type Sheet, type UnreadableWorkbook } from './sheet.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** Every sheet of the workbook, in its order. Cells that were merged downwards all hold their value. */
export async function readXlsx(bytes: Uint8Array): Promise<readonly Sheet[] | UnreadableWorkbook> {
  try {
    const { blob, from1904, merged } = mend(bytes);
    const sheets = await readWorkbook(blob);
    return sheets.map(({ sheet, data }, at) => {
      const rows = data.map((row) => row.map((value) => cellOf(value, from1904)));
      for (const area of merged[at] ?? []) fillDown(rows, area);
      return { name: sheet, from1904, rows };
    });
  } catch {
    // Both libraries throw whatever they stumble over; a file that they cannot read is no workbook to anybody.
    return { unreadable: 'workbook' };
  }
}

interface Mended {
  readonly blob: Blob;
  readonly from1904: boolean;
  readonly merged: readonly (readonly MergedColumn[])[];
}

function fillDown(rows: Cell[][], { column, firstRow, lastRow }: MergedColumn): void {
  const value = rows[firstRow]?.[column];
  if (value === undefined) return;
  for (const row of rows.slice(firstRow + 1, lastRow + 1)) row[column] = value;
}

const FORMULA_ERROR = /(<(?:\w+:)?c\b[^>]*\bt=)"e"/gu;
/** A formula of numbers whose result nobody has stored: a workbook that a program wrote and no spreadsheet has opened. */
const UNKNOWN_RESULT =
  /(<(?:\w+:)?c\b(?:(?!\bt=)[^>])*)>((?:<(?:\w+:)?f\b[^>]*\/>|<(?:\w+:)?f\b[^>]*>[^<]*<\/(?:\w+:)?f>))(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v><\/(?:\w+:)?v>)?(?=<\/(?:\w+:)?c>)/gu;
const UNKNOWN = '#UNKNOWN!';
const DATES_FROM_1904 = /(<(?:\w+:)?workbookPr\b[^>]*\bdate1904=)"(?:1|true|on)"/u;

/**
 * What the library passes over in silence is put before its eyes: results such as `#REF!` and those that were never stored
 * would be empty cells, and `date1904="true"` would be four years out.
 */
function mend(bytes: Uint8Array): Mended {
  const files = unzipSync(bytes);
  let from1904 = false;
  for (const [name, content] of Object.entries(files)) {
    if (/(?:^|\/)workbook\.xml$/u.test(name)) {
      const xml = strFromU8(content);
      from1904 = DATES_FROM_1904.test(xml);
      files[name] = strToU8(xml.replace(DATES_FROM_1904, '$1"1"'));
    } else if (/\/worksheets\/[^/]+\.xml$/u.test(name)) {
      const xml = strFromU8(content).replace(FORMULA_ERROR, '$1"str"');
      files[name] = strToU8(xml.replace(UNKNOWN_RESULT, `$1 t="str">$2<v>${UNKNOWN}</v>`));
    }
  }
  const blob = new Blob([Uint8Array.from(zipSync(files, { level: 0 }))]);
  return { blob, from1904, merged: findMergedColumns(files) };
}

const ERROR = /^#(?:REF|N\/A|DIV\/0|VALUE|NAME|NULL|NUM|SPILL|CALC|FIELD|BLOCKED|CONNECT|UNKNOWN|GETTING_DATA)[!?]?$/u;

/** The library's types name the class `Date` where its values are dates. */
function cellOf(value: unknown, from1904: boolean): Cell {
  if (value instanceof Date) return dayCell(value, from1904);
  if (typeof value === 'string') return ERROR.test(value) ? { error: value } : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** The library counts as if 29 February 1900 had been; its serial number is had back, and read rightly. */
function dayCell(date: Date, from1904: boolean): Cell {
  const day = Math.floor(date.getTime() / MILLISECONDS_A_DAY);
  const serial = day - (from1904 ? dayOf(1904, 1, 1) : dayOf(1899, 12, 30));
  const meant: CalendarDay | undefined = dayOfSerial(serial, from1904);
  return meant === undefined ? serial : { day: meant };
}

/** Rows and columns from 0; the last row belongs to it. */
interface MergedColumn {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

const MERGED = /<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):[A-Z]+(\d+)"/gu;

/** Of each sheet in the order of the workbook: what stands in the first column of its merged areas. */
function findMergedColumns(files: Unzipped): readonly (readonly MergedColumn[])[] {
  return sheetPaths(files).map((path) => {
    const xml = textOf(files, path);
    return [...xml.matchAll(MERGED)].map(([, letters = '', first, last]) => ({
      column: columnNumber(letters),
      firstRow: Number(first) - 1,
      lastRow: Number(last) - 1,
    }));
  });
}

/** The workbook names its sheets by relation, and the relations name the files. */
function sheetPaths(files: Unzipped): readonly string[] {
  const targets = new Map(
    tagsIn(textOf(files, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attributeOf(tag, 'Id'),
      attributeOf(tag, 'Target'),
    ]),
  );
  return tagsIn(textOf(files, 'xl/workbook.xml'), 'sheet').map((tag) => {
    const target = targets.get(attributeOf(tag, String.raw`\w+:id`)) ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}

function textOf(files: Unzipped, path: string): string {
  const content = files[path];
  return content === undefined ? '' : strFromU8(content);
}

function tagsIn(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(String.raw`<(?:\w+:)?${name}\s[^>]*>`, 'gu'))].map(([tag]) => tag);
}

function attributeOf(tag: string, name: string): string {
  return new RegExp(String.raw`\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.codePointAt(0) ?? 65) - 64;
  return number - 1;
}
