import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { runInMemory } from '../support/memory-io.ts';
import { PAPERS } from '../support/recording-ledger.ts';
import { AS_OF, NO_YAML } from '../support/sample-ledgers.ts';
import { REGISTER } from '../support/sample-register.ts';

const files = { 'ledger.yaml': REGISTER };

async function show(...argv: readonly string[]) {
  return runInMemory(['show', ...argv, ...AS_OF], { files });
}

describe('a contract', () => {
  test('with what it serves, what it belongs to, and what is wrong', async () => {
    const { code, stdout, stderr } = await show('line-bj-2025', '--lang', 'zh');
    expect([code, stderr]).toStrictEqual([0, '']);
    expect(`\n${stdout}`).toMatchInlineSnapshot(`
      "
      line-bj-2025   专线接入协议   已接续   至2026-10-31（21天前）   截至2026-11-21
        位置      ledger.yaml:8
        名称      北京亦庄专线接入协议
        对方单位  中国电信股份有限公司北京分公司
        起始日    2025-11-01
        到期日    2026-10-31
        负责人    网络部
        用于      isp  B1-20220315  至2027-03-14
        接续      → line-bj-2025  北京亦庄专线接入协议  至2026-10-31
                  line-bj-2026  北京亦庄专线接入协议（续签）  至2027-11-30

        ✖ isp/leased-line  2026-11-01起没有有效的专线接入协议（已21天），2026-12-01恢复             网络部
            ledger.yaml:13:14 │     expires: 2026-10-31
                              │              ^^^^^^^^^^ line-bj-2025 北京亦庄专线接入协议
            依据  电信业务经营许可管理办法（工业和信息化部令第42号）第24条第1项（原文已核）
            处理  补上断档的日期：延长原合同，或另签一份有效至2026-11-30的合同并登记。
            命令  ledger add leased-line --title 北京亦庄专线接入协议 --starts 2026-11-01 --expires 2026-11-30 --serves isp
      "
    `);
  });

  test('says what nobody would guess: that it is not to be renewed, that it renews itself, that it has no end', async () => {
    expect((await show('nodes-sh')).stdout).toMatch(/to be renewed +no/u);
    expect((await show('room')).stdout).toMatch(/renews itself +months 12, notice \(days\) 30/u);
    expect((await show('seal')).stdout).toMatch(/expires +never/u);
  });
});

describe('a licence', () => {
  test('with the contracts that keep it good', async () => {
    const { stdout } = await show('isp');
    expect(`\n${stdout.slice(0, stdout.indexOf('\n\n'))}`).toMatchInlineSnapshot(`
      "
      isp   Internet access service (ISP)   active   until 2027-03-14 (113 days left)   as of 2026-11-21
        place      ledger.yaml:5
        number     B1-20220315
        scope      national
        issued     2022-03-15
        expires    2027-03-14
        owner      法务部
        served by  line-bj-2025  北京亦庄专线接入协议  until 2026-10-31
                   line-bj-2026  北京亦庄专线接入协议（续签）  until 2027-11-30"
    `);
  });
});

describe('a licence with several services', () => {
  const machine = { files: { 'ledger.yaml': PAPERS, 'evidence/licence.pdf': '扫描件' } };

  test('names each with its coverage, what serves which, and the state of the evidence', async () => {
    const { code, stdout } = await runInMemory(['show', 'telecom', ...AS_OF, '--lang', 'zh'], machine);
    expect(code).toBe(0);
    expect(`\n${stdout.slice(0, stdout.indexOf('\n\n'))}`).toMatchInlineSnapshot(`
      "
      telecom   ISP · IDC · CDN   有效   至2027-03-14（还有113天）   截至2026-11-21
        位置        ledger.yaml:5
        证号        A2.B1.B2-20222637
        发证日      2022-03-15
        到期日      2027-03-14
        核对日      2026-10-01
        业务        isp  互联网接入服务业务  全国  开通日 2022-06-01
                    idc  互联网数据中心业务  北京、上海
                    cdn  内容分发网络业务  全国  开通日 2022-09-01
        凭证        evidence/licence.pdf  未记校验值
        合同与证明  line  专线  至2027-12-31  ISP
                    room  机房  至2027-12-31"
    `);
  });

  test('is found by its number and by a service', async () => {
    for (const name of ['A2.B1.B2-20222637', 'telecom/idc', 'A2.B1.B2-20222637/idc']) {
      const { code, stdout } = await runInMemory(['show', name, ...AS_OF], machine);
      expect([code, stdout.split(' ')[0]]).toEqual([0, 'telecom']);
    }
  });

  test('is whole in JSON', async () => {
    const { stdout } = await runInMemory(['show', 'telecom', ...AS_OF, '--format', 'json'], machine);
    expect(JSON.parse(stdout)).toMatchObject({
      entries: [
        {
          id: 'telecom',
          services: ['isp', 'idc', 'cdn'],
          kindName: 'ISP · IDC · CDN',
          fields: {
            verified: '2026-10-01',
            services: [
              { kind: 'isp', scope: 'national', opened: '2022-06-01' },
              { kind: 'idc', scope: ['北京', '上海'] },
              { kind: 'cdn', scope: 'national', opened: '2022-09-01' },
            ],
          },
          evidence: [{ path: 'evidence/licence.pdf', state: 'unrecorded' }],
          servedBy: [
            { id: 'line', serves: ['telecom/isp'] },
            { id: 'room', serves: ['telecom'] },
          ],
        },
      ],
    });
  });

  test('a contract says which service it serves', async () => {
    expect((await runInMemory(['show', 'line', ...AS_OF], machine)).stdout).toMatch(
      /serves +telecom {2}A2\.B1\.B2-20222637 {2}until 2027-03-14 {2}ISP\n/u,
    );
  });

  test.each([
    [`sha256: ${createHash('sha256').update('扫描件').digest('hex')}`, { 'evidence/licence.pdf': '扫描件' }, 'intact'],
    [`sha256: ${'ab'.repeat(32)}`, { 'evidence/licence.pdf': '扫描件' }, 'changed'],
    [`sha256: ${'ab'.repeat(32)}`, {}, 'missing'],
  ])('evidence with %s', async (hash, papers: Readonly<Record<string, string>>, state) => {
    const ledger = PAPERS.replace('licence.pdf }', `licence.pdf, ${hash} }`);
    const { stdout } = await runInMemory(['show', 'telecom', ...AS_OF], {
      files: { 'ledger.yaml': ledger, ...papers },
    });
    expect(stdout).toContain(`evidence/licence.pdf  ${state}\n`);
  });
});

describe('JSON', () => {
  test('holds the entry whole, as the ledger writes it', async () => {
    const { stdout } = await show('cdn', '--format', 'json');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its shape is what is tested
    const document = JSON.parse(stdout) as { readonly entries: readonly { readonly findings: readonly object[] }[] };
    expect(document.entries[0]?.findings.length).toBeGreaterThan(0);
    const [entry] = document.entries;
    expect({ ...document, entries: [{ ...entry, findings: [] }] }).toMatchInlineSnapshot(`
      {
        "asOf": "2026-11-21",
        "entries": [
          {
            "chain": [],
            "daysLeft": -6,
            "ends": "2026-11-15",
            "evidence": [],
            "expires": "2026-11-15",
            "fields": {
              "expires": "2026-11-15",
              "issued": "2021-11-16",
              "number": "京B1-20211116",
              "scope": [
                "北京",
                "河北",
              ],
            },
            "findings": [],
            "id": "cdn",
            "kindName": "Content delivery network (CDN)",
            "list": "licences",
            "location": {
              "column": 11,
              "file": "ledger.yaml",
              "line": 6,
            },
            "number": "京B1-20211116",
            "servedBy": [
              {
                "id": "nodes-sh",
                "serves": [
                  "cdn",
                ],
              },
            ],
            "serves": [],
            "services": [
              "cdn",
            ],
            "status": "expired",
          },
        ],
        "schema": "ledger/show@1",
        "timezone": "Asia/Shanghai",
      }
    `);
  });

  test('names the chain from its first contract to its last', async () => {
    const { stdout } = await show('line-bj-2026', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      entries: [{ chain: ['line-bj-2025', 'line-bj-2026'], serves: ['isp'] }],
    });
  });

  test('an entry of several ledgers is told for each', async () => {
    const machine = { files: { 'a/ledger.yaml': REGISTER, 'b/ledger.yaml': REGISTER } };
    const { stdout } = await runInMemory(['show', 'isp', 'a', 'b', ...AS_OF, '--format', 'json'], machine);
    expect(JSON.parse(stdout)).toMatchObject({
      entries: [{ location: { file: 'a/ledger.yaml', line: 5 } }, { location: { file: 'b/ledger.yaml', line: 5 } }],
    });
  });
});

test.each([
  ['line-bj-2027', 'Did you mean `line-bj-2025`?'],
  ['constructor', 'Run `ledger list`'],
  ['__proto__', 'no such entry'],
])('%s is not there', async (id, advice) => {
  const { code, stdout, stderr } = await show(id);
  expect([code, stdout]).toStrictEqual([2, '']);
  expect(stderr).toContain(advice);
});

test('evidence is looked at, as check does', async () => {
  const ledger = `version: 1
company: { name: 示例云网科技有限公司 }
resources:
  - { id: cert, kind: certificate, expires: 2027-11-20, evidence: [{ path: evidence/gone.pdf }] }
`;
  const { code, stdout } = await runInMemory(['show', 'cert', ...AS_OF], { files: { 'ledger.yaml': ledger } });
  expect(code).toBe(0);
  expect(stdout).toContain('evidence/missing');
});

test('an unreadable ledger is 3, with the reason', async () => {
  const { code, stdout, stderr } = await runInMemory(['show', 'isp'], { files: { 'ledger.yaml': NO_YAML } });
  expect([code, stdout]).toStrictEqual([3, '']);
  expect(stderr).toContain('yaml/syntax');
});
