import { describe, expect, test } from 'vitest';

import { runInMemory } from '../support/memory-io.ts';
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
        位置        ledger.yaml:8
        名称        北京亦庄专线接入协议
        对方        中国电信股份有限公司北京分公司
        起始日期    2025-11-01
        到期日      2026-10-31
        负责人      网络部
        所属许可证  isp  B1-20220315  至2027-03-14
        接续        → line-bj-2025  北京亦庄专线接入协议  至2026-10-31
                    line-bj-2026  北京亦庄专线接入协议（续签）  至2027-11-30

        ✖ isp/leased-line  2026-11-01起没有有效的专线接入协议（已21天），2026-12-01才恢复
            13 │     expires: 2026-10-31
               │              ^^^^^^^^^^ line-bj-2025 北京亦庄专线接入协议
            依据  电信业务经营许可管理办法（工业和信息化部令第42号）第24条（据转述）
                  中华人民共和国电信条例（国务院令第291号）第28条第3项（原文已核）
            处理  把断开的日子补上：延长原合同，或另签一份有效到2026-11-30的合同并登记。
      "
    `);
  });

  test('says what nobody would guess: that it is not to be renewed, that it renews itself, that it has no end', async () => {
    expect((await show('nodes-sh')).stdout).toMatch(/to be renewed +no/u);
    expect((await show('room')).stdout).toMatch(/renews itself +months 12, noticeDays 30/u);
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
            "kind": "cdn",
            "kindName": "Content delivery network (CDN)",
            "list": "licences",
            "location": {
              "column": 11,
              "file": "ledger.yaml",
              "line": 6,
            },
            "number": "京B1-20211116",
            "servedBy": [
              "nodes-sh",
            ],
            "serves": [],
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
  ['__proto__', 'there is no such entry'],
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
