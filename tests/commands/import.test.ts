import { describe, expect, test } from 'vitest';

import { EMPTY, importCsv, importFile, WITH_LICENCE } from '../support/import-spreadsheet.ts';
import { dateCell, makeWorkbook, type RawCell, type RawSheet } from '../support/make-workbook.ts';
import { runInMemory } from '../support/memory-io.ts';
import { PAPERS } from '../support/recording-ledger.ts';

async function importSheet(rows: RawSheet['rows'], more: Partial<RawSheet> = {}, argv: readonly string[] = ['--yes']) {
  return importFile('台账.xlsx', makeWorkbook([{ name: '合同', rows, ...more }]), argv);
}

/** A sheet with one domain. */
function domainRows(title: string): RawSheet['rows'] {
  return [HEADINGS, ['域名', title, '商', '2026-01-01', '2027-01-01']];
}

const HEADINGS: readonly RawCell[] = ['类型', '名称', '对方', '签订日期', '到期日'];

describe('a workbook as it is kept', () => {
  test('title rows, merged and empty cells, serial dates, text dates, full-width digits and formulas', async () => {
    const { code, data, stderr } = await importSheet(
      [
        ['示例云网科技有限公司合同台账（2026年）'],
        ['更新日期：2026-01-05'],
        [
          '序号',
          '合同种类',
          '合同名称*',
          '供应商（全称）',
          '签订日期',
          '截止日期',
          '服务许可证',
          '责任部门',
          '合同编号',
          '金额（元）',
        ],
        [
          1,
          '专线接入协议',
          ' 北京亦庄专线 ',
          '中国电信',
          dateCell(46_023),
          dateCell(46_387),
          'B1-20220315',
          '网络部',
          'HT-2026/001',
          120_000,
        ],
        [],
        [
          2,
          undefined,
          '廊坊专线',
          '中国联通',
          '２０２６年１月１日',
          '2026/12/31',
          '互联网接入服务业务',
          '网络部',
          '-',
          90_000,
        ],
        [
          3,
          '域名',
          { attributes: 't="str"', xml: '<f>"example"&amp;".com"</f><v>example.com</v>' },
          undefined,
          46_023,
          '长期',
          '/',
          '运维部',
        ],
        ['合计', undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 210_000],
      ],
      { merged: ['A1:J1', 'B4:B6'] },
    );
    expect(code).toBe(0);
    expect(data.resources).toStrictEqual([
      {
        id: 'leased-line-2026',
        kind: 'leased-line',
        title: '北京亦庄专线',
        provider: '中国电信',
        starts: '2026-01-01',
        expires: '2026-12-31',
        serves: ['isp'],
        owner: '网络部',
        notes: '合同编号：HT-2026/001',
      },
      {
        id: 'leased-line-2026-2',
        kind: 'leased-line',
        title: '廊坊专线',
        provider: '中国联通',
        starts: '2026-01-01',
        expires: '2026-12-31',
        serves: ['isp'],
        owner: '网络部',
      },
      {
        id: 'domain-2026',
        kind: 'domain',
        title: 'example.com',
        starts: '2026-01-01',
        expires: 'never',
        owner: '运维部',
      },
    ]);
    expect(stderr).toContain('金额（元） (J3)');
    expect(stderr).toContain('rows left out as totals or remarks: 8');
  });

  test('dates counted from 1904', async () => {
    const bytes = makeWorkbook([{ name: 'S', rows: [HEADINGS, ['域名', 'a.com', '商', dateCell(44_561), 44_925]] }], {
      workbookPr: '<workbookPr date1904="1"/>',
    });
    const { data } = await importFile('old.xlsx', bytes);
    expect(data.resources).toMatchObject([{ starts: '2026-01-01', expires: '2026-12-31' }]);
  });

  test('both ends of a term under one heading, in one column or in two', async () => {
    const one = await importSheet([
      ['种类', '名称', '有效期'],
      ['域名', 'a.com', '2026.1.1-2026.12.31'],
      ['域名', 'b.com', '2026年1月1日至长期'],
      ['域名', 'c.com', '2026-12-31'],
    ]);
    expect(one.data.resources).toMatchObject([
      { title: 'a.com', starts: '2026-01-01', expires: '2026-12-31' },
      { title: 'b.com', starts: '2026-01-01', expires: 'never' },
      { title: 'c.com', expires: '2026-12-31' },
    ]);
    const two = await importSheet(
      [
        ['种类', '名称', '有效期', undefined],
        [undefined, undefined, '起', '止'],
        ['域名', 'a.com', '2026-01-01', '2026-12-31'],
      ],
      { merged: ['A1:A2', 'B1:B2', 'C1:D1'] },
    );
    expect(two.data.resources).toStrictEqual([
      { id: 'domain-2026', kind: 'domain', title: 'a.com', starts: '2026-01-01', expires: '2026-12-31' },
    ]);
  });

  test('several sheets at once: licences come first, so that contracts find them; a cover sheet is left out by name', async () => {
    const bytes = makeWorkbook([
      { name: '封面', rows: [['合同与许可证台账']] },
      {
        name: '合同',
        rows: [
          [...HEADINGS, '所属许可证'],
          ['带宽', '出口', '联通', '2026-1-5', '2027-1-4', 'B14'],
        ],
      },
      {
        name: '许可证',
        rows: [
          ['许可证类型', '名称', '许可证编号', '业务覆盖范围', '发证日期', '有效期至'],
          ['ISP', '增值电信业务经营许可证', 'B1-20220315', '北京市、河北', '2022-03-15', '2027-03-14'],
        ],
      },
    ]);
    const { code, data, stderr } = await importFile('all.xlsx', bytes, ['--yes'], { ledger: EMPTY });
    expect(code).toBe(0);
    expect(data.licences).toStrictEqual([
      {
        id: 'isp-2022',
        kind: 'isp',
        number: 'B1-20220315',
        scope: ['北京', '河北'],
        issued: '2022-03-15',
        expires: '2027-03-14',
        notes: '名称：增值电信业务经营许可证',
      },
    ]);
    expect(data.resources).toMatchObject([{ id: 'bandwidth-2026', serves: ['isp-2022'] }]);
    expect(stderr).toContain('封面');
  });

  test('the name of a sheet says the kind where no column does', async () => {
    const { data } = await importSheet(
      [
        ['名称', '到期日'],
        ['a.com', '2027-01-01'],
      ],
      { name: '域名' },
    );
    expect(data.resources).toMatchObject([{ kind: 'domain', title: 'a.com' }]);
  });

  test('one sheet of several, by name', async () => {
    const bytes = makeWorkbook([
      { name: '甲', rows: domainRows('a.com') },
      { name: '乙', rows: domainRows('b.com') },
    ]);
    const { data } = await importFile('x.xlsx', bytes, ['--yes', '--sheet', '乙']);
    expect(data.resources).toMatchObject([{ title: 'b.com' }]);
  });
});

describe('kinds', () => {
  test.each([
    ['专线接入协议', 'leased-line'],
    ['专线接入合同', 'leased-line'],
    ['专线', 'leased-line'],
    ['leased-line', 'leased-line'],
    ['Leased line', 'leased-line'],
    ['IP地址合同', 'ip-addresses'],
    ['ＩＰ地址', 'ip-addresses'],
    ['机房租赁合同', 'machine-room'],
    ['机房（机架）合同', 'machine-room'],
    ['SSL证书', 'certificate'],
    ['等保测评报告', 'mlps-report'],
    ['iso27001', 'iso27001'],
  ])('%s is %s', async (word, kind) => {
    const { code, data } = await importCsv(`种类,名称,到期日\n${word},甲,2027-01-01\n`);
    expect(code).toBe(0);
    expect(data.resources).toMatchObject([{ kind }]);
  });

  test.each([
    ['互联网接入服务业务', 'isp'],
    ['IDC许可证', 'idc'],
    ['B12', 'cdn'],
    ['信息服务业务（仅限互联网信息服务）', 'icp'],
  ])('%s is the licence %s', async (word, kind) => {
    const { data } = await importCsv(
      `种类,证号,范围?,覆盖范围,发证日期,到期日\n${word},京1,x,全国,2024-01-01,2029-01-01\n`,
      ['--yes'],
      {
        ledger: EMPTY,
      },
    );
    expect(data.licences).toMatchObject([{ kind, number: '京1', scope: 'national' }]);
  });
});

/** What ends first stands first in a register. */
function byId(entries: readonly object[] = []): unknown {
  return Object.fromEntries(entries.map((entry) => ['id' in entry ? entry.id : '', entry]));
}

describe('papers and services', () => {
  // Case 09: official names of kinds, two services in one cell, and the coverage as certificates have it.
  test('kinds by their official names', async () => {
    const csv = `种类,许可证号,覆盖范围,发证日期,有效期至
在线数据处理与交易处理业务（仅限经营类电子商务）,京B2-20227777,北京,2024-01-01,2028-12-31
国内呼叫中心业务,B2-20227777,全国,2024-01-01,2028-12-31
互联网数据中心业务、互联网接入服务业务,A2.B1.B2-20227777,全国（不含港澳台）,2024-01-01,2028-12-31
`;
    const { code, stderr, data } = await importCsv(csv, ['--yes'], { ledger: EMPTY });
    expect([code, stderr]).toStrictEqual([0, '']);
    expect(data.licences).toStrictEqual([
      {
        id: 'edi-2024',
        kind: 'edi',
        number: '京B2-20227777',
        scope: ['北京'],
        issued: '2024-01-01',
        expires: '2028-12-31',
      },
      {
        id: 'call-centre-2024',
        kind: 'call-centre',
        number: 'B2-20227777',
        scope: 'national',
        issued: '2024-01-01',
        expires: '2028-12-31',
      },
      {
        id: 'telecom-2024',
        number: 'A2.B1.B2-20227777',
        issued: '2024-01-01',
        expires: '2028-12-31',
        services: [
          { kind: 'idc', scope: 'national' },
          { kind: 'isp', scope: 'national' },
        ],
      },
    ]);
  });

  // Case 10: rows of one number are one paper.
  const ROWS = `种类,证号,覆盖范围,发证日期,到期日,开通日期,负责人,备注
ISP,A2.B1.B2-20227777,全国,2022-03-15,2027-03-14,2022-06-01,甲,
IDC,A2.B1.B2-2022 7777,北京,2022-03-15,2027-03-14,,乙,机房在亦庄
CDN,A2.B1.B2-20227777,全国,2022-03-15,2027-03-14,,,
`;

  test('rows of one number become one licence', async () => {
    const { code, data } = await importCsv(ROWS, ['--yes'], { ledger: EMPTY });
    expect(code).toBe(0);
    expect(data.licences).toStrictEqual([
      {
        id: 'telecom-2022',
        number: 'A2.B1.B2-20227777',
        issued: '2022-03-15',
        expires: '2027-03-14',
        services: [
          { kind: 'isp', scope: 'national', opened: '2022-06-01' },
          { kind: 'idc', scope: ['北京'] },
          { kind: 'cdn', scope: 'national' },
        ],
        owner: '甲',
        notes: '机房在亦庄；idc 负责人：乙',
      },
    ]);
  });

  test('other ends are refused by cell', async () => {
    const csv = ROWS.replace('全国,2022-03-15,2027-03-14,,,', '全国,2022-03-15,2028-03-14,,,');
    const { code, stderr, text } = await importCsv(csv, ['--yes', '--lang', 'zh'], { ledger: EMPTY });
    expect([code, text]).toStrictEqual([2, undefined]);
    expect(stderr).toContain('E4  证号A2.B1.B2-20227777是同一张许可证，而到期日与E2不同');
    const skipped = await importCsv(csv, ['--yes', '--skip-invalid'], { ledger: EMPTY });
    expect(skipped.data.licences).toMatchObject([{ services: [{ kind: 'isp' }, { kind: 'idc' }] }]);
  });

  test('the same row twice is said once, and another of the same service is refused', async () => {
    const row = 'CDN,A2.B1.B2-20227777,全国,2022-03-15,2027-03-14,,,\n';
    const twice = await importCsv(ROWS + row, ['--yes', '--lang', 'en'], { ledger: EMPTY });
    expect(twice.code).toBe(0);
    expect(twice.stderr).toContain('A5  telecom-2022 is already on record');
    const other = await importCsv(ROWS + row.replace('全国', '上海'), ['--yes', '--lang', 'en'], { ledger: EMPTY });
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('B5  it repeats the row of A4 with different content');
  });

  test('a service that the ledger lacks is added to its licence', async () => {
    const csv = `种类,证号,覆盖范围,发证日期,到期日
ISP,B1-20220315,全国,2022-03-15,2027-03-14
IDC,B1-20220315,上海,2022-03-15,2027-03-14
`;
    const ledger = `version: 1
company: { name: 示例 }
licences:
  - { id: isp, kind: isp, number: B1-20220315, scope: national, issued: 2022-03-15, expires: 2027-03-14 } # 主证
`;
    const { code, stderr, text } = await importCsv(csv, ['--yes', '--lang', 'en'], { ledger });
    expect(code).toBe(0);
    expect(stderr).toContain('A2  isp is already on record and was not added again');
    expect(text).toContain(
      '  - { id: isp, number: B1-20220315, issued: 2022-03-15, expires: 2027-03-14, services: [{ kind: isp, scope: national }, { kind: idc, scope: [上海] }] } # 主证\n',
    );
    const other = await importCsv(csv.replaceAll('2027-03-14', '2028-03-14'), ['--yes', '--lang', 'en'], { ledger });
    expect([other.code, other.text]).toStrictEqual([2, undefined]);
    expect(other.stderr).toContain('E2  the licence isp is on record with a different expires');
  });

  test('a contract finds the licence by id, number, kind or service', async () => {
    const csv = ['telecom', 'A2.B1.B2-20222637', 'IDC许可证', 'telecom/cdn', 'A2.B1.B2-20222637/isp', '95号码']
      .map((word, at) => `域名,${at}.com,2027-01-01,${word}\n`)
      .join('');
    const { code, stderr, data } = await importCsv(`种类,名称,到期日,所属许可证\n${csv}`, ['--yes'], {
      ledger: PAPERS,
    });
    expect([code, stderr]).toStrictEqual([0, '']);
    const served = ['telecom', 'telecom', 'telecom/idc', 'telecom/cdn', 'telecom/isp', 'n95'];
    expect(data.resources?.slice(2)).toMatchObject(served.map((name) => ({ serves: [name] })));
  });

  test('an export is read back: a row a service, and every field has its column', async () => {
    const ledger = `version: 1
company: { name: 示例 }
licences:
  - id: telecom
    number: A2.B1.B2-20222637
    issued: 2022-03-15
    expires: 2027-03-14
    services:
      - { kind: isp, scope: national, opened: 2022-06-01 }
      - { kind: idc, scope: [北京, 上海], renewal: { declined: 2026-11-20 } }
    annualReports: { 2024: 2025-02-20, 2025: 2026-02-20 }
    warnWithin: 90
    verified: 2026-10-01
    evidence:
      - { path: "evidence/a, b.pdf" }
      - { path: evidence/c.pdf, sha256: ${'ab'.repeat(32)} }
    notes: 原件在综合部
  - { id: n95, kind: number-95, number: "95123", scope: national, issued: 2024-01-01, expires: 2029-12-31, numbers: ["95123"], feesPaid: { 2026-Q3: 2026-10-09 }, renewal: { applied: 2026-11-01 }, closed: 2027-01-31 }
resources:
  - { id: line, kind: leased-line, title: 专线, provider: 电信, starts: 2026-01-01, expires: 2026-12-31, ended: 2026-10-15, serves: [telecom/isp], warnWithin: 30, verified: 2026-10-01 }
  - { id: room, kind: machine-room, title: 机房, starts: 2024-01-01, expires: 2027-12-31, serves: [telecom], autoRenew: { months: 12, noticeMonths: 3 }, evidence: [{ path: evidence/room.pdf }] }
  - { id: site, kind: domain, title: a.com, expires: never, renew: false, registrant: 示例 }
`;
    const files = { 'ledger.yaml': ledger };
    const { data: whole } = await importCsv('种类,名称,到期日\n', ['--yes'], { ledger });
    for (const to of ['csv', 'xlsx']) {
      for (const lang of ['zh', 'en']) {
        const { stdoutBytes } = await runInMemory(['export', '--to', to, '--lang', lang], { files });
        const other = await importFile(`x.${to}`, stdoutBytes, ['--yes'], {
          ledger: 'version: 1\ncompany: { name: 示例 }\n',
        });
        expect(other.code).toBe(0);
        expect(byId(other.data.licences)).toStrictEqual(byId(whole.licences));
        expect(byId(other.data.resources)).toStrictEqual(byId(whole.resources));
        const same = await importFile(`x.${to}`, stdoutBytes, ['--yes'], { ledger });
        expect([same.code, same.text]).toStrictEqual([0, undefined]);
      }
    }
  });

  test('what a field cannot hold is kept in the notes', async () => {
    const csv = '种类,名称,到期日,是否续签,附件,金额\n域名,a.com,2027-01-01,待定,扫描件有,90000\n';
    const { data, stderr } = await importCsv(csv);
    expect(data.resources).toMatchObject([{ notes: '是否续签：待定；附件：扫描件有' }]);
    expect(stderr).toContain('金额 (F1)');
  });
});

describe('problems are listed by cell, all of them, and nothing is written', () => {
  const ROWS: RawSheet['rows'] = [
    ['类型', '名称', '对方', '签订日期', '到期日', '服务许可证'],
    ['域名', 'good.com', '商', '2026-01-01', '2027-01-01', 'isp'],
    ['域名', 'a.com', '商', '2026-01-01', '下周', 'isp'],
    ['域名', undefined, '商', '2026-02-30', '2027-01-01'],
    ['什么', 'b.com', '商', '2026-01-01', '2027-01-01'],
    ['域名', 'c.com', '商', '2027-06-01', '2027-01-01'],
    ['域名', 'd.com', '商', '2026-01-01', '2027-01-01', 'ips'],
    ['域名', 'e.com', { attributes: 't="e"', xml: '<v>#REF!</v>' }, '2026-01-01', '2027-01-01'],
  ];

  test('with their addresses', async () => {
    const { code, stdout, stderr, text } = await importSheet(ROWS, {}, ['--yes', '--lang', 'zh']);
    expect([code, stdout, text]).toStrictEqual([2, '', undefined]);
    expect(`\n${stderr}`).toMatchInlineSnapshot(`
      "
      合同!E3  “下周”不是YYYY-MM-DD形式的日期。写成\`YYYY-MM-DD\`，如\`2026-12-31\`。
      合同!D4  “2026-02-30”，日历上没有这一天。那个月的最后一天是\`2026-02-28\`。
      合同!A5  不认识种类“什么”。用\`--map '什么=…'\`写明是哪一种：专线、机房、等保等通行名称，或公司自己的种类（小写字母和连字符）；与许可证无关的，删去这一行，或加\`--skip-invalid\`跳过
      合同!E6  expires（2027-01-01）早于starts（2027-06-01）
      合同!F7  台账和表格中都没有许可证“ips”。是不是想写\`isp\`？
      合同!C8  公式的结果是#REF!，请在表格中改正后保存
      错误：表格有6处问题（见上），没有写入
      处理：改正后重新导入；或加 \`--skip-invalid\`，跳过有问题的行。
      "
    `);
  });

  test('--skip-invalid leaves such rows out, and names them', async () => {
    const { code, stderr, data } = await importSheet(ROWS, {}, ['--yes', '--skip-invalid']);
    expect(code).toBe(0);
    expect(data.resources).toMatchObject([{ title: 'good.com' }]);
    expect(stderr).toContain('合同!F7');
  });

  test('a licence that is left out takes along the contracts that serve it', async () => {
    const csv = `种类,名称,证号,覆盖范围,发证日期,到期日,所属许可证
IDC,,京1,火星,2024-01-01,2029-01-01,
机房,亦庄,,,,2027-01-01,IDC
域名,a.com,,,,2027-01-01,
`;
    const { code, stderr, data } = await importCsv(csv, ['--yes', '--skip-invalid'], { ledger: EMPTY });
    expect(code).toBe(0);
    expect(data).toMatchObject({ resources: [{ title: 'a.com' }] });
    expect(data.licences).toBeUndefined();
    expect(stderr).toMatch(/^D2 .*\nG3 /mu);
  });

  test('where every row has a problem, there is nothing to leave the rest of', async () => {
    const { code, text } = await importCsv('种类,名称,到期日\n域名,a.com,下周\n', ['--yes', '--skip-invalid']);
    expect([code, text]).toStrictEqual([2, undefined]);
  });

  test('two rows of one id that say different things', async () => {
    const csv = '编号,种类,名称,到期日\nx,域名,a.com,2027-01-01\nx,域名,b.com,2027-01-01\n';
    const { code, stderr } = await importCsv(csv);
    expect(code).toBe(2);
    expect(stderr).toContain('A3  it repeats the row of A2 with different content');
  });
});

describe('again', () => {
  const CSV = `编号,种类,名称,对方,起始日期,到期日,负责人
,域名,a.com,商,2026-01-01,2027-01-01,甲
HT-7,专线,亦庄,电信,2026-01-01,2027-01-01,乙
`;

  test('what is there is said so, and the file stays as it is', async () => {
    const first = await importCsv(CSV);
    expect(first.data.resources).toMatchObject([{ id: 'domain-2026' }, { id: 'ht-7' }]);
    const second = await importCsv(CSV, ['--yes', '--lang', 'en'], { ledger: first.text ?? '' });
    expect([second.code, second.text]).toStrictEqual([0, undefined]);
    expect(second.stderr).toContain('A2  domain-2026 is already on record and was not added again');
    expect(second.stderr).toContain('A3  ht-7 is already on record and was not added again');
  });

  test('a row is known again though the ledger has learnt more since', async () => {
    const ledger = `${WITH_LICENCE}resources:
  - { id: main, kind: domain, title: a.com, provider: 商, starts: 2026-01-01, expires: 2027-01-01, serves: [isp], verified: 2026-10-01 }
`;
    const { data, stderr } = await importCsv('种类,名称,到期日\n域名,a.com,2027/1/1\n', ['--yes'], { ledger });
    expect(data.resources).toHaveLength(1);
    expect(stderr).toContain('main is already on record');
  });

  test('another term is another entry, and a licence of the same number is the same licence', async () => {
    const first = await importCsv(CSV);
    const csv = `种类,名称,证号,覆盖范围,发证日期,起始日期,到期日
域名,a.com,,,,2027-01-02,2028-01-01
ISP,,B1-20220315,全国,2022-03-15,,2032-03-14
`;
    const second = await importCsv(csv, ['--yes', '--lang', 'en'], { ledger: first.text ?? '' });
    expect(second.data.resources).toHaveLength(3);
    expect(second.data.licences).toHaveLength(1);
    expect(second.stderr).toMatch(
      /^G3 {2}isp expires: 2027-03-14 → 2032-03-14\nthe ledger was not changed here; add `--update`/u,
    );
  });

  test('the export of a ledger is taken over by an empty one, and by itself not at all', async () => {
    const first = await importCsv(CSV);
    const files = { 'ledger.yaml': first.text ?? '' };
    for (const to of ['csv', 'xlsx']) {
      for (const lang of ['zh', 'en']) {
        const { stdoutBytes } = await runInMemory(['export', '--to', to, '--lang', lang], { files });
        const other = await importFile(`x.${to}`, stdoutBytes, ['--yes'], { ledger: EMPTY });
        expect(other.code).toBe(0);
        expect(other.data.resources).toStrictEqual(first.data.resources);
        expect(other.data.licences).toStrictEqual(first.data.licences);
        const same = await importFile(`x.${to}`, stdoutBytes, ['--yes'], { ledger: first.text ?? '' });
        expect([same.code, same.text]).toStrictEqual([0, undefined]);
      }
    }
  });
});

describe('--map', () => {
  const CONTRACTS = {
    name: '合同',
    rows: [
      ['类别', '名称', '到期日', '用途'],
      ['专线', '亦庄专线', '2027-12-31', 'ISP、全部'],
      ['IP地址', 'IPv4', '2027-12-31', 'ISP'],
    ],
  };
  const DOMAINS = {
    name: '域名',
    rows: [
      ['域名', '到期日', '用途'],
      ['a.com', '2027-12-31', '官网'],
    ],
  };

  test('counts in one sheet where it names the sheet, and says what a word in a cell means', async () => {
    const book = makeWorkbook([CONTRACTS, DOMAINS]);
    const asked = await importFile('台账.xlsx', book, ['--dry-run', '--lang', 'zh']);
    expect(asked.stderr).toContain("如`--map '合同!用途=用于'`");
    const serves = ['--yes', '--map', '合同!用途=用于'];
    const refused = await importFile('台账.xlsx', book, [...serves, '--lang', 'zh']);
    expect([refused.code, refused.stderr]).toStrictEqual([
      2,
      expect.stringContaining(
        "合同!D2  台账和表格中都没有许可证“全部”。请写许可证的编号、证号或业务种类，或用`--map '全部=证号'`指明",
      ),
    ]);
    const { code, data } = await importFile('台账.xlsx', book, [...serves, '--map', '全部=B1-20220315']);
    expect(code).toBe(0);
    expect(data.resources).toMatchObject([
      { kind: 'leased-line', serves: ['isp'] },
      { kind: 'ip-addresses', serves: ['isp'] },
      { kind: 'domain', title: 'a.com' },
    ]);
    expect(data.resources?.[2]).not.toHaveProperty('serves');
  });

  test.each([
    ['域名!类别=种类', '表格中没有这一列'],
    ['合同!全=ISP', '表格中没有这一列'],
  ])('%s is not in that sheet', async (word, said) => {
    const { code, stderr } = await importFile('台账.xlsx', makeWorkbook([CONTRACTS, DOMAINS]), [
      '--yes',
      '--lang',
      'zh',
      '--map',
      word,
    ]);
    expect([code, stderr]).toStrictEqual([2, expect.stringContaining(said)]);
  });
  const CSV = 'Art,Was,Bis\n域名,a.com,2027-01-01\n';

  test('names the headings that nobody knows', async () => {
    const map = ['--map', 'Art=kind', '--map', 'was=title', '--map', 'Bis=expires'];
    const { code, data } = await importCsv(CSV, ['--yes', ...map]);
    expect(code).toBe(0);
    expect(data.resources).toMatchObject([{ kind: 'domain', title: 'a.com', expires: '2027-01-01' }]);
  });

  test('wins over what a heading is taken for', async () => {
    const csv = '种类,名称,项目名称,到期日\n域名,甲,a.com,2027-01-01\n';
    const { data } = await importCsv(csv, ['--yes', '--map', '项目名称=title']);
    expect(data.resources).toMatchObject([{ title: 'a.com' }]);
  });

  test.each([
    [[], 'no heading row was found'],
    [['--map', 'Art'], 'HEADING=FIELD'],
    [['--map', 'Art=kinds'], 'Did you mean `kind`?'],
    [['--map', 'Ort=kind', '--map', 'Was=title'], 'no heading row was found'],
    [['--map', 'Art=kind', '--map', 'Was=title', '--map', 'Bi=expires'], 'Did you mean `Bis`?'],
    [['--sheet', 'x'], 'leave out `--sheet`'],
  ])('%j is refused', async (argv, advice) => {
    const { code, stderr, text } = await importCsv(CSV, ['--yes', '--lang', 'en', ...argv]);
    expect([code, text]).toStrictEqual([2, undefined]);
    expect(stderr).toContain(advice);
  });
});

describe('writing', () => {
  const CSV = '种类,名称,到期日\n域名,a.com,2027-01-01\n';

  test('keeps every byte that was there', async () => {
    const { text } = await importCsv(CSV, ['--yes'], { ledger: WITH_LICENCE.replaceAll('\n', '\r\n') });
    expect(text?.startsWith(WITH_LICENCE.replaceAll('\n', '\r\n'))).toBe(true);
  });

  test('--dry-run shows the change on stdout and writes nothing', async () => {
    const { code, stdout, text } = await importCsv(CSV, ['--dry-run']);
    expect([code, text]).toStrictEqual([0, undefined]);
    expect(stdout).toContain('+  - id: domain-2027');
  });

  test('without a terminal --yes must be given', async () => {
    const { code, stdout, stderr, text } = await importCsv(CSV, []);
    expect([code, stdout, text]).toStrictEqual([2, '', undefined]);
    expect(stderr).toContain('--yes');
  });

  test.each([
    [true, 0],
    [false, 130],
  ])('at a terminal it shows the change and asks: %s', async (answer, expected) => {
    const { code, stderr, text } = await importCsv(CSV, [], { answers: [answer] });
    expect(code).toBe(expected);
    expect(stderr).toContain('+  - id: domain-2027');
    expect(text !== undefined).toBe(answer);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['旧.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'save it as xlsx'],
    ['a.xlsx', 'PK\u0003\u0004 nothing', 'not a spreadsheet that can be read'],
    ['a.csv', '种类,名称\n"域名,a\n', 'is not valid CSV'],
  ])('%s cannot be read: 3', async (name, bytes, words) => {
    const { code, stderr, text } = await importFile(name, bytes);
    expect([code, text]).toStrictEqual([3, undefined]);
    expect(stderr).toContain(words);
  });

  test('a file that is not there is 3, and so is a ledger that is not', async () => {
    expect((await runInMemory(['import', 'x.csv', '--yes'], { files: { 'ledger.yaml': EMPTY } })).code).toBe(3);
    const { code, stderr } = await runInMemory(['import', 'x.csv', '--yes'], { files: { 'x.csv': CSV } });
    expect(code).toBe(3);
    expect(stderr).toContain('ledger init');
  });

  test('nasty words stay words', async () => {
    const csv = `种类,名称,对方,到期日,备注
constructor,__proto__,yes,2027-01-01,"'=HYPERLINK(""x"")"
域名,2026-01-01,a: b # c,2027-01-01,"two
lines"
`;
    const { code, data } = await importCsv(csv);
    expect(code).toBe(0);
    expect(data.resources).toStrictEqual([
      {
        id: 'constructor-2027',
        kind: 'constructor',
        title: '__proto__',
        provider: 'yes',
        expires: '2027-01-01',
        notes: '=HYPERLINK("x")',
      },
      {
        id: 'domain-2027',
        kind: 'domain',
        title: '2026-01-01',
        provider: 'a: b # c',
        expires: '2027-01-01',
        notes: 'two\nlines',
      },
    ]);
  });
});

test('what a long import brings is counted by grade, and what it skips by row', async () => {
  const papers = Array.from({ length: 12 }, (_, at) => `ISP,,B1-${at},全国,2020-01-01,2025-01-01`);
  const csv = `种类,名称,证号,覆盖范围,发证日期,有效期至\n${papers.join('\n')}\n养猪,合同,,,,2027-12-31\n`;
  const argv = ['--yes', '--skip-invalid', '--lang', 'zh'];
  const { code, stdout } = await importCsv(csv, argv, { ledger: EMPTY });
  expect(code).toBe(0);
  expect(stdout).toMatch(/登记12项，跳过1行（见上）/u);
  expect(stdout).toMatch(/新出现 {2}.*\d+个错误.*；用 ledger check 查看/u);
  expect(stdout.match(/新出现/gu)).toHaveLength(1);
});
