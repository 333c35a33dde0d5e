/** An Excel or WPS workbook as sheets. */
import { unzipSync } from 'fflate';

import { LIMITS, Meter, TooLarge, type UnreadableWorkbook } from './limits.ts';
import { type Cell, cellAddress, type Sheet } from './sheet.ts';
import { type CellContext, readSharedTexts, xmlCellReader } from './workbook-cells.ts';
import { type Book, readBook, readStyles, visitXml } from './workbook-parts.ts';

/** Every sheet of the workbook, in its order. */
export function readXlsx(bytes: Uint8Array): readonly Sheet[] | UnreadableWorkbook {
  try {
    return readSheets(bytes);
  } catch (error) {
    // Archive and XML throw whatever they stumble over; a file that they cannot read is no workbook to anybody.
    return error instanceof TooLarge ? { unreadable: 'too-large', limit: error.limit } : { unreadable: 'workbook' };
  }
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const TEXTS = 'xl/sharedStrings.xml';

function readSheets(bytes: Uint8Array): readonly Sheet[] {
  const unzip = unzipper(bytes);
  const {
    [WORKBOOK]: workbook,
    [RELATIONS]: relations,
    [STYLES]: styles,
    [TEXTS]: texts,
  } = unzip([WORKBOOK, RELATIONS, STYLES, TEXTS]);
  if (workbook === undefined || relations === undefined) throw new Error('it names no sheets');
  const meter = new Meter();
  const book = readBook(workbook, relations, meter);
  const context: Context = {
    from1904: book.from1904,
    styles: styles === undefined ? [] : readStyles(styles, meter),
    texts: texts === undefined ? [] : readSharedTexts(texts, meter),
    meter,
  };
  const parts = unzip(book.sheets.map(({ path }) => path));
  return book.sheets.map((sheet) => {
    const part = parts[sheet.path];
    if (part === undefined) throw new Error(`${sheet.path} is missing`);
    return readSheet(part, sheet, context);
  });
}

type Unzip = (names: readonly string[]) => Readonly<Record<string, Uint8Array | undefined>>;

/** What an archive says of its sizes is what is unpacked at most, so that no bomb goes off. */
function unzipper(bytes: Uint8Array): Unzip {
  let unpacked = 0;
  return (names) => {
    const wanted = new Set(names);
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!wanted.has(name)) return false;
        unpacked += originalSize;
        if (unpacked > LIMITS.bytes) throw new TooLarge('bytes');
        return true;
      },
    });
  };
}

interface Context extends CellContext {
  readonly meter: Meter;
}

/** Rows and columns from 0, the last ones belonging to it. */
interface Area {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

const NO_CELLS: Cell[] = [];

function readSheet(part: Uint8Array, { name, isHidden }: Book['sheets'][number], context: Context): Sheet {
  const { from1904, meter } = context;
  const rows: Cell[][] = [];
  const hiddenRows = new Set<number>();
  const untrimmed = new Map<string, string>();
  const struck = new Set<string>();
  const areas: Area[] = [];
  const reader = xmlCellReader(context);
  let row = -1;
  let column = -1;
  visitXml(part, meter, {
    open(element, attributes) {
      if (element === 'row') {
        row = attributes['r'] === undefined ? row + 1 : indexOf(attributes['r'], MOST_ROWS);
        column = -1;
        if (isHiddenRow(attributes)) hiddenRows.add(row);
      } else if (element === 'c') {
        column = attributes['r'] === undefined ? column + 1 : placeOf(attributes['r']).column;
        reader.begin(attributes);
      } else if (element === 'mergeCell') {
        areas.push(areaOf(attributes['ref'] ?? ''));
        if (areas.length > LIMITS.rows) throw new TooLarge('cells');
      } else {
        reader.open(element, attributes);
      }
    },
    close(element) {
      reader.close(element);
      if (element !== 'c') return;
      const { value, untrimmed: whole, isStruck } = reader.end();
      if (value === undefined) return;
      meter.cell(value);
      if (typeof value === 'string' && whole !== undefined && whole !== value) {
        untrimmed.set(cellAddress(row, column), whole);
      }
      if (isStruck) struck.add(cellAddress(row, column));
      put(rows, row, column, value, meter);
    },
    text(text) {
      reader.add(text);
    },
  });
  const covered = spread(areas, rows, meter);
  return { name, rows, untrimmed, from1904, isHidden, hiddenRows, struck, covered };
}

function isHiddenRow({ hidden, ht }: Readonly<Record<string, string>>): boolean {
  return hidden === '1' || hidden === 'true' || (ht !== undefined && Number(ht) === 0);
}

/** Rows that say nothing are one and the same, so that a single cell far below costs next to nothing. */
function put(rows: Cell[][], row: number, column: number, value: Cell, meter: Meter): void {
  while (rows.length < row) rows.push(NO_CELLS);
  let cells = rows[row];
  if (cells === undefined || cells === NO_CELLS) {
    meter.row();
    cells = [];
    rows[row] = cells;
  }
  // Each cell on the way has a place in memory, whether it says something or not.
  if (column > cells.length) meter.gap(column - cells.length);
  while (cells.length < column) cells.push(undefined);
  cells[column] = value;
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** @throws {Error} for a number that no sheet has */
function indexOf(number: string, most: number): number {
  const index = Number(number) - 1;
  if (!Number.isInteger(index) || index < 0 || index >= most) throw new Error(`${number} lies outside of a sheet`);
  return index;
}

function placeOf(address: string): { readonly row: number; readonly column: number } {
  const [, letters = '', number = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(address) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) ?? 65) - 64;
  return { row: indexOf(number, MOST_ROWS), column: indexOf(String(column), MOST_COLUMNS) };
}

function areaOf(ref: string): Area {
  const [first = '', last = first] = ref.split(':');
  const [from, to] = [placeOf(first), placeOf(last)];
  return { firstRow: from.row, lastRow: to.row, firstColumn: from.column, lastColumn: to.column };
}

/**
 * Merged areas, as people see them: what stands in the first cell holds for every row of the area that says something
 * else. @returns the cells that say something beneath an area
 */
function spread(areas: readonly Area[], rows: Cell[][], meter: Meter): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { firstRow, lastRow, firstColumn, lastColumn } of areas) {
    const value = rows[firstRow]?.[firstColumn];
    for (let row = firstRow; row <= Math.min(lastRow, rows.length - 1); row += 1) {
      const cells = rows[row];
      if (cells === undefined || cells === NO_CELLS) continue;
      meter.cell(undefined);
      for (let column = firstColumn; column <= Math.min(lastColumn, cells.length - 1); column += 1) {
        const isFirst = row === firstRow && column === firstColumn;
        if (!isFirst && cells[column] !== undefined && cells[column] !== value) covered.add(cellAddress(row, column));
      }
      if (row > firstRow && value !== undefined) put(rows, row, firstColumn, value, meter);
    }
  }
  return covered;
}
