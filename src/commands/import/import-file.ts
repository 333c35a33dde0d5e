/** A spreadsheet as drafts, with all that kept rows from being one. */
import { type Complaint, type Refusal, usageError } from '../../command-line/complaint.ts';
import { didYouMean, nearest } from '../../domain/near-word.ts';
import type { Text } from '../../domain/text.ts';
import { bareHeading } from '../../fields/uses.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';
import type { CellProblem } from './cell-reader.ts';
import type { Draft } from './draft.ts';
import { IMPORT_FIELDS, type ImportField, meaningOf } from './headings.ts';
import { columnsLeftOut, hiddenSheet, howToMap, othersLeftOut, sheetLeftOut } from './left-out.ts';
import { type OtherRow, readOtherSheet } from './other-sheets.ts';
import { readRow } from './read-row.ts';
import type { Surroundings } from './row-life.ts';
import { findTables, MOST_ROWS_ABOVE, type Table } from './table.ts';

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
  const mappings = words.map(splitMapping);
  const headings = new Map(
    mappings.flatMap(([said, meant]) => {
      const field = fieldNamed(meant);
      return field === undefined ? [] : [[bareHeading(said), field] as const];
    }),
  );
  const values = new Map(mappings);
  const others = new Map(
    chosen.flatMap((sheet) => {
      const reading = readOtherSheet(sheet, { ...around, values });
      return reading === undefined ? [] : [[sheet, reading] as const];
    }),
  );
  const registers = chosen.filter((sheet) => !others.has(sheet));
  const read = registers.map((sheet) => ({ sheet, tables: findTables(sheet, headings) }));
  const tables = read.flatMap((one) => one.tables);
  assertMapped(mappings, chosen, tables);
  const hidden = named.filter((sheet) => !isSeen(sheet)).map((sheet) => hiddenSheet(sheet.name));
  if (tables.length === 0 && others.size === 0) throw noTable(hidden);

  const rows = tables.flatMap((table) => table.rows.map((row) => readRow(table, row, { ...around, values })));
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

type Mapped = readonly [said: string, meant: string];

/** `截止=expires`, `归档=closed` */
function splitMapping(word: string): Mapped {
  const at = word.lastIndexOf('=');
  const [said, meant] = [word.slice(0, Math.max(at, 0)).trim(), word.slice(at + 1).trim()];
  if (said !== '' && meant !== '') return [said, meant];
  throw usageError({
    where: `--map ${word}`,
    what: { zh: '应写成“列名=字段”或“内容=含义”', en: 'not in the form HEADING=FIELD or CELL=MEANING' },
    remedy: FIELDS,
  });
}

/** By its key, or by any heading that means it. */
function fieldNamed(meant: string): ImportField | undefined {
  return IMPORT_FIELDS.includes(meant) ? meant : meaningOf(meant)?.field;
}

const FIELDS: Text = {
  zh: `写常用的列名，如 名称、种类、到期日、用于、负责人，或字段：${IMPORT_FIELDS.join('、')}。`,
  en: `Write a usual heading, as Title, Kind, Last day, Serves or Owner, or a field: ${IMPORT_FIELDS.join(', ')}.`,
};

/** What is mapped is a heading, or what a cell says; a heading means a field. */
function assertMapped(mappings: readonly Mapped[], sheets: readonly Sheet[], tables: readonly Table[]): void {
  if (mappings.length === 0) return;
  const rows = (
    tables.length === 0 ? sheets : tables.map(({ sheet, headingRow }) => ({ rows: [sheet.rows[headingRow] ?? []] }))
  ).flatMap((one) => one.rows.slice(0, MOST_ROWS_ABOVE));
  const headings = rows.flatMap((row) => row.filter((cell) => typeof cell === 'string'));
  const bare = new Set(headings.map(bareHeading));
  const cells = new Set<unknown>(sheets.flatMap(({ rows: all }) => all.flat()));
  for (const [said, meant] of mappings) {
    const where = `--map ${said}=${meant}`;
    const isField = fieldNamed(meant) !== undefined;
    if (bare.has(bareHeading(said)) && !isField) {
      const what = { zh: `没有字段${meant}`, en: `unknown field ${meant}` };
      throw usageError({ where, what, remedy: didYouMean(nearest(meant, IMPORT_FIELDS)) ?? FIELDS });
    }
    if (bare.has(bareHeading(said)) || cells.has(said) || tables.length === 0) continue;
    throw usageError({
      where,
      what: { zh: '表格中没有这一列，也没有这样的内容', en: 'the spreadsheet has no such heading or cell' },
      remedy: didYouMean(nearest(said, headings)) ?? {
        zh: `表头有：${headings.join('、')}。`,
        en: `Its headings are ${headings.join(', ')}.`,
      },
    });
  }
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
