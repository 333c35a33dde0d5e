import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { displayWidth } from '../../../src/reporters/writing/display-width.ts';
import { printable } from '../../../src/reporters/writing/printable.ts';
import { cutTo, type TableColumn, tableLines } from '../../../src/reporters/writing/table.ts';
import { nastyText } from '../../support/nasty-text.ts';

type Row = readonly [id: string, title: string, owner: string];

const COLUMNS: readonly TableColumn<Row>[] = [
  { heading: '编号', text: ([id]) => id, least: 8 },
  { heading: '名称', text: ([, title]) => title, least: 8, dropped: 1 },
  { heading: '天数', text: ([id]) => String(id.length), align: 'right' },
  { heading: '负责人', text: ([, , owner]) => owner, least: 6, dropped: 2 },
];

function draw(rows: readonly Row[], width: number): readonly string[] {
  return [...tableLines(COLUMNS, rows, { width, heading: (text) => text })];
}

const ROWS: readonly Row[] = [
  ['line-bj-2026', '北京亦庄专线接入协议', '网络部'],
  ['domain', 'example.com', '运维部'],
];

/** One row that is too wide in two columns, beside the others. */
function rowsWith(repeated: number): readonly Row[] {
  return [['x', '长'.repeat(repeated), 'y'.repeat(repeated)], ...ROWS];
}

describe('a table', () => {
  test('is as wide as it needs to be', () => {
    expect(draw(ROWS, 80)).toStrictEqual([
      '编号          名称                  天数  负责人',
      'line-bj-2026  北京亦庄专线接入协议    12  网络部',
      'domain        example.com              6  运维部',
    ]);
  });

  test('cuts its widest column where room is short', () => {
    expect(draw(ROWS, 44)).toStrictEqual([
      '编号          名称              天数  负责人',
      'line-bj-2026  北京亦庄专线接…     12  网络部',
      'domain        example.com          6  运维部',
    ]);
  });

  test('gives up the least important column rather than all of them', () => {
    expect(draw(ROWS, 24)).toStrictEqual([
      '编号      名称      天数',
      'line-bj…  北京亦…     12',
      'domain    example…     6',
    ]);
    expect(draw(ROWS, 16)).toStrictEqual(['编号        天数', 'line-bj-2…    12', 'domain         6']);
  });

  test('sets a long heading on several lines where room is short', () => {
    const columns: readonly TableColumn<Row>[] = [
      { heading: 'Id', text: ([id]) => id },
      { heading: 'Not compliant from', text: () => '2027-04-01' },
    ];
    const drawn = (width: number): readonly string[] => [
      ...tableLines(columns, ROWS.slice(1), { width, heading: (text) => text }),
    ];
    expect(drawn(30)).toStrictEqual(['Id      Not compliant from', 'domain  2027-04-01']);
    expect(drawn(21)).toStrictEqual(['        Not compliant', 'Id      from', 'domain  2027-04-01']);
    expect(drawn(18)).toStrictEqual(['        Not', '        compliant', 'Id      from', 'domain  2027-04-01']);
  });

  test('leaves out a column in which nothing stands', () => {
    expect(draw([['a', 'b', '']], 80)[0]).toBe('编号  名称  天数');
  });

  test('does not measure what it cuts: a text of millions is as one that is wider than the page', () => {
    for (const width of [30, 44, 80])
      expect(draw(rowsWith(3_000_000), width)).toStrictEqual(draw(rowsWith(100), width));
  });

  test('is never wider than it may be, whatever stands in it', () => {
    const row = fc.tuple(nastyText, nastyText, nastyText);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.integer({ min: 20, max: 120 }), (rows, width) => {
        const printed = rows.map(([a, b, c]): Row => [printable(a), printable(b), printable(c)]);
        for (const line of draw(printed, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test.each([
  [5, '北京亦庄', '北京…'],
  [4, '北京亦庄', '北…'],
  [8, '北京亦庄', '北京亦庄'],
  [3, 'abcd', 'ab…'],
  [1, 'ab', '…'],
])('in %d columns %s is %s', (columns, text, expected) => {
  expect(cutTo(columns, text)).toBe(expected);
});
