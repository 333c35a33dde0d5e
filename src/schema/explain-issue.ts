/** zod's issues as problems in words: what was expected is named by the schema, what stands there is looked up. */
import type * as z from 'zod/mini';

import { type DataPath, formatPath } from '../domain/ledger.ts';
import type { DataProblem } from './data-problem.ts';
import { adviseOnDay } from './day-advice.ts';
import { didYouMean, nearest } from './did-you-mean.ts';
import { EXPECTED_VALUES, isPlainExpectation } from './expected-values.ts';
import { explainScope } from './explain-scope.ts';
import { valueAt } from './raw-data.ts';
import { describe, listed } from './wording.ts';

/** Where it stands, what it is called and what it is. */
export interface Misfit {
  readonly path: DataPath;
  readonly name: string;
  readonly value: unknown;
  /** The words that are allowed, where they can be listed. */
  readonly words: readonly string[];
}

/** One problem or more for an issue found below `base` in the data of the file. */
export function explainIssue(issue: z.core.$ZodIssue, data: unknown, base: DataPath): readonly DataProblem[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const [expectation = '', ...words] = issue.message.split(' ');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...path, key], key, words));
  const misfit: Misfit = { path, name: nameOf(path), value: valueAt(data, path), words };
  if (expectation === 'year' || expectation === 'quarter') {
    const isMapping = issue.code !== 'invalid_type';
    return [isMapping ? explainPeriod(misfit, PERIODS[expectation]) : explainValue(misfit, 'mapping')];
  }
  if (misfit.value === undefined || misfit.value === null) return [missing(misfit)];
  switch (expectation) {
    case 'day':
    case 'end':
      return [explainDay(misfit, expectation === 'end')];
    case 'scope':
      return explainScope(misfit);
    case 'licence-kind':
      return [explainLicenceKind(misfit)];
    default:
      return [explainValue(misfit, expectation)];
  }
}

/** What the reader calls the place: the last key of its path. */
function nameOf(path: DataPath): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

function missing({ path, name, value }: Misfit): DataProblem {
  const rule = 'schema/missing-field';
  if (typeof path.at(-1) === 'number') {
    return {
      rule,
      path,
      message: { zh: `${name}中有一项是空的`, en: `an item of ${name} is empty` },
      remedy: FILL_OR_REMOVE,
    };
  }
  if (value === undefined) return { rule, path, message: { zh: `缺少${name}`, en: `${name} is missing` } };
  return {
    rule,
    path,
    message: { zh: `${name}后面是空的`, en: `nothing stands behind ${name}` },
    remedy: FILL_OR_REMOVE,
  };
}

const FILL_OR_REMOVE = {
  zh: '填上内容；用不到的，删去这一行。',
  en: 'Fill it in, or remove the line where it is not needed.',
};

function unknownField(path: DataPath, key: string, known: readonly string[]): DataProblem {
  return {
    rule: 'schema/unknown-field',
    status: 'unknown',
    path,
    atKey: true,
    message: { zh: `没有${key}这个字段`, en: `there is no field ${key}` },
    remedy: key === '<<' ? NO_MERGE_KEYS : (didYouMean(nearest(key, known)) ?? oneOfFields(known)),
  };
}

const NO_MERGE_KEYS = {
  zh: 'YAML 1.2没有合并键，请把各字段逐一写出。',
  en: 'YAML 1.2 has no merge keys: write the fields out.',
};

function oneOfFields(known: readonly string[]): DataProblem['message'] {
  const { zh, en } = listed(known);
  return { zh: `这里可用的字段：${zh}。`, en: `Fields that can stand here: ${en}.` };
}

function explainDay({ path, name, value }: Misfit, allowsNever: boolean): DataProblem {
  const { reason, remedy } = adviseOnDay(value, allowsNever);
  const message = { zh: `${name}有误：${reason.zh}`, en: `${name}: ${reason.en}` };
  return { rule: 'schema/date', path, message, remedy };
}

interface PeriodWords {
  readonly is: DataProblem['message'];
  readonly remedy: DataProblem['message'];
}

const PERIODS: Readonly<Record<'year' | 'quarter', PeriodWords>> = {
  year: {
    is: { zh: '年份', en: 'a year' },
    remedy: { zh: '写报告年度，四位数字，如`2025`。', en: 'Write the reported year with four digits, as in `2025`.' },
  },
  quarter: {
    is: { zh: '季度', en: 'a quarter' },
    remedy: { zh: '写所缴费用的季度，如`2026-Q3`。', en: 'Write the quarter that was paid for, as in `2026-Q3`.' },
  },
};

function explainPeriod({ path }: Misfit, { is, remedy }: PeriodWords): DataProblem {
  const period = String(path.at(-1));
  return {
    rule: 'schema/value',
    path,
    atKey: true,
    message: { zh: `${period}不是${is.zh}`, en: `${period} is not ${is.en}` },
    remedy,
  };
}

function explainLicenceKind({ path, name, value, words }: Misfit): DataProblem {
  if (typeof value !== 'string') return explainValue({ path, name, value, words }, 'text');
  const { zh, en } = listed(words);
  return {
    rule: 'schema/licence-kind',
    status: 'unknown',
    path,
    message: { zh: `没有${value}这种许可证`, en: `there is no licence kind ${value}` },
    remedy: didYouMean(nearest(value, words)) ?? { zh: `可用的种类：${zh}。`, en: `Known kinds: ${en}.` },
  };
}

function explainValue({ path, name, value, words }: Misfit, expectation: string): DataProblem {
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
