/** What `ledger init` asks at a terminal. */
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { checkCharacterOf } from '../../domain/credit-code.ts';
import type { PlainMapping } from '../../domain/edit.ts';
import type { Language, Text } from '../../domain/text.ts';
import { companyFields } from '../../fields/company.ts';
import type { Field } from '../../fields/field.ts';
import { licenceFields, serviceFields } from '../../fields/licence.ts';
import { scopeNamed } from '../../fields/provinces.ts';
import { questionOf } from '../../fields/uses.ts';
import type { Dialogue, TextQuestion } from '../../platform/dialogue.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { countedFrom, readWrittenDay } from '../../run/recording/given-days.ts';
import {
  dayQuestion,
  HINTS,
  scopeQuestion,
  type Step,
  textQuestion,
  walkThrough,
} from '../../run/recording/questions.ts';
import { CI_NAMES, type CiName } from './ci-jobs.ts';

export interface InitDraft {
  readonly company?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly capital?: number | undefined;
  readonly licences: readonly PlainMapping[];
  /** Whether no more licences are to come. */
  readonly isComplete?: boolean;
  readonly ci?: CiName | 'none' | undefined;
}

/** Asks for what the command line left out. */
export async function askInit(
  given: InitDraft,
  dialogue: Dialogue,
  today: CalendarDay,
  language: Language,
): Promise<InitDraft> {
  return walkThrough<InitDraft>(
    [
      {
        isOpen: ({ company }) => company === undefined,
        ask: async (draft) =>
          withAnswer(
            draft,
            'company',
            await dialogue.askText(textQuestion(questionOf(companyFields.fields.name), language)),
          ),
      },
      creditCodeStep(dialogue, language),
      capitalStep(dialogue, language),
      licencesStep(dialogue, today, language),
      ciStep(dialogue, language),
    ],
    given,
  );
}

function withAnswer(
  draft: InitDraft,
  field: 'company' | 'creditCode',
  answer: string | undefined,
): InitDraft | undefined {
  return answer === undefined ? undefined : { ...draft, [field]: answer };
}

function creditCodeStep(dialogue: Dialogue, language: Language): Step<InitDraft> {
  const question = textQuestion(questionOf(companyFields.fields.creditCode), language, {
    isOptional: true,
  });
  const wrong = { zh: '校验码不对，请对照营业执照', en: 'its check character is wrong: compare the business licence' };
  const check = (answer: string): string | undefined =>
    answer === '' || checkCharacterOf(answer.slice(0, -1)) === answer.slice(-1) ? undefined : wrong[language];
  return {
    isOpen: ({ creditCode }) => creditCode === undefined,
    ask: async (draft) => withAnswer(draft, 'creditCode', await dialogue.askText({ ...question, check })),
  };
}

function capitalStep(dialogue: Dialogue, language: Language): Step<InitDraft> {
  const question = textQuestion(questionOf(companyFields.fields.registeredCapital), language, {
    isOptional: true,
  });
  const wrong = { zh: '请写数字，单位是元，如 10000000', en: 'write a number of CNY, such as 10000000' };
  const check = (answer: string): string | undefined =>
    answer === '' || readAmount(answer) !== undefined ? undefined : wrong[language];
  return {
    isOpen: ({ capital }) => capital === undefined,
    async ask(draft) {
      const answer = await dialogue.askText({ ...question, check });
      if (answer === undefined) return undefined;
      return { ...draft, capital: answer === '' ? Number.NaN : readAmount(answer) };
    },
  };
}

/** An amount in CNY, with or without commas between its thousands. */
export function readAmount(word: string): number | undefined {
  return /^\d{1,3}(?:,?\d{3})*$|^\d+$/u.test(word) ? Number(word.replaceAll(',', '')) : undefined;
}

const LAST = '';

function licencesStep(dialogue: Dialogue, today: CalendarDay, language: Language): Step<InitDraft> {
  const kinds = [...catalogue.kinds.values()].map(({ kind, name }) => ({
    value: kind,
    label: `${kind}  ${name[language]}`,
  }));
  const none = { value: LAST, label: { zh: '（没有更多许可证）', en: '(no more licences)' }[language] };
  return {
    isOpen: ({ isComplete, licences }) => isComplete !== true && licences.length === 0,
    async ask(draft) {
      const licences: PlainMapping[] = [];
      for (;;) {
        const label: Text =
          licences.length === 0
            ? { zh: '登记许可证', en: 'A licence' }
            : { zh: '再登记一张许可证', en: 'Another licence' };
        const kind = await dialogue.choose({
          label: label[language],
          hint: HINTS.choice[language],
          choices: [none, ...kinds],
        });
        if (kind === LAST) return { ...draft, licences, isComplete: true };
        // A step back takes away what was said last.
        if (kind === undefined && licences.pop() === undefined) return undefined;
        if (kind !== undefined) licences.push(...(await askLicence(kind, dialogue, today, language)));
      }
    },
  };
}

/** None where a step back leads out of it. */
async function askLicence(
  kind: string,
  dialogue: Dialogue,
  today: CalendarDay,
  language: Language,
): Promise<readonly PlainMapping[]> {
  const reading = { first: countedFrom(today) };
  const { number, issued, expires } = licenceFields.fields;
  const day = (field: Field): TextQuestion => dayQuestion(questionOf(field), language, { reading });
  const questions = [
    [number, textQuestion(questionOf(number), language)],
    [serviceFields.fields.scope, scopeQuestion(language, 'national')],
    [issued, day(issued)],
    [expires, day(expires)],
  ] as const;
  const start: PlainMapping = { kind };
  let wantsOut = false;
  const licence = await walkThrough(
    questions.map(([field, question], at): Step<PlainMapping> => ({
      isOpen: () => !wantsOut,
      async ask(draft) {
        const answer = await dialogue.askText(question);
        if (answer === undefined) {
          wantsOut = at === 0;
          return wantsOut ? draft : undefined;
        }
        const { type } = field.shape;
        const value = type === 'scope' ? scopeNamed(answer) : type === 'day' ? readWrittenDay(answer, reading) : answer;
        return { ...draft, [field.key]: value ?? answer };
      },
    })),
    start,
  );
  return wantsOut ? [] : [licence];
}

function ciStep(dialogue: Dialogue, language: Language): Step<InitDraft> {
  const none = { value: 'none', label: { zh: '不需要', en: 'none' }[language] };
  const choices = [
    none,
    ...CI_NAMES.map((name) => ({ value: name, label: { github: 'GitHub Actions', gitlab: 'GitLab CI' }[name] })),
  ];
  const label = { zh: '每个工作日自动检查', en: 'A job that checks each working day' }[language];
  return {
    isOpen: ({ ci }) => ci === undefined,
    async ask(draft) {
      const chosen = await dialogue.choose({ label, hint: HINTS.choice[language], choices });
      return chosen === undefined ? undefined : { ...draft, ci: CI_NAMES.find((name) => name === chosen) ?? 'none' };
    },
  };
}
