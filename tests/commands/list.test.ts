import { describe, expect, test } from 'vitest';

import { displayWidth } from '../../src/reporters/writing/display-width.ts';
import { runInMemory } from '../support/memory-io.ts';
import { PAPERS } from '../support/recording-ledger.ts';
import { AS_OF, EXPIRED, NO_YAML } from '../support/sample-ledgers.ts';
import { REGISTER } from '../support/sample-register.ts';

const files = { 'ledger.yaml': REGISTER };

async function list(...argv: readonly string[]) {
  return runInMemory(['list', ...AS_OF, ...argv], { files });
}

async function idsIn(...argv: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await list('--format', 'json', ...argv);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its shape is the subject of a test below
  const { entries } = JSON.parse(stdout) as { readonly entries: readonly { readonly id: string }[] };
  return entries.map(({ id }) => id);
}

describe('the page', () => {
  test('in Chinese, 100 columns wide', async () => {
    const { code, stdout, stderr } = await list('--lang', 'zh');
    expect([code, stderr]).toStrictEqual([0, '']);
    expect(`\n${stdout}`).toMatchInlineSnapshot(`
      "
      ledger.yaml   示例云网科技有限公司   截至2026-11-21

      编号          种类          名称或证号        对方单位      到期日      天数  状态      用于  负责人
      line-bj-2025  专线接入协议  北京亦庄专线接…   中国电信股…   2026-10-31   -21  已接续    isp   网络部
      cdn           内容分发网…   京B1-20211116                   2026-11-15    -6  已到期
      nodes-sh      托管协议      上海节点                        2026-11-30     9  到期不续  cdn
      room          机房（机架…   机架                            2026-12-31    40  有效
      domain-main   域名          example.com                     2027-01-10    50  即将到期        运维部
      isp           互联网接入…   B1-20220315                     2027-03-14   113  有效            法务部
      line-bj-2026  专线接入协议  北京亦庄专线接…   中国电信股…   2027-11-30   374  未生效    isp   网络部
      seal          e-seal        电子印章                        长期              有效

      共8项   有效3   即将到期1   已到期1   未生效1   到期不续1   已接续1
      "
    `);
  });

  test('in English, on a terminal of 60 columns', async () => {
    const { stdout } = await runInMemory(['list', ...AS_OF], { files, terminal: 60, env: { NO_COLOR: '1' } });
    expect(`\n${stdout}`).toMatchInlineSnapshot(`
      "
      ledger.yaml   示例云网科技有限公司   as of 2026-11-21

      ID            Title or number     Expires     Days  Status
      line-bj-2025  北京亦庄专线接入…   2026-10-31   -21  followed
      cdn           京B1-20211116       2026-11-15    -6  expired
      nodes-sh      上海节点            2026-11-30     9  ending
      room          机架                2026-12-31    40  active
      domain-main   example.com         2027-01-10    50  expiring
      isp           B1-20220315         2027-03-14   113  active
      line-bj-2026  北京亦庄专线接入…   2027-11-30   374  pending
      seal          电子印章            never             active

      8 entries   3 active   1 expiring   1 expired   1 pending
          1 ending   1 followed
      "
    `);
  });

  test('in English, 160 columns wide', async () => {
    const { stdout } = await runInMemory(['list', ...AS_OF], { files, terminal: 160, env: { NO_COLOR: '1' } });
    expect(`\n${stdout}`).toMatchInlineSnapshot(`
      "
      ledger.yaml   示例云网科技有限公司   as of 2026-11-21

      ID            Kind                            Title or number               Provider                        Expires     Days  Status    Serves  Owner
      line-bj-2025  leased line                     北京亦庄专线接入协议          中国电信股份有限公司北京分公司  2026-10-31   -21  followed  isp     网络部
      cdn           Content delivery network (CDN)  京B1-20211116                                                 2026-11-15    -6  expired
      nodes-sh      hosting contract                上海节点                                                      2026-11-30     9  ending    cdn
      room          machine room contract           机架                                                          2026-12-31    40  active
      domain-main   domain                          example.com                                                   2027-01-10    50  expiring          运维部
      isp           Internet access service (ISP)   B1-20220315                                                   2027-03-14   113  active            法务部
      line-bj-2026  leased line                     北京亦庄专线接入协议（续签）  中国电信股份有限公司北京分公司  2027-11-30   374  pending   isp     网络部
      seal          e-seal                          电子印章                                                      never             active

      8 entries   3 active   1 expiring   1 expired   1 pending   1 ending   1 followed
      "
    `);
  });

  test.each([40, 60, 80, 100])('keeps to %d columns', async (terminal) => {
    const { stdout } = await runInMemory(['list', ...AS_OF, '--lang', 'zh'], {
      files,
      terminal,
      env: { NO_COLOR: '1' },
    });
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(terminal);
  });

  test('is coloured on a terminal by how things stand', async () => {
    const { stdout } = await runInMemory(['list', ...AS_OF], { files, terminal: 100 });
    expect(stdout).toContain('\u001B[31m2026-11-15\u001B[39m');
    expect(stdout).toContain('\u001B[33m2027-01-10\u001B[39m');
  });
});

describe('filters', () => {
  test.each([
    [[], ['line-bj-2025', 'cdn', 'nodes-sh', 'room', 'domain-main', 'isp', 'line-bj-2026', 'seal']],
    [
      ['--kind', 'leased-line'],
      ['line-bj-2025', 'line-bj-2026'],
    ],
    [
      ['--kind', 'leased-line,e-seal', '--kind', 'isp'],
      ['line-bj-2025', 'isp', 'line-bj-2026', 'seal'],
    ],
    [['--kind', 'bandwidth'], []],
    [
      ['--licence', 'isp'],
      ['line-bj-2025', 'isp', 'line-bj-2026'],
    ],
    [['--owner', '运维部'], ['domain-main']],
    [
      ['--status', 'expired,expiring'],
      ['cdn', 'domain-main'],
    ],
    [
      ['--status', 'ending', '--status', 'followed'],
      ['line-bj-2025', 'nodes-sh'],
    ],
    [['--owner', '网络部', '--status', 'pending'], ['line-bj-2026']],
    [
      ['--within', '200', '--status', 'expiring'],
      ['domain-main', 'isp'],
    ],
  ])('%j', async (argv, ids) => {
    expect(await idsIn(...argv)).toStrictEqual(ids);
  });

  test.each([
    [['--kind', 'leasd-line'], 'Did you mean `leased-line`?'],
    [['--licence', 'ips'], 'Did you mean `isp`?'],
    [['--licence', 'room'], 'Run `ledger list`'],
    [['--owner', '网罗部'], 'Did you mean `网络部`?'],
    [['--status', 'expird'], 'Did you mean `expired`?'],
    [['--status', 'gone'], 'Choose one of active'],
    [['--format', 'xml'], 'text, json, csv'],
  ])('%j is refused with advice', async (argv, advice) => {
    const { code, stdout, stderr } = await list(...argv);
    expect([code, stdout]).toStrictEqual([2, '']);
    expect(stderr).toContain(advice);
  });

  test('say so when nothing matches', async () => {
    expect((await list('--kind', 'bandwidth', '--lang', 'zh')).stdout).toContain('没有符合条件的条目');
  });
});

describe('papers and services', () => {
  const machine = { files: { 'ledger.yaml': PAPERS } };
  const idsOf = async (...argv: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await runInMemory(['list', ...AS_OF, '--format', 'json', ...argv], machine);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its shape is the subject of a test below
    const { entries } = JSON.parse(stdout) as { readonly entries: readonly { readonly id: string }[] };
    return entries.map(({ id }) => id);
  };

  test('a licence is one line with what people say for its services', async () => {
    const { stdout } = await runInMemory(['list', ...AS_OF, '--lang', 'zh'], machine);
    expect(stdout).toMatch(/^telecom +ISP · IDC · CDN +A2\.B1\.B2-20222637 /mu);
  });

  test.each([
    [['--kind', 'idc'], ['telecom']],
    [['--kind', 'IDC许可证'], ['telecom']],
    [['--kind', '专线'], ['line']],
    [
      ['--kind', '机房,95号码'],
      ['room', 'n95'],
    ],
    [
      ['--licence', 'telecom'],
      ['telecom', 'line', 'room'],
    ],
    [
      ['--licence', 'A2.B1.B2-20222637'],
      ['telecom', 'line', 'room'],
    ],
    [
      ['--licence', 'telecom/idc'],
      ['telecom', 'room'],
    ],
  ])('%j', async (argv, ids) => {
    expect(await idsOf(...argv)).toStrictEqual(ids);
  });

  test('CSV has a line for each entry', async () => {
    const { stdout } = await runInMemory(['list', ...AS_OF, '--format', 'csv', '--kind', 'idc'], machine);
    const [headings, ...lines] = stdout.trim().split('\r\n');
    expect(headings).toMatch(/^ID,Kind,Number,Scope,Issued,/u);
    expect(lines).toStrictEqual([expect.stringMatching(/^telecom,ISP · IDC · CDN,A2\.B1\.B2-20222637,,2022-03-15,/u)]);
  });
});

describe('documents', () => {
  test('JSON names every entry and its place', async () => {
    const { stdout } = await list('--format', 'json', '--kind', 'leased-line,cdn');
    expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
      {
        "asOf": "2026-11-21",
        "entries": [
          {
            "daysLeft": -21,
            "ends": "2026-10-31",
            "expires": "2026-10-31",
            "id": "line-bj-2025",
            "kind": "leased-line",
            "kindName": "leased line",
            "list": "resources",
            "location": {
              "column": 9,
              "file": "ledger.yaml",
              "line": 8,
            },
            "owner": "网络部",
            "provider": "中国电信股份有限公司北京分公司",
            "serves": [
              "isp",
            ],
            "status": "followed",
            "title": "北京亦庄专线接入协议",
          },
          {
            "daysLeft": -6,
            "ends": "2026-11-15",
            "expires": "2026-11-15",
            "id": "cdn",
            "kindName": "Content delivery network (CDN)",
            "list": "licences",
            "location": {
              "column": 11,
              "file": "ledger.yaml",
              "line": 6,
            },
            "number": "京B1-20211116",
            "serves": [],
            "services": [
              "cdn",
            ],
            "status": "expired",
          },
          {
            "daysLeft": 374,
            "ends": "2027-11-30",
            "expires": "2027-11-30",
            "id": "line-bj-2026",
            "kind": "leased-line",
            "kindName": "leased line",
            "list": "resources",
            "location": {
              "column": 9,
              "file": "ledger.yaml",
              "line": 16,
            },
            "owner": "网络部",
            "provider": "中国电信股份有限公司北京分公司",
            "serves": [
              "isp",
            ],
            "status": "pending",
            "title": "北京亦庄专线接入协议（续签）",
          },
        ],
        "files": [
          "ledger.yaml",
        ],
        "schema": "ledger/list@1",
        "timezone": "Asia/Shanghai",
      }
    `);
  });

  test('CSV is one table for Excel', async () => {
    const { stdout } = await list('--format', 'csv', '--lang', 'zh');
    expect(stdout.split('\r\n').slice(0, 3)).toStrictEqual([
      '\u{FEFF}编号,种类,证号,业务覆盖范围,发证日,名称,对方单位,起始日,到期日,剩余天数,状态,用于,接续,到期续签,每次续（月）,提前通知（天）,负责人,备注',
      'line-bj-2025,专线接入协议,,,,北京亦庄专线接入协议,中国电信股份有限公司北京分公司,2025-11-01,2026-10-31,-21,已接续,isp,,,,,网络部,',
      'cdn,内容分发网络业务,京B1-20211116,北京、河北,2021-11-16,,,,2026-11-15,-6,已到期,,,,,,,',
    ]);
    expect(stdout).toContain(",运维部,'=1+1\r\n");
  });

  test('the language of documents does not follow the locale', async () => {
    const { stdout } = await runInMemory(['list', ...AS_OF, '--format', 'csv'], {
      files,
      env: { LANG: 'zh_CN.UTF-8' },
    });
    expect(stdout).toMatch(/^\uFEFFID,Kind,/u);
  });
});

describe('ledgers', () => {
  test('without one, the exit code is 3', async () => {
    const { code, stdout } = await runInMemory(['list'], {});
    expect([code, stdout]).toStrictEqual([3, '']);
  });

  test('an invalid one is told on stderr, and the others are listed', async () => {
    const machine = { files: { 'a/ledger.yaml': EXPIRED, 'b/ledger.yaml': NO_YAML } };
    const { code, stdout, stderr } = await runInMemory(['list', '.', ...AS_OF], machine);
    expect(code).toBe(3);
    expect(stdout).toContain('cert');
    expect(stdout).not.toContain('b/ledger.yaml');
    expect(stderr).toMatch(/b\/ledger\.yaml[\s\S]*yaml\/syntax/u);
  });

  test('while one cannot be read, nobody knows whom a filter may mean', async () => {
    const machine = { files: { 'a/ledger.yaml': EXPIRED, 'b/ledger.yaml': NO_YAML } };
    expect((await runInMemory(['list', '.', ...AS_OF, '--owner', '张三'], machine)).code).toBe(3);
  });

  test('several are told apart', async () => {
    const machine = { files: { 'a/ledger.yaml': EXPIRED, 'b/ledger.yaml': REGISTER } };
    const { code, stdout } = await runInMemory(['list', '.', ...AS_OF, '--format', 'csv'], machine);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\uFEFFCompany,ID,/u);
    expect(stdout.split('\r\n')).toHaveLength(11);
  });

  test('findings are nothing to it: what has expired is listed with 0', async () => {
    const { code, stdout } = await runInMemory(['list', ...AS_OF], { files: { 'ledger.yaml': EXPIRED } });
    expect(code).toBe(0);
    expect(stdout).toContain('1 expired');
  });
});
