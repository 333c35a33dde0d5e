/** What the headings of registers are put together from, and what they say that is no field of the ledger. */
import { latePattern } from '../domain/late-pattern.ts';

/** Every first word with every second, in their order. */
export function joined(firsts: readonly string[], seconds: readonly string[]): readonly string[] {
  return firsts.flatMap((first) => seconds.map((second) => `${first}${second}`));
}

/** The words of a line. */
export function spaced(line: string): readonly string[] {
  return line.split(' ');
}

/** Headings that an import understands although no field of the ledger is called so. */
export const OTHER_HEADINGS = {
  /** Both ends of a term in one cell; a single day is the last one, `12个月` is counted from the first. */
  term: spaced('term period'),
  /** A contract's own number. */
  reference: spaced('contractnumber contractno reference'),
  /** How the entry stands: in force, ended … */
  status: spaced('status state'),
  /** Whose entry it is. */
  company: spaced('company entity subsidiary'),
  /** The parties of a contract, of which the company itself is one. */
  partyA: spaced('partya'),
  partyB: spaced('partyb'),
  /** What the ledger works out by itself. */
  ignore: spaced('序号 编次 行号 剩余天数 距到期天数 no daysleft'),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a column may be about, said before what it says of it: `电信业务经营许可证`有效期至. */
const ABOUT =
  '(?:合同|协议|证书|证照|证件|许可证|许可|经营|资质|资格|牌照|执照|批文|批复|服务|租赁|租用|租约|域名|专线|线路|电路|带宽|机房|机柜|备案|电信|增值|业务|授权|使用|履行|合作|报告|测评|评测|评估|号码|码号|产品|项目|资源|系统|设备|备件|证明|材料|当前|目前|最新|本期|的|书|ssl|ip)*';
const LASTING = '(?:有效期限?|有效|期限|租期|服务期限?|合同期限?|协议期限?)';
const DAY = '(?:日期|日|时间|年月日)';

/** The first that fits a bare heading has it. A field, or one of `OTHER_HEADINGS`. */
const GRAMMAR: readonly (readonly [string, string])[] = [
  ['issued', `${ABOUT}(?:首次|初次|本次|最近)?(?:发证|颁证|颁发|核发|签发|获证|取证|领证|批准|换发|换证)${DAY}`],
  ['closed', `${ABOUT}(?:注销|缴销)${DAY}`],
  ['ended', `${ABOUT}(?:实际|提前)(?:终止|解除|解约|结束|停用|退租)${DAY}?`],
  ['ended', `${ABOUT}(?:解除|解约|退租|拆机|停用|退订|作废|下线)${DAY}`],
  ['expires', `${ABOUT}${LASTING}?(?:到期|截止|截至|终止|结束|失效|届满|期满|过期)${DAY}?[止至]?`],
  ['expires', `${ABOUT}${LASTING}(?:截?止|至止|[至到])${DAY}?`],
  ['starts', `${ABOUT}${LASTING}?(?:起始|开始|生效|启用|起租|起算|签订|签署|签约|签定|订立|起)${DAY}?`],
  ['starts', `${ABOUT}${LASTING}[自从起]${DAY}?`],
  ['term', `${ABOUT}(?:有效期限?|有效时间|有效期间|期限|租期|起止${DAY}?|服务期间)`],
  ['term', '(?:合同|协议|服务|租赁|合作|使用)期'],
  ['reference', '(?:合同|协议|订单|档案|归档|文件)书?(?:编号|号码|号|编码)'],
  [
    'number',
    '(?:电信|增值|业务|经营)*(?:许可证|许可|证书|证照|证件|资质|牌照|执照|批文|批复|批准文?)(?:编号|号码|编码|文号|证号|号)',
  ],
  ['title', `${ABOUT}(?:名称|标题|全称)`],
  ['kind', `${ABOUT}(?:类型|类别|种类)`],
  [
    'serves',
    '(?:所属|服务|对应|关联|支撑|适用|使用|用于|涉及)(?:的|于)?(?:哪些|哪项)?(?:许可证?|业务|证照|牌照|证号)+',
  ],
  [
    'provider',
    '(?:合同|协议|签约|合作)?(?:相对方|相对人|对方当事人|对方单位|对方公司|对方主体|对方)(?:单位|名称|全称)*',
  ],
  [
    'provider',
    '(?:线路|专线|带宽|云|域名|基础|电信|接入)*(?:供应商|运营商|服务商|服务提供商|提供商|注册商|接入商|出租方|出租人|供方|供货方|供货单位|供应单位|服务方|合作方|合作单位|签约方|签约单位|测评机构|评估机构|检测机构)(?:名称|全称)?',
  ],
  ['partyA', '(?:合同|协议)?甲方(?:单位|公司|主体|名称|全称|当事人)*'],
  ['partyB', '(?:合同|协议)?乙方(?:单位|公司|主体|名称|全称|当事人)*'],
  [
    'owner',
    `${ABOUT}(?:责任|负责|经办|管理|归口|使用|主办|承办|联系|对接|申请|跟进|维护)*(?:责任|负责|经办|管理|归口|使用|主办|承办|联系|对接|申请|跟进|维护)(?:人员|人|部门|处室|科室|员)(?:姓名|名称|[及和]?(?:联系)?电话|[及和]联系方式)?`,
  ],
  ['scope', '(?:业务|许可|经营|服务|授权)?(?:覆盖|服务|业务|地域|区域|许可|开展)(?:范围|区域|地区|地域|省份)'],
  // Of what, only the cells below tell.
  ['scope', '范围'],
  ['status', `${ABOUT}(?:存续|执行|续签|生效|办理|运行|生命周期)*(?:状态|状况|有效性)`],
  ['status', `${ABOUT}(?:使用|存续|生效|终止|履行)情况`],
  ['status', '是否(?:仍|已|还)?(?:有效|在用|生效|存续|终止|解除|作废|注销|失效|停用|到期|过期)'],
  ['company', '(?:所属|归属|签约|持证|持有|证照|合同|我方|本方)(?:公司|主体|企业|法人|单位|人|方)(?:名称|全称|简称)?'],
  ['company', '(?:公司|企业|法人|主体|单位)(?:主体|名称|全称|简称)|公司|我方|本方|权利人|所有人'],
  ['number', '(?:licen[cs]e|certificate|permit)(?:no|number|id)'],
  ['title', '(?:contract|agreement|document)(?:name|title)?'],
  ['serves', '(?:used|needed)for(?:licen[cs]es?|services?)?|supports'],
  ['issued', '(?:licen[cs]e|certificate|permit)?(?:issued(?:on|date)?|issuedate|date(?:of)?issued?)'],
  ['starts', '(?:contract|agreement)?(?:start|begin|effective|commencement)s?(?:on|from|date)?'],
  ['starts', '(?:contract|agreement|lease|service)?(?:term|period|validity)(?:from|start)'],
  ['expires', '(?:contract|agreement|licen[cs]e)?(?:expir(?:es|y|ation)|ends?|valid)(?:on|until|to|through|date)?'],
  ['expires', '(?:contract|agreement|lease|service)?(?:term|period|validity)(?:to|until|end)'],
  [
    'owner',
    '(?:person|department|team)incharge|responsible(?:person|party|department|team)?|(?:contact|business)owner',
  ],
];

const PATTERNS = GRAMMAR.map(([field, pattern]) => [field, latePattern(`^(?:${pattern})$`, 'u')] as const);

/** What a bare heading means by the way in which it is put together, and how sure that is: the lower, the surer. */
export function meaningByGrammar(bare: string): { readonly field: string; readonly rank: number } | undefined {
  const rank = bare.length > LONGEST ? -1 : PATTERNS.findIndex(([, pattern]) => pattern().test(bare));
  const field = PATTERNS[rank]?.[0];
  return field === undefined ? undefined : { field, rank };
}

/** No heading is a sentence; the patterns need not look at one. */
const LONGEST = 24;

/** `是否作废`: a yes says what the word says. */
export function standingAsked(heading: string): string | undefined {
  return /^是否(?:仍|已|还)?(.+)$/u.exec(heading)?.[1];
}
