/** What the columns of an officer's spreadsheet are called, and which fields they mean. */

/** In the order in which `--map` names them. `reference` is a contract's own number, `term` holds both ends of a term. */
export const IMPORT_FIELDS = [
  'kind',
  'id',
  'title',
  'provider',
  'starts',
  'expires',
  'term',
  'serves',
  'number',
  'scope',
  'issued',
  'opened',
  'follows',
  'registrant',
  'owner',
  'verified',
  'reference',
  'notes',
  'ignore',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Where two columns of a sheet mean one field, the name that stands first here has it. */
const NAMES: Readonly<Record<ImportField, string>> = {
  kind: '种类 类型 类别 合同种类 合同类型 合同类别 资源种类 资源类型 证照种类 证照类型 资质类型 许可证种类 许可证类型 业务种类 业务类型 kind type category',
  id: '编号 条目编号 台账编号 id',
  title: '名称 标题 合同名称 协议名称 资源名称 证照名称 资质名称 项目名称 title name contractname',
  provider:
    '对方 对方单位 对方名称 合同对方 相对方 供应商 供应商名称 运营商 运营商名称 服务商 合作方 签约方 签约单位 乙方 provider supplier vendor counterparty carrier',
  starts:
    '起始日期 起始日 起始时间 开始日期 开始日 开始时间 生效日期 生效日 生效时间 有效期起 有效期自 启用日期 签订日期 签订时间 签约日期 签署日期 starts start startdate effective effectivedate validfrom signed',
  expires:
    '到期日 到期日期 到期时间 截止日期 截止日 截止时间 有效期至 有效期止 有效期截止 有效期到 失效日期 终止日期 终止日 结束日期 结束日 结束时间 届满日 届满日期 expires expiry expirydate expirationdate end ends enddate validuntil validto',
  term: '有效期 有效期限 合同期限 合同有效期 服务期限 起止日期 term period',
  serves:
    '所属许可证 服务许可证 对应许可证 关联许可证 支撑许可证 许可证 所属业务 serves licence licences license licenses',
  number: '许可证号 许可证编号 证号 证书编号 证照编号 批准文号 批文号 number licencenumber licensenumber',
  scope: '业务覆盖范围 覆盖范围 服务范围 业务范围 scope coverage',
  issued: '发证日期 颁发日期 核发日期 批准日期 发证时间 issued issuedate dateofissue',
  opened: '开通日期 业务开通日期 opened',
  follows: '接续 接续条目 原条目 follows',
  registrant: '注册人 域名注册人 域名所有者 registrant',
  owner:
    '负责人 责任人 经办人 联系人 责任部门 负责部门 归口部门 管理部门 owner responsible responsibleperson department',
  verified: '核对日期 最近核对 最近核对日期 verified',
  reference: '合同编号 合同号 协议编号 协议号 档案号 档案编号 contractnumber contractno reference',
  notes: '备注 说明 注释 notes note remark remarks comment comments',
  ignore: '序号 剩余天数 状态 公司 no daysleft status company',
};

export interface HeadingMeaning {
  readonly field: ImportField;
  /** The lower, the surer. */
  readonly rank: number;
}

const MEANINGS: ReadonlyMap<string, HeadingMeaning> = new Map(
  IMPORT_FIELDS.flatMap((field) => NAMES[field].split(' ').map((name, rank) => [name, { field, rank }] as const)),
);

/** Without spaces, marks and what stands in brackets: `* 到期日期（必填）` is `到期日期`. */
export function bareHeading(heading: string): string {
  const plain = heading.normalize('NFKC').toLowerCase();
  return plain.replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, '').replaceAll(/[\s*:_\-/.#]/gu, '');
}

export function meaningOf(heading: string): HeadingMeaning | undefined {
  return MEANINGS.get(bareHeading(heading));
}
