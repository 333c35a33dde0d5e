/** From a field of the ledger to its question. */
import { type Plain, wordOf } from '../../domain/edit.ts';
import type { Language, Text } from '../../domain/text.ts';
import { CHOICE_NAMES, nameOfValue, valueNamed } from '../../fields/choices.ts';
import type { Field } from '../../fields/field.ts';
import { type Choice, choiceOf } from '../../platform/dialogue.ts';
import {
  readAmount,
  readCode,
  readCodes,
  readCount,
  readCreditCode,
  readDayAnswer,
  type Reading,
  readScope,
  readWords,
  readYesOrNo,
  scopeWord,
} from './answers.ts';
import type { DayReading } from './given-days.ts';
import { choiceStep, noChoice, type Step, type TextStep, textStep } from './questions.ts';

export interface FieldAsked {
  readonly key: string;
  readonly label: Text;
  readonly language: Language;
  readonly isOptional: boolean;
  readonly initial?: Plain | undefined;
  /** From which day a term is counted, where the field is a day. */
  readonly days: DayReading;
  readonly hint?: TextStep['hint'];
  /** What the ledger would say of a value. */
  readonly judge: (reading: Reading) => Reading;
}

/** How an answer is read, and written as it is typed. */
interface Form {
  readonly read: (typed: string) => Reading;
  readonly write?: (answer: Plain) => string;
}

/** Undefined where no single answer can give the field. */
export function fieldStep(field: Field, asked: FieldAsked): Step | undefined {
  if (field.shape.type === 'choice') return choiceOfField(field, field.shape.values, asked);
  const form = formOf(field, asked);
  if (form === undefined) return undefined;
  const { initial, judge, days: _, ...rest } = asked;
  const { read, write = wordOf } = form;
  return textStep({
    ...rest,
    initial: initial === undefined ? undefined : write(initial),
    read: (typed) => judge(read(typed)),
    write,
  });
}

function formOf({ key, shape }: Field, asked: FieldAsked): Form | undefined {
  if (shape.type === 'list') return shape.item.type === 'text' ? { read: readCodes, write: listWords } : undefined;
  if (shape.type === 'text') return { read: CODES.get(key) ?? readWords };
  return FORMS.get(shape.type)?.(asked);
}

const FORMS: ReadonlyMap<Field['shape']['type'], (asked: FieldAsked) => Form> = new Map<
  Field['shape']['type'],
  (asked: FieldAsked) => Form
>([
  ['filled', () => ({ read: readWords })],
  ['day', ({ days }) => ({ read: (typed) => readDayAnswer(typed, { ...days, allowsNever: false }) })],
  ['end', ({ days }) => ({ read: (typed) => readDayAnswer(typed, { ...days, allowsNever: true }) })],
  [
    'scope',
    ({ language }) => ({
      read: (typed) => readScope(typed, language),
      write: (scope) => scopeWord(scope, language),
    }),
  ],
  ['amount', () => ({ read: readAmount })],
  ['count', () => ({ read: readCount })],
  [
    'yes-or-no',
    ({ language }) => ({
      read: readYesOrNo,
      write: (answer) => (answer === true ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[language],
    }),
  ],
]);

/** Texts that are numbers or codes. */
const CODES: ReadonlyMap<string, (typed: string) => Reading> = new Map([
  ['number', readCode],
  ['prefix', readCode],
  ['creditCode', readCreditCode],
]);

function listWords(answer: Plain): string {
  return Array.isArray(answer) ? answer.join(', ') : wordOf(answer);
}

function choiceOfField({ key: field }: Field, values: readonly string[], { key, label, language }: FieldAsked): Step {
  const names = CHOICE_NAMES.get(field) ?? {};
  const choices = values.map((value) => {
    const name = nameOfValue(names, value)[language];
    return choiceOf(value, name === value ? '' : name);
  });
  const orElse = (typed: string): Choice | undefined => {
    const value = valueNamed(names, typed);
    return choices.find((one) => one.value === value);
  };
  return choiceStep({ key, label, language, choices: [...choices, noChoice(language)], orElse });
}
