/** Which licence a word in a spreadsheet means: its id, its number, or its kind where there is but one. */
import type { Text } from '../../domain/text.ts';
import { didYouMean, nearest } from '../../schema/did-you-mean.ts';
import { kindNamed } from './kind-words.ts';

export interface LicenceNamed {
  readonly id: string;
  readonly kind: string;
  readonly number?: string | undefined;
}

/** The id of the licence, or why there is none. */
export type FindLicence = (word: string) => string | { readonly problem: Text };

export function licenceFinder(licences: readonly LicenceNamed[]): FindLicence {
  const byId = new Map(licences.map(({ id }) => [id, id]));
  const byNumber = new Map(licences.flatMap(({ id, number }) => (number === undefined ? [] : [[bare(number), id]])));
  return (word) => {
    const exact = byId.get(word) ?? byNumber.get(bare(word)) ?? byId.get(bare(word).toLowerCase());
    if (exact !== undefined) return exact;
    const kind = kindNamed(word);
    const ofKind = kind?.list === 'licences' ? licences.filter((licence) => licence.kind === kind.kind) : [];
    const [only, another] = ofKind;
    if (only !== undefined && another === undefined) return only.id;
    return { problem: another === undefined ? unknown(word, byId.keys()) : ambiguous(word, ofKind) };
  };
}

function bare(text: string): string {
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
