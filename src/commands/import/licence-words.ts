/** What the cells of a register call a licence of the ledger. */
import { didYouMean, nearest } from '../../domain/near-word.ts';
import type { Text } from '../../domain/text.ts';
import { kindWords } from '../../run/recording/kinds.ts';
import { plainNumber } from '../../run/recording/named-entry.ts';

/** A licence as contracts may name it. */
export interface NamedLicence {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly number?: string | undefined;
}

/** The ids of the licences, or `ID/KIND`, or why there is none. */
export type FindLicence = (word: string) => readonly string[] | { readonly problem: Text };

/**
 * By the id, the number or the kind of a licence, the kind only where one licence alone has it; `B1-2022 ISP` and `IDC/ISP`
 * say two things at once.
 */
export function licenceFinder(licences: readonly NamedLicence[]): FindLicence {
  const names = new Map<string, string>();
  for (const { id, kinds, number } of licences) {
    for (const name of [id, ...(number === undefined ? [] : [plainNumber(number)])]) {
      names.set(name, id);
      for (const kind of kinds) names.set(`${name}/${kind}`, serviceOf(id, kind, kinds));
    }
  }
  const found = new Map<string, ReturnType<FindLicence>>();
  return (word) => {
    const known = found.get(word) ?? find(word);
    found.set(word, known);
    return known;
  };

  function find(word: string): ReturnType<FindLicence> {
    const exact = licenceCalled(word);
    if (exact !== undefined) return [exact];
    const [, name = '', rest = ''] = /^(\S+?)[\s/(（]+(.+?)[)）]?$/u.exec(word.trim()) ?? [];
    const paper = licences.find(({ id }) => id === licenceCalled(name));
    const kinds = kindWords().allNamed(paper === undefined ? word : rest) ?? [];
    const found = kinds.map(({ kind }) => havingKind(kind, word, paper === undefined ? licences : [paper]));
    const problem = found.find((one) => typeof one !== 'string');
    if (typeof problem === 'object') return problem;
    return found.length === 0 ? { problem: unknown(word, licences) } : found.filter((one) => typeof one === 'string');
  }

  function licenceCalled(word: string): string | undefined {
    return names.get(word) ?? names.get(plainNumber(word)) ?? names.get(plainNumber(word).toLowerCase());
  }
}

function havingKind(
  kind: string,
  word: string,
  licences: readonly NamedLicence[],
): string | { readonly problem: Text } {
  const having = licences.filter(({ kinds }) => kinds.includes(kind));
  const [only, another] = having;
  if (only !== undefined && another === undefined) return serviceOf(only.id, kind, only.kinds);
  return { problem: another === undefined ? unknown(word, licences) : ambiguous(word, having) };
}

/** The licence itself where the service is its only one. */
function serviceOf(id: string, kind: string, kinds: readonly string[]): string {
  return kinds.length > 1 ? `${id}/${kind}` : id;
}

function unknown(word: string, licences: readonly NamedLicence[]): Text {
  const ids = licences.map(({ id }) => id);
  const meant = didYouMean(nearest(word, ids)) ?? {
    zh: `请写许可证的编号、证号或业务种类，或用\`--map '${word}=证号'\`指明`,
    en: `Write the id, number or kind of a licence, or say which it is with \`--map '${word}=NUMBER'\``,
  };
  return {
    zh: `台账和表格中都没有许可证“${word}”。${meant.zh}`,
    en: `neither the ledger nor the spreadsheet has a licence "${word}". ${meant.en}`,
  };
}

function ambiguous(word: string, licences: readonly NamedLicence[]): Text {
  const ids = licences.map(({ id }) => id);
  return {
    zh: `“${word}”可以是${ids.join('、')}，请写编号或证号`,
    en: `"${word}" can be ${ids.join(', ')}; write the id or the number`,
  };
}
