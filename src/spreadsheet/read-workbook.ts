/** A file of tables, whatever its format: told by its first bytes, not by its name. */
import { CsvError, parse } from 'csv-parse/sync';

import { fromCsvText } from '../domain/csv-text.ts';
import { LIMITS, Meter, TooLarge, type UnreadableWorkbook } from './limits.ts';
import { type Cell, cellAddress, plainSheet, type Sheet } from './sheet.ts';

/**
 * Its sheets in order; a CSV file is one sheet. The reader of workbooks is loaded for workbooks alone.
 *
 * @param name of that sheet: none where the file stands alone
 */
export async function readWorkbook(bytes: Uint8Array, name = ''): Promise<readonly Sheet[] | UnreadableWorkbook> {
  if (startsWith(bytes, [0x50, 0x4b])) {
    const { readXlsx } = await import('./read-xlsx.ts');
    return readXlsx(bytes);
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { unreadable: 'legacy' };
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (bytes.includes(0) && !isUtf16) return { unreadable: 'workbook' };
  const sheet = readCsv(bytes, name);
  return 'unreadable' in sheet ? sheet : [sheet];
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/**
 * A CSV file as a sheet: comma, semicolon or tab, UTF-8, UTF-16 or the GBK of Excel on a Chinese Windows. A text that is no
 * CSV is told as such.
 *
 * @param name of the sheet: empty where the file stands alone
 */
export function readCsv(bytes: Uint8Array, name = ''): Sheet | UnreadableWorkbook {
  if (bytes.length > LIMITS.characters) return { unreadable: 'too-large', limit: 'characters' };
  const text = decode(bytes);
  const delimiter = delimiterOf(text);
  const meter = new Meter();
  try {
    meter.gap(timesIn(text, delimiter));
    const rows = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      // Rows keep their numbers, so that problems can be named by cell.
      skip_empty_lines: false,
      ...(isWithinLimits(text, delimiter) ? {} : { on_record: counted }),
    });
    const untrimmed = new Map<string, string>();
    const cells = rows.map((row, at) =>
      row.map((field, column): Cell => {
        const text = fromCsvText(field);
        const trimmed = text.trim();
        if (trimmed === '') return undefined;
        if (trimmed !== text) untrimmed.set(cellAddress(at, column), text);
        return trimmed;
      }),
    );
    return { ...plainSheet(name, cells), untrimmed };
  } catch (error) {
    if (error instanceof TooLarge) return { unreadable: 'too-large', limit: error.limit };
    if (error instanceof CsvError) return { unreadable: 'csv', line: lineOf(error) };
    throw error;
  }

  function counted(row: string[]): string[] {
    const said = row.filter((field) => field !== '');
    if (said.length > 0) meter.row();
    for (const field of said) meter.cell(field);
    return row;
  }
}

/** Whether it cannot have more rows and cells than is allowed, so that nobody need count them while they are read. */
function isWithinLimits(text: string, delimiter: string): boolean {
  const rows = timesIn(text, '\n') + timesIn(text, '\r') + 1;
  return rows <= LIMITS.rows && rows + timesIn(text, delimiter) <= LIMITS.cells;
}

/** Behind each delimiter begins a cell, even on a line that has nothing else. */
function timesIn(text: string, sign: string): number {
  let times = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) times += 1;
  return times;
}

function lineOf({ lines }: Readonly<Record<string, unknown>>): number | undefined {
  return typeof lines === 'number' ? lines : undefined;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The one that the first written line has most of; a comma where it has none. */
function delimiterOf(text: string): string {
  const first = text.split(/\r\n?|\n/u).find((line) => line.trim() !== '') ?? '';
  const outside = first.replaceAll(/"[^"]*"/gu, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, times: outside.split(delimiter).length }));
  return counts.reduce((best, one) => (one.times > best.times ? one : best)).delimiter;
}
