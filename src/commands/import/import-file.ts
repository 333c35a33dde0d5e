/** A spreadsheet as drafts, with all that kept rows from being one. */
import { type Complaint, type Refusal, usageError } from '../../command-line/complaint.ts';
import { didYouMean, nearest } from '../../domain/near-word.ts';
import type { Text } from '../../domain/text.ts';
import { bareHeading } from '../../fields/uses.ts';
import { cellAddress, LIMITS, type Sheet, type UnreadableWorkbook } from '../../spreadsheet/sheet.ts';
import type { CellProblem } from './cell-reader.ts';
import { IMPORT_FIELDS, type ImportField } from './headings.ts';
import { type Draft, readRow } from './read-row.ts';
import { findTable, type HeadingMap, type Table } from './table.ts';

export interface ReadFile {
  readonly drafts: readonly Draft[];
  readonly problems: readonly CellProblem[];
  /** Sheets and columns that are not imported. */
  readonly notices: readonly Text[];
}

export interface ReadOptions {
  /** Only this one. */
  readonly sheet?: string | undefined;
  readonly map?: readonly string[] | undefined;
}

/** @throws {Refusal} for a sheet, heading or field that does not exist, and where no sheet has a table */
export function readDrafts(sheets: readonly Sheet[], { sheet: name, map: words = [] }: ReadOptions): ReadFile {
  const chosen = name === undefined ? sheets : sheets.filter((sheet) => sheet.name === name);
  if (name !== undefined && chosen.length === 0) throw unknownSheet(name, sheets);
  const map = readMap(words);
  const read = chosen.map((sheet) => ({ sheet, table: findTable(sheet, map) }));
  const tables = read.flatMap(({ table }) => (table === undefined ? [] : [table]));
  if (tables.length === 0) throw noTable();
  assertHeadingsExist(words, map, tables);

  const rows = tables.flatMap((table) => table.rows.map((row) => readRow(table, row)));
  const without = read.filter(({ sheet, table }) => table === undefined && sheet.rows.length > 0);
  return {
    drafts: rows.flatMap(({ draft, problems }) => (draft === undefined || problems.length > 0 ? [] : [draft])),
    problems: rows.flatMap(({ problems }) => problems),
    notices: [
      ...without.map(({ sheet }) => sheetLeftOut(sheet.name)),
      ...tables.flatMap(columnsLeftOut),
      ...tables.flatMap(footersLeftOut),
    ],
  };
}

/** `截止=expires` */
function readMap(words: readonly string[]): HeadingMap {
  return new Map(words.map((word) => splitMapping(word)));
}

function splitMapping(word: string): readonly [string, ImportField] {
  const at = word.lastIndexOf('=');
  const [heading, name] = [word.slice(0, Math.max(at, 0)), word.slice(at + 1)];
  const field = IMPORT_FIELDS.find((one) => one === name);
  if (field !== undefined && bareHeading(heading) !== '') return [bareHeading(heading), field];
  throw usageError({
    where: `--map ${word}`,
    what:
      at <= 0
        ? { zh: '应写成「列名=字段」', en: 'it should be HEADING=FIELD' }
        : { zh: `没有字段${name}`, en: `there is no field ${name}` },
    remedy: (at > 0 ? didYouMean(nearest(name, IMPORT_FIELDS)) : undefined) ?? FIELDS,
  });
}

const FIELDS: Text = {
  zh: `可用的字段：${IMPORT_FIELDS.join('、')}。`,
  en: `The fields are ${IMPORT_FIELDS.join(', ')}.`,
};

function assertHeadingsExist(words: readonly string[], map: HeadingMap, tables: readonly Table[]): void {
  const headings = tables.flatMap(({ sheet, headingRow }) =>
    (sheet.rows[headingRow] ?? []).flatMap((cell) => (typeof cell === 'string' ? [cell] : [])),
  );
  const known = new Set(headings.map(bareHeading));
  const missing = [...map.keys()].findIndex((heading) => !known.has(heading));
  if (missing === -1) return;
  const word = words[missing] ?? '';
  throw usageError({
    where: `--map ${word}`,
    what: { zh: '表格中没有这一列', en: 'the spreadsheet has no such heading' },
    remedy: didYouMean(nearest(word.slice(0, word.lastIndexOf('=')), headings)) ?? {
      zh: `表头有：${headings.join('、')}。`,
      en: `Its headings are ${headings.join(', ')}.`,
    },
  });
}

function unknownSheet(name: string, sheets: readonly Sheet[]): Refusal {
  const names = sheets.map((sheet) => sheet.name).filter((one) => one !== '');
  const remedy: Complaint['remedy'] =
    names.length === 0
      ? { zh: 'CSV文件没有工作表，请去掉 `--sheet`。', en: 'A CSV file has no sheets: leave `--sheet` out.' }
      : { zh: `工作表有：${names.join('、')}。`, en: `Its sheets are ${names.join(', ')}.` };
  return usageError({
    where: `--sheet ${name}`,
    what: { zh: '没有这个工作表', en: 'there is no such sheet' },
    remedy: didYouMean(nearest(name, names)) ?? remedy,
  });
}

function noTable(): Refusal {
  return usageError({
    what: {
      zh: '没有找到表头：看不出哪一列是种类、名称、到期日',
      en: 'no row was found that names kind, title and last day',
    },
    remedy: {
      zh: `用 \`--map '列名=字段'\` 指明各列。${FIELDS.zh}`,
      en: `Say what the columns mean with \`--map 'HEADING=FIELD'\`. ${FIELDS.en}`,
    },
  });
}

function sheetLeftOut(name: string): Text {
  return {
    zh: `工作表「${name}」没有可识别的表头，未导入`,
    en: `the sheet “${name}” has no headings that are known: left out`,
  };
}

function columnsLeftOut({ sheet, headingRow, leftOut }: Table): readonly Text[] {
  if (leftOut.length === 0) return [];
  const columns = leftOut.map(({ heading, at }) => `${heading} (${cellAddress(headingRow, at)})`);
  return [
    {
      zh: `${nameBefore(sheet).zh}未导入的列：${columns.join('、')}`,
      en: `${nameBefore(sheet).en}columns left out: ${columns.join(', ')}`,
    },
  ];
}

function footersLeftOut({ sheet, footers }: Table): readonly Text[] {
  if (footers.length === 0) return [];
  const rows = footers.map((row) => row + 1);
  return [
    {
      zh: `${nameBefore(sheet).zh}看作合计或说明、未导入的行：${rows.join('、')}`,
      en: `${nameBefore(sheet).en}rows taken for totals or remarks and left out: ${rows.join(', ')}`,
    },
  ];
}

function nameBefore({ name }: Sheet): Text {
  return name === '' ? { zh: '', en: '' } : { zh: `工作表「${name}」`, en: `sheet “${name}”: ` };
}

/** Why a file is no spreadsheet to this program, and what to do. */
export function describeUnreadable(problem: UnreadableWorkbook): Complaint {
  switch (problem.unreadable) {
    case 'legacy':
      return {
        what: {
          zh: '这是旧版 xls/et 文件，或设有密码',
          en: 'it is a workbook of the old xls format, or one behind a password',
        },
        remedy: {
          zh: '用 Excel 或 WPS 打开，去掉密码，另存为 xlsx。',
          en: 'Open it in Excel or WPS, remove the password and save it as xlsx.',
        },
      };
    case 'workbook':
      return {
        what: { zh: '不是可以读取的表格文件', en: 'it is no spreadsheet that can be read' },
        remedy: { zh: '请另存为 xlsx 或 csv。', en: 'Save it as xlsx or csv.' },
      };
    case 'too-large':
      return tooLarge(problem.limit);
    case 'csv': {
      const { line } = problem;
      return {
        what: {
          zh: line === undefined ? 'CSV 格式有误' : `第${line}行的 CSV 格式有误`,
          en: line === undefined ? 'it is no valid CSV' : `line ${line} is no valid CSV`,
        },
        remedy: { zh: '核对该处的引号，或另存为 xlsx。', en: 'Check the quotes there, or save it as xlsx.' },
      };
    }
  }
}

const LIMIT_NAMES: Readonly<Record<keyof typeof LIMITS, Text>> = {
  rows: { zh: '行', en: 'rows' },
  cells: { zh: '个单元格', en: 'cells' },
  characters: { zh: '个字符', en: 'characters' },
  bytes: { zh: '字节（解压后）', en: 'bytes once unpacked' },
};

function tooLarge(limit: keyof typeof LIMITS): Pick<Complaint, 'what' | 'remedy'> {
  const [name, most] = [LIMIT_NAMES[limit], LIMITS[limit]];
  return {
    what: { zh: `超过${most}${name.zh}，没有读取`, en: `it has more than ${most} ${name.en}, so it is not read` },
    remedy: {
      zh: '删去表格以外的内容，或拆成几个文件。',
      en: 'Delete what is not part of the register, or split the file.',
    },
  };
}
