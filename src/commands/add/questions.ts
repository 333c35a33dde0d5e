/** What `ledger add` asks at a terminal: the fields that were not given, with defaults from the most similar entry. */
import type { Complaint } from '../../command-line/complaint.ts';
import { type CalendarDay, formatDay } from '../../domain/calendar-day.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import { type Ledger, serviceName } from '../../domain/ledger.ts';
import { nameOfResourceKind, RESOURCE_KINDS } from '../../domain/resource-kinds.ts';
import { mostSimilarResource, providersFor } from '../../domain/similar.ts';
import type { Language } from '../../domain/text.ts';
import { textsIn } from '../../fields/cells.ts';
import { kind as kindField } from '../../fields/common.ts';
import type { Field } from '../../fields/field.ts';
import { fieldsOfPaper, fieldsOfService } from '../../fields/kind-fields.ts';
import { scopeNamed } from '../../fields/provinces.ts';
import { resourceFields } from '../../fields/resource.ts';
import { fieldsIn, questionOf } from '../../fields/uses.ts';
import type { Choice } from '../../platform/dialogue.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { countedFrom, endReading, firstDayOf, firstKnownDay, readWrittenDay } from '../../run/recording/given-days.ts';
import { REQUIRED_FIELDS } from '../../run/recording/given-entry.ts';
import {
  dayQuestion,
  HINTS,
  scopeQuestion,
  type Step,
  textQuestion,
  walkThrough,
} from '../../run/recording/questions.ts';
import { type Asking, type Matter, sameTerm, usualScope, usualText } from './defaults.ts';
import { numberTwice } from './recorded-already.ts';

/** Asks for the kind. A step back from here leads nowhere, so the question comes again. */
export async function askKind({ ledger, dialogue, language }: Asking): Promise<string> {
  // Those of the ledger come first: they are likely to come again.
  const kinds = new Set([...usedKinds(ledger), ...Object.keys(RESOURCE_KINDS), ...catalogue.kinds.keys()]);
  const choices = [...kinds].map((kind) => choiceOf(kind, nameOf(kind, language)));
  for (;;) {
    const kind = await dialogue.choose({
      label: questionOf(kindField)[language],
      hint: HINTS.choice[language],
      choices,
      orElse: (typed) =>
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(typed)
          ? choiceOf(typed, { zh: '新的种类', en: 'a new kind' }[language])
          : undefined,
    });
    if (kind !== undefined) return kind;
  }
}

/** The kinds that the entries of a ledger have. */
export function usedKinds({ licences, resources }: Ledger): readonly string[] {
  return [...resources, ...licences.flatMap(({ services }) => services)].map(({ kind }) => kind);
}

function nameOf(kind: string, language: Language): string {
  const name = catalogue.kinds.get(kind)?.name ?? nameOfResourceKind(kind);
  return name.zh === kind ? '' : name[language];
}

/** Asks for each field that is not given yet. */
export async function askFields(
  kind: string,
  list: keyof typeof REQUIRED_FIELDS,
  given: PlainMapping,
  asking: Asking,
): Promise<PlainMapping> {
  const steps = fieldsOf(kind, list).flatMap((field) => {
    const ask = questionFor(field, { kind, list, asking });
    return ask === undefined ? [] : [stepFor(field, ask)];
  });
  return walkThrough(steps, given);
}

/** Those that a prompt asks for. */
function fieldsOf(kind: string, list: keyof typeof REQUIRED_FIELDS): readonly Field[] {
  const profile = catalogue.kinds.get(kind);
  const fields = {
    resources: () => fieldsIn(resourceFields),
    licences: () => fieldsOfPaper(profile === undefined ? [] : [profile]),
    services: () => fieldsOfService(profile),
  }[list]();
  return fields.filter(
    ({ key, ask, onlyFor }) =>
      key !== kindField.key && (ask === 'always' || (ask === 'if-needed' && onlyFor?.includes(kind) === true)),
  );
}

type Ask = (fields: PlainMapping) => Promise<Plain | undefined>;

function stepFor({ key }: Field, ask: Ask): Step<PlainMapping> {
  return {
    isOpen: (fields) => fields[key] === undefined,
    async ask(fields) {
      const answer = await ask(fields);
      // An empty answer is one too: it keeps the question from coming again.
      return answer === undefined ? undefined : { ...fields, [key]: answer };
    },
  };
}

/** How a field is asked for; undefined where no single answer can give it. */
function questionFor(field: Field, matter: Matter): Ask | undefined {
  const { asking, kind, list } = matter;
  const { dialogue, language, ledger } = asking;
  const { key, shape } = field;
  const required: readonly string[] = REQUIRED_FIELDS[list];
  const isOptional = !required.includes(key);
  const label = questionOf(field);
  if (key === resourceFields.fields.provider.key) return askProvider(matter);
  if (key === resourceFields.fields.serves.key) return askServed(matter);
  const { type } = shape;
  if (type === 'day' || type === 'end') return askDay(field, isOptional, matter);
  if (type === 'scope') {
    return async () => {
      const answer = await dialogue.askText(scopeQuestion(language, usualScope(matter)));
      return answer === undefined ? undefined : scopeNamed(answer);
    };
  }
  if (type === 'choice') {
    const choices = [...shape.values.map((value) => choiceOf(value)), noneOf(language)];
    return async () => dialogue.choose({ label: label[language], hint: HINTS.choice[language], choices });
  }
  if (type === 'list' && shape.item.type === 'text') {
    return async () => {
      const answer = await dialogue.askText(textQuestion(label, language, { isOptional }));
      return answer === undefined ? undefined : textsIn(answer);
    };
  }
  if (type !== 'text') return undefined;
  const refuse = key === 'number' ? (answer: string) => numberTwice(kind, answer, ledger) : undefined;
  const question = textQuestion(label, language, { initial: usualText(key, matter), isOptional, refuse });
  return async () => dialogue.askText(question);
}

function askDay(field: Field, isOptional: boolean, matter: Matter): Ask {
  const { dialogue, language, today } = matter.asking;
  const isEnd = field.key === 'expires';
  return async (fields) => {
    const reading = isEnd
      ? endReading(fields, matter.asking, matter.list === 'resources')
      : { first: countedFrom(today) };
    const initial = isEnd ? sameTerm(fields, matter) : field.key === 'starts' ? formatDay(today) : undefined;
    const isFromToday = isEnd && firstKnownDay(fields, matter.asking) === undefined;
    const refuse = isEnd ? refuseBefore(firstDayOf(fields)) : undefined;
    const question = dayQuestion(questionOf(field), language, { initial, isOptional, reading, refuse, isFromToday });
    const answer = await dialogue.askText(question);
    return answer === undefined ? undefined : (readWrittenDay(answer, reading) ?? '');
  };
}

function refuseBefore(first: CalendarDay | undefined): (day: CalendarDay) => Complaint | undefined {
  return (day) =>
    first === undefined || day >= first
      ? undefined
      : {
          what: { zh: `早于起始日${formatDay(first)}`, en: `it lies before the first day, ${formatDay(first)}` },
          remedy: { zh: '请核对。', en: 'Check it.' },
        };
}

function askProvider({ kind, asking: { ledger, dialogue, language } }: Matter): Ask {
  const label = questionOf(resourceFields.fields.provider);
  const providers = providersFor(ledger, kind);
  if (providers.length === 0) return async () => dialogue.askText(textQuestion(label, language, { isOptional: true }));
  return async () =>
    dialogue.choose({
      label: label[language],
      hint: HINTS.choice[language],
      choices: [...providers.map((provider) => choiceOf(provider)), noneOf(language)],
      orElse: (typed) => choiceOf(typed),
    });
}

/** Licences, and the services of those that have several. */
function askServed({ kind, asking: { ledger, dialogue, language } }: Matter): Ask | undefined {
  const choices = ledger.licences.flatMap((licence) => {
    const { id, number = '', services } = licence;
    const [only, another] = services;
    const whole = choiceOf(id, `${another === undefined ? (only?.kind ?? '') : ''}  ${number}`.trim());
    return another === undefined
      ? [whole]
      : [
          whole,
          ...services.map((service) => choiceOf(serviceName({ licence, service }), nameOf(service.kind, language))),
        ];
  });
  if (choices.length === 0) return undefined;
  return async () =>
    dialogue.chooseSeveral({
      label: questionOf(resourceFields.fields.serves)[language],
      hint: HINTS.several[language],
      choices,
      initial: mostSimilarResource(ledger, kind)?.serves ?? [],
    });
}

function noneOf(language: Language): Choice {
  return choiceOf('', { zh: '（不填）', en: '(leave it empty)' }[language]);
}

function choiceOf(value: string, name = ''): Choice {
  return { value, label: name === '' || value === '' ? `${value}${name}` : `${value}  ${name}` };
}
