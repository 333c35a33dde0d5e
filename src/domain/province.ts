/** Provinces: the letter each puts on its licences, and whether coverage stays in one. */
import type { Scope } from './ledger.ts';

/** The one-character names that provincial administrations put before the numbers of their licences: 京B2-…, 粤B2-…. */
export const PROVINCE_LETTERS: ReadonlyMap<string, string> = new Map([
  ['京', '北京'],
  ['津', '天津'],
  ['冀', '河北'],
  ['晋', '山西'],
  ['蒙', '内蒙古'],
  ['辽', '辽宁'],
  ['吉', '吉林'],
  ['黑', '黑龙江'],
  ['沪', '上海'],
  ['苏', '江苏'],
  ['浙', '浙江'],
  ['皖', '安徽'],
  ['闽', '福建'],
  ['赣', '江西'],
  ['鲁', '山东'],
  ['豫', '河南'],
  ['鄂', '湖北'],
  ['湘', '湖南'],
  ['粤', '广东'],
  ['桂', '广西'],
  ['琼', '海南'],
  ['渝', '重庆'],
  ['川', '四川'],
  ['蜀', '四川'],
  ['黔', '贵州'],
  ['贵', '贵州'],
  ['滇', '云南'],
  ['云', '云南'],
  ['藏', '西藏'],
  ['陕', '陕西'],
  ['秦', '陕西'],
  ['甘', '甘肃'],
  ['陇', '甘肃'],
  ['青', '青海'],
  ['宁', '宁夏'],
  ['新', '新疆'],
]);

/** Whether the coverage reaches beyond one province: then the ministry decides, not the provincial administration. */
export function spansProvinces(scope: Scope): boolean {
  return scope === 'national' || new Set(scope).size > 1;
}
