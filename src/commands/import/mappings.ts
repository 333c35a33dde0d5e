/** `--map`: what a heading means, or what a cell says, in every sheet or in one. */
import { usageError } from '../../command-line/complaint.ts';
import { didYouMean, nearest } from '../../domain/near-word.ts';
import type { Text } from '../../domain/text.ts';
import { bareHeading } from '../../fields/uses.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';
import { wordsOf } from './cell-reader.ts';
import { IMPORT_FIELDS, type ImportField, meaningOf } from './headings.ts';
import { type HeadingMap, MOST_ROWS_ABOVE, type Table } from './table.ts';

export interface Mapping {
  /** As it was written. */
  readonly word: string;
  readonly said: string;
  readonly meant: string;
  /** The only sheet in which it counts. */
  readonly sheet: string | undefined;
}

/** `截止=expires`, `归档=closed`, `合同!用途=用于`. @throws {Refusal} */
export function readMapping(word: string, sheets: readonly Sheet[]): Mapping {
  const at = word.lastIndexOf('=');
  const [left, meant] = [word.slice(0, Math.max(at, 0)).trim(), word.slice(at + 1).trim()];
  const sheet = sheets.find(({ name }) => name !== '' && left.startsWith(`${name}!`))?.name;
  const said = sheet === undefined ? left : left.slice(sheet.length + 1).trim();
  if (said !== '' && meant !== '') return { word, said, meant, sheet };
  throw usageError({
    where: `--map ${word}`,
    what: { zh: '应写成“列名=字段”或“内容=含义”', en: 'not in the form HEADING=FIELD or CELL=MEANING' },
    remedy: FIELDS,
  });
}

interface Mapped {
  readonly headings: HeadingMap;
  /** What cells say, and what is meant. */
  readonly values: ReadonlyMap<string, string>;
}

/** What counts in one sheet; what is said of it alone comes before what is said of all. */
export function mappedIn({ name }: Sheet, mappings: readonly Mapping[]): Mapped {
  const own = [
    ...mappings.filter(({ sheet }) => sheet === undefined),
    ...mappings.filter(({ sheet }) => sheet === name),
  ];
  return {
    headings: new Map(
      own.flatMap(({ said, meant }) => {
        const field = fieldNamed(meant);
        return field === undefined ? [] : [[bareHeading(said), field] as const];
      }),
    ),
    values: new Map(own.map(({ said, meant }) => [said, meant])),
  };
}

/** By its key, or by any heading that means it. */
function fieldNamed(meant: string): ImportField | undefined {
  return IMPORT_FIELDS.includes(meant) ? meant : meaningOf(meant)?.field;
}

export const FIELDS: Text = {
  zh: `写常用的列名，如 名称、种类、到期日、用于、负责人，或字段：${IMPORT_FIELDS.join('、')}。`,
  en: `Write a usual heading, as Title, Kind, Last day, Serves or Owner, or a field: ${IMPORT_FIELDS.join(', ')}.`,
};

/** What is mapped is a heading, or what a cell says; a heading means a field. @throws {Refusal} */
export function assertMapped(mappings: readonly Mapping[], sheets: readonly Sheet[], tables: readonly Table[]): void {
  for (const name of new Set(mappings.map(({ sheet }) => sheet))) {
    const isIn = (sheet: Sheet): boolean => name === undefined || sheet.name === name;
    assertMappedIn(
      mappings.filter(({ sheet }) => sheet === name),
      sheets.filter(isIn),
      tables.filter(({ sheet }) => isIn(sheet)),
    );
  }
}

function assertMappedIn(mappings: readonly Mapping[], sheets: readonly Sheet[], tables: readonly Table[]): void {
  const rows = (
    tables.length === 0 ? sheets : tables.map(({ sheet, headingRow }) => ({ rows: [sheet.rows[headingRow] ?? []] }))
  ).flatMap((one) => one.rows.slice(0, MOST_ROWS_ABOVE));
  const headings = rows.flatMap((row) => row.filter((cell) => typeof cell === 'string'));
  const bare = new Set(headings.map(bareHeading));
  const cells = new Set(sheets.flatMap(({ rows: all }) => all.flat()));
  const isSaid = (word: string): boolean =>
    cells.has(word) || [...cells].some((cell) => typeof cell === 'string' && wordsOf(cell).includes(word));
  for (const { word, said, meant } of mappings) {
    const where = `--map ${word}`;
    const isField = fieldNamed(meant) !== undefined;
    if (bare.has(bareHeading(said)) && !isField) {
      const what = { zh: `没有字段${meant}`, en: `unknown field ${meant}` };
      throw usageError({ where, what, remedy: didYouMean(nearest(meant, IMPORT_FIELDS)) ?? FIELDS });
    }
    if (bare.has(bareHeading(said)) || tables.length === 0 || isSaid(said)) continue;
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
