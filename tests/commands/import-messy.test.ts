/** A real-looking register: every trap in it is named by its cell, and nothing of it becomes cover. */
import { expect, test } from 'vitest';

import { importFile } from '../support/import-spreadsheet.ts';
import { dateCell, makeWorkbook } from '../support/make-workbook.ts';
import { MESSY_COMPANY, messyWorkbook } from '../support/messy-workbook.ts';

const LEDGER = `version: 1\ncompany: { name: ${MESSY_COMPANY} }\n`;

test('every trap is named by its cell, and nothing is written', async () => {
  const { code, stderr, text } = await importFile('台账.xlsx', messyWorkbook(), ['--yes', '--lang', 'zh'], {
    ledger: LEDGER,
  });
  expect([code, text]).toStrictEqual([2, undefined]);
  expect(`\n${stderr}`).toMatchInlineSnapshot(`
    "
    工作表“作废”已隐藏，未导入；要导入，加\`--include-hidden\`
    工作表“许可证”未导入的列：序号 (A3)
    工作表“合同台账”未导入的列：序号 (A2)、合同金额（元） (K2)
    工作表“域名清单”未导入的列：备案编号 (F1)
    未导入的列中有要导入的，用\`--map '列名=含义'\`指明，如\`--map '合同金额（元）=备注'\`
    工作表“许可证”看作标题、未导入：A1“示例云网科技有限公司电信业务经营许可证台账”、A2“更新日期：2026年11月20日”
    工作表“合同台账”看作合计或说明、未导入的行：12、13
    工作表“合同台账”看作标题、未导入：A1“资源合同台账”、A9“二、已终止合同”
    许可证!B6  写的是“示例云网（上海）数据有限公司”，台账属于“示例云网科技有限公司”。同一家公司的，加\`--map '示例云网（上海）数据有限公司=示例云网科技有限公司'\`
    许可证!I7  “已注销”表示已不再有效，日期却是2027-12-31。在“注销日”一列写明哪天终止；仍有效的，加\`--map '已注销=active'\`
    合同台账!I5  “已终止”表示已不再有效，日期却是2027-12-31。在“提前终止日”一列写明哪天终止；仍有效的，加\`--map '已终止=active'\`
    合同台账!A6  本行已隐藏或被筛选掉。取消隐藏后再导入，或加\`--include-hidden\`一并导入
    合同台账!L7  “已于2026年9月30日解除”表示已不再有效，没有终止日。在“提前终止日”一列写明哪天终止；仍有效的，加\`--map '已于2026年9月30日解除=active'\`
    合同台账!G8  时间在午夜前后一分钟之内，无法判断是2027-12-31还是2028-01-01。只写日期
    合同台账!A10  “二、已终止合同”表示已不再有效，日期却是2028-12-31。在“提前终止日”一列写明哪天终止；仍有效的，加\`--map '二、已终止合同=active'\`
    合同台账!D11  “甲公司”和“乙公司”都不是台账的公司“示例云网科技有限公司”。其中一方是的，加\`--map '甲公司=示例云网科技有限公司'\`
    域名清单!E3  “是否在用：否”表示已不再有效，日期却是2028-06-30。在“提前终止日”一列写明哪天终止；仍有效的，改正这一格
    域名清单!A4  有删除线，无法判断是否仍然有效。删去这一行，或去掉删除线
    域名清单!B6  数字7.0012345678000123E15超过15位或写成了科学计数，末位已不可靠。把单元格设为文本，重新录入
    错误：表格有11处问题（见上），没有写入
    处理：改正后重新导入；或加 \`--skip-invalid\`，跳过有问题的行。
    "
  `);
});

test('what is left is recorded: one paper with three services, two contracts in force, two domains', async () => {
  const argv = ['--yes', '--skip-invalid'];
  const { code, data } = await importFile('台账.xlsx', messyWorkbook(), argv, { ledger: LEDGER });
  expect(code).toBe(0);
  expect(data.licences).toMatchInlineSnapshot(`
    [
      {
        "expires": "2029-03-14",
        "id": "telecom-2024",
        "issued": "2024-03-15",
        "notes": "许可证名称：增值电信业务经营许可证",
        "number": "B1-20240315",
        "services": [
          {
            "kind": "isp",
            "scope": "national",
          },
          {
            "kind": "idc",
            "scope": "national",
          },
          {
            "kind": "cdn",
            "scope": [
              "北京",
              "河北",
            ],
          },
        ],
      },
    ]
  `);
  expect(data.resources).toMatchInlineSnapshot(`
    [
      {
        "expires": "2026-12-31",
        "id": "leased-line-2026",
        "kind": "leased-line",
        "owner": "张三 010-1",
        "provider": "中国电信北京分公司",
        "serves": [
          "telecom-2024",
        ],
        "starts": "2026-01-01",
        "title": "亦庄专线",
      },
      {
        "expires": "2027-06-30",
        "id": "domain-2027",
        "kind": "domain",
        "provider": "某注册商",
        "registrant": "示例云网科技有限公司",
        "title": "example.com",
      },
      {
        "expires": "never",
        "id": "domain",
        "kind": "domain",
        "provider": "某注册商",
        "registrant": "示例云网科技有限公司",
        "title": "forever.example",
      },
    ]
  `);
});

test('a register in English: headings over two rows, kinds below “Licence”, provinces in pinyin', async () => {
  const workbook = makeWorkbook([
    {
      name: 'Licences',
      rows: [
        ['Telecom licence register'],
        ['No.', 'Company', 'Licence', 'Licence No.', 'Coverage', 'Issue date', 'Valid until', 'Status'],
        [1, MESSY_COMPANY, 'ISP', 'B1-20240315', 'Nationwide', dateCell(45_366), '14 March 2029', 'Active'],
        [undefined, undefined, 'IDC', undefined, 'Beijing, Shaanxi', undefined, undefined, 'Active'],
      ],
      merged: ['A1:H1', 'A3:A4', 'B3:B4', 'D3:D4', 'F3:F4', 'G3:G4'],
    },
    {
      name: 'Contracts',
      rows: [
        ['No.', 'Type', 'Contract', 'Supplier', 'Term', undefined, 'Used for', 'Status', 'Purpose'],
        [undefined, undefined, undefined, undefined, 'From', 'To'],
        [1, 'Leased line', 'Yizhuang line', 'China Telecom', dateCell(46_023), '2026-12-31', 'ISP', 'In force', 'x'],
      ],
      merged: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2', 'I1:I2'],
    },
  ]);
  const { code, data } = await importFile('register.xlsx', workbook, ['--yes'], { ledger: LEDGER });
  expect(code).toBe(0);
  expect(data.licences).toMatchObject([
    {
      number: 'B1-20240315',
      issued: '2024-03-15',
      expires: '2029-03-14',
      services: [
        { kind: 'isp', scope: 'national' },
        { kind: 'idc', scope: ['北京', '陕西'] },
      ],
    },
  ]);
  expect(data.resources).toMatchObject([
    {
      kind: 'leased-line',
      title: 'Yizhuang line',
      provider: 'China Telecom',
      starts: '2026-01-01',
      expires: '2026-12-31',
      serves: ['telecom-2024/isp'],
    },
  ]);
});
