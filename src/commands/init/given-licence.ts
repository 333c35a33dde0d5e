/** `--licence KIND:NUMBER:EXPIRES`, a licence in one word. */
import { usageError } from '../../command-line/complaint.ts';
import { dayFor } from '../../command-line/option-values.ts';
import { formatDay } from '../../domain/calendar-day.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { didYouMean, nearest } from '../../schema/did-you-mean.ts';

/** @throws {Refusal} for a word of another form, an unknown kind or a day that does not exist */
export function readLicence(word: string, before: readonly PlainMapping[] = []): readonly PlainMapping[] {
  const [, kind = '', number = '', expires = ''] = /^([^:]*):(.*):([^:]*)$/u.exec(word) ?? [];
  const where = `--licence ${word}`;
  if (kind === '' || number === '') {
    throw usageError({
      where,
      what: { zh: '应写成 种类:编号:到期日', en: 'it must be KIND:NUMBER:EXPIRES' },
      remedy: { zh: '如 isp:B1-20220315:2027-03-14。', en: 'As in isp:B1-20220315:2027-03-14.' },
    });
  }
  const kinds = [...catalogue.kinds.keys()];
  if (!catalogue.kinds.has(kind)) {
    throw usageError({
      where,
      what: { zh: `没有${kind}这种许可证`, en: `there is no licence kind ${kind}` },
      remedy: didYouMean(nearest(kind, kinds)) ?? {
        zh: `可用的种类：${kinds.join('、')}。`,
        en: `Known kinds: ${kinds.join(', ')}.`,
      },
    });
  }
  return [...before, { kind, number, expires: formatDay(dayFor('--licence')(expires)) }];
}
