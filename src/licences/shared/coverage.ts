import type { Licence } from '../../domain/ledger.ts';
import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { PROVINCE_LETTERS } from '../../domain/province-letters.ts';
import type { Text } from '../../domain/text.ts';
import { telecomRegulations } from '../../law/licensing.ts';
import { exampleLedger } from './example-ledger.ts';

/** The authority that issued the licence may license the coverage that the ledger records. */
export const coverage: LicenceRule = ({ kind, name }) => ({
  name: 'coverage',
  summary: {
    zh: `${name.zh}的业务覆盖范围与发证机关一致：在一个省经营由该省通信管理局发证，跨省或全国经营由工业和信息化部发证。`,
    en: `The coverage of ${name.en} fits its issuer: one province, its own administration; several or the whole country, the ministry.`,
  },
  why: {
    zh: '超出许可范围经营，与无证经营一样处罚。证号以省份简称开头的，是省级许可证，只在本省有效。',
    en: 'To operate beyond the coverage is punished like operating without a licence. A number that begins with a province’s character is a provincial licence, good in that province alone.',
  },
  remedy: {
    zh: '对照许可证改正 `number` 或 `scope`；确实跨省经营的，向工业和信息化部申请跨地区许可。',
    en: 'Correct `number` or `scope` from the licence; if the business really reaches further, apply to the ministry for a cross-region licence.',
  },
  statuses: { mismatch: 'warning' },
  basis: [telecomRegulations.article('9', 'text')],
  examples: {
    asOf: '2026-11-21',
    fails: exampleLedger({ kind, expires: '2031-11-20', number: '京B2-20220315' }),
    passes: exampleLedger({ kind, expires: '2031-11-20' }),
  },
  *check(licence, context) {
    if (hasEnded(licence, context)) return;
    const message = mismatchOf(licence);
    if (message !== undefined) yield { status: 'mismatch', message, at: { entry: licence.id, field: 'scope' } };
  },
});

function mismatchOf({ number = '', scope }: Licence): Text | undefined {
  const province = PROVINCE_LETTERS.get(number.charAt(0));
  if (province === undefined || scope === undefined) return undefined;
  if (scope === 'national') {
    return {
      zh: `证号${number}是${province}的省级许可证，登记的覆盖范围却是全国`,
      en: `the number ${number} is of a licence for ${province}, but the coverage on record is national`,
    };
  }
  const beyond = scope.filter((one) => one !== province);
  if (beyond.length === 0) return undefined;
  return {
    zh: `证号${number}是${province}的省级许可证，登记的覆盖范围却有${beyond.join('、')}`,
    en: `the number ${number} is of a licence for ${province}, but the coverage on record has ${beyond.join(', ')}`,
  };
}
