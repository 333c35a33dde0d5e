import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { type SheetToWrite, writeXlsx } from '../../src/spreadsheet/write-xlsx.ts';
import { day } from '../support/days.ts';
import { nastyText } from '../support/nasty-text.ts';

function sheet(rows: SheetToWrite['rows'], name = '合同'): SheetToWrite {
  return {
    name,
    columns: [
      { heading: '名称', width: 36 },
      { heading: '到期日', width: 12 },
    ],
    rows,
  };
}

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** A text goes into a workbook and comes back. */
async function roundTrip(text: string): Promise<unknown> {
  const read = await readWorkbook(await writeXlsx([sheet([[{ value: text }]])]));
  return 'unreadable' in read ? read : read[0]?.rows[1]?.[0];
}

async function writtenHex(): Promise<string> {
  return Buffer.from(await writeXlsx([sheet([[{ value: 'a' }]]), sheet([], '许可证')])).toString('hex');
}

describe('the workbook', () => {
  test('freezes the headings, sizes the columns and writes real dates', async () => {
    const parts = await partsOf(await writeXlsx([sheet([[{ value: '专线' }, { value: { day: day('2026-01-05') } }]])]));
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
    expect(xml).toMatch(/<col min="1" max="1" width="36"/u);
    expect(xml).toMatch(/<c r="B2" s="\d+"><v>46027<\/v>/u);
    expect(parts.get('xl/styles.xml')).toContain('formatCode="yyyy-mm-dd"');
  });

  test('paints what asks to be looked at', async () => {
    const parts = await partsOf(await writeXlsx([sheet([[{ value: '已到期', tone: 'error' }]])]));
    expect(parts.get('xl/styles.xml')).toContain('<fgColor rgb="FFFFC7CE"/>');
  });

  test('types every text as a text, so that none is run', async () => {
    const parts = await partsOf(
      await writeXlsx([sheet([[{ value: '=HYPERLINK("http://x","y")' }, { value: '@SUM(1)' }]])]),
    );
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).not.toContain('<f>');
    expect(xml).toMatch(/<c r="A2" s="\d+" t="s">/u);
  });

  test('is the same bytes at every hour and in every zone', async () => {
    const first = await writtenHex();
    process.env['TZ'] = 'America/New_York';
    try {
      expect(await writtenHex()).toBe(first);
    } finally {
      delete process.env['TZ'];
    }
    // 1980-01-01 00:00, as MS-DOS counts, in the first local header.
    expect(first.slice(20, 28)).toBe('00002100');
  });
});

describe('texts come back as they were', () => {
  test.each([
    '=1+1',
    '-3',
    '<&>"\'',
    'line\nbreak',
    'bell\u0007',
    'cr\r\nlf',
    '_x0041_',
    '_x005F_',
    'constructor',
    '__proto__',
    'toString',
    '👩‍💻',
    ']]>',
    '\uFFFD\uFFFF',
    'lone \uD83D here',
    '\u0085\u009F',
  ])('%j', async (text) => {
    expect(await roundTrip(text)).toBe(text);
  });

  test('whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(nastyText, async (text) => {
        // Outer spaces are the reader's to drop; results such as #REF! are none of these.
        const expected = text.trim() === '' ? undefined : text.trim();
        expect(await roundTrip(text)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('a text longer than a cell may be is cut, and says so', async () => {
    const back = await roundTrip('长'.repeat(40_000));
    expect(back).toBe(`${'长'.repeat(32_766)}…`);
  });
});
