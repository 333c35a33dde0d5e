/** What the fields of a ledger expect, in words, and what to write instead. */
import { type DataPath, formatPath } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';
import { MOST_DAYS } from '../fields/field.ts';
import { shortNameOf } from '../fields/provinces.ts';
import {
  type Advice,
  advised,
  askFor,
  certain,
  changeTo,
  describe,
  hint,
  listed,
  narrow,
  numberIn,
  wordsIn,
} from './advice.ts';
import { type DataProblem, isMapping, isName } from './raw-data.ts';
import type { Expectation } from './values.ts';

export interface ExpectedValue {
  /** Completes “应为…” and "must be …". */
  readonly needs: (words: readonly string[]) => Text;
  /** Whether a value is at least of the right sort, so that its content is what is wrong. */
  readonly isType: (value: unknown) => boolean;
  readonly advise?: (value: unknown, words: readonly string[]) => Advice | undefined;
}

/** Expectations that need no explanation of their own. */
export type PlainExpectation = Exclude<
  Expectation,
  | 'at-most'
  | 'day'
  | 'either'
  | 'end'
  | 'date'
  | 'kind-days'
  | 'kind-or-services'
  | 'licence-kind'
  | 'number-in-services'
  | 'period'
  | 'province'
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
function adviseQuotes(value: unknown): Advice | undefined {
  if (typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return hint({ zh: '给值加上引号。', en: 'Put the value in quotes.' });
}

/** A number that stands there as a text. */
function adviseNumber(value: unknown): Advice | undefined {
  const meant = isText(value) ? numberIn(value) : undefined;
  return meant === undefined ? undefined : certain(meant);
}

function adviseCount(value: unknown, [least = '', most = '']: readonly string[]): Advice | undefined {
  const meant = isText(value) ? numberIn(value) : undefined;
  if (meant === undefined || !Number.isInteger(meant)) return undefined;
  return Number(least) <= meant && meant <= Number(most) ? certain(meant) : undefined;
}

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function adviseWord(value: unknown): Advice | undefined {
  if (!isText(value)) return adviseQuotes(value);
  if (KEBAB.test(narrow(value))) return certain(narrow(value));
  const word = narrow(value)
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, '-');
  return KEBAB.test(word) ? hint(changeTo(word)) : undefined;
}

function adviseAmong(value: unknown, words: readonly string[]): Advice | undefined {
  if (!isText(value)) return undefined;
  const meant = [narrow(value), shortNameOf(value)].find((word) => word !== undefined && words.includes(word));
  return meant === undefined ? askFor(value, words) : certain(meant);
}

function adviseYesOrNo(value: unknown): Advice | undefined {
  if (!isText(value)) return undefined;
  if (/^(?:yes|y|on|是)$/i.test(value)) return hint(changeTo('true'));
  return /^(?:no|n|off|否)$/i.test(value) ? hint(changeTo('false')) : undefined;
}

function adviseKinds(value: unknown): Advice | undefined {
  if (!isText(value)) return undefined;
  if (/^(?:all|全部)$/i.test(narrow(value))) return certain('all');
  const kinds = wordsIn(narrow(value));
  return kinds?.every((kind) => KEBAB.test(kind)) === true ? certain(kinds) : undefined;
}

/** Words in a row are a list of them; what is more than a word may not be. */
function adviseList(value: unknown, [of]: readonly string[]): Advice | undefined {
  const words = isText(value) ? wordsIn(value) : undefined;
  if (words === undefined) return undefined;
  const advice = certain(words);
  return of === 'values' ? advice : hint(advice.remedy);
}

const text = (zh: string, en: string) => (): Text => ({ zh, en });

export const EXPECTED_VALUES: Readonly<Record<PlainExpectation, ExpectedValue>> = {
  amount: { needs: text('不小于0的数字', 'a number of 0 or more'), isType: isNumber, advise: adviseNumber },
  count: {
    needs: ([least, most]) => ({
      zh: `${least}到${most}之间的整数`,
      en: `a whole number from ${least} to ${most}`,
    }),
    isType: isNumber,
    advise: adviseCount,
  },
  'evidence-kinds': {
    needs: text('all或种类的列表', 'all or a list of kinds'),
    isType: (value) => isText(value) || Array.isArray(value),
    advise: adviseKinds,
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
    advise: adviseList,
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
    advise: (value) => adviseCount(value, ['0', String(MOST_DAYS)]),
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
    // A long text is no slip.
    ...advised(path, isText(value) && !isName(value) ? undefined : expected.advise?.(value, words)),
  };
}

function fieldNamed(name: string, path: DataPath): DataProblem['message'] {
  if (name === '') return { zh: '台账', en: 'the ledger' };
  if (typeof path.at(-1) === 'number') return { zh: `${name}的每一项`, en: `each item of ${name}` };
  return { zh: name, en: name };
}
