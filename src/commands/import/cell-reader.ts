/** One row of a table, cell by cell; what cannot be read is collected by address. */
import { type CalendarDay, formatDay, parseDay } from '../../domain/calendar-day.ts';
import type { Plain } from '../../domain/edit.ts';
import { endOfTerm } from '../../domain/term.ts';
import type { Text } from '../../domain/text.ts';
import { valueInCell } from '../../fields/cells.ts';
import type { Field } from '../../fields/field.ts';
import { adviseOnDay } from '../../schema/day-advice.ts';
import { type Cell, cellAddress, type CellPlace, isNearMidnight, readDay } from '../../spreadsheet/sheet.ts';
import type { ImportField } from './headings.ts';
import type { Column, Table } from './table.ts';

/** What keeps a row from being an entry. */
export interface CellProblem {
  readonly where: CellPlace;
  readonly what: Text;
  /** A row above says the same of this one. */
  readonly isRepeated?: boolean | undefined;
}

export interface CellReader {
  /** Problems so far, in the order in which the cells were asked for. */
  readonly problems: readonly CellProblem[];
  /** As the sheet has it. */
  headingOf(field: ImportField): string;
  /** Undefined where the cell is empty or there is no such column. Blanks at its ends count only where `export` wrote them. */
  text(field: ImportField): string | undefined;
  /** Trimmed, by the column, also where that says nothing to the ledger. */
  textAt(column: Column): string | undefined;
  /** As the ledger writes it: `YYYY-MM-DD` or `never`. */
  day(field: ImportField): string | undefined;
  /** What a field can hold of its cell, as the ledger writes it; undefined where the cell is empty or says anything else. */
  value(key: ImportField, field: Field): Plain | undefined;
  /** Both ends of what a `term` column says; a single day is the last one, and `12个月` is counted from the first day. */
  term(starts: string | undefined): { readonly starts?: string | undefined; readonly expires?: string | undefined };
  /** Says what is wrong with a field of the row; where it has no column, the row itself is named. */
  complain(field: ImportField, what: Text): void;
  complainAt(column: number, what: Text, isRepeated?: boolean): void;
}

/** @param values `--map`: what cells say, and what is meant */
export function cellReader(table: Table, row: number, values: ReadonlyMap<string, string>): CellReader {
  const { sheet, columns, isOurs } = table;
  const cells = sheet.rows[row] ?? [];
  const problems: CellProblem[] = [];
  const reader: CellReader = {
    problems,
    headingOf: (field) => columns.get(field)?.heading ?? field,
    text(field) {
      const column = columns.get(field);
      const text = column === undefined ? undefined : reader.textAt(column);
      return column === undefined ? undefined : (untrimmed(table, row, column) ?? text);
    },
    textAt({ at }) {
      const cell = cells[at];
      const text = cell === undefined || isUnreadable(at, cell) ? '' : textOf(cell);
      return text === '' || (!isOurs && saysNothing(text)) ? undefined : text;
    },
    day(field) {
      const at = columns.get(field)?.at;
      return at === undefined ? undefined : dayAt(at, cells[at]);
    },
    value(key, { shape }) {
      if (shape.type === 'day' || shape.type === 'end') return reader.day(key);
      const text = reader.text(key);
      if (text === undefined) return undefined;
      return valueInCell(isOurs ? text : (values.get(text) ?? onOneLine(text)), shape);
    },
    term(starts) {
      const { at = -1 } = columns.get('term') ?? {};
      const cell = cells[at];
      const [first, last] = typeof cell === 'string' ? splitTerm(cell) : [];
      if (first !== undefined && last !== undefined) return { starts: dayAt(at, first), expires: dayAt(at, last) };
      const end = typeof cell === 'string' ? endAfter(starts, cell) : undefined;
      return { expires: end ?? dayAt(at, cell) };
    },
    complain(field, what) {
      reader.complainAt(columns.get(field)?.at ?? 0, what);
    },
    complainAt(column, what, isRepeated) {
      problems.push({ where: { sheet, row, column }, what, isRepeated });
    },
  };
  return reader;

  function dayAt(at: number, written: Cell): string | undefined {
    const cell = typeof written === 'string' ? (values.get(written) ?? written) : written;
    if (cell === undefined || (typeof cell === 'string' && saysNothing(cell)) || isUnreadable(at, cell))
      return undefined;
    const day = readDay(cell, sheet.from1904);
    if (day !== undefined && !(typeof cell === 'number' && isNearMidnight(cell))) return formatDay(day);
    reader.complainAt(at, whyNoDay(cell, sheet.from1904));
    return undefined;
  }

  function isUnreadable(at: number, cell: Cell): boolean {
    const what =
      typeof cell === 'object' ? whyUnreadable(cell) : typeof cell === 'string' ? lostDigits(cell) : undefined;
    if (what === undefined) return false;
    if (!problems.some(({ where }) => where.column === at)) reader.complainAt(at, what);
    return true;
  }
}

/** A text with the blanks at its ends that `export` wrote. */
function untrimmed({ sheet, isOurs }: Table, row: number, { at }: Column): string | undefined {
  return isOurs ? sheet.untrimmed.get(cellAddress(row, at)) : undefined;
}

function textOf(cell: NonNullable<Cell>): string {
  if (typeof cell === 'object') return 'day' in cell ? formatDay(cell.day) : '';
  return String(cell);
}

function whyNoDay(cell: Cell, from1904: boolean): Text {
  if (typeof cell === 'number' && isNearMidnight(cell)) {
    const [one, other] = [cell - 0.5, cell + 0.5].map((number) => describeDay(readDay(Math.floor(number), from1904)));
    return {
      zh: `时间在午夜前后一分钟之内，无法判断是${one}还是${other}。只写日期`,
      en: `its time is within a minute of midnight, so it can be ${one} or ${other}. Write only the date`,
    };
  }
  const { reason, remedy } = adviseOnDay(typeof cell === 'object' ? '' : cell, true);
  return { zh: `${reason.zh}。${remedy.zh}`, en: `${reason.en}. ${remedy.en}` };
}

function whyUnreadable(cell: object): Text | undefined {
  if ('error' in cell) {
    return {
      zh: `公式的结果是${String(cell.error)}，请在表格中改正后保存`,
      en: `its formula gives ${String(cell.error)}; correct it in the spreadsheet and save`,
    };
  }
  return 'inexact' in cell ? inexact(String(cell.inexact)) : undefined;
}

/** What a CSV file has of a long number once a spreadsheet has saved it. */
function lostDigits(text: string): Text | undefined {
  return /^\d(?:\.\d+)?e\+\d{2,3}$/iu.test(text.trim()) ? inexact(text.trim()) : undefined;
}

function inexact(shown: string): Text {
  return {
    zh: `数字${shown}超过15位或写成了科学计数，末位已不可靠。把单元格设为文本，重新录入`,
    en: `the number ${shown} has more than 15 digits or an exponent, so its digits are lost. Format the cell as text and type it again`,
  };
}

function describeDay(day: CalendarDay | undefined): string {
  return day === undefined ? '?' : formatDay(day);
}

/** `-`, `/`, `无`: a dash is how people leave a cell empty. */
export function saysNothing(text: string): boolean {
  return !WORDY.test(text) && /^(?:[-—–/\\]+|无|暂无|n\/?a)?$/iu.test(text.normalize('NFKC').trim());
}

/** Three letters or digits in a row, which no normalisation changes: most cells say something, and this sees it at once. */
const WORDY = /[\dA-Za-z\u4E00-\u9FFF]{3}/;

/** What a cell lists. */
export function wordsOf(text: string): readonly string[] {
  const words = text.split(/[,，、;；\r\n]+/u).map((word) => word.trim());
  return words.filter((word) => word !== '');
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/gu, ' ');
}

const DAY = String.raw`\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?`;
const TERM = new RegExp(String.raw`^(?:自|从)?\s*(${DAY})\s*(?:起)?\s*(?:至|到|~|-+|—+|–+)\s*(.+?)$`, 'u');

/** `2026年1月1日至2026年12月31日`, `2026.1.1-2026.12.31`, `2026-01-01 ~ 长期`. */
function splitTerm(text: string): readonly (string | undefined)[] {
  const parts = TERM.exec(text.normalize('NFKC').trim());
  return parts === null ? [] : [parts[1], parts[2]];
}

const LENGTH = /^(?:共|为期)?(\d{1,3}|[一二两三四五十])\s*(年|个月|月|years?|months?)(?:期)?$/iu;
const NUMERALS = '一二三四五六七八九十';

/** `三年`, `12个月` from the first day on. */
function endAfter(starts: string | undefined, text: string): string | undefined {
  const [, number = '', unit = ''] = LENGTH.exec(text.normalize('NFKC').trim()) ?? [];
  const first = starts === undefined ? undefined : parseDay(starts);
  if (number === '' || first === undefined) return undefined;
  const count = number === '两' ? 2 : /\d/u.test(number) ? Number(number) : NUMERALS.indexOf(number) + 1;
  const end = endOfTerm(first, { months: /^(?:年|year)/iu.test(unit) ? count * 12 : count });
  return end === undefined ? undefined : formatDay(end);
}
