/** A CSV file as a sheet: comma, semicolon or tab, UTF-8, UTF-16 or the GBK of Excel on a Chinese Windows. */
import { CsvError, parse } from 'csv-parse/sync';

import type { Cell, Sheet, UnreadableWorkbook } from './sheet.ts';

/** @throws nothing: a text that is no CSV is told as such */
export function readCsv(bytes: Uint8Array): Sheet | UnreadableWorkbook {
  const text = decode(bytes);
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      // Rows keep their numbers, so that problems can be named by cell.
      skip_empty_lines: false,
    });
    return { name: '', rows: rows.map((row) => row.map(cellOf)), from1904: false };
  } catch (error) {
    if (error instanceof CsvError) return { unreadable: 'csv', line: lineOf(error) };
    throw error;
  }
}

function lineOf({ lines }: Readonly<Record<string, unknown>>): number | undefined {
  return typeof lines === 'number' ? lines : undefined;
}

/** What a neutralising writer put before a text that would pass for a formula is taken away again. */
function cellOf(field: string): Cell {
  const text = field.trim().replace(/^'(?='*[=+\-@\t\r＝＋－＠])/u, '');
  return text === '' ? undefined : text;
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
