/** Where the tables of a sheet begin, what their columns mean, and what else stands in the sheet. */
import { bareHeading } from '../../fields/uses.ts';
import type { Cell, CellPlace, Sheet } from '../../spreadsheet/sheet.ts';
import { type HeadingMeaning, type ImportField, meaningOf } from './headings.ts';
import { type CellsBelow, cellsBelow, settleByCells } from './kind-column.ts';

/** `--map`: bare headings to fields. */
export type HeadingMap = ReadonlyMap<string, ImportField>;

export interface Table {
  readonly sheet: Sheet;
  /** Row of the headings, from 0. */
  readonly headingRow: number;
  readonly columns: ReadonlyMap<ImportField, Column>;
  /** Columns that say how an entry stands, and whose it is: each of them counts. */
  readonly statuses: readonly Column[];
  readonly companies: readonly Column[];
  /** Columns that mean nothing to the ledger. */
  readonly leftOut: readonly Column[];
  /** Rows below the headings that say something, by their number from 0. */
  readonly rows: readonly number[];
  /** Rows of totals, signatures and remarks. */
  readonly footers: readonly number[];
  /** Titles above the first table of the sheet; and what stands alone above some of the rows: `二、已终止的合同`. */
  readonly titles: readonly Caption[];
  readonly captions: readonly Caption[];
  /** The last of them above each row that has one. */
  readonly captionOf: ReadonlyMap<number, Caption>;
  /** What stands below no heading. */
  readonly unheaded: readonly CellPlace[];
  /** Written by `export`, heading for heading: it is read to the letter. */
  readonly isOurs: boolean;
}

export interface Column {
  readonly heading: string;
  /** From 0. */
  readonly at: number;
}

export interface Caption extends CellPlace {
  readonly text: string;
}

/** Titles and remarks may stand above the headings, but not more than this many rows. */
export const MOST_ROWS_ABOVE = 30;
/** One word alone may be chance. */
const FEWEST_HEADINGS = 2;
/** In the midst of entries, words that happen to be headings are more likely. */
const FEWEST_HEADINGS_BELOW = 3;

/** The tables of a sheet, one below the other. None where no row of it looks like headings. */
export function findTables(sheet: Sheet, map: HeadingMap): readonly Table[] {
  const first = bestHeadings(sheet, map);
  if (first === undefined) return [];
  const titles = sheet.rows.slice(0, first.at).flatMap((_, row) => textsOfRow(sheet, row));
  const tables: Table[] = [];
  for (let headings: FoundHeadings | undefined = first; headings !== undefined;) {
    const body = readBody(sheet, headings, map);
    tables.push({ sheet, titles, ...headings.read, headingRow: headings.at, ...body.found });
    headings = body.next;
  }
  return tables;
}

interface FoundHeadings {
  readonly at: number;
  readonly lastRow: number;
  readonly read: Headings;
}

/** The row whose headings are understood best. */
function bestHeadings(sheet: Sheet, map: HeadingMap): FoundHeadings | undefined {
  let best: FoundHeadings | undefined;
  for (let at = 0; at < Math.min(MOST_ROWS_ABOVE, sheet.rows.length); at += 1) {
    const one = headingsAt(sheet.rows, at, map);
    if (one.read.size >= Math.max(FEWEST_HEADINGS, (best?.read.size ?? 0) + 1)) best = one;
  }
  return best;
}

/** A heading over two columns has its two ends in the row below: 有效期 over 起 and 止. */
const END_OF_TERM = /^(?:起|止|自|至|开始|结束|起始|截止|到期|from|to|start|end)(?:日|日期|时间)?$/iu;

function headingsAt(rows: Sheet['rows'], at: number, map: HeadingMap): FoundHeadings {
  const [row = [], next = []] = [rows[at], rows[at + 1]];
  const cells = cellsBelow(rows.slice(at + 1, at + MOST_ROWS_ABOVE));
  const alone = readHeadings(row, map, cells);
  if (alone.size < FEWEST_HEADINGS || !saysEndsOfTerms(next, row)) return { at, lastRow: at, read: alone };
  let over: Cell;
  const headings = Array.from({ length: Math.max(row.length, next.length) }, (_, column): Cell => {
    over = row[column] ?? over;
    const under = next[column];
    if (typeof under !== 'string' || !isEndOfTerm(under)) return row[column] ?? under;
    return meaningOf(under) === undefined && typeof over === 'string' ? over + under : under;
  });
  return { at, lastRow: at + 1, read: readHeadings(headings, map, cells) };
}

/** An entry may be with somebody who is called “To”, and says more than headings do; what is merged over both rows stands in both. */
function saysEndsOfTerms(row: readonly Cell[], above: readonly Cell[]): boolean {
  const isHeading = (cell: Cell): boolean =>
    isEndOfTerm(cell) || (typeof cell === 'string' && (cell.trim() === '' || meaningOf(cell) !== undefined));
  return row.some(isEndOfTerm) && row.every((cell, at) => cell === undefined || cell === above[at] || isHeading(cell));
}

function isEndOfTerm(cell: Cell): boolean {
  return typeof cell === 'string' && END_OF_TERM.test(bareHeading(cell));
}

interface Headings extends Pick<Table, 'columns' | 'statuses' | 'companies' | 'leftOut' | 'isOurs'> {
  /** Headings that are understood, and all that say something. */
  readonly size: number;
  readonly all: readonly Column[];
}

type Heading = Column & { readonly meaning: HeadingMeaning | undefined; readonly isMapped: boolean };

function headingsIn(row: readonly Cell[], map: HeadingMap): readonly Heading[] {
  return row.flatMap((cell, at): readonly Heading[] => {
    if (typeof cell !== 'string') return [];
    const mapped = map.get(bareHeading(cell));
    const meaning = mapped === undefined ? meaningOf(cell) : { field: mapped, rank: -1, isWritten: false };
    return [{ heading: cell.replaceAll(/\s+/gu, ' '), at, meaning, isMapped: mapped !== undefined }];
  });
}

/** Where two headings mean one field, `--map` decides, then the surer name, then the column that stands first. */
function readHeadings(row: readonly Cell[], map: HeadingMap, cells: CellsBelow): Headings {
  const found = headingsIn(row, map);
  const known = found.filter(({ meaning }) => meaning !== undefined);
  const meaning = (field: ImportField): readonly Heading[] => known.filter((one) => one.meaning?.field === field);
  const columns = new Map<ImportField, Heading>();
  for (const one of known) {
    const field = one.meaning?.field ?? '';
    const other = columns.get(field);
    if (other?.meaning === undefined || (one.meaning?.rank ?? 0) < other.meaning.rank) columns.set(field, one);
  }
  settleByCells(columns, meaning, cells);
  const isOurs =
    columns.has('id') && known.length === found.length && known.every((one) => one.meaning?.isWritten === true);
  const ended = isOurs ? undefined : endBesideAnother(meaning('expires'), columns);
  if (ended !== undefined && !columns.has('ended')) columns.set('ended', ended);
  for (const field of ['status', 'company', 'ignore']) columns.delete(field);
  const taken = new Set([...columns.values(), ...meaning('status'), ...meaning('company')]);
  return {
    columns,
    statuses: meaning('status'),
    companies: meaning('company'),
    leftOut: found.filter((one) => !taken.has(one) && !(isOurs && one.meaning?.field === 'ignore')),
    isOurs,
    size: new Set(known.map((one) => one.meaning?.field)).size,
    all: found,
  };
}

/** Beside 到期日, 终止日期 is the day on which a contract really ended. */
function endBesideAnother(ends: readonly Heading[], columns: ReadonlyMap<ImportField, Heading>): Heading | undefined {
  const chosen = columns.get('expires');
  return ends.find(
    (one) => one !== chosen && /终止|解除/u.test(one.heading) && !/终止|解除/u.test(chosen?.heading ?? ''),
  );
}

/** Totals and signatures below a table are no entries. */
const FOOTER = /^(?:合计|小计|总计|共计|制表|填表|审核|制单|注[:：]|说明[:：]|total\b)/iu;

interface SaidCell {
  readonly cell: Cell;
  readonly column: number;
}

function saidIn(cells: readonly Cell[]): readonly SaidCell[] {
  const said: SaidCell[] = [];
  cells.forEach((cell, column) => {
    if (cell !== undefined) said.push({ cell, column });
  });
  return said;
}

interface Body {
  readonly found: Pick<Table, 'rows' | 'footers' | 'captions' | 'captionOf' | 'unheaded'>;
  /** Those of the table below, if there is one. */
  readonly next: FoundHeadings | undefined;
}

function readBody(sheet: Sheet, { lastRow, read }: FoundHeadings, map: HeadingMap): Body {
  const rows: number[] = [];
  const footers: number[] = [];
  const captions: Caption[] = [];
  const captionOf = new Map<number, Caption>();
  const unheaded: CellPlace[] = [];
  const found = { rows, footers, captions, captionOf, unheaded };
  const headed = new Set(read.all.map(({ at }) => at));
  const first = Math.min(...headed);
  for (let row = lastRow + 1; row < sheet.rows.length; row += 1) {
    const said = saidIn(sheet.rows[row] ?? []);
    const [only, another] = said;
    if (only === undefined) continue;
    const below = isHeadingRow(said, read, map) ? headingsAt(sheet.rows, row, map) : undefined;
    if (below !== undefined && !isSame(below.read, read)) return { found, next: below };
    // On each page of a printed table the headings come again.
    if (below !== undefined) continue;
    if (typeof only.cell === 'string' && FOOTER.test(only.cell)) footers.push(row);
    else if (another === undefined && only.column <= first && typeof only.cell === 'string') {
      captions.push({ sheet, row, column: only.column, text: only.cell });
    } else {
      const outside = said.filter(({ column }) => !headed.has(column));
      unheaded.push(...outside.map(({ column }) => ({ sheet, row, column })));
      if (outside.length === said.length) continue;
      rows.push(row);
      const caption = captions.at(-1);
      if (caption !== undefined) captionOf.set(row, caption);
    }
  }
  return { found, next: undefined };
}

/** Most of what it says are headings, and not of entries. */
function isHeadingRow(said: readonly SaidCell[], { size }: Headings, map: HeadingMap): boolean {
  if (said.length < Math.min(FEWEST_HEADINGS_BELOW, size)) return false;
  let [known, others] = [0, 0];
  for (const { cell } of said) {
    if (typeof cell !== 'string') return false;
    if ((map.size > 0 && map.has(bareHeading(cell))) || meaningOf(cell) !== undefined) known += 1;
    else others += 1;
    // Nearly every row is none, and its first half shows it.
    if (others * 2 >= said.length) return false;
  }
  return known >= Math.min(FEWEST_HEADINGS_BELOW, size);
}

function isSame({ all: ones }: Headings, { all: others }: Headings): boolean {
  return (
    ones.length === others.length &&
    ones.every(({ heading, at }, place) => {
      const other = others[place];
      return other?.at === at && other.heading === heading;
    })
  );
}

function textsOfRow(sheet: Sheet, row: number): readonly Caption[] {
  return (sheet.rows[row] ?? []).flatMap((cell, column) =>
    cell === undefined ? [] : [{ sheet, row, column, text: typeof cell === 'object' ? '' : String(cell) }],
  );
}
