/** The 31 provinces of a licence's scope, by their short names; Hong Kong, Macao and Taiwan are licensed otherwise. */
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

const WHAT_IT_IS = /全?(?:[省市]|(?:壮族|回族|维吾尔族?)?自治区)$/u;

/** The short name of a province, as 北京 for 北京市; undefined for anything more or less than one, such as 北京市朝阳区. */
export function shortNameOf(name: string): string | undefined {
  const short = name.normalize('NFKC').trim().replace(WHAT_IT_IS, '');
  return PROVINCES.find((province) => province === short);
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

/** The coverage that words mean: `全国`, `北京市、河北省`. What is no province is kept as it stands, for the schema to name. */
export function scopeNamed(words: string): 'national' | readonly string[] {
  if (isNationwide(words)) return 'national';
  const names = words.split(/[,，、;；\s]+/u).filter((name) => name !== '');
  return names.map((name) => shortNameOf(name) ?? name);
}
