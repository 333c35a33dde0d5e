/** Rows that nobody sees, or should not rely on: hidden, filtered out, struck through, beneath a merged area. */
import type { Text } from '../../domain/text.ts';
import { cellAddress } from '../../spreadsheet/sheet.ts';
import type { CellProblem } from './cell-reader.ts';
import type { Surroundings } from './row-life.ts';
import type { Table } from './table.ts';

/** What keeps a row from being read at all. */
export function whyOutOfSight(
  { sheet, rows: [first = 0] }: Table,
  row: number,
  { includesHidden }: Surroundings,
): readonly CellProblem[] {
  const problems: CellProblem[] = [];
  const isHidden = (one: number): boolean => sheet.hiddenRows.has(one);
  // Rows that are hidden one after the other are said once, at the first of them.
  if (!includesHidden && isHidden(row)) {
    problems.push({ where: { sheet, row, column: 0 }, what: HIDDEN, isRepeated: row > first && isHidden(row - 1) });
  }
  const cells = sheet.rows[row] ?? [];
  for (const [marked, what] of [
    [sheet.struck, STRUCK],
    [sheet.covered, COVERED],
  ] as const) {
    const column = marked.size === 0 ? -1 : cells.findIndex((_, at) => marked.has(cellAddress(row, at)));
    if (column !== -1) problems.push({ where: { sheet, row, column }, what });
  }
  return problems;
}

const HIDDEN: Text = {
  zh: '本行已隐藏或被筛选掉。取消隐藏后再导入，或加`--include-hidden`一并导入',
  en: 'the row is hidden or filtered out. Show it, or add `--include-hidden` to import hidden rows',
};
const STRUCK: Text = {
  zh: '有删除线，无法判断是否仍然有效。删去这一行，或去掉删除线',
  en: 'it is struck through, so it is unclear whether it is still valid. Delete the row, or remove the strikethrough',
};
const COVERED: Text = {
  zh: '被合并单元格遮住的内容。取消合并后核对',
  en: 'it is hidden by a merged cell. Unmerge the cell and check',
};
