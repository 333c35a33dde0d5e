/** What is asked about a new licence, service or contract: the fields that were not given. */
import type { Complaint } from '../../command-line/complaint.ts';
import { type Plain, type PlainMapping, wordOf } from '../../domain/edit.ts';
import { serviceName } from '../../domain/ledger.ts';
import { providersFor } from '../../domain/similar.ts';
import type { Language, Text } from '../../domain/text.ts';
import { kind as kindField } from '../../fields/common.ts';
import type { Field } from '../../fields/field.ts';
import { fieldsOfPaper, fieldsOfService } from '../../fields/kind-fields.ts';
import { resourceFields } from '../../fields/resource.ts';
import { fieldsIn, questionOf } from '../../fields/uses.ts';
import { choiceOf } from '../../platform/dialogue.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { paperIn, paperWith, serviceIn } from './add-service.ts';
import { type Reading, readWords } from './answers.ts';
import { type FieldAsked, fieldStep } from './field-steps.ts';
import { endReading, firstKnownDay, readingOf } from './given-days.ts';
import { REQUIRED_FIELDS } from './given-entry.ts';
import { allAbout, type Interview } from './interview.ts';
import type { Judge } from './judge-answer.ts';
import { kindName, kindNamed } from './kinds.ts';
import { about, choiceStep, noChoice, severalStep, type Step, textStep } from './questions.ts';
import { recordedAlready } from './recorded-already.ts';
import { type Matter, servesNothing, usualAnswer, usualServes } from './usual-answers.ts';

/** Where entries are asked about. */
export interface Surroundings extends Pick<Matter, 'ledger' | 'today'> {
  readonly judge: Judge;
  readonly language: Language;
}

/** What is asked about an entry, and what it looks like in the ledger as far as it is known. */
interface Subject extends Matter, Surroundings {
  /** Whose field it is, where that is not plain. */
  readonly of?: Text | undefined;
  readonly written: (fields: PlainMapping) => PlainMapping;
}

/**
 * Asks for a licence with all its services, or for a contract; what is given is not asked for.
 *
 * @returns the entry without its id, as the ledger writes it
 */
export function* askEntry(kind: string, given: PlainMapping, around: Surroundings): Interview<PlainMapping> {
  const profile = catalogue.kinds.get(kind);
  const list = profile === undefined ? 'resources' : 'licences';
  const written = (fields: PlainMapping): PlainMapping => ({ ...fields, kind });
  const fields = yield* allAbout(kind, askFields(given, { ...around, kind, list, written }));
  return profile?.family === 'service' ? yield* allAbout(kind, askServices(kind, fields, around)) : written(fields);
}

/** A paper may allow more than the service that it was begun with. */
function* askServices(kind: string, fields: PlainMapping, around: Surroundings): Interview<PlainMapping> {
  const paper = paperIn([kind], fields);
  const services: PlainMapping[] = [serviceIn(kind, fields)];
  const kinds = [kind];
  for (;;) {
    const at = `services.${services.length}`;
    const next = yield about(at, anotherService(kinds, around.language));
    if (typeof next !== 'string' || next === '') return paperWith(paper, services);
    const written = (own: PlainMapping): PlainMapping => paperWith(paper, [...services, { ...own, kind: next }]);
    const number = typeof paper['number'] === 'string' ? paper['number'] : undefined;
    const own = yield* allAbout(at, askService(next, {}, { ...around, number, written }));
    services.push({ ...own, kind: next });
    kinds.push(next);
  }
}

/** The fields of one service of a paper. @returns them without the kind */
export function* askService(
  kind: string,
  given: PlainMapping,
  subject: Omit<Subject, 'kind' | 'list' | 'of'>,
): Interview<PlainMapping> {
  const profile = catalogue.kinds.get(kind);
  const of = profile?.short ?? profile?.name;
  return yield* allAbout(kind, askFields(given, { ...subject, kind, list: 'services', of }));
}

function anotherService(before: readonly string[], language: Language): Step {
  const services = [...catalogue.kinds.values()].filter(({ family }) => family === 'service');
  const left = services
    .filter(({ kind }) => !before.includes(kind))
    .map(({ kind }) => choiceOf(kind, kindName(kind, language)));
  return choiceStep({
    key: 'kind',
    label: { zh: '这张许可证上还有别的业务吗', en: 'Another service on this licence' },
    language,
    choices: [choiceOf('', { zh: '（没有了）', en: '(no more)' }[language]), ...left],
    orElse: (typed) => left.find(({ value }) => value === kindNamed(typed)?.kind),
  });
}

function* askFields(given: PlainMapping, subject: Subject): Interview<PlainMapping> {
  const fields: Record<string, Plain> = { ...given };
  let isFirst = true;
  for (const field of fieldsAsked(subject)) {
    if (fields[field.key] !== undefined) continue;
    const step = stepFor(field, fields, subject);
    if (step === undefined) continue;
    const answer = yield isFirst
      ? { ...step, isAnother: (before) => twinOf({ ...given, ...before }, subject) !== undefined }
      : step;
    isFirst = false;
    const isIdle = field.key === resourceFields.fields.serves.key && wordOf(answer) === '[]';
    if (answer !== '' && !isIdle) fields[field.key] = answer;
  }
  return fields;
}

function fieldsAsked({ kind, list }: Matter): readonly Field[] {
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

/** How a field is asked for; undefined where no single answer can give it. */
function stepFor(field: Field, fields: PlainMapping, subject: Subject): Step | undefined {
  const { key } = field;
  const { language, list, today } = subject;
  const asked = { key, label: labelOf(field, subject), language };
  if (key === resourceFields.fields.provider.key) return askProvider(asked, fields, subject);
  if (key === resourceFields.fields.serves.key) return askServed(asked, subject);
  const required: readonly string[] = REQUIRED_FIELDS[list];
  const isOptional = !required.includes(key);
  const isEnd = key === resourceFields.fields.expires.key;
  return fieldStep(field, {
    ...asked,
    isOptional,
    initial: usualAnswer(key, fields, subject),
    days: isEnd ? endReading(fields, subject, list === 'resources') : readingOf(key, today),
    hint: field.shape.type === 'day' || isEnd ? hintOfDay(isOptional, isEnd && hintOfEnd(fields, subject)) : undefined,
    judge: (reading) => judge(reading, key, fields, subject),
  });
}

/** From where a term is counted that is given for an end. */
function hintOfEnd(fields: PlainMapping, subject: Subject): 'day' | 'dayFromToday' {
  return firstKnownDay(fields, subject) === undefined ? 'dayFromToday' : 'day';
}

/** @param end how an end is given; false for a day on which something was done, of which nobody counts a term */
function hintOfDay(isOptional: boolean, end: 'day' | 'dayFromToday' | false): FieldAsked['hint'] {
  if (end === 'dayFromToday') return end;
  if (isOptional) return 'optionalDay';
  return end === false ? 'plainDay' : end;
}

function labelOf(field: Field, { of }: Subject): Text {
  const question = questionOf(field);
  return of === undefined ? question : { zh: `${of.zh}：${question.zh}`, en: `${of.en}: ${question.en}` };
}

/** What the ledger would say of an answer, and whether it has the entry already. */
function judge(reading: Reading, key: string, fields: PlainMapping, subject: Subject): Reading {
  if ('objection' in reading) return reading;
  const { list, written } = subject;
  const after = { ...fields, [key]: reading.value };
  const twice = twinOf(after, subject);
  if (twice !== undefined) return { objection: twice };
  const { problem, doubt } = subject.judge.ofEntry(
    list === 'resources' ? list : 'licences',
    written(fields),
    written(after),
  );
  return problem === undefined ? { ...reading, doubt } : { objection: problem };
}

/** Why the fields are not those of a new entry; undefined where nothing is like them. */
function twinOf(fields: PlainMapping, { kind, list, ledger }: Matter): Complaint | undefined {
  return list === 'services' ? undefined : recordedAlready(kind, list, fields, ledger);
}

type Asked = Pick<FieldAsked, 'key' | 'label' | 'language'>;

function askProvider(asked: Asked, fields: PlainMapping, subject: Subject): Step {
  const { kind, ledger } = subject;
  const providers = providersFor(ledger, kind).map((provider) => choiceOf(provider));
  if (providers.length === 0) return textStep({ ...asked, isOptional: true, read: readWords });
  const none = noChoice(asked.language);
  const usual = usualAnswer(asked.key, fields, subject);
  return choiceStep({
    ...asked,
    choices: usual === undefined ? [none, ...providers] : [...providers, none],
    initial: usual === undefined ? none.value : wordOf(usual),
    orElse: (typed) => choiceOf(typed),
  });
}

/** Licences, and the services of those that have several. */
function askServed(asked: Asked, subject: Subject): Step | undefined {
  const { ledger, kind } = subject;
  const { language } = asked;
  const choices = ledger.licences.flatMap((licence) => {
    const { id, number = '', services } = licence;
    const [only, another] = services;
    const whole = choiceOf(id, `${another === undefined ? (only?.kind ?? '') : ''}  ${number}`.trim());
    return another === undefined
      ? [whole]
      : [
          whole,
          ...services.map((service) => choiceOf(serviceName({ licence, service }), kindName(service.kind, language))),
        ];
  });
  if (choices.length === 0) return undefined;
  return severalStep({
    ...asked,
    choices,
    initial: usualServes(subject),
    doubt: (serves) => (serves.length === 0 ? servesNothing(kind, ledger, true) : undefined),
  });
}
