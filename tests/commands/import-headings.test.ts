/** Headings and values as people write them: the corpus is data, and the rate is told. */
import { readFile } from 'node:fs/promises';

import { describe, expect, test } from 'vitest';

import { meaningOf } from '../../src/commands/import/headings.ts';
import { STANDING_NAMES, valueNamed } from '../../src/fields/choices.ts';
import { importCsv, EMPTY } from '../support/import-spreadsheet.ts';
import { documentOf } from '../support/read-ledger.ts';

type Words = Readonly<Record<string, readonly string[]>>;
interface Corpus {
  readonly public: Words;
  readonly others: Words;
  readonly none: readonly string[];
  readonly statuses: Words;
}

const text = await readFile(new URL('../fixtures/import-words.yaml', import.meta.url), 'utf8');
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of these tests
const corpus = (await documentOf(text)).data as Corpus;

/** Words that mean something else than they should, or nothing. */
function misread(words: Words, read: (word: string) => string | undefined): readonly string[] {
  return Object.entries(words).flatMap(([meant, all]) =>
    all.flatMap((word) => (read(word) === meant ? [] : [`${word}: ${read(word) ?? 'nothing'}, not ${meant}`])),
  );
}

const headingOf = (word: string): string | undefined => meaningOf(word)?.field;

describe('headings', () => {
  test('of 56 in public registers, all are understood', () => {
    expect(Object.values(corpus.public).flat()).toHaveLength(56);
    expect(misread(corpus.public, headingOf)).toEqual([]);
  });

  test('and all of the others that were seen', () => {
    expect(misread(corpus.others, headingOf)).toEqual([]);
  });

  test.each(corpus.none)('%s is no field of the ledger', (word) => {
    expect(headingOf(word)).toBeUndefined();
  });

  test('a heading as long as a cell may be costs nothing', () => {
    const from = performance.now();
    for (const word of ['书', '合同', '有效期', 'a']) meaningOf(word.repeat(32_000 / word.length));
    for (const word of ['书', '合同', '许可', '经营']) meaningOf(word.repeat(24 / word.length));
    expect(performance.now() - from).toBeLessThan(500);
  });
});

test('what a register says of how an entry stands', () => {
  expect(misread(corpus.statuses, (word) => valueNamed(STANDING_NAMES, word))).toEqual([]);
});

// Case 08.
test('a contract under headings that no list has', async () => {
  const csv = `序号,合同类型,合同名称,合同相对方,合同开始时间,合同到期时间,有效期截止日期
1,专线,亦庄专线,电信,2026-01-01,2026-12-31,2026-12-31
`;
  const { code, data, stderr } = await importCsv(csv, ['--yes', '--lang', 'zh'], { ledger: EMPTY });
  expect(code).toBe(0);
  expect(data.resources).toStrictEqual([
    {
      id: 'leased-line-2026',
      kind: 'leased-line',
      title: '亦庄专线',
      provider: '电信',
      starts: '2026-01-01',
      expires: '2026-12-31',
    },
  ]);
  expect(stderr).toBe('未导入的列：序号 (A1)、有效期截止日期 (G1)\n');
});

function rows(a: string, b: string): string {
  return `种类,名称,甲方,乙方,到期日\n专线,亦庄,${a},${b},2027-12-31\n`;
}

describe('the other party', () => {
  const OURS = '示例云网科技有限公司';

  test.each([
    [OURS, '中国电信', '中国电信'],
    ['中国电信', OURS, '中国电信'],
    [`${OURS}上海分公司`, '中国电信', '中国电信'],
    ['', '中国电信', '中国电信'],
    [OURS, '', undefined],
  ])('甲方 %s, 乙方 %s: %s', async (a, b, provider) => {
    const { code, data } = await importCsv(rows(a, b));
    expect(code).toBe(0);
    expect(data.resources?.[0]).toStrictEqual({
      id: 'leased-line-2027',
      kind: 'leased-line',
      title: '亦庄',
      ...(provider === undefined ? {} : { provider }),
      expires: '2027-12-31',
    });
  });

  test('a contract between others is not ours', async () => {
    const { code, stderr, text: written } = await importCsv(rows('甲公司', '乙公司'), ['--yes', '--lang', 'zh']);
    expect([code, written]).toStrictEqual([2, undefined]);
    expect(stderr).toContain('C2  “甲公司”和“乙公司”都不是台账的公司“示例云网科技有限公司”');
  });
});

describe('terms', () => {
  test.each([
    ['三年', '2026-01-01', '2028-12-31'],
    ['12个月', '2026-01-31', '2027-01-30'],
    ['1年', '2028-02-29', '2029-02-28'],
  ])('%s from %s ends on %s', async (term, starts, expires) => {
    const { data } = await importCsv(`种类,名称,开始日期,租期\n专线,亦庄,${starts},${term}\n`);
    expect(data.resources).toMatchObject([{ starts, expires }]);
  });

  // Case 21.
  test('9999-12-31 is no end', async () => {
    const csv = '种类,名称,到期日\n营业执照,营业执照,9999-12-31\n域名,a.com,9999/12/31\n';
    const { data } = await importCsv(csv);
    expect(data.resources).toMatchObject([{ expires: 'never' }, { expires: 'never' }]);
  });
});

describe('--map of what cells say', () => {
  const CSV = '种类,名称,到期日,状态\n机位,甲,2027-01-01,归档\n';

  test('names kinds, states and ends that nobody knows', async () => {
    const { stderr } = await importCsv(CSV, ['--yes', '--lang', 'en']);
    expect(stderr).toContain(`--map '归档=active'`);
    expect(stderr).toContain(`D2  unknown status "归档"`);
    const map = ['--map', '机位=machine-room', '--map', '归档=active'];
    const { code, data } = await importCsv(CSV, ['--yes', ...map]);
    expect(code).toBe(0);
    expect(data.resources).toMatchObject([{ kind: 'machine-room', title: '甲', expires: '2027-01-01' }]);
  });

  test.each([
    [['--map', '归挡=active'], 'no such heading or cell'],
    [['--map', '名称=closed?'], 'unknown field closed?'],
  ])('%j is refused', async (argv, words) => {
    const { code, stderr } = await importCsv(CSV, ['--yes', '--lang', 'en', ...argv]);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('what one cell says at once', () => {
  const PAPER =
    '证照名称,证号,业务范围,覆盖地域,发证日期,有效期至\n经营许可证,A2.B1.B2-2022,IDC/ISP、CDN,全国,2022-01-01,2027-01-01\n';

  test('业务范围 names the services where no column says the kind', async () => {
    const { code, data } = await importCsv(PAPER, ['--yes'], { ledger: EMPTY });
    expect(code).toBe(0);
    const services = ['idc', 'isp', 'cdn'].map((kind) => ({ kind, scope: 'national' }));
    expect(data.licences).toMatchObject([{ number: 'A2.B1.B2-2022', services }]);
  });

  test.each([
    ['上海', ['上海']],
    ['全国（不含港澳台）', 'national'],
  ])('范围 alone is the coverage where it says %s', async (cell, scope) => {
    const csv = `种类,证号,范围,发证日期,有效期至\nISP,B1-2,${cell},2022-01-01,2027-01-01\n`;
    const { data } = await importCsv(csv, ['--yes'], { ledger: EMPTY });
    expect(data.licences).toMatchObject([{ kind: 'isp', scope }]);
  });

  test('and the extent of anything where no cell says a province', async () => {
    const csv = '种类,名称,范围,到期日\n专线,a,全部设备,2027-01-01\n专线,b,办公区,2027-01-01\n';
    const { stderr } = await importCsv(csv, ['--yes', '--lang', 'en'], { ledger: EMPTY });
    expect(stderr).toContain('columns left out: 范围 (C1)');
  });

  test('where a column says the kind, it is where they hold good', async () => {
    const csv = '种类,证号,业务范围,发证日期,有效期至\nISP,B1-2,上海,2022-01-01,2027-01-01\n';
    const { data } = await importCsv(csv, ['--yes'], { ledger: EMPTY });
    expect(data.licences).toMatchObject([{ kind: 'isp', scope: ['上海'] }]);
  });

  test.each([
    ['A2.B1.B2-2022 ISP', ['t/isp']],
    ['A2.B1.B2-2022（CDN、IDC）', ['t/cdn', 't/idc']],
    ['A2.B1.B2-2022/idc', ['t/idc']],
    ['IDC/CDN', ['t/idc', 't/cdn']],
    ['ISP、CDN', ['t/isp', 't/cdn']],
    ['A2.B1.B2-2022 SP', undefined],
    ['A2.B1.B2-2022', ['t']],
  ])('a contract for %s', async (written, serves) => {
    const services = ['isp', 'idc', 'cdn'].map((kind) => `{ kind: ${kind}, scope: national }`).join(', ');
    const ledger = `${EMPTY}licences: [{ id: t, number: A2.B1.B2-2022, issued: 2022-01-01, expires: 2027-01-01, services: [${services}] }]\n`;
    const csv = `种类,名称,到期日,适用许可证/业务\n专线,亦庄,2027-12-31,${written}\n`;
    const { data, code } = await importCsv(csv, ['--yes'], { ledger });
    expect([code, data.resources?.map((one) => ('serves' in one ? one.serves : []))]).toEqual(
      serves === undefined ? [2, undefined] : [0, [serves]],
    );
  });
});

describe('a heading that means nothing', () => {
  const csv = '种类,名称,到期日,用途\n专线,亦庄,2027-12-31,ISP\n';

  test('is told with the way to import it, and that way works', async () => {
    const { stderr } = await importCsv(csv, ['--yes', '--lang', 'zh']);
    expect(stderr).toContain("用`--map '列名=含义'`指明，如`--map '用途=用于'`");
    for (const meaning of ['用于', 'serves', '所属许可证']) {
      const { code, data } = await importCsv(csv, ['--yes', '--map', `用途=${meaning}`]);
      expect([code, data.resources]).toMatchObject([0, [{ serves: ['isp'] }]]);
    }
  });

  test('means nothing that no heading means', async () => {
    const { code, stderr } = await importCsv(csv, ['--yes', '--map', '用途=养猪', '--lang', 'zh']);
    expect(code).toBe(2);
    expect(stderr).toContain('没有字段养猪');
    expect(stderr).toContain('常用的列名');
  });
});

test('a kind that is not known is told with the kinds that it is like, each as it can be typed', async () => {
  const csv = '种类,名称,到期日\n评测,报告,2027-12-31\n养猪,合同,2027-12-31\n';
  const { stderr } = await importCsv(csv, ['--yes', '--lang', 'zh']);
  expect(stderr).toContain("`--map '评测=system-evaluation'`（系统评测报告）");
  expect(stderr).toContain('加`--skip-invalid`跳过');
});

function papersOf(kind: string): string {
  return `证照类别,证书编号,业务种类,业务覆盖范围,发证日期,有效期至
增值电信业务经营许可证,B1-20240001,${kind},全国,2024-03-01,2029-02-28
`;
}

describe('of two columns that may say the kind', () => {
  test('the one that names some does', async () => {
    const { code, data, stderr } = await importCsv(papersOf('互联网数据中心业务'), ['--yes', '--lang', 'zh'], {
      ledger: EMPTY,
    });
    expect([code, stderr.split('\n')[0]]).toStrictEqual([0, '未导入的列：证照类别 (A1)']);
    expect(data.licences).toMatchObject([{ kind: 'idc', number: 'B1-20240001' }]);
  });

  test('where none does, it is told that the name of the paper says too little', async () => {
    const { code, stderr } = await importCsv(papersOf('—'), ['--yes', '--lang', 'zh'], { ledger: EMPTY });
    expect(code).toBe(2);
    expect(stderr).toContain('A2  “增值电信业务经营许可证”没有写明是哪项业务。补上“业务种类”一列');
  });
});
