/** One row of a table, cell by cell; what cannot be read is collected by address. */
import { type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Plain } from '../../domain/edit.ts';
import type { Text } from '../../domain/text.ts';
import { mappingIn, mappingsIn, textsIn } from '../../fields/cells.ts';
import type { Field } from '../../fields/field.ts';
import { scopeNamed } from '../../fields/provinces.ts';
import type { Shape } from '../../fields/shape.ts';
import { adviseOnDay } from '../../schema/day-advice.ts';
import { type Cell, type CellPlace, readDay } from '../../spreadsheet/sheet.ts';
import type { ImportField } from './headings.ts';
import type { Table } from './table.ts';

/** What keeps a row from being an entry. */
export interface CellProblem {
  readonly where: CellPlace;
  readonly what: Text;
}

export interface CellReader {
  /** Problems so far, in the order in which the cells were asked for. */
  readonly problems: readonly CellProblem[];
  /** As the sheet has it. */
  headingOf(field: ImportField): string;
  /** Trimmed; undefined where the cell is empty or there is no such column. */
  text(field: ImportField): string | undefined;
  /** As the ledger writes it: `YYYY-MM-DD` or `never`. */
  day(field: ImportField): string | undefined;
  /** What a field can hold of its cell, as the ledger writes it; undefined where the cell is empty or says anything else. */
  value(key: ImportField, field: Field): Plain | undefined;
  /** Both ends of what a `term` column says; a single day is the last one. */
  term(): { readonly starts?: string | undefined; readonly expires?: string | undefined };
  /** Says what is wrong with a field of the row; where it has no column, the row itself is named. */
  complain(field: ImportField, what: Text): void;
}

export function cellReader({ sheet, columns }: Table, row: number): CellReader {
  const cells = sheet.rows[row] ?? [];
  const problems: CellProblem[] = [];
  const reader: CellReader = {
    problems,
    headingOf: (field) => columns.get(field)?.heading ?? field,
    text(field) {
      return textOf(field, cellOf(field));
    },
    day(field) {
      const cell = cellOf(field);
      if (isEmpty(cell) || isError(field, cell)) return undefined;
      return dayOf(field, cell);
    },
    value(key, { shape }) {
      if (shape.type === 'day' || shape.type === 'end') return reader.day(key);
      const text = reader.text(key);
      return text === undefined || saysNothing(text) ? undefined : READERS.get(shape.type)?.(text, shape);
    },
    term() {
      const cell = cellOf('term');
      if (isEmpty(cell) || isError('term', cell)) return {};
      const [first, last] = typeof cell === 'string' ? splitTerm(cell) : [];
      if (first === undefined || last === undefined) return { expires: dayOf('term', cell) };
      return { starts: dayOf('term', first), expires: dayOf('term', last) };
    },
    complain(field, what) {
      const column = columns.get(field)?.at ?? 0;
      problems.push({ where: { sheet, row, column }, what });
    },
  };
  return reader;

  function cellOf(field: ImportField): Cell {
    const column = columns.get(field);
    return column === undefined ? undefined : cells[column.at];
  }

  function textOf(field: ImportField, cell: Cell): string | undefined {
    if (cell === undefined || isError(field, cell)) return undefined;
    const text = typeof cell === 'object' ? ('day' in cell ? formatDay(cell.day) : '') : String(cell).trim();
    return text === '' ? undefined : text;
  }

  function dayOf(field: ImportField, cell: Cell): string | undefined {
    const day = readDay(cell, sheet.from1904);
    if (day !== undefined) return written(day);
    const { reason, remedy } = adviseOnDay(typeof cell === 'object' ? '' : cell, true);
    reader.complain(field, { zh: `${reason.zh}。${remedy.zh}`, en: `${reason.en}. ${remedy.en}` });
    return undefined;
  }

  function isError(field: ImportField, cell: Cell): boolean {
    if (typeof cell !== 'object' || !('error' in cell)) return false;
    if (problems.some(({ where }) => where.column === columns.get(field)?.at)) return true;
    reader.complain(field, {
      zh: `公式的结果是${cell.error}，请在表格中改正后保存`,
      en: `its formula comes to ${cell.error}; mend it in the spreadsheet and save`,
    });
    return true;
  }
}

type ReadText = (text: string, shape: Shape) => Plain | undefined;

/** What cells say that are no days, by the shape of the field; the others have no column. */
const READERS: ReadonlyMap<Shape['type'], ReadText> = new Map<Shape['type'], ReadText>([
  ['text', onOneLine],
  ['filled', onOneLine],
  ['choice', onOneLine],
  ['scope', (text) => scopeNamed(text.replaceAll('/', '、'))],
  ['count', (text) => (/^\d{1,15}$/u.test(text) ? Number(text) : undefined)],
  ['yes-or-no', (text) => (YES.test(text) ? true : NO.test(text) ? false : undefined)],
  ['mapping', mappingIn],
  ['list', (text, shape) => (shape.type === 'list' && shape.item.type === 'record' ? mappingsIn(text) : textsIn(text))],
]);

const YES = /^(?:是|yes|true|y)$/iu;
const NO = /^(?:否|no|false|n)$/iu;

function onOneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/gu, ' ');
}

/** `-`, `/`, `无`: a dash is how people leave a cell empty. */
export function saysNothing(text: string): boolean {
  return /^(?:[-—–/\\]+|无|暂无|n\/?a)$/iu.test(text.normalize('NFKC').trim());
}

function isEmpty(cell: Cell): cell is undefined {
  return cell === undefined || (typeof cell === 'string' && (cell.trim() === '' || saysNothing(cell)));
}

const DAY = String.raw`\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?`;
const TERM = new RegExp(String.raw`^(?:自|从)?\s*(${DAY})\s*(?:起)?\s*(?:至|到|~|-+|—+|–+)\s*(.+?)$`, 'u');

/** `2026年1月1日至2026年12月31日`, `2026.1.1-2026.12.31`, `2026-01-01 ~ 长期`. */
function splitTerm(text: string): readonly (string | undefined)[] {
  const parts = TERM.exec(text.normalize('NFKC').trim());
  return parts === null ? [] : [parts[1], parts[2]];
}

function written(day: CalendarDay): string {
  return day === FOREVER ? 'never' : formatDay(day);
}
