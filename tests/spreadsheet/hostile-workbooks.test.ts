/** Workbooks and sheets that claim more than anybody keeps by hand: told at once, in little memory. */
import { describe, expect, test } from 'vitest';

import { LIMITS } from '../../src/spreadsheet/limits.ts';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { hugeSheet, sheetPart, withPart, zipBomb } from '../support/hostile-workbooks.ts';
import type { RawCell } from '../support/make-workbook.ts';

/** In at most 5 seconds and 500 MB. */
async function readInTime(bytes: Uint8Array): ReturnType<typeof readWorkbook> {
  const [before, from] = [process.memoryUsage().rss, performance.now()];
  const read = await readWorkbook(bytes);
  expect(performance.now() - from).toBeLessThan(5000);
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024);
  return read;
}

function styles(part: string): Uint8Array {
  return withPart('xl/styles.xml', `<styleSheet>${part}</styleSheet>`);
}

describe('files that claim more than anybody keeps by hand', () => {
  test('a single cell in the last corner of the sheet', async () => {
    const cell: RawCell = { attributes: 'r="XFD1048576"', xml: '<v>1</v>' };
    const part = sheetPart(
      `<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c ${cell.attributes}>${cell.xml}</c></row>`,
    );
    const read = await readInTime(withPart('xl/worksheets/sheet1.xml', part));
    expect('unreadable' in read ? read : read[0]?.rows[1_048_575]?.[16_383]).toBe(1);
  });

  test.each(['<c ', '<mergeCell ', '<row ', '<c r="', '<f>', '<is><t>'])(
    '%s without an end, 200,000 times',
    async (tag) => {
      expect(await readInTime(withPart('xl/worksheets/sheet1.xml', sheetPart(tag.repeat(200_000))))).toStrictEqual({
        unreadable: 'workbook',
      });
    },
  );

  test.each(['XFE1', 'A1048577', 'A0', '1A'])('a cell at %s', async (address) => {
    const part = sheetPart(`<row><c r="${address}"><v>1</v></c></row>`);
    expect(await readInTime(withPart('xl/worksheets/sheet1.xml', part))).toStrictEqual({ unreadable: 'workbook' });
  });

  test('a bomb is not unpacked', async () => {
    expect(await readInTime(zipBomb(LIMITS.bytes + 1))).toStrictEqual({ unreadable: 'too-large', limit: 'bytes' });
  });

  test('a bomb that says it is small is cut off', async () => {
    expect(await readInTime(zipBomb(LIMITS.bytes + 1, 1000))).toStrictEqual({ unreadable: 'workbook' });
  });

  test('a million rows', async () => {
    expect(await readInTime(hugeSheet(1_000_000))).toStrictEqual({ unreadable: 'too-large', limit: 'rows' });
    const csv = new TextEncoder().encode('域名,a.com,2027-01-01\n'.repeat(1_000_000));
    expect(await readInTime(csv)).toStrictEqual({ unreadable: 'too-large', limit: 'rows' });
  });

  test('a cell far out in every row', async () => {
    const part = sheetPart('<row><c r="XFD1"><v>1</v></c></row>'.repeat(20_000));
    const tooMany = { unreadable: 'too-large', limit: 'cells' };
    expect(await readInTime(withPart('xl/worksheets/sheet1.xml', part))).toStrictEqual(tooMany);
    expect(await readInTime(new TextEncoder().encode(`种类,名称\n${','.repeat(20_000_000)}\n`))).toStrictEqual(tooMany);
  });

  test('merged areas over merged areas', async () => {
    const areas = '<mergeCell ref="A1:XFD1048576"/>'.repeat(40_000);
    const rows = '<row><c><v>1</v></c></row>'.repeat(1000);
    const part = sheetPart(`${rows}</sheetData><mergeCells>${areas}</mergeCells><sheetData>`);
    expect(await readInTime(withPart('xl/worksheets/sheet1.xml', part))).toStrictEqual({
      unreadable: 'too-large',
      limit: 'cells',
    });
  });

  test.each([
    ['cell formats', `<cellXfs>${'<xf numFmtId="14"/>'.repeat(65_491)}</cellXfs>`],
    ['fonts', `<fonts>${'<font><strike/></font>'.repeat(65_491)}</fonts>`],
    [
      'number formats',
      Array.from({ length: 65_491 }, (_, at) => `<numFmt numFmtId="${at}" formatCode="yyyy"/>`).join(''),
    ],
  ])('more %s than a workbook can have', async (_, part) => {
    expect(await readInTime(styles(`${part}<end/>`))).toStrictEqual({ unreadable: 'too-large', limit: 'formats' });
  });

  test('formats whose quotes and brackets do not end', async () => {
    const formats = ['[', '&quot;', '[&quot;'].map(
      (sign, at) => `<numFmt numFmtId="${200 + at}" formatCode="${sign.repeat(200_000)}"/>`,
    );
    const all = `<cellXfs>${[0, 1, 2].map((at) => `<xf numFmtId="${200 + at}"/>`.repeat(20_000)).join('')}</cellXfs>`;
    expect(await readInTime(styles(`<numFmts>${formats.join('')}</numFmts>${all}`))).toMatchObject([{ rows: [] }]);
  });

  test('elements without end, and within each other', async () => {
    const tooMany = { unreadable: 'too-large', limit: 'elements' };
    expect(await readWorkbook(styles('<x/>'.repeat(LIMITS.elements)))).toStrictEqual(tooMany);
    expect(await readInTime(styles('<x>'.repeat(1_000_000)))).toStrictEqual({ unreadable: 'workbook' });
  });

  test('a sheet that is named again and again', async () => {
    const book = `<workbook xmlns:r="r"><sheets>${'<sheet name="S" r:id="r1"/>'.repeat(5000)}</sheets></workbook>`;
    const named = async (data: string): Promise<unknown> =>
      readWorkbook(withPart('xl/worksheets/sheet1.xml', sheetPart(data), { 'xl/workbook.xml': book }));
    const tooLarge = { unreadable: 'too-large' };
    expect(await named('<row/>'.repeat(100_000))).toStrictEqual({ ...tooLarge, limit: 'elements' });
    expect(await named(`<row>${'x'.repeat(1_000_000)}</row>`)).toStrictEqual({ ...tooLarge, limit: 'bytes' });
  });

  test('a long text that many cells share', async () => {
    const texts = `<sst><si><t>${'长'.repeat(30_000)}</t></si></sst>`;
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
    const bytes = withPart('xl/worksheets/sheet1.xml', sheetPart(row.repeat(100)), { 'xl/sharedStrings.xml': texts });
    expect(await readInTime(bytes)).toStrictEqual({ unreadable: 'too-large', limit: 'characters' });
  });
});
