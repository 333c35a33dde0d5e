/** A register as a company really keeps it: three sheets, titles, merged cells, dates of every kind, and rows that are not what they seem. */
import { dateCell, makeWorkbook, type RawCell, struckCell } from './make-workbook.ts';

export const MESSY_COMPANY = '示例云网科技有限公司';
const OTHER = '示例云网（上海）数据有限公司';

/** 2026-01-01 and 2026-12-31, as a workbook counts. */
const [FIRST, LAST] = [46_023, 46_387];

export function messyWorkbook(): Uint8Array {
  return makeWorkbook([
    {
      name: '许可证',
      rows: [
        [`${MESSY_COMPANY}电信业务经营许可证台账`],
        ['更新日期：2026年11月20日'],
        [
          '序号',
          '持证单位',
          '许可证名称',
          '经营许可证编号',
          '业务种类（服务项目）',
          '业务覆盖范围',
          '首次发证日期',
          '有效期至',
          '证照状态',
        ],
        [
          1,
          MESSY_COMPANY,
          '增值电信业务经营许可证',
          'B1-20240315',
          '互联网接入服务业务、互联网数据中心业务',
          '全国（不含港澳台）',
          dateCell(45_366),
          '2029年3月14日',
          '有效',
        ],
        [2, undefined, undefined, undefined, '内容分发网络业务', '北京市、河北省', undefined, undefined, '有效'],
        [
          3,
          OTHER,
          '增值电信业务经营许可证',
          '沪B1-20239999',
          '互联网接入服务业务',
          '上海',
          '2023.5.6',
          '2028-5-5',
          '有效',
        ],
        [
          4,
          MESSY_COMPANY,
          '增值电信业务经营许可证',
          '京B2-20180001',
          '国内呼叫中心业务',
          '北京',
          '2023/1/1',
          '2027-12-31',
          '已注销',
        ],
      ],
      merged: ['A1:I1', 'A2:I2', 'B4:B5', 'C4:C5', 'D4:D5', 'G4:G5', 'H4:H5'],
    },
    {
      name: '合同台账',
      rows: [
        ['资源合同台账'],
        [
          '序号',
          '合同类型',
          '合同名称',
          '甲方',
          '合同乙方名称',
          '合同有效期',
          undefined,
          '所属许可证',
          '合同状态',
          '责任人及电话',
          '合同金额（元）',
          '备注',
        ],
        [undefined, undefined, undefined, undefined, undefined, '起', '止'],
        [
          1,
          '专线',
          '亦庄专线',
          MESSY_COMPANY,
          '中国电信北京分公司',
          dateCell(FIRST),
          dateCell(LAST),
          'B1-20240315',
          '履行中',
          '张三 010-1',
          120_000,
        ],
        [
          2,
          undefined,
          '西站专线',
          MESSY_COMPANY,
          '中国联通',
          '2026/1/1',
          '2027-12-31',
          'ISP',
          '已终止',
          '张三',
          90_000,
        ],
        [
          3,
          undefined,
          '旧专线',
          MESSY_COMPANY,
          '中国移动',
          '2025.1.1',
          '2028.12.31',
          'ISP',
          '履行中',
          undefined,
          80_000,
        ],
        [
          4,
          'IP地址',
          'IPv4 /24',
          MESSY_COMPANY,
          '中国电信',
          '２０２６－１－１',
          '长期',
          'B1-20240315',
          '有效',
          undefined,
          undefined,
          '已于2026年9月30日解除',
        ],
        [5, '机房租赁合同', '亦庄机房', MESSY_COMPANY, '某数据中心', FIRST, dateCell(46_752.999_99), 'IDC', '有效'],
        ['二、已终止合同'],
        [6, '带宽', '出口带宽', MESSY_COMPANY, '中国联通', '2025-01-01', '2028-12-31', 'IDC'],
        [7, '机房租赁合同', '通州机房', '甲公司', '乙公司', '2026-01-01', '2028-12-31', 'IDC', '有效'],
        [
          '合计',
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          290_000,
        ],
        ['制表：李四'],
      ],
      merged: ['A1:L1', 'F2:G2', 'B4:B6', 'A9:L9'],
      hiddenRows: [6],
    },
    {
      name: '域名清单',
      rows: [
        ['域名', '域名注册商', '注册人', '域名到期时间', '是否在用', '备案编号'],
        ['example.com', '某注册商', MESSY_COMPANY, '2027-06-30 23:59:59', '是', '京ICP备1号'],
        ['old-example.com', '某注册商', MESSY_COMPANY, '2028-06-30', '否'],
        [struckCell('gone.example'), '某注册商', MESSY_COMPANY, '2028-06-30', '是'],
        ['forever.example', '某注册商', MESSY_COMPANY, dateCell(2_958_465), '是'],
        ['number.example', scientific(), MESSY_COMPANY, '2027-06-30', '是'],
      ],
    },
    {
      name: '作废',
      state: 'hidden',
      rows: [
        ['域名', '到期日'],
        ['secret.example', '2030-01-01'],
      ],
    },
  ]);
}

/** A number with more digits than a spreadsheet keeps. */
function scientific(): RawCell {
  return { attributes: '', xml: '<v>7.0012345678000123E15</v>' };
}
