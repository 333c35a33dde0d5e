import { describe, expect, test } from 'vitest';

import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { day } from '../support/days.ts';
import { runInMemory } from '../support/memory-io.ts';
import { PAPERS } from '../support/recording-ledger.ts';
import { AS_OF, EXPIRED, NO_YAML } from '../support/sample-ledgers.ts';
import { REGISTER } from '../support/sample-register.ts';

const files = { 'ledger.yaml': REGISTER };

async function workbookOf(...argv: readonly string[]) {
  const { writtenBytes } = await runInMemory(['export', '--output', 'out.xlsx', ...AS_OF, ...argv], { files });
  const read = await readWorkbook(writtenBytes.get('/company/out.xlsx') ?? new Uint8Array());
  if ('unreadable' in read) throw new Error('no workbook was written');
  return read;
}

describe('a workbook', () => {
  test('has a sheet for licences and one for contracts, in the language', async () => {
    const [licences, resources] = await workbookOf('--lang', 'zh');
    expect([licences?.name, resources?.name]).toStrictEqual(['许可证', '合同与证明']);
    expect(licences?.rows).toStrictEqual([
      ['编号', '种类', '证号', '业务覆盖范围', '发证日', '到期日', '剩余天数', '状态', '负责人', '备注'],
      [
        'cdn',
        '内容分发网络业务',
        '京B1-20211116',
        '北京、河北',
        { day: day('2021-11-16') },
        { day: day('2026-11-15') },
        -6,
        '已到期',
      ],
      [
        'isp',
        '互联网接入服务业务',
        'B1-20220315',
        '全国',
        { day: day('2022-03-15') },
        { day: day('2027-03-14') },
        113,
        '有效',
        '法务部',
      ],
    ]);
    expect(resources?.rows.map((row) => row[0])).toStrictEqual([
      '编号',
      'line-bj-2025',
      'nodes-sh',
      'room',
      'domain-main',
      'line-bj-2026',
      'seal',
    ]);
    expect(resources?.rows[4]?.at(-1)).toBe('=1+1');
    expect(resources?.rows[6]).toContain('长期');
  });

  test('has a row for each service of a licence', async () => {
    const { stdoutBytes } = await runInMemory(['export', '--to', 'xlsx', ...AS_OF, '--lang', 'en'], {
      files: { 'ledger.yaml': PAPERS },
    });
    const read = await readWorkbook(stdoutBytes);
    const [licences, resources] = 'unreadable' in read ? [] : read;
    const [headings = []] = licences?.rows ?? [];
    const column = (heading: string) => licences?.rows.slice(1).map((row) => row[headings.indexOf(heading)]);
    expect(column('ID')).toStrictEqual(['telecom', 'telecom', 'telecom', 'n95']);
    expect(column('Number')?.slice(0, 3)).toStrictEqual(Array(3).fill('A2.B1.B2-20222637'));
    expect(column('Scope')).toStrictEqual(['national', '北京、上海', 'national', undefined]);
    expect(column('Opened')).toStrictEqual([
      { day: day('2022-06-01') },
      undefined,
      { day: day('2022-09-01') },
      undefined,
    ]);
    expect(column('Verified')?.[1]).toStrictEqual({ day: day('2026-10-01') });
    expect(column('Evidence')?.[0]).toBe('path: evidence/licence.pdf');
    // What no entry of the sheet says has no column.
    expect(resources?.rows[0]).toStrictEqual([
      'ID',
      'Kind',
      'Title',
      'Provider',
      'Starts',
      'Expires',
      'Days left',
      'Status',
      'Serves',
      'Follows',
      'Owner',
      'Notes',
    ]);
  });

  test('goes to a pipe, byte for byte as to a file, and never to a terminal', async () => {
    const piped = await runInMemory(['export', '--to', 'xlsx', ...AS_OF], { files });
    const written = await runInMemory(['export', '--to', 'xlsx', '--output', 'x', ...AS_OF], { files });
    expect(Buffer.compare(piped.stdoutBytes, written.writtenBytes.get('/company/x') ?? new Uint8Array())).toBe(0);
    expect(piped.stdoutBytes.subarray(0, 2)).toStrictEqual(Buffer.from('PK'));

    const shown = await runInMemory(['export', '--to', 'xlsx', ...AS_OF], { files, terminal: 80 });
    expect([shown.code, shown.stdout]).toStrictEqual([2, '']);
    expect(shown.stderr).toContain('--output');
  });

  test('names the company where there are several', async () => {
    const machine = { files: { 'a/ledger.yaml': EXPIRED, 'b/ledger.yaml': REGISTER } };
    const { stdoutBytes } = await runInMemory(['export', '.', '--to', 'xlsx', ...AS_OF, '--lang', 'en'], machine);
    const read = await readWorkbook(stdoutBytes);
    expect('unreadable' in read ? read : read.map(({ rows }) => rows[1]?.slice(0, 2))).toStrictEqual([
      ['示例云网科技有限公司', 'cdn'],
      ['示例云网科技有限公司', 'cert'],
    ]);
  });
});

test('CSV follows the language of people, and is neutralised', async () => {
  const { stdout } = await runInMemory(['export', '--to', 'csv', ...AS_OF], { files, env: { LANG: 'zh_CN.UTF-8' } });
  expect(stdout).toMatch(/^\uFEFF编号,种类,/u);
  expect(stdout).toContain(",'=1+1\r\n");
});

test.each([
  [['export'], 2, '--to'],
  [['export', '--output', 'register.pdf'], 2, '--to'],
  [['export', '--to', 'xls'], 2, 'xlsx'],
  [['export', '--to', 'csv', '--output', 'ledger.yaml'], 2, 'overwritten'],
])('%j is refused', async (argv, expected, advice) => {
  const { code, stdout, stderr, written } = await runInMemory(argv, { files });
  expect([code, stdout, written.size]).toStrictEqual([expected, '', 0]);
  expect(stderr).toContain(advice);
});

test('half a register is not written: one ledger that cannot be read is 3', async () => {
  const machine = { files: { 'a/ledger.yaml': EXPIRED, 'b/ledger.yaml': NO_YAML } };
  const { code, written, stderr } = await runInMemory(['export', '.', '--output', 'x.csv'], machine);
  expect([code, written.size]).toStrictEqual([3, 0]);
  expect(stderr).toContain('yaml/syntax');
});

test('a file that cannot be written is 3', async () => {
  const machine = { files: { ...files, 'x.csv': { refuses: 'ENOSPC', kind: 'file' } } } as const;
  const { code, stderr } = await runInMemory(['export', '--output', 'x.csv', '--lang', 'en'], machine);
  expect(code).toBe(3);
  expect(stderr).toContain('the disk is full');
});
