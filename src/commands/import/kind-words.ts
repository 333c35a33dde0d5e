/** What a word in a spreadsheet means: a kind (`专线接入协议`, `IDC 许可证`, `B14`, `leased line`), or a licence of the ledger. */
import { RESOURCE_KINDS } from '../../domain/resource-kinds.ts';
import type { Text } from '../../domain/text.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { didYouMean, nearest } from '../../schema/did-you-mean.ts';

export interface KnownKind {
  readonly list: 'licences' | 'resources';
  readonly kind: string;
}

/** Beside the names of the kinds themselves. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'leased-line': '专线 互联网专线 互联网接入专线 接入专线 电路 传输专线 数据专线',
  bandwidth: '带宽 带宽租用 宽带',
  'ip-addresses': 'ip ip地址 ip地址租用 ip资源',
  domain: '域名 域名注册 域名证书',
  certificate: '证书 ssl证书 数字证书 服务器证书 tls证书',
  'machine-room': '机房 机房租赁 机架 机柜 机柜租赁 idc机房',
  hosting: '托管 主机托管 服务器托管',
  'voice-line': '语音专线 中继线 语音中继',
  'operator-agreement': '运营商合作协议 基础运营商合作协议',
  'site-lease': '房屋租赁 办公场地租赁 场地租赁 租房',
  'social-insurance': '社保 社保证明 社保缴纳证明',
  'system-evaluation': '系统评测 系统测评报告',
  'security-assessment': '安全评估',
  'mlps-report': '等保 等保测评 等保测评报告 等保报告 等级保护测评',
  'icp-filing': 'icp备案 网站备案',
};

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** What names of kinds end with whatever they mean. */
const ENDINGS = /(?:增值电信业务)?(?:经营许可证|许可证|许可|合同|协议|业务|服务|证明|报告|租赁|租用)$/u;

/** Undefined where nobody can tell. A kebab-case word is a kind of the company's own. */
export function kindNamed(word: string): KnownKind | undefined {
  const plain = bare(word);
  const known = byName().get(plain) ?? byStem().get(stem(plain));
  if (known !== undefined) return known;
  const own = word.normalize('NFKC').trim();
  return KEBAB_CASE.test(own) && !/^\d+$/u.test(own) ? { list: 'resources', kind: own } : undefined;
}

/** The kind whose name is nearest to a word that is none. */
export function nearestKind(word: string): string | undefined {
  const name = nearest(bare(word), byName().keys());
  return name === undefined ? undefined : byName().get(name)?.kind;
}

let names: ReadonlyMap<string, KnownKind> | undefined;
let stems: ReadonlyMap<string, KnownKind> | undefined;

function byName(): ReadonlyMap<string, KnownKind> {
  names ??= new Map(everyName());
  return names;
}

/** Stems that two kinds share say nothing. */
function byStem(): ReadonlyMap<string, KnownKind> {
  if (stems !== undefined) return stems;
  const found = new Map<string, KnownKind>();
  const shared = new Set(['']);
  for (const [name, known] of byName()) {
    const other = found.get(stem(name));
    if (other !== undefined && other.kind !== known.kind) shared.add(stem(name));
    found.set(stem(name), known);
  }
  for (const one of shared) found.delete(one);
  stems = found;
  return stems;
}

function* everyName(): Generator<readonly [string, KnownKind]> {
  const codes = [...catalogue.kinds.values()].map(({ code }) => code);
  for (const { kind, code, name } of catalogue.kinds.values()) {
    const known = { list: 'licences', kind } as const;
    // B25 is the code of two kinds.
    const isOnlyOne = codes.filter((one) => one === code).length === 1;
    for (const word of [kind, name.zh, name.en, ...(isOnlyOne ? [code] : [])]) yield [bare(word), known];
  }
  for (const [kind, { zh, en }] of Object.entries(RESOURCE_KINDS)) {
    for (const word of [kind, zh, en, ...(OTHER_NAMES[kind]?.split(' ') ?? [])]) {
      yield [bare(word), { list: 'resources', kind }];
    }
  }
}

function bare(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_()-]/gu, '');
}

function stem(name: string): string {
  let short = name;
  while (ENDINGS.test(short)) short = short.replace(ENDINGS, '');
  return short;
}

interface LicenceNamed {
  readonly id: string;
  readonly kind: string;
  readonly number?: string | undefined;
}

/** The id of the licence, or why there is none. */
export type FindLicence = (word: string) => string | { readonly problem: Text };

/** By the id, the number or the kind of a licence, the kind only where there is but one. */
export function licenceFinder(licences: readonly LicenceNamed[]): FindLicence {
  const byId = new Map(licences.map(({ id }) => [id, id]));
  const byNumber = new Map(
    licences.flatMap(({ id, number }) => (number === undefined ? [] : [[withoutSpaces(number), id]])),
  );
  return (word) => {
    const exact = byId.get(word) ?? byNumber.get(withoutSpaces(word)) ?? byId.get(withoutSpaces(word).toLowerCase());
    if (exact !== undefined) return exact;
    const kind = kindNamed(word);
    const ofKind = kind?.list === 'licences' ? licences.filter((licence) => licence.kind === kind.kind) : [];
    const [only, another] = ofKind;
    if (only !== undefined && another === undefined) return only.id;
    return { problem: another === undefined ? unknown(word, byId.keys()) : ambiguous(word, ofKind) };
  };
}

function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}

function unknown(word: string, ids: Iterable<string>): Text {
  const meant = didYouMean(nearest(word, ids)) ?? {
    zh: '请写许可证的编号、许可证号或种类。',
    en: 'Write the id, the number or the kind of a licence.',
  };
  return {
    zh: `台账和表格中都没有许可证「${word}」。${meant.zh}`,
    en: `neither the ledger nor the spreadsheet has a licence “${word}”. ${meant.en}`,
  };
}

function ambiguous(word: string, licences: readonly LicenceNamed[]): Text {
  const ids = licences.map(({ id }) => id);
  return {
    zh: `「${word}」可以是${ids.join('、')}，请写编号或许可证号`,
    en: `“${word}” may be ${ids.join(', ')}; write the id or the number`,
  };
}
