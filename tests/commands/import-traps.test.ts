/** A row that says in any way that it is not alive, not ours, or not to be seen never becomes cover in silence. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { importCsv, importFile } from '../support/import-spreadsheet.ts';
import { dateCell, makeWorkbook, type RawCell, type RawSheet, struckCell } from '../support/make-workbook.ts';
import { runInMemory } from '../support/memory-io.ts';

const COMPANY = '示例云网科技有限公司';
/** It lacks a leased line, and nothing else. */
const LEDGER = `version: 1
company: { name: ${COMPANY}, registeredCapital: 100000000 }
policy: { since: 2027-01-01 }
licences:
  - { id: isp, kind: isp, number: B1-20227777, scope: national, issued: 2025-03-15, expires: 2030-03-14, opened: 2025-04-01 }
resources:
  - { id: ip, kind: ip-addresses, title: ip, expires: never, serves: [isp] }
  - { id: ev, kind: system-evaluation, title: e, expires: never, serves: [isp] }
`;

async function rulesOf(ledger: string): Promise<readonly string[]> {
  const argv = ['check', '--format', 'json'];
  const { stdout } = await runInMemory(argv, { files: { 'ledger.yaml': ledger } });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a document of the program itself
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly rule: string }[] };
  return findings.map(({ rule }) => rule);
}

const HEADINGS = ['种类', '名称', '对方', '开始日期', '到期日', '所属许可证'];
const ROW = ['专线', '亦庄专线', '电信', '2026-01-01', '2027-12-31', 'isp'];

test('the row without a word of that kind is cover', async () => {
  const { code, text } = await importCsv(`${HEADINGS.join()}\n${ROW.join()}\n`, ['--yes'], { ledger: LEDGER });
  expect(code).toBe(0);
  expect(await rulesOf(LEDGER)).toContain('isp/leased-line');
  expect(await rulesOf(text ?? '')).not.toContain('isp/leased-line');
});

function register(heading: string, word: string, more = ''): string {
  return `${HEADINGS.join()},${heading}${more === '' ? '' : ',提前终止日'}\n${ROW.join()},${word}${more}\n`;
}

// Case 03.
describe('a column that says how the row stands', () => {
  test.each<readonly [string, string]>([
    ...['已终止', '已作废', '注销', '已解除', '终止', '到期未续', '失效', '归档'].map(
      (word) => ['状态', word] as const,
    ),
    ['合同状态', '已终止'],
    ['是否有效', '否'],
    ['是否作废', '是'],
    ['使用情况', '已退租'],
  ])('%s: %s is refused by cell', async (heading, word) => {
    const { code, stderr, text } = await importCsv(register(heading, word), ['--yes', '--lang', 'zh'], {
      ledger: LEDGER,
    });
    expect([code, text]).toStrictEqual([2, undefined]);
    expect(stderr).toMatch(/^G2 /mu);
    expect(stderr).toContain(word);
  });

  test('the day of its end makes it a contract that has ended', async () => {
    const csv = register('状态', '已终止', ',2026-10-15');
    const { code, data, text } = await importCsv(csv, ['--yes'], { ledger: LEDGER });
    expect(code).toBe(0);
    expect(data.resources?.[2]).toMatchObject({ title: '亦庄专线', ended: '2026-10-15' });
    expect(await rulesOf(text ?? '')).toContain('isp/leased-line');
  });

  test('beside the end that was agreed, 终止日期 is the day on which it ended', async () => {
    const csv = `${HEADINGS.join()},状态,终止日期\n${ROW.join()},已终止,2026-10-15\n`;
    const { data } = await importCsv(csv, ['--yes'], { ledger: LEDGER });
    expect(data.resources?.[2]).toMatchObject({ expires: '2027-12-31', ended: '2026-10-15' });
  });

  test('a licence is closed on its day, and refused without one', async () => {
    const csv = `种类,证号,覆盖范围,发证日期,到期日,状态,注销日期\nIDC,B1-1,全国,2024-01-01,2029-01-01,已注销,`;
    const refused = await importCsv(`${csv}\n`, ['--yes', '--lang', 'en'], { ledger: LEDGER });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/^F2 .*column "Closed"/mu);
    const { data } = await importCsv(`${csv}2026-05-01\n`, ['--yes'], { ledger: LEDGER });
    expect(data.licences?.[1]).toMatchObject({ closed: '2026-05-01' });
  });

  test.each(['有效', '在用', '履行中', '即将到期', '已续签'])('%s is in force', async (word) => {
    const { code, text } = await importCsv(register('状态', word), ['--yes'], { ledger: LEDGER });
    expect(code).toBe(0);
    expect(await rulesOf(text ?? '')).not.toContain('isp/leased-line');
  });

  test('what has run out anyway is recorded as it is, and what the row says of it is kept', async () => {
    const csv = register('状态', '已终止').replace('2027-12-31', '2026-06-30');
    const { code, data } = await importCsv(csv, ['--yes'], { ledger: LEDGER });
    expect([code, data.resources?.[2]]).toMatchObject([0, { expires: '2026-06-30', renew: false, notes: '已终止' }]);
  });

  test('a licence that has run out stays expired, whatever the row says, and that is kept', async () => {
    const csv =
      '种类,证号,覆盖范围,发证日期,到期日,状态,备注\nIDC,B1-1,全国,2019-01-01,2024-01-01,已注销,原件在档案室\n';
    const { code, data, text } = await importCsv(csv, ['--yes'], { ledger: LEDGER });
    expect([code, data.licences?.[1]]).toMatchObject([0, { expires: '2024-01-01', notes: '原件在档案室；已注销' }]);
    expect(data.licences?.[1]).not.toHaveProperty('closed');
    expect(await rulesOf(text ?? '')).toContain('licence/expiry');
  });
});

// Case 05.
describe('what nobody sees', () => {
  const rows: RawSheet['rows'] = [HEADINGS, ROW, ['域名', 'a.example', '注册商', '2026-01-01', '2028-12-31', 'isp']];
  const book = (more: Partial<RawSheet>): Uint8Array =>
    makeWorkbook([
      { name: '台账', rows, ...more },
      { name: '可见', rows: [['说明']] },
    ]);

  test('hidden and filtered rows are refused, left out or asked for', async () => {
    const bytes = book({ hiddenRows: [2] });
    const refused = await importFile('x.xlsx', bytes, ['--yes', '--lang', 'zh'], { ledger: LEDGER });
    expect([refused.code, refused.text]).toStrictEqual([2, undefined]);
    expect(refused.stderr).toContain('台账!A2  本行已隐藏或被筛选掉');
    const skipped = await importFile('x.xlsx', bytes, ['--yes', '--skip-invalid'], { ledger: LEDGER });
    expect(skipped.data.resources?.slice(2)).toMatchObject([{ title: 'a.example' }]);
    const asked = await importFile('x.xlsx', bytes, ['--yes', '--include-hidden'], { ledger: LEDGER });
    expect(asked.data.resources).toHaveLength(4);
  });

  test('a block of hidden rows is said once', async () => {
    const { stderr } = await importFile('x.xlsx', book({ hiddenRows: [2, 3] }), ['--yes', '--lang', 'en'], {
      ledger: LEDGER,
    });
    expect(stderr.match(/the row is hidden/gu)).toHaveLength(1);
    expect(stderr).toContain('the spreadsheet has a problem');
  });

  test('struck-through cells are refused', async () => {
    const struck = [HEADINGS, ROW.map((text) => struckCell(text))];
    const { code, stderr } = await importFile('x.xlsx', book({ rows: struck }), ['--yes', '--lang', 'zh'], {
      ledger: LEDGER,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('台账!A2  有删除线');
  });

  test('a hidden sheet is left out by name, and read where it is asked for', async () => {
    const both = makeWorkbook([
      { name: '旧', rows, state: 'hidden' },
      { name: '新', rows: [HEADINGS, ['域名', 'b.example', '商', '2026-01-01', '2027-01-01', 'isp']] },
    ]);
    const { code, stderr, data } = await importFile('x.xlsx', both, ['--yes', '--lang', 'zh'], { ledger: LEDGER });
    expect(code).toBe(0);
    expect(stderr).toContain('工作表“旧”已隐藏，未导入');
    expect(data.resources?.slice(2)).toMatchObject([{ title: 'b.example' }]);
    for (const argv of [['--include-hidden'], ['--sheet', '旧']]) {
      const asked = await importFile('x.xlsx', both, ['--yes', ...argv], { ledger: LEDGER });
      expect(asked.data.resources?.[2]).toMatchObject({ title: '亦庄专线' });
    }
  });

  test('where the only table is on a hidden sheet, the refusal names the sheet', async () => {
    const only = makeWorkbook([
      { name: '旧', rows, state: 'hidden' },
      { name: '说明', rows: [['见另一张表']] },
    ]);
    const { code, stderr } = await importFile('x.xlsx', only, ['--yes', '--lang', 'zh'], { ledger: LEDGER });
    expect(code).toBe(2);
    expect(stderr).toContain('处理：工作表“旧”已隐藏，未导入；要导入，加`--include-hidden`');
  });

  test('what stands beneath a merged area is refused', async () => {
    const { stderr } = await importFile('x.xlsx', book({ merged: ['D2:E2'] }), ['--yes', '--lang', 'zh'], {
      ledger: LEDGER,
    });
    expect(stderr).toContain('台账!E2  被合并单元格遮住的内容');
  });
});

function withCells(number: RawCell, end: RawCell): Uint8Array {
  return makeWorkbook([
    {
      name: 'S',
      rows: [
        ['种类', '名称', '到期日'],
        ['域名', number, end],
      ],
    },
  ]);
}

describe('numbers and days that nobody can rely on', () => {
  const SIXTEEN: RawCell = { attributes: '', xml: '<v>7001234567800012</v>' };

  test.each<[string, RawCell, RawCell, string, string]>([
    ['sixteen digits', SIXTEEN, '2027-01-01', 'S!B2', '数字7001234567800012超过15位'],
    ['a moment before midnight', 'a', dateCell(46_387.999_99), 'S!C2', '无法判断是2026-12-31还是2027-01-01'],
    ['a moment after midnight', 'a', 46_387.000_01, 'S!C2', '无法判断是2026-12-30还是2026-12-31'],
  ])('%s', async (_, number, end, place, words) => {
    const { code, stderr } = await importFile('x.xlsx', withCells(number, end), ['--yes', '--lang', 'zh']);
    expect(code).toBe(2);
    expect(stderr).toContain(`${place}  `);
    expect(stderr).toContain(words);
  });

  test('an exponent in a CSV file', async () => {
    const { code, stderr } = await importCsv('种类,名称,到期日\n域名,7.00123E+14,2027-01-01\n', [
      '--yes',
      '--lang',
      'en',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('B2  the number 7.00123E+14');
  });

  test('the end of all days, as a workbook keeps it', async () => {
    const { data } = await importFile('x.xlsx', withCells('a', dateCell(2_958_465)));
    expect(data.resources).toMatchObject([{ expires: 'never' }]);
  });
});

describe('rows of others', () => {
  test.each([
    ['所属公司', '另一家有限公司', 2],
    ['公司', '示例云网', 2],
    ['签约主体', COMPANY, 0],
    ['所属公司', `${COMPANY}北京分公司`, 0],
  ])('%s: %s', async (heading, name, expected) => {
    const csv = `${HEADINGS.join()},${heading}\n${ROW.join()},${name}\n`;
    const { code, stderr } = await importCsv(csv, ['--yes', '--lang', 'zh'], { ledger: LEDGER });
    expect(code).toBe(expected);
    if (expected === 0) return;
    expect(stderr).toMatch(/^G2 /mu);
    const mapped = await importCsv(csv, ['--yes', '--map', `${name}=${COMPANY}`], { ledger: LEDGER });
    expect(mapped.code).toBe(0);
  });

  test('a title, or the name of the sheet, says whose they are', async () => {
    const bytes = makeWorkbook([{ name: '台账', rows: [['北京另一家有限公司2026年合同台账'], HEADINGS, ROW, ROW] }]);
    const { code, stderr } = await importFile('x.xlsx', bytes, ['--yes', '--lang', 'zh'], { ledger: LEDGER });
    expect(code).toBe(2);
    expect(stderr.match(/北京另一家有限公司2026年合同台账/gu)).toHaveLength(2);
    expect(stderr).toContain('表格有1处问题');
  });
});

describe('nothing is left out without a word', () => {
  test('cells below no heading, titles, captions, totals', async () => {
    const rows: RawSheet['rows'] = [
      ['合同台账'],
      ['更新于', undefined, '2026-01-05'],
      HEADINGS,
      ['一、专线'],
      [...ROW, undefined, '旁注'],
      ['合计', undefined, undefined, undefined, '1'],
    ];
    const { code, stderr } = await importFile(
      'x.xlsx',
      makeWorkbook([{ name: 'S', rows }]),
      ['--yes', '--lang', 'zh'],
      {
        ledger: LEDGER,
      },
    );
    expect(code).toBe(0);
    for (const word of ['A1“合同台账”', 'A2“更新于”', 'C2“2026-01-05”', 'A4“一、专线”', '未导入：H5', '行：6']) {
      expect(stderr).toContain(word);
    }
  });

  test('a second table below the first has its own headings', async () => {
    const csv = `${HEADINGS.join()}\n${ROW.join()}\n\n名称,到期日,种类,注册商\na.com,2027-01-01,域名,商\n`;
    const { code, data } = await importCsv(csv, ['--yes'], { ledger: LEDGER });
    expect(code).toBe(0);
    expect(data.resources?.slice(2)).toMatchObject([
      { kind: 'leased-line' },
      { kind: 'domain', title: 'a.com', provider: '商', expires: '2027-01-01' },
    ]);
  });

  test('the headings come again on each page', async () => {
    const csv = `${HEADINGS.join()}\n${ROW.join()}\n${HEADINGS.join()}\n域名,a.com,商,2026-01-01,2027-01-01,isp\n`;
    const { code, data } = await importCsv(csv, ['--yes'], { ledger: LEDGER });
    expect([code, data.resources?.length]).toStrictEqual([0, 4]);
  });
});

/** One sheet with the row, in which it is said in one way or another. */
type Saying = (row: readonly string[]) => Partial<RawSheet> & Pick<RawSheet, 'rows'>;

const beside =
  (heading: string, word: string): Saying =>
  (row) => ({
    rows: [
      [...HEADINGS, heading],
      [...row, word],
    ],
  });
const inCell =
  (at: number, say: (text: string) => RawCell): Saying =>
  (row) => ({
    rows: [HEADINGS, row.map((text, place) => (place === at ? say(text) : text))],
  });
const above =
  (caption: string): Saying =>
  (row) => ({ rows: [HEADINGS, [caption], row] });

const DEAD_WORDS = [
  '已终止',
  '作废',
  '已作废',
  '注销',
  '已注销',
  '解除',
  '已解除',
  '到期未续',
  '失效',
  '停用',
  '吊销',
  '已退租',
];
const dead = fc.constantFrom(...DEAD_WORDS);
const statusHeading = fc.constantFrom('状态', '合同状态', '当前状态', '使用情况', '履行状态', 'Status');
const companyHeading = fc.constantFrom('公司', '所属公司', '签约主体', '持证单位');
const freeHeading = fc.constantFrom('备注', '说明', '跟踪记录', '附言');

const sayings: fc.Arbitrary<Saying> = fc.oneof(
  fc.tuple(statusHeading, dead).map(([heading, word]) => beside(heading, word)),
  fc.tuple(freeHeading, dead).map(([heading, word]) => beside(heading, word)),
  fc
    .tuple(freeHeading, dead)
    .map(([heading, word]) =>
      beside(heading, `合同${word.replace(/^已/u, '')}，见附件；已于2026年5月${word.replace(/^已/u, '')}`),
    ),
  fc
    .tuple(
      freeHeading,
      fc.constantFrom('原合同已终止，本合同也已作废', '不再使用', '2026-05-01提前终止', '旧合同', 'terminated 2026'),
    )
    .map(([heading, word]) => beside(heading, word)),
  fc
    .tuple(companyHeading, fc.constantFrom('另一家有限公司', '示例', '子公司'))
    .map(([heading, name]) => beside(heading, name)),
  fc.tuple(fc.constantFrom(1, 2), dead).map(([at, word]) => inCell(at, (text) => `${text}（${word}）`)),
  fc.constantFrom(0, 1, 4).map((at) => inCell(at, (text) => struckCell(text))),
  dead.map((word) => above(`二、${word}的合同`)),
  fc.constantFrom('另一家有限公司', '二、历史合同').map((caption) => above(caption)),
  fc.constant<Saying>((row) => ({ rows: [HEADINGS, row], hiddenRows: [2] })),
  fc.constant<Saying>((row) => ({ rows: [HEADINGS, row], state: 'hidden' })),
  fc.constant<Saying>((row) => ({ rows: [['另一家有限公司合同台账'], HEADINGS, row] })),
  fc.constantFrom('是否有效', '是否在用').map((heading) => beside(heading, '否')),
  fc.constantFrom('是否终止', '是否作废').map((heading) => beside(heading, '是')),
);

test('whatever says that a row is not alive or not ours, no finding goes', async () => {
  const before = await rulesOf(LEDGER);
  const visible = { name: '说明', rows: [['说明']] };
  await fc.assert(
    fc.asyncProperty(sayings, fc.boolean(), async (say, skips) => {
      const bytes = makeWorkbook([{ name: '台账', ...say(ROW) }, visible]);
      const argv = ['--yes', ...(skips ? ['--skip-invalid'] : [])];
      const { text } = await importFile('x.xlsx', bytes, argv, { ledger: LEDGER });
      expect(await rulesOf(text ?? LEDGER)).toEqual(expect.arrayContaining([...before]));
    }),
    { numRuns: 150 },
  );
});
