/** A spreadsheet as drafts, with all that kept rows from being one. */
import { type Complaint, type Refusal, usageError } from '../../command-line/complaint.ts';
import { didYouMean, nearest } from '../../domain/near-word.ts';
import type { Text } from '../../domain/text.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';
import type { CellProblem } from './cell-reader.ts';
import type { Draft } from './draft.ts';
import { columnsLeftOut, hiddenSheet, howToMap, othersLeftOut, sheetLeftOut } from './left-out.ts';
import { assertMapped, FIELDS, mappedIn, readMapping } from './mappings.ts';
import { type OtherRow, readOtherSheet } from './other-sheets.ts';
import { readRow } from './read-row.ts';
import type { Surroundings } from './row-life.ts';
import { findTables } from './table.ts';

export interface ReadFile {
  readonly drafts: readonly Draft[];
  /** Of sheets beside licences and contracts. */
  readonly others: readonly OtherRow[];
  readonly problems: readonly CellProblem[];
  /** What is not imported: sheets, columns, titles and remarks. */
  readonly notices: readonly Text[];
}

export interface ReadOptions {
  /** Only this one. */
  readonly sheet?: string | undefined;
  readonly map?: readonly string[] | undefined;
}

/** @throws {Refusal} for a sheet, heading or field that does not exist, and where no sheet has a table */
export function readDrafts(
  sheets: readonly Sheet[],
  { sheet: name, map: words = [] }: ReadOptions,
  around: Omit<Surroundings, 'values'>,
): ReadFile {
  const named = name === undefined ? sheets : sheets.filter((sheet) => sheet.name === name);
  if (name !== undefined && named.length === 0) throw unknownSheet(name, sheets);
  const isSeen = ({ isHidden }: Sheet): boolean => !isHidden || around.includesHidden || name !== undefined;
  const chosen = named.filter(isSeen);
  const mappings = words.map((word) => readMapping(word, sheets));
  const mapped = new Map(chosen.map((sheet) => [sheet, mappedIn(sheet, mappings)]));
  const aroundIn = (sheet: Sheet): Surroundings => ({ ...around, values: mapped.get(sheet)?.values ?? new Map() });
  const others = new Map(
    chosen.flatMap((sheet) => {
      const reading = readOtherSheet(sheet, aroundIn(sheet));
      return reading === undefined ? [] : [[sheet, reading] as const];
    }),
  );
  const registers = chosen.filter((sheet) => !others.has(sheet));
  const read = registers.map((sheet) => ({
    sheet,
    tables: findTables(sheet, mapped.get(sheet)?.headings ?? new Map()),
  }));
  const tables = read.flatMap((one) => one.tables);
  assertMapped(mappings, chosen, tables);
  const hidden = named.filter((sheet) => !isSeen(sheet)).map((sheet) => hiddenSheet(sheet.name));
  if (tables.length === 0 && others.size === 0) throw noTable(hidden);

  const rows = tables.flatMap((table) => table.rows.map((row) => readRow(table, row, aroundIn(table.sheet))));
  const without = read.filter((one) => one.tables.length === 0 && one.sheet.rows.length > 0);
  return {
    drafts: rows.flatMap(({ draft, problems }) => (draft === undefined || problems.length > 0 ? [] : [draft])),
    others: [...others.values()].flatMap((one) => one.rows),
    problems: [...rows, ...others.values()].flatMap(({ problems }) => problems),
    notices: [
      ...hidden,
      ...without.map(({ sheet }) => sheetLeftOut(sheet.name)),
      ...tables.flatMap(columnsLeftOut),
      ...howToMap(tables),
      ...tables.flatMap(othersLeftOut),
    ],
  };
}

function unknownSheet(name: string, sheets: readonly Sheet[]): Refusal {
  const names = sheets.map((sheet) => sheet.name).filter((one) => one !== '');
  const remedy: Complaint['remedy'] =
    names.length === 0
      ? { zh: 'CSV文件没有工作表，请去掉 `--sheet`。', en: 'A CSV file has no sheets: leave out `--sheet`.' }
      : { zh: `工作表有：${names.join('、')}。`, en: `Its sheets are ${names.join(', ')}.` };
  return usageError({
    where: `--sheet ${name}`,
    what: { zh: '没有这个工作表', en: 'no such sheet' },
    remedy: didYouMean(nearest(name, names)) ?? remedy,
  });
}

/** A hidden sheet that nobody read is more likely to hold the table than a heading is to be unknown. */
function noTable([hidden]: readonly Text[]): Refusal {
  return usageError({
    what: {
      zh: '没有找到表头：无法判断哪一列是种类、名称、到期日',
      en: 'no heading row was found: it is unclear which columns are kind, title and last day',
    },
    remedy: hidden ?? {
      zh: `用 \`--map '列名=字段'\` 指明各列。${FIELDS.zh}`,
      en: `Give the meaning of the columns with \`--map 'HEADING=FIELD'\`. ${FIELDS.en}`,
    },
  });
}
