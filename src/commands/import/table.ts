/** Where the table of a sheet begins, and what its columns mean. */
import { bareHeading } from '../../fields/uses.ts';
import type { Cell, Sheet } from '../../spreadsheet/sheet.ts';
import { type ImportField, meaningOf } from './headings.ts';

/** `--map`: bare headings to fields. */
export type HeadingMap = ReadonlyMap<string, ImportField>;

export interface Table {
  readonly sheet: Sheet;
  /** Row of the headings, from 0. */
  readonly headingRow: number;
  readonly columns: ReadonlyMap<ImportField, Column>;
  /** Columns that mean nothing to the ledger. */
  readonly leftOut: readonly Column[];
  /** Rows below the headings that say something, by their number from 0. */
  readonly rows: readonly number[];
  /** Rows of totals, signatures and remarks. */
  readonly footers: readonly number[];
}

export interface Column {
  readonly heading: string;
  /** From 0. */
  readonly at: number;
}

/** Titles and remarks may stand above the headings, but not more than this many rows. */
const MOST_ROWS_ABOVE = 30;
/** One word alone may be chance. */
const FEWEST_HEADINGS = 2;

/** The table whose headings are understood best; undefined where no row of the sheet looks like headings. */
export function findTable(sheet: Sheet, map: HeadingMap): Table | undefined {
  const candidates = sheet.rows.slice(0, MOST_ROWS_ABOVE).map((_, at) => {
    const { headings, lastRow } = headingsAt(sheet.rows, at, map);
    const { columns, leftOut } = readHeadings(headings, map);
    return { at, lastRow, columns, leftOut };
  });
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (best, one) => (one.columns.size > (best?.columns.size ?? FEWEST_HEADINGS - 1) ? one : best),
    undefined,
  );
  if (best === undefined) return undefined;
  const { at: headingRow, lastRow, columns, leftOut } = best;
  return { sheet, headingRow, columns, leftOut, ...rowsBelow(sheet, lastRow, columns, map) };
}

/** A heading over two columns has its two ends in the row below: 有效期 over 起 and 止. */
const END_OF_TERM = /^(?:起|止|自|至|开始|结束|起始|截止|到期|from|to|start|end)(?:日|日期|时间)?$/iu;

function headingsAt(
  rows: Sheet['rows'],
  at: number,
  map: HeadingMap,
): { readonly headings: readonly Cell[]; readonly lastRow: number } {
  const [row = [], below = []] = [rows[at], rows[at + 1]];
  const isOverTerm = readHeadings(row, map).columns.size >= FEWEST_HEADINGS && below.some(isEndOfTerm);
  if (!isOverTerm) return { headings: row, lastRow: at };
  let over: Cell;
  const headings = Array.from({ length: Math.max(row.length, below.length) }, (_, column): Cell => {
    over = row[column] ?? over;
    const under = below[column];
    if (typeof under !== 'string' || !isEndOfTerm(under)) return row[column] ?? under;
    return meaningOf(under) === undefined && typeof over === 'string' ? over + under : under;
  });
  return { headings, lastRow: at + 1 };
}

function isEndOfTerm(cell: Cell): boolean {
  return typeof cell === 'string' && END_OF_TERM.test(bareHeading(cell));
}

interface Headings {
  readonly columns: ReadonlyMap<ImportField, Column>;
  readonly leftOut: readonly Column[];
}

/** Where two headings mean one field, `--map` decides, then the surer name, then the column that stands first. */
function readHeadings(row: readonly Cell[], map: HeadingMap): Headings {
  const found = row.flatMap((cell, at) => {
    if (typeof cell !== 'string') return [];
    const mapped = map.get(bareHeading(cell));
    const meaning = mapped === undefined ? meaningOf(cell) : { field: mapped, rank: -1 };
    return [{ heading: cell.replaceAll(/\s+/gu, ' '), at, meaning }];
  });
  const columns = new Map<ImportField, Column & { readonly rank: number }>();
  const leftOut: Column[] = [];
  for (const { heading, at, meaning } of found) {
    if (meaning === undefined) leftOut.push({ heading, at });
    if (meaning === undefined || meaning.field === 'ignore') continue;
    const other = columns.get(meaning.field);
    if (other !== undefined && other.rank <= meaning.rank) {
      leftOut.push({ heading, at });
      continue;
    }
    if (other !== undefined) leftOut.push(other);
    columns.set(meaning.field, { heading, at, rank: meaning.rank });
  }
  return { columns, leftOut };
}

/** Totals and signatures below a table are no entries. */
const FOOTER = /^(?:合计|小计|总计|共计|制表|填表|审核|制单|注[:：]|说明[:：]|total\b)/iu;

function rowsBelow(
  sheet: Sheet,
  lastHeading: number,
  columns: Headings['columns'],
  map: HeadingMap,
): Pick<Table, 'rows' | 'footers'> {
  const rows: number[] = [];
  const footers: number[] = [];
  for (let row = lastHeading + 1; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row] ?? [];
    // A kind alone is a merged cell that reaches over an empty row.
    const saysSomething = [...columns].some(([field, { at }]) => field !== 'kind' && cells[at] !== undefined);
    const first = cells.find((cell) => cell !== undefined);
    // On each page of a printed table the headings come again.
    const isHeading = readHeadings(cells, map).columns.size >= FEWEST_HEADINGS;
    if (typeof first === 'string' && FOOTER.test(first)) footers.push(row);
    else if (saysSomething && !isHeading) rows.push(row);
  }
  return { rows, footers };
}
