/** What the headings of registers are put together from, and what they say that is no field of the ledger. */

/** Every first word with every second, in their order. */
export function joined(firsts: readonly string[], seconds: readonly string[]): readonly string[] {
  return firsts.flatMap((first) => seconds.map((second) => `${first}${second}`));
}

/** The words of a line. */
export function spaced(line: string): readonly string[] {
  return line.split(' ');
}

/** What has a term: `合同`到期日期, `域名`到期时间. */
const PAPERS = ['', '合同', '协议', '证书', '证照', '许可证', '许可', '资质', '服务', '租赁', '域名', '有效期'];

/** 合同`到期`, with a word for day behind it. */
export const ENDS = joined(PAPERS, ['到期', '截止', '终止', '结束', '失效', '届满']);
export const STARTS = joined(PAPERS, ['起始', '开始', '生效', '启用', '签订', '签定', '签约', '签署']);
/** 许可证`有效期`, with 至 or 起 behind it. */
export const LASTS = joined(
  PAPERS.filter((paper) => paper !== '有效期'),
  ['有效期'],
);

/** Headings that an import understands although no field of the ledger is called so. */
export const OTHER_HEADINGS = {
  /** Both ends of a term in one cell; a single day is the last one. */
  term: [
    ...LASTS,
    ...joined(['有效', '合同', '合作', '租赁', '服务', '使用'], ['期限']),
    ...spaced('租期 服务期 合同期 起止日期 起止时间 term period'),
  ],
  /** A contract's own number. */
  reference: [
    ...joined(['合同', '协议', '档案'], ['编号', '号', '号码']),
    ...spaced('contractnumber contractno reference'),
  ],
  /** What the ledger works out by itself. */
  ignore: ['序号', '剩余天数', '公司', 'no', 'daysleft', 'company'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
