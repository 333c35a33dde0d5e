import type { LicenceRule } from '../../domain/licence-kind.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import type { RuleDescription } from '../../domain/rule.ts';
import type { Text } from '../../domain/text.ts';
import { exampleLedger } from './example-ledger.ts';
import { numbers } from './number-fields.ts';

interface NumberFormat extends Pick<RuleDescription, 'basis'> {
  /** Whether a number is of the form, without spaces or hyphens. */
  readonly isOfForm: (number: string) => boolean;
  /** What the form is, in words. */
  readonly form: Text;
  /** A number of the wrong form, for the example. */
  readonly wrong: string;
}

/** The numbers on record are of the form that their kind has. */
export function numberFormat({ isOfForm, form, wrong, basis }: NumberFormat): LicenceRule {
  return ({ kind, name }) => ({
    name: 'format',
    summary: {
      zh: `登记的${name.zh}符合号码结构：${form.zh}。`,
      en: `Each ${name.en} on record has its form: ${form.en}.`,
    },
    why: {
      zh: '抄错一位，码号就对不上证书、备案和合同；与证书批准的位长不符，也属于擅自改变使用方式。',
      en: 'With one digit wrong, certificate, filing and contract no longer speak of the same number; and a number is used at its approved length alone.',
    },
    remedy: {
      zh: '对照证书或合同改正 `numbers`；只写批准的码号本身，不写自行扩展的位数，也不加空格和连字符。',
      en: 'Correct `numbers` from the certificate or contract: the allotted number alone, without digits of your own behind it, spaces or hyphens.',
    },
    statuses: { invalid: 'error' },
    basis,
    examples: {
      asOf: '2026-11-21',
      fails: exampleLedger({ kind, expires: '2031-11-20', fields: { numbers: `["${wrong}"]` } }),
      passes: exampleLedger({ kind, expires: '2031-11-20' }),
    },
    *check(licence, context) {
      if (hasEnded(licence, context)) return;
      const wrongOnes = (numbers.of(licence) ?? []).filter((number) => !isOfForm(number));
      if (wrongOnes.length === 0) return;
      yield {
        status: 'invalid',
        at: { entry: licence.id, field: numbers.name },
        message: {
          zh: `${wrongOnes.join('、')}不符合号码结构，应为${form.zh}`,
          en: `wrong form of ${wrongOnes.join(', ')}: it should be ${form.en}`,
        },
      };
    },
  });
}
