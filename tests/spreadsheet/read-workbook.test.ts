import { describe, expect, test } from 'vitest';

import { FOREVER } from '../../src/domain/calendar-day.ts';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { plainSheet, type Sheet } from '../../src/spreadsheet/sheet.ts';
import { day } from '../support/days.ts';
import { dateCell, makeWorkbook, type RawCell, scientificCell, struckCell } from '../support/make-workbook.ts';

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const read = await readWorkbook(bytes);
  if ('unreadable' in read) throw new Error(`unreadable: ${read.unreadable}`);
  return read;
}

async function rowsOf(bytes: Uint8Array): Promise<Sheet['rows']> {
  const [first] = await sheetsOf(bytes);
  return first?.rows ?? [];
}

const oneRow = (...cells: readonly RawCell[]) => makeWorkbook([{ name: 'Sheet1', rows: [cells] }]);

function formula(type: string, result: string): RawCell {
  return { attributes: `t="${type}"`, xml: `<f>A1&amp;"x"</f><v>${result}</v>` };
}

describe('a workbook', () => {
  test('keeps its sheets in order and its rows in place', async () => {
    const sheets = await sheetsOf(
      makeWorkbook([
        { name: '许可证', rows: [[], ['a', undefined, 'c']] },
        { name: 'A & "B"', rows: [['x']] },
      ]),
    );
    expect(sheets).toStrictEqual([plainSheet('许可证', [[], ['a', undefined, 'c']]), plainSheet('A & "B"', [['x']])]);
  });

  test('reads dates as days, numbers as numbers, texts without their outer spaces', async () => {
    expect(await rowsOf(oneRow(dateCell(46_027), 46_027, '  专线\u3000', '046027'))).toStrictEqual([
      [{ day: day('2026-01-05') }, 46_027, '专线', '046027'],
    ]);
  });

  test.each([
    ['a built-in Chinese format', '<xf numFmtId="31" applyNumberFormat="1"/>'],
    ['another', '<xf numFmtId="57" applyNumberFormat="1"/>'],
    ['the short date', '<xf numFmtId="14"/>'],
  ])('knows a date by %s', async (_, dateFormat) => {
    const bytes = makeWorkbook([{ name: 'S', rows: [[dateCell(46_387)]] }], { dateFormat });
    expect(await rowsOf(bytes)).toStrictEqual([[{ day: day('2026-12-31') }]]);
  });

  test.each(['1', 'true'])('counts from 1904 where it says date1904="%s"', async (value) => {
    const workbookPr = `<workbookPr date1904="${value}"/>`;
    const [sheet] = await sheetsOf(makeWorkbook([{ name: 'S', rows: [[dateCell(44_925), 44_925]] }], { workbookPr }));
    expect(sheet).toMatchObject({ from1904: true, rows: [[{ day: day('2026-12-31') }, 44_925]] });
  });

  test.each([
    [59, '1900-02-28'],
    [61, '1900-03-01'],
  ])('reads the date cell %d around the day that never was as %s', async (serial, expected) => {
    expect(await rowsOf(oneRow(dateCell(serial)))).toStrictEqual([[{ day: day(expected) }]]);
  });

  test('takes the result of a formula', async () => {
    expect(await rowsOf(oneRow(formula('str', '专线'), formula('n', '7'), formula('b', '1')))).toStrictEqual([
      ['专线', 7, true],
    ]);
  });

  test.each([
    ['an error', { attributes: 't="e"', xml: '<f>VLOOKUP(1,A:B,2)</f><v>#N/A</v>' }, '#N/A'],
    ['no stored result', { attributes: '', xml: '<f>EDATE(A1,12)</f>' }, '#UNKNOWN!'],
    ['an empty result', { attributes: 's="1"', xml: '<f>EDATE(A1,12)</f><v></v>' }, '#UNKNOWN!'],
  ])('does not pass over a formula that has %s', async (_, cell, error) => {
    expect(await rowsOf(oneRow('before', cell))).toStrictEqual([['before', { error }]]);
  });

  test('joins the runs of a rich text and leaves its phonetics out', async () => {
    const rich: RawCell = {
      attributes: 't="inlineStr"',
      xml: '<is><r><t>北京</t></r><r><rPr><b/></rPr><t>专线</t></r><rPh sb="0" eb="1"><t>beijing</t></rPh></is>',
    };
    expect(await rowsOf(oneRow(rich))).toStrictEqual([['北京专线']]);
  });

  test('fills cells that were merged downwards, and those alone', async () => {
    const bytes = makeWorkbook([
      { name: 'empty', rows: [] },
      {
        name: 'S',
        rows: [['title'], ['kind', 'a'], [undefined, 'b'], [undefined, 'c'], ['x']],
        merged: ['A1:B1', 'A2:A4'],
      },
    ]);
    expect((await sheetsOf(bytes))[1]?.rows).toStrictEqual([
      ['title'],
      ['kind', 'a'],
      ['kind', 'b'],
      ['kind', 'c'],
      ['x'],
    ]);
  });
});

describe('what nobody sees, or should see otherwise', () => {
  const rows = [
    ['a', 'b'],
    ['c', struckCell('d')],
  ];

  test.each(['hidden', 'veryHidden'] as const)('a sheet that is %s', async (state) => {
    const sheets = await sheetsOf(
      makeWorkbook([
        { name: 'S', rows, state },
        { name: 'T', rows },
      ]),
    );
    expect(sheets.map(({ isHidden }) => isHidden)).toStrictEqual([true, false]);
  });

  test('rows that are hidden or filtered out, and cells that are struck through', async () => {
    const [sheet] = await sheetsOf(makeWorkbook([{ name: 'S', rows, hiddenRows: [2] }]));
    expect([...(sheet?.hiddenRows ?? [])]).toStrictEqual([1]);
    expect([...(sheet?.struck ?? [])]).toStrictEqual(['B2']);
  });

  test('a part of a text that is struck through', async () => {
    const xml = '<is><r><t>2026-12-31</t></r><r><rPr><strike/></rPr><t>2027-12-31</t></r></is>';
    const [sheet] = await sheetsOf(oneRow({ attributes: 't="inlineStr"', xml }));
    expect([...(sheet?.struck ?? [])]).toStrictEqual(['A1']);
  });

  test('what stands beneath a merged area', async () => {
    const merged = ['A1:B2'];
    const [sheet] = await sheetsOf(makeWorkbook([{ name: 'S', rows: [['a'], [undefined, 'x'], ['b']], merged }]));
    expect([...(sheet?.covered ?? [])]).toStrictEqual(['B2']);
    expect(sheet?.rows).toStrictEqual([['a'], ['a', 'x'], ['b']]);
  });

  test.each<[string, RawCell, unknown]>([
    ['sixteen digits', { attributes: '', xml: '<v>7.001234567800010E15</v>' }, { inexact: '7.001234567800010E15' }],
    ['fifteen digits', { attributes: '', xml: '<v>700123456780001</v>' }, 700_123_456_780_001],
    ['a number shown with an exponent', scientificCell(1_200_000), { inexact: '1200000' }],
    ['a moment before midnight', dateCell(46_387.999_99), 46_387.999_99],
    ['a moment after midnight', dateCell(46_387.000_01), 46_387.000_01],
    ['noon', dateCell(46_387.5), { day: day('2026-12-31') }],
    ['the last day of all', dateCell(2_958_465), { day: FOREVER }],
  ])('%s', async (_, cell, expected) => {
    expect(await rowsOf(oneRow(cell))).toStrictEqual([[expected]]);
  });
});

describe('a CSV file', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode('种类,名称\r\n专线,甲\r\n')],
    ['UTF-8 with a BOM', new TextEncoder().encode('\u{FEFF}种类,名称\r\n专线,甲\r\n')],
    ['semicolons', new TextEncoder().encode('种类;名称\n专线;甲\n')],
    // GBK has no encoder in Node: 种类,名称 / 专线,甲
    [
      'GBK',
      Uint8Array.from([
        0xd6, 0xd6, 0xc0, 0xe0, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xd7, 0xa8, 0xcf, 0xdf, 0x2c, 0xbc, 0xd7,
      ]),
    ],
    [
      'UTF-16 with tabs',
      Uint8Array.from([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from('种类\t名称\n专线\t甲'.split(''), (one) => one.charCodeAt(0)).buffer),
      ]),
    ],
  ])('is read from %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toStrictEqual([
      ['种类', '名称'],
      ['专线', '甲'],
    ]);
  });

  test('keeps quotes, commas, line breaks and the numbers of empty rows', async () => {
    const text = 'a,"say ""x"", y"\n\n"two\nlines",\n';
    expect(await rowsOf(new TextEncoder().encode(text))).toStrictEqual([
      ['a', 'say "x", y'],
      [undefined],
      ['two\nlines', undefined],
    ]);
  });

  test('takes back what neutralised a formula, and no other apostrophe', async () => {
    expect(await rowsOf(new TextEncoder().encode(`'=1+1,'-3,'tis\n`))).toStrictEqual([['=1+1', '-3', "'tis"]]);
  });
});

describe('what is no spreadsheet', () => {
  test.each([
    ['an old or locked workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), { unreadable: 'legacy' }],
    ['a zip of other things', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0]), { unreadable: 'workbook' }],
    ['binary data', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), { unreadable: 'workbook' }],
    ['a quote that never ends', new TextEncoder().encode('a,b\n"c,d\n'), { unreadable: 'csv' }],
  ])('%s', async (_, bytes, expected) => {
    expect(await readWorkbook(bytes)).toMatchObject(expected);
  });
});
