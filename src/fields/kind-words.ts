/** From what people call a kind to the kind: `专线接入协议`, `IDC 许可证`, `B14`, `leased line`. */
import type { LicenceProfile } from '../domain/licence-kind.ts';
import { RESOURCE_KINDS } from '../domain/resource-kinds.ts';
import { spaced } from './heading-words.ts';

export interface KnownKind {
  readonly list: 'licences' | 'resources';
  readonly kind: string;
}

/** Beside the names that `RESOURCE_KINDS` gives them; those of services and numbers stand in their modules. */
const RESOURCE_WORDS: ReadonlyMap<string, string> = new Map([
  ['leased-line', '专线 互联网专线 互联网接入专线 接入专线 电路 传输专线 数据专线'],
  ['bandwidth', '带宽 带宽租用 宽带'],
  ['ip-addresses', 'ip ip地址 ip地址租用 ip资源'],
  ['domain', '域名 域名注册 域名证书 domainname'],
  ['certificate', '证书 ssl证书 数字证书 服务器证书 tls证书'],
  ['machine-room', '机房 机房租赁 机架 机柜 机柜租赁 idc机房'],
  ['hosting', '托管 主机托管 服务器托管 colocation'],
  ['voice-line', '语音专线 中继线 语音中继'],
  ['operator-agreement', '运营商合作协议 基础运营商合作协议'],
  ['site-lease', '房屋租赁 办公场地租赁 场地租赁 租房'],
  ['business-licence', '营业执照副本'],
  ['social-insurance', '社保 社保证明 社保缴纳证明'],
  ['system-evaluation', '系统评测 系统测评报告 信息安全管理系统评测 信息安全管理系统测评 接入资源管理系统评测'],
  ['security-assessment', '安全评估'],
  ['mlps-report', '等保 等保测评 等保测评报告 等保报告 等级保护测评'],
  ['icp-filing', 'icp备案 网站备案'],
  ['app-filing', 'app备案 应用备案 应用程序备案'],
  ['number-certificate', '码号证书 码号使用证书'],
]);

/** Every word for a kind of resource: itself, its names in both languages, and what people write. */
export function wordsOfResourceKind(kind: string): readonly string[] {
  const name = Object.hasOwn(RESOURCE_KINDS, kind) ? RESOURCE_KINDS[kind] : undefined;
  return [kind, ...(name === undefined ? [] : [name.zh, name.en]), ...spaced(RESOURCE_WORDS.get(kind) ?? kind)];
}

/** Every word for a kind of service or number; its code only where no other kind has it, as B25 is that of two. */
export function wordsOfLicenceKind(profile: LicenceProfile, all: Iterable<LicenceProfile>): readonly string[] {
  const { kind, code, name, short, words = [] } = profile;
  const isOnlyOne = [...all].filter((one) => one.code === code).length === 1;
  const inShort = short === undefined ? [] : [short.zh, short.en];
  return [kind, name.zh, name.en, ...inShort, ...(isOnlyOne ? [code] : []), ...words];
}

export interface KindFinder {
  /** The kind that a word means; undefined where nobody can tell. */
  readonly named: (word: string) => KnownKind | undefined;
  /** The kinds that a cell names, as `互联网数据中心业务、互联网接入服务业务`; undefined unless each of them is known. */
  readonly allNamed: (words: string) => readonly KnownKind[] | undefined;
  /** Every known word, bare, with its kind. */
  readonly words: ReadonlyMap<string, KnownKind>;
  /** The kinds of which a name holds the word or its letters in their order, or stands in it, the longest first: 评测, `短消息类服务接入代码 1069`. */
  readonly like: (word: string) => readonly string[];
}

export function kindFinder(profiles: readonly LicenceProfile[]): KindFinder {
  const words = new Map<string, KnownKind>();
  const know = (kind: KnownKind, names: readonly string[]): void => {
    for (const name of names) if (!words.has(bare(name))) words.set(bare(name), kind);
  };
  for (const one of profiles) know({ list: 'licences', kind: one.kind }, wordsOfLicenceKind(one, profiles));
  for (const kind of Object.keys(RESOURCE_KINDS)) know({ list: 'resources', kind }, wordsOfResourceKind(kind));
  const stems = stemsOf(words);

  const find = (word: string): KnownKind | undefined => words.get(bare(word)) ?? stems.get(stem(bare(word)));
  const named = (word: string): KnownKind | undefined => find(word) ?? find(withoutBrackets(word));
  return { named, allNamed, words, like };

  function allNamed(cell: string): readonly KnownKind[] | undefined {
    const whole = named(cell);
    if (whole !== undefined) return [whole];
    const parts = withoutBrackets(cell).split(/[、，,；;+/\n]|以及|及|和/u);
    const kinds = parts.filter((part) => part.trim() !== '').map(named);
    return kinds.length === 0 || kinds.includes(undefined) ? undefined : kinds.filter((kind) => kind !== undefined);
  }

  function like(written: string): readonly string[] {
    const word = bare(written);
    const near = [...words].filter(
      ([name]) =>
        (word.length > 1 && name.includes(word)) ||
        (name.length > 3 && word.includes(name)) ||
        (word.length > 3 && isShortFor(word, name)),
    );
    return [...new Set(near.toSorted(([one], [other]) => other.length - one.length).map(([, { kind }]) => kind))];
  }
}

/** Stems that two kinds share say nothing. */
function stemsOf(words: ReadonlyMap<string, KnownKind>): ReadonlyMap<string, KnownKind> {
  const found = new Map<string, KnownKind>();
  const shared = new Set(['']);
  for (const [word, kind] of words) {
    const other = found.get(stem(word));
    if (other !== undefined && other.kind !== kind.kind) shared.add(stem(word));
    found.set(stem(word), kind);
  }
  for (const one of shared) found.delete(one);
  return found;
}

/** What names of kinds begin or end with whatever they mean. */
const BEGINNING = /^(?:国内|全国|跨省|跨地区)/u;
const ENDINGS =
  /(?:增值电信业务)?(?:经营许可证|许可证|许可|合同|协议|业务|服务|证明|报告|租赁|租用|licen[cs]e|permit|contract|agreement)$/u;

function stem(word: string): string {
  let short = word.replace(BEGINNING, '');
  while (ENDINGS.test(short)) short = short.replace(ENDINGS, '');
  return short;
}

/** Chinese leaves words out of the middle of a name: 信息安全评测 for 信息安全管理系统评测. */
function isShortFor(word: string, name: string): boolean {
  if (!/^\p{Script=Han}+$/u.test(word)) return false;
  let at = 0;
  for (const letter of name) if (letter === word[at]) at += 1;
  return at === word.length;
}

function withoutBrackets(word: string): string {
  return word.normalize('NFKC').replaceAll(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/gu, '');
}

function bare(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_()-]/gu, '');
}
