/** Spreadsheets through the real program: bytes on pipes, exit codes, and nothing that depends on the hour or the zone. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import { makeWorkbook } from '../support/make-workbook.ts';
import { runProgram, runShell } from '../support/run-program.ts';
import { AS_OF, NO_YAML } from '../support/sample-ledgers.ts';
import { REGISTER } from '../support/sample-register.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CSV = '种类,名称,到期日\n域名,other.com,2028-01-01\n';

describe('exit codes', () => {
  test.each([
    [0, REGISTER, ['list']],
    [0, REGISTER, ['list', '--format', 'json', '--as-of', '2990-01-01']],
    [2, REGISTER, ['list', '--kind', 'nothing']],
    [3, NO_YAML, ['list']],
    [0, REGISTER, ['show', 'isp']],
    [2, REGISTER, ['show', 'gone']],
    [3, NO_YAML, ['show', 'isp']],
    [0, REGISTER, ['export', '--to', 'csv']],
    [2, REGISTER, ['export']],
    [3, NO_YAML, ['export', '--to', 'xlsx']],
    [3, REGISTER, ['export', '--output', 'no/such/folder.csv']],
    [0, REGISTER, ['import', 'new.csv', '--yes']],
    [0, REGISTER, ['import', 'new.csv', '--dry-run']],
    [2, REGISTER, ['import', 'new.csv']],
    [2, REGISTER, ['import', 'bad.csv', '--yes']],
    [3, REGISTER, ['import', 'gone.csv', '--yes']],
    [3, NO_YAML, ['import', 'new.csv', '--yes']],
  ])('%i', async (code, ledger, argv) => {
    const cwd = await temporaryFolder({ 'ledger.yaml': ledger, 'new.csv': CSV, 'bad.csv': `${CSV}域名,x,soon\n` });
    expect(await runProgram(argv, { cwd })).toMatchObject({ code, signal: null });
  });
});

describe('export', () => {
  test('the same ledger and day give the same bytes, whatever the zone and the language of the machine', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': REGISTER });
    const write = async (file: string, env: Readonly<Record<string, string>>): Promise<Buffer> => {
      const { code } = await runProgram(['export', '--output', file, '--lang', 'zh', ...AS_OF], { cwd, env });
      expect(code).toBe(0);
      return readFile(path.join(cwd, file));
    };
    for (const extension of ['xlsx', 'csv']) {
      const one = await write(`one.${extension}`, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' });
      const other = await write(`other.${extension}`, { TZ: 'America/New_York', LANG: 'C' });
      expect(one.equals(other)).toBe(true);
    }
  });

  test('a workbook arrives whole through a pipe', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': REGISTER });
    const { code, stdout } = await runShell(`ledger export --to xlsx ${AS_OF.join(' ')} | cat > out.xlsx`, { cwd });
    expect([code, stdout]).toStrictEqual([0, '']);
    const sheets = await readWorkbook(await readFile(path.join(cwd, 'out.xlsx')));
    expect('unreadable' in sheets ? sheets : sheets.slice(0, 2).map(({ rows }) => rows.length)).toStrictEqual([3, 7]);
  });
});

describe('import', () => {
  test('a workbook becomes entries once, and every byte before them stays', async () => {
    const cwd = await temporaryFolder({ 'ledger.yaml': REGISTER });
    const rows = [['合同台账'], ['种类', '名称', '到期日'], ['带宽合同', '出口', 46_753]];
    await writeFile(path.join(cwd, '台账.xlsx'), makeWorkbook([{ name: '合同', rows }]));
    const run = async () => runProgram(['import', '台账.xlsx', '--yes', '--lang', 'zh'], { cwd });

    expect(await run()).toMatchObject({ code: 0 });
    const after = await readFile(path.join(cwd, 'ledger.yaml'), 'utf8');
    expect(after.startsWith(REGISTER)).toBe(true);
    expect(after.slice(REGISTER.length)).toContain('title: 出口');
    expect(after.slice(REGISTER.length)).toContain('expires: 2028-01-01');

    const again = await run();
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('已登记');
    expect(await readFile(path.join(cwd, 'ledger.yaml'), 'utf8')).toBe(after);
  });
});
