/** Workbooks written by hand, cell by cell, as spreadsheets of many origins hold them. */
import { strToU8, zipSync } from 'fflate';

/** A text, a number, or the inside of a `<c>` element with its attributes. */
export type RawCell = string | number | { readonly attributes: string; readonly xml: string } | undefined;

export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  /** As `A1:H1`. */
  readonly merged?: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
  /** As people count them, from 1. */
  readonly hiddenRows?: readonly number[];
}

/** A date cell: the style of every date in these workbooks. */
export function dateCell(serial: number): RawCell {
  return { attributes: 's="1"', xml: `<v>${serial}</v>` };
}

/** A text that is struck through. */
export function struckCell(text: string): RawCell {
  return { attributes: 's="2" t="inlineStr"', xml: `<is><t>${escapeXml(text)}</t></is>` };
}

/** A number that is shown with an exponent. */
export function scientificCell(number: number): RawCell {
  return { attributes: 's="3"', xml: `<v>${number}</v>` };
}

export function makeWorkbook(
  sheets: readonly RawSheet[],
  { workbookPr = '<workbookPr/>', dateFormat = '<xf numFmtId="14" applyNumberFormat="1"/>' } = {},
): Uint8Array {
  const names = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" state="${state}" r:id="r${at + 1}"/>`,
  );
  const relations = sheets.map(
    (_, at) => `<Relationship Id="r${at + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}">${workbookPr}<sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}<Relationship Id="styles" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><strike/></font></fonts><cellXfs count="4"><xf numFmtId="0"/>${dateFormat}<xf numFmtId="0" fontId="1"/><xf numFmtId="11"/></cellXfs></styleSheet>`,
  };
  for (const [at, sheet] of sheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function sheetXml({ rows, merged = [], hiddenRows = [] }: RawSheet): string {
  const data = rows.map((row, at) => {
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : '';
    return `<row r="${at + 1}"${hidden}>${row.map((cell, column) => cellXml(cell, at, column)).join('')}</row>`;
  });
  const areas = merged.map((ref) => `<mergeCell ref="${ref}"/>`);
  const mergeCells = areas.length === 0 ? '' : `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>`;
  return `<worksheet xmlns="${MAIN}"><sheetData>${data.join('')}</sheetData>${mergeCells}</worksheet>`;
}

function cellXml(cell: RawCell, row: number, column: number): string {
  const address = `r="${String.fromCodePoint(65 + column)}${row + 1}"`;
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `<c ${address}><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c ${address} ${cell.attributes}>${cell.xml}</c>`;
  return `<c ${address} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
