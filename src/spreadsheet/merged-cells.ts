/** Cells that were merged downwards: a workbook keeps their value in the first of them alone. */
import { strFromU8, type Unzipped } from 'fflate';

/** Rows and columns from 0; the last row belongs to it. */
export interface MergedColumn {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

const MERGED = /<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):[A-Z]+(\d+)"/gu;

/** Of each sheet in the order of the workbook: what stands in the first column of its merged areas. */
export function findMergedColumns(files: Unzipped): readonly (readonly MergedColumn[])[] {
  return sheetPaths(files).map((path) => {
    const xml = textOf(files, path);
    return [...xml.matchAll(MERGED)].map(([, letters = '', first, last]) => ({
      column: columnNumber(letters),
      firstRow: Number(first) - 1,
      lastRow: Number(last) - 1,
    }));
  });
}

/** The workbook names its sheets by relation, and the relations name the files. */
function sheetPaths(files: Unzipped): readonly string[] {
  const targets = new Map(
    tagsIn(textOf(files, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attributeOf(tag, 'Id'),
      attributeOf(tag, 'Target'),
    ]),
  );
  return tagsIn(textOf(files, 'xl/workbook.xml'), 'sheet').map((tag) => {
    const target = targets.get(attributeOf(tag, String.raw`\w+:id`)) ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}

function textOf(files: Unzipped, path: string): string {
  const content = files[path];
  return content === undefined ? '' : strFromU8(content);
}

function tagsIn(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(String.raw`<(?:\w+:)?${name}\s[^>]*>`, 'gu'))].map(([tag]) => tag);
}

function attributeOf(tag: string, name: string): string {
  return new RegExp(String.raw`\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.codePointAt(0) ?? 65) - 64;
  return number - 1;
}
