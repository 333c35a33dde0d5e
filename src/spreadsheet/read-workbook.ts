/** A file of tables, whatever its format: told by its first bytes, not by its name. */
import type { Sheet, UnreadableWorkbook } from './sheet.ts';

/**
 * Its sheets in order; a CSV file is one sheet. The libraries are loaded for the format at hand.
 *
 * @param name of that sheet: none where the file stands alone
 */
export async function readWorkbook(bytes: Uint8Array, name = ''): Promise<readonly Sheet[] | UnreadableWorkbook> {
  if (startsWith(bytes, [0x50, 0x4b])) {
    const { readXlsx } = await import('./read-xlsx.ts');
    return readXlsx(bytes);
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { unreadable: 'legacy' };
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (bytes.includes(0) && !isUtf16) return { unreadable: 'workbook' };
  const { readCsv } = await import('./read-csv.ts');
  const sheet = readCsv(bytes, name);
  return 'unreadable' in sheet ? sheet : [sheet];
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
