/** What of a spreadsheet is not imported: no cell that says something goes without a word. */
import type { Text } from '../../domain/text.ts';
import { cellAddress, type Sheet } from '../../spreadsheet/sheet.ts';
import { meaningOf } from './headings.ts';
import { cellsBelow } from './kind-column.ts';
import type { Column, Table } from './table.ts';

export function sheetLeftOut(name: string): Text {
  return {
    zh: `工作表“${name}”没有可识别的表头，未导入`,
    en: `the sheet "${name}" has no known headings and was left out`,
  };
}

export function hiddenSheet(name: string): Text {
  return {
    zh: `工作表“${name}”已隐藏，未导入；要导入，加\`--include-hidden\``,
    en: `the sheet "${name}" is hidden and was left out; add \`--include-hidden\` to import it`,
  };
}

export function columnsLeftOut({ sheet, headingRow, leftOut }: Table): readonly Text[] {
  if (leftOut.length === 0) return [];
  const columns = leftOut.map(({ heading, at }) => `${heading} (${cellAddress(headingRow, at)})`);
  return [
    {
      zh: `${nameBefore(sheet).zh}未导入的列：${columns.join('、')}`,
      en: `${nameBefore(sheet).en}columns left out: ${columns.join(', ')}`,
    },
  ];
}

/** How one of the columns is imported whose headings say nothing, one that names licences if there is any; said once, below all of them. */
export function howToMap(tables: readonly Table[]): readonly Text[] {
  const unknown = tables.flatMap((table) =>
    table.leftOut.filter(({ heading }) => meaningOf(heading) === undefined).map((column) => ({ table, column })),
  );
  const serving = unknown.find(({ table, column }) => mayServe(table, column));
  const shown = serving ?? unknown[0];
  if (shown === undefined) return [];
  const { heading } = shown.column;
  const isElsewhere = unknown.some(({ table, column }) => table !== shown.table && column.heading === heading);
  const said = isElsewhere ? `${shown.table.sheet.name}!${heading}` : heading;
  const [zh, en] = serving === undefined ? ['备注', 'notes'] : ['用于', 'serves'];
  return [
    {
      zh: `未导入的列中有要导入的，用\`--map '列名=含义'\`指明，如\`--map '${said}=${zh}'\``,
      en: `to import one of the columns left out, say what it means with \`--map 'HEADING=MEANING'\`, as \`--map '${said}=${en}'\``,
    },
  ];
}

/** Contracts without a column that says what they serve are no cover: a column that names licences is told apart from the others. */
function mayServe({ sheet, headingRow, columns }: Table, { at }: Column): boolean {
  if (columns.has('serves') || columns.has('number')) return false;
  return cellsBelow(sheet.rows.slice(headingRow + 1)).namesLicences(at);
}

export function othersLeftOut({ sheet, footers, titles, captions, unheaded, rows: [first] }: Table): readonly Text[] {
  const { zh, en } = nameBefore(sheet);
  const rows = footers.map((row) => row + 1);
  const texts = [...(first === undefined ? [] : titles), ...captions].map(
    ({ row, column, text }) => `${cellAddress(row, column)}“${text}”`,
  );
  const places = unheaded.map(({ row, column }) => cellAddress(row, column));
  return [
    ...(rows.length === 0
      ? []
      : [
          {
            zh: `${zh}看作合计或说明、未导入的行：${rows.join('、')}`,
            en: `${en}rows left out as totals or remarks: ${rows.join(', ')}`,
          },
        ]),
    ...(texts.length === 0
      ? []
      : [
          {
            zh: `${zh}看作标题、未导入：${listed(texts, '、')}`,
            en: `${en}left out as titles: ${listed(texts, ', ')}`,
          },
        ]),
    ...(places.length === 0
      ? []
      : [
          {
            zh: `${zh}上方没有表头、未导入：${listed(places, '、')}`,
            en: `${en}left out because there is no heading above: ${listed(places, ', ')}`,
          },
        ]),
  ];
}

const MOST_LISTED = 30;

function listed(words: readonly string[], mark: string): string {
  const more = words.length - MOST_LISTED;
  return words.slice(0, MOST_LISTED).join(mark) + (more > 0 ? ` … +${more}` : '');
}

function nameBefore({ name }: Sheet): Text {
  return name === '' ? { zh: '', en: '' } : { zh: `工作表“${name}”`, en: `sheet "${name}": ` };
}
