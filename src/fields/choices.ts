/** The closed lists of the ledger and of its answers: each value once, with its name and the words that mean it. */
import type { BranchChange, ChangeKind, SystemKind } from '../domain/company.ts';
import type { Status } from '../domain/finding.ts';
import type { RuleSetting } from '../domain/ledger.ts';
import type { Standing } from '../domain/register.ts';
import type { Severity } from '../domain/severity.ts';
import type { State } from '../domain/status.ts';
import type { Text } from '../domain/text.ts';
import { spaced } from './heading-words.ts';

/** The name of a value, and what else people call it. */
export interface ValueName extends Text {
  readonly words?: readonly string[] | undefined;
}

export type ValueNames<Value extends string = string> = Readonly<Record<Value, ValueName>>;

export const CHANGE_NAMES: ValueNames<ChangeKind> = {
  name: { zh: '公司名称', en: 'company name', words: ['名称', '更名'] },
  'legal-representative': { zh: '法定代表人', en: 'legal representative', words: ['法人', '法人代表'] },
  entity: { zh: '经营主体', en: 'operating entity', words: ['主体', '合并', '分立'] },
  scope: { zh: '业务范围', en: 'business scope', words: ['覆盖范围'] },
  address: { zh: '住所', en: 'address', words: ['地址', '注册地址', '公司地址'] },
  'registered-capital': { zh: '注册资本', en: 'registered capital', words: ['资本', '增资', '减资'] },
  shareholders: { zh: '股东', en: 'shareholders', words: ['股权', '股东变更', '股权变更'] },
  cessation: { zh: '停止经营', en: 'cessation', words: ['终止经营', '停业', '终止', '终止业务'] },
  transfer: { zh: '业务转让', en: 'transfer', words: ['转让'] },
  'service-items': { zh: '网站服务项目', en: 'service items', words: ['服务项目', '栏目'] },
  'site-address': { zh: '网站网址', en: 'site address', words: ['网址', '网站地址'] },
  'ip-addresses': { zh: 'IP地址', en: 'IP addresses', words: ['ip地址信息'] },
  'ip-contact': { zh: 'IP地址联系人', en: 'contact for the IP addresses', words: ['ip地址联系方式'] },
  'customer-addresses': { zh: '用户自带IP地址接入', en: 'addresses of a customer', words: ['自带IP地址', '自带地址'] },
  'domain-holder': { zh: '域名持有者信息', en: 'data of a domain holder', words: ['域名注册信息', '域名信息'] },
  'network-filing': { zh: '网络单元备案信息', en: 'filing of a network unit', words: ['网络单元备案'] },
};

export const BRANCH_NAMES: ValueNames<BranchChange> = {
  opened: { zh: '设立', en: 'opened', words: ['新设', '成立', '开设'] },
  changed: { zh: '变更', en: 'changed' },
  closed: { zh: '撤销', en: 'closed', words: ['注销', '关闭'] },
};

export const SYSTEM_NAMES: ValueNames<SystemKind> = {
  'information-system': { zh: '信息系统', en: 'information system', words: ['等保', '等保系统', 'mlps'] },
  'network-unit': { zh: '网络单元', en: 'network unit', words: ['定级对象', '通信网络单元'] },
};

export const SEVERITY_NAMES: ValueNames<Severity> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info', words: ['信息', 'note'] },
};

export const SETTING_NAMES: ValueNames<RuleSetting> = {
  ...SEVERITY_NAMES,
  off: { zh: '不检查', en: 'off', words: ['关闭'] },
};

/** What is wrong, in a word. */
export const STATUS_NAMES: ValueNames<Status> = {
  missing: { zh: '缺失', en: 'missing', words: ['从未登记'] },
  expired: { zh: '已过期', en: 'expired', words: ['过期'] },
  expiring: { zh: '即将到期', en: 'expiring' },
  pending: { zh: '尚未生效', en: 'pending', words: ['未生效'] },
  gap: { zh: '有断档', en: 'gap', words: ['断档'] },
  due: { zh: '期限临近', en: 'due' },
  overdue: { zh: '已逾期', en: 'overdue', words: ['逾期'] },
  late: { zh: '办理过晚', en: 'late' },
  shortfall: { zh: '未达要求', en: 'shortfall', words: ['不足'] },
  invalid: { zh: '不正确', en: 'invalid' },
  mismatch: { zh: '不一致', en: 'mismatch' },
  stale: { zh: '久未更新', en: 'stale' },
  unused: { zh: '未使用', en: 'unused' },
  unknown: { zh: '无法识别', en: 'unknown' },
  undetermined: { zh: '无法判断', en: 'undetermined' },
};

/** How a thing stands that was asked. */
export const STATE_NAMES: ValueNames<State> = {
  open: { zh: '未满足', en: 'open' },
  'at-risk': { zh: '临期', en: 'at risk' },
  undetermined: { zh: '无法判断', en: 'undetermined' },
  waived: { zh: '已豁免', en: 'waived' },
  met: { zh: '已满足', en: 'met' },
  'not-applicable': { zh: '不适用', en: 'does not apply' },
};

/** What happens to a contract or a paper that ends before its time. */
const ENDINGS = spaced(
  '终止 解除 作废 注销 吊销 撤销 废止 停用 退租 拆机 拆除 退订 取消 关停 关闭 下线 解约 结束 完结 履行完毕',
);

/** How an entry stands in the register. The words of what is over are those that registers write in their own column. */
export const STANDING_NAMES: ValueNames<Standing> = {
  active: {
    zh: '有效',
    en: 'active',
    words: [
      '在用',
      '正常',
      '生效中',
      '履行中',
      '执行中',
      '使用中',
      '存续',
      '在有效期内',
      'valid',
      'in force',
      'in use',
      'current',
    ],
  },
  expiring: { zh: '即将到期', en: 'expiring', words: ['临期', '快到期', '即将过期'] },
  expired: {
    zh: '已到期',
    en: 'expired',
    words: ['到期', '已过期', '过期', '失效', '已失效', '到期未续', '已到期未续'],
  },
  pending: { zh: '未生效', en: 'pending', words: ['待生效', '未开始', '尚未生效'] },
  ending: { zh: '到期不续', en: 'ending', words: ['不续', '不再续签', '不续约'] },
  followed: { zh: '已接续', en: 'followed', words: ['已续签', '已续约'] },
  closed: {
    zh: '已终止',
    en: 'closed',
    words: [...ENDINGS, ...ENDINGS.map((word) => `已${word}`), ...spaced('terminated void cancelled ended inactive')],
  },
};

/** Of a 700 grant. */
export const ROLE_NAMES = {
  'application-platform': { zh: '应用平台', en: 'application platform', words: ['应用平台企业'] },
  'base-platform': { zh: '基础平台', en: 'base platform', words: ['基础平台企业'] },
  'business-user': { zh: '业务使用方', en: 'business user', words: ['使用单位', '业务使用单位'] },
} as const satisfies ValueNames;

/** Who holds a 95 number. */
export const HOLDER_NAMES = {
  'telecom-operator': { zh: '电信企业', en: 'telecom operator', words: ['电信业务经营者'] },
  'service-enterprise': { zh: '服务企业', en: 'service enterprise', words: ['服务单位'] },
} as const satisfies ValueNames;

/** By the key of the field that holds one of them. */
export const CHOICE_NAMES: ReadonlyMap<string, ValueNames> = new Map<string, ValueNames>([
  ['what', CHANGE_NAMES],
  ['role', ROLE_NAMES],
  ['holder', HOLDER_NAMES],
]);

/** The name of a value, by the field that holds it; the value itself where it has none. */
export function nameOfValue(names: ValueNames, value: string): Text {
  const name = Object.hasOwn(names, value) ? names[value] : undefined;
  return name ?? { zh: value, en: value };
}

/** The value that a word means: the value itself, its name in either language, or another word for it. */
export function valueNamed<Value extends string>(names: ValueNames<Value>, word: string): Value | undefined {
  const wanted = plain(word);
  const values = Object.keys(names).filter((value): value is Value => Object.hasOwn(names, value));
  const means = (value: Value): boolean => {
    const { zh, en, words = [] } = names[value];
    return [value, zh, en, ...words].some((one) => plain(one) === wanted);
  };
  return values.find(means);
}

/** What tells one word from another: neither width, case, blanks nor hyphens. */
export function plain(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]/gu, '');
}
