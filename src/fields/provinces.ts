/** The provinces of a licence's scope: each once, with the words that mean it. */
import { plain, type ValueName, type ValueNames } from './choices.ts';

/** By their short names, in the official order; Hong Kong, Macao and Taiwan are licensed otherwise. */
export const PROVINCES = [
  '北京',
  '天津',
  '河北',
  '山西',
  '内蒙古',
  '辽宁',
  '吉林',
  '黑龙江',
  '上海',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '广西',
  '海南',
  '重庆',
  '四川',
  '贵州',
  '云南',
  '西藏',
  '陕西',
  '甘肃',
  '青海',
  '宁夏',
  '新疆',
] as const;

type Province = (typeof PROVINCES)[number];

/** The same in English, in the same order. */
const IN_ENGLISH =
  'Beijing,Tianjin,Hebei,Shanxi,Inner Mongolia,Liaoning,Jilin,Heilongjiang,Shanghai,Jiangsu,Zhejiang,Anhui,Fujian,Jiangxi,Shandong,Henan,Hubei,Hunan,Guangdong,Guangxi,Hainan,Chongqing,Sichuan,Guizhou,Yunnan,Tibet,Shaanxi,Gansu,Qinghai,Ningxia,Xinjiang'.split(
    ',',
  );

/** Where it has other names, in pinyin or Mongolian. */
const OTHER_NAMES: Readonly<Partial<Record<Province, readonly string[]>>> = {
  内蒙古: ['Neimenggu', 'Nei Mongol'],
  西藏: ['Xizang'],
};

interface Sort {
  /** What stands behind the short name in the full one. */
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const MUNICIPALITY: Sort = { zh: ['市', '全市'], en: ['Municipality'] };
const PROVINCE: Sort = { zh: ['省', '全省'], en: ['Province'] };

/** An autonomous region, with the people that its full name has. */
function region(zh: readonly string[], en: readonly string[]): Sort {
  return {
    zh: ['', ...zh].flatMap((people) => [`${people}自治区`, `全${people}自治区`]),
    en: ['', ...en].map((people) => `${people} Autonomous Region`),
  };
}

/** 吉林市 is a city in 吉林, so that only the name of a municipality has 市 behind it. */
const SORTS: Readonly<Partial<Record<Province, Sort>>> = {
  北京: MUNICIPALITY,
  天津: MUNICIPALITY,
  上海: MUNICIPALITY,
  重庆: MUNICIPALITY,
  内蒙古: region([], []),
  广西: region(['壮族'], ['Zhuang']),
  西藏: region([], []),
  宁夏: region(['回族'], ['Hui']),
  新疆: region(['维吾尔', '维吾尔族'], ['Uygur', 'Uyghur']),
};

/** Made when they are first asked for: a usual start reads short names alone. */
let made: ValueNames | undefined;

export function provinceNames(): ValueNames {
  made ??= Object.fromEntries(PROVINCES.map((zh, at) => [zh, nameOf(zh, IN_ENGLISH[at] ?? zh)]));
  return made;
}

function nameOf(zh: Province, en: string): ValueName {
  const sort = SORTS[zh] ?? PROVINCE;
  const inEnglish = [en, ...(OTHER_NAMES[zh] ?? [])];
  const words = [
    ...sort.zh.map((what) => zh + what),
    ...inEnglish.flatMap((name) => ['', ...sort.en].map((what) => `${name} ${what}`)),
  ];
  return { zh, en, words };
}

/** Registers name one in every row, which is why each word is looked up at once. */
let known: ReadonlyMap<string, string> | undefined;

/** The short name of a province, as 北京 for 北京市 or Beijing; undefined for anything more or less than one, such as 北京市朝阳区. */
export function shortNameOf(name: string): string | undefined {
  known ??= new Map(
    Object.entries(provinceNames()).flatMap(([province, { zh, words = [] }]) =>
      [zh, ...words].map((word) => [plain(word), province]),
    ),
  );
  return known.get(plain(name));
}

export function isProvince(name: unknown): boolean {
  return PROVINCES.some((province) => province === name);
}

/** What registers write for `national`; Hong Kong, Macao and Taiwan are never part of it, whether it is said or not. */
const NATIONWIDE =
  /^(?:全国|全网|全中国|全国范围|国内|nation-?(?:al|wide)|china)(?:\((?:不含|不包括|不包含|除)(?:[港澳台]|香港|澳门|台湾|特别行政区|地区|省|[、,和及与])+(?:以?外)?\))?$/iu;

/** Whether a word means the whole country: `全国`, `全网`, `全国（不含港澳台）`. */
export function isNationwide(word: string): boolean {
  return NATIONWIDE.test(word.normalize('NFKC').replaceAll(/\s/gu, ''));
}

/**
 * The coverage that words mean: `全国`, `北京市、河北省`, `Inner Mongolia Beijing`. What is no province is kept as it stands, for
 * the schema to name.
 */
export function scopeNamed(words: string): 'national' | readonly string[] {
  if (isNationwide(words)) return 'national';
  return words.split(/[,，、;；]/u).flatMap(namesIn);
}

/** `Xinjiang Uygur Autonomous Region` has four words. */
const LENGTHS = [4, 3, 2];

/** The names between two commas: each takes as many of the words that are left as mean a province. */
function namesIn(part: string): readonly string[] {
  const words = part.split(/\s+/u).filter((word) => word !== '');
  const names: string[] = [];
  for (let at = 0, taken = 1; at < words.length; at += taken) {
    taken = LENGTHS.find((many) => shortNameOf(words.slice(at, at + many).join(' ')) !== undefined) ?? 1;
    const name = words.slice(at, at + taken).join(' ');
    names.push(shortNameOf(name) ?? name);
  }
  return names;
}
