/** What the fields of a ledger expect, in words, and what to write instead. */
import type { Text } from '../domain/text.ts';
import { didYouMean, nearest } from './did-you-mean.ts';
import type { Expectation } from './fields.ts';
import { isMapping } from './raw-data.ts';
import { changeTo, listed } from './wording.ts';

export interface ExpectedValue {
  /** Completes 「应为…」 and "must be …". */
  readonly needs: (words: readonly string[]) => Text;
  /** Whether a value is at least of the right sort, so that its content is what is wrong. */
  readonly isType: (value: unknown) => boolean;
  readonly advise?: (value: unknown, words: readonly string[]) => Text | undefined;
}

/** Expectations that need no explanation of their own. */
export type PlainExpectation = Exclude<Expectation, 'day' | 'end' | 'licence-kind' | 'scope' | 'year' | 'quarter'>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** The digits of a number may already be lost (`0123` is 83 or 123), so that they are not repeated. */
function adviseQuotes(value: unknown): Text | undefined {
  if (typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return { zh: '给值加上引号。', en: 'Put the value in quotes.' };
}

/** A number between quotes. */
function adviseNoQuotes(value: unknown): Text | undefined {
  return isText(value) && /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? changeTo(value.trim()) : undefined;
}

function adviseWord(value: unknown): Text | undefined {
  if (!isText(value)) return adviseQuotes(value);
  const word = value
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, '-');
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(word) ? changeTo(word) : undefined;
}

function adviseAmong(value: unknown, words: readonly string[]): Text | undefined {
  return isText(value) ? didYouMean(nearest(value, words)) : undefined;
}

function adviseYesOrNo(value: unknown): Text | undefined {
  if (!isText(value)) return undefined;
  if (/^(?:yes|y|on|是)$/i.test(value)) return changeTo('true');
  return /^(?:no|n|off|否)$/i.test(value) ? changeTo('false') : undefined;
}

const text = (zh: string, en: string) => (): Text => ({ zh, en });

export const EXPECTED_VALUES: Readonly<Record<PlainExpectation, ExpectedValue>> = {
  amount: { needs: text('不小于0的数字', 'a number of 0 or more'), isType: isNumber, advise: adviseNoQuotes },
  count: {
    needs: ([least, most]) => ({
      zh: `${least}到${most}之间的整数`,
      en: `a whole number from ${least} to ${most}`,
    }),
    isType: isNumber,
    advise: adviseNoQuotes,
  },
  filled: { needs: text('非空的文字', 'some text'), isType: isText, advise: adviseQuotes },
  id: {
    needs: text('小写字母、数字和短横线组成的编号', 'an id of lower-case letters, digits and hyphens'),
    isType: isText,
    advise: adviseWord,
  },
  kind: {
    needs: text('小写字母、数字和短横线组成的种类名', 'a kind in lower-case letters, digits and hyphens'),
    isType: isText,
    advise: adviseWord,
  },
  list: {
    needs: text('列表', 'a list'),
    isType: Array.isArray,
    advise: (value) => (isText(value) && !/[[\]{},:#\n]/.test(value) ? changeTo(`[${value}]`) : undefined),
  },
  mapping: { needs: text('一组键值', 'a mapping of fields'), isType: isMapping },
  'one-of': {
    needs: (words) => ({ zh: `${listed(words).zh}之一`, en: `one of ${listed(words).en}` }),
    isType: isText,
    advise: adviseAmong,
  },
  sha256: {
    needs: text('64位十六进制的SHA-256', 'a SHA-256 in 64 hexadecimal digits'),
    isType: isText,
    advise: adviseQuotes,
  },
  text: { needs: text('文字', 'text'), isType: isText, advise: adviseQuotes },
  timezone: {
    needs: text('IANA时区名（如Asia/Shanghai）', 'an IANA time zone such as Asia/Shanghai'),
    isType: isText,
    advise: (value) => adviseAmong(value, Intl.supportedValuesOf('timeZone')),
  },
  version: { needs: text('1', '1'), isType: isNumber, advise: (value) => (value === '1' ? changeTo('1') : undefined) },
  'yes-or-no': {
    needs: text('true或false', 'true or false'),
    isType: (value) => typeof value === 'boolean',
    advise: adviseYesOrNo,
  },
};

export function isPlainExpectation(expectation: string): expectation is PlainExpectation {
  return Object.hasOwn(EXPECTED_VALUES, expectation);
}
