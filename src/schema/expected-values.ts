/** What the fields of a ledger expect, in words, and what to write instead. */
import { type DataPath, formatPath } from '../domain/ledger.ts';
import { didYouMean, nearest } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';
import { type DataProblem, isMapping } from './raw-data.ts';
import type { Expectation } from './values.ts';
import { changeTo, describe, listed, quote } from './wording.ts';

export interface ExpectedValue {
  /** Completes 「应为…」 and "must be …". */
  readonly needs: (words: readonly string[]) => Text;
  /** Whether a value is at least of the right sort, so that its content is what is wrong. */
  readonly isType: (value: unknown) => boolean;
  readonly advise?: (value: unknown, words: readonly string[]) => Text | undefined;
}

/** Expectations that need no explanation of their own. */
export type PlainExpectation = Exclude<
  Expectation,
  | 'day'
  | 'either'
  | 'end'
  | 'kind-days'
  | 'kind-or-services'
  | 'licence-kind'
  | 'number-in-services'
  | 'period'
  | 'quarter'
  | 'rule'
  | 'scope'
  | 'services'
  | 'version'
  | 'year'
>;

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
  'evidence-kinds': {
    needs: text('all或种类的列表', 'all or a list of kinds'),
    isType: (value) => isText(value) || Array.isArray(value),
    advise: (value) =>
      isText(value) ? changeTo(value === 'ALL' || value === '全部' ? 'all' : `[${value}]`) : undefined,
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
  'warn-within': {
    needs: text('天数，或各种类对应的天数', 'a number of days, or kinds with a number of days each'),
    isType: isNumber,
    advise: adviseNoQuotes,
  },
  'yes-or-no': {
    needs: text('true或false', 'true or false'),
    isType: (value) => typeof value === 'boolean',
    advise: adviseYesOrNo,
  },
};

export function isPlainExpectation(expectation: string): expectation is PlainExpectation {
  return Object.hasOwn(EXPECTED_VALUES, expectation);
}

/** Where it stands, what it is called and what it is. */
export interface Misfit {
  readonly path: DataPath;
  readonly name: string;
  readonly value: unknown;
  /** The words that are allowed, where they can be listed. */
  readonly words: readonly string[];
}

/** A value of the wrong sort, or of the right sort with something else in it. */
export function explainValue({ path, name, value, words }: Misfit, expectation: string): DataProblem {
  if (!isPlainExpectation(expectation))
    throw new Error(`no words for the schema issue "${expectation}" at ${formatPath(path)}`);
  const expected = EXPECTED_VALUES[expectation];
  const needs = expected.needs(words);
  const shown = describe(value);
  const rule = expected.isType(value) ? 'schema/value' : 'schema/type';
  const field = fieldNamed(name, path);
  return {
    rule,
    path,
    message: {
      zh: `${field.zh}应为${needs.zh}，现为${shown.zh}`,
      en: `${field.en} must be ${needs.en}, not ${shown.en}`,
    },
    remedy: expected.advise?.(value, words),
  };
}

function fieldNamed(name: string, path: DataPath): DataProblem['message'] {
  if (name === '') return { zh: '台账', en: 'the ledger' };
  if (typeof path.at(-1) === 'number') return { zh: `${name}的每一项`, en: `each item of ${name}` };
  return { zh: name, en: name };
}

/** What the keys of a mapping must be, where the ledger does not name them. */
interface KeyWords {
  readonly is: Text;
  readonly remedy: Text;
}

const KEYS = {
  year: {
    is: { zh: '年份', en: 'a year' },
    remedy: { zh: '写四位数字，如`2025`。', en: 'Write it with four digits, as in `2025`.' },
  },
  quarter: {
    is: { zh: '季度', en: 'a quarter' },
    remedy: { zh: '写所缴费用的季度，如`2026-Q3`。', en: 'Write the quarter that was paid for, as in `2026-Q3`.' },
  },
  period: {
    is: { zh: '周期', en: 'a period' },
    remedy: {
      zh: '写月份、季度、年份或周期的第一天，如`2026-09`、`2026-Q3`、`2026`、`2026-09-15`。',
      en: 'Write a month, a quarter, a year or the first day of the period: `2026-09`, `2026-Q3`, `2026`, `2026-09-15`.',
    },
  },
  rule: {
    is: { zh: '规则名', en: 'the name of a rule' },
    remedy: { zh: '写成`模块/规则`，如`isp/ip-addresses`。', en: 'Write `module/rule`, as in `isp/ip-addresses`.' },
  },
  'kind-days': {
    is: { zh: '种类名', en: 'a kind' },
    remedy: {
      zh: '写`default`、`renewal`或资源的种类，如`certificate`。',
      en: 'Write `default`, `renewal` or a kind of resource, as in `certificate`.',
    },
  },
} as const satisfies Record<string, KeyWords>;

/** Whether it is the keys of a mapping that the schema says this of. */
export function isKeyExpectation(expectation: string): expectation is keyof typeof KEYS {
  return Object.hasOwn(KEYS, expectation);
}

/** A key of the wrong form. */
export function explainKey({ path }: Misfit, expectation: keyof typeof KEYS): DataProblem {
  const { is, remedy } = KEYS[expectation];
  const { zh, en } = quote(String(path.at(-1)));
  return {
    rule: 'schema/value',
    path,
    atKey: true,
    message: { zh: `${zh}不是${is.zh}`, en: `${en} is not ${is.en}` },
    remedy,
  };
}
