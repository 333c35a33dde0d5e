/** Workbooks that no spreadsheet writes: bombs, endless tags, a million rows. */
import { strToU8, unzipSync, zipSync } from 'fflate';

import { makeWorkbook } from './make-workbook.ts';

/** The part of a sheet around what stands in its data. */
export function sheetPart(data: string): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;
}

/** A workbook of one sheet with other parts in place of its own. */
export function withPart(
  name: string,
  content: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const files = unzipSync(makeWorkbook([{ name: 'S', rows: [] }]));
  const others = Object.entries(more).map(([path, text]) => [path, strToU8(text)] as const);
  const part = typeof content === 'string' ? strToU8(content) : content;
  return zipSync({ ...files, ...Object.fromEntries(others), [name]: part }, { level: 1 });
}

/** A sheet of that many bytes, all of them spaces; the archive may say that it is smaller. */
export function zipBomb(size: number, claimed = size): Uint8Array {
  const bytes = withPart('xl/worksheets/sheet1.xml', new Uint8Array(size).fill(0x20));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    // The size stands 22 bytes into a local header and 24 bytes into that of the directory.
    const signature = view.getUint32(at, true);
    const place = signature === 0x04034b50 ? at + 22 : signature === 0x02014b50 ? at + 24 : undefined;
    if (place !== undefined && view.getUint32(place, true) === size) view.setUint32(place, claimed, true);
  }
  return bytes;
}

/** A sheet with that many rows of one cell. */
export function hugeSheet(rows: number): Uint8Array {
  return withPart('xl/worksheets/sheet1.xml', sheetPart('<row><c><v>1</v></c></row>'.repeat(rows)));
}
