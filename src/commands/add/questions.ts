/** What `ledger add` asks at a terminal: the fields that were not given, with defaults from the most similar entry. */
import type { Complaint } from '../../command-line/complaint.ts';
import { type CalendarDay, FOREVER, formatDay } from '../../domain/calendar-day.ts';
import type { Plain, PlainMapping } from '../../domain/edit.ts';
import type { Ledger, Licence, Resource } from '../../domain/ledger.ts';
import { RESOURCE_KINDS } from '../../domain/resource-kinds.ts';
import { mostSimilarLicence, mostSimilarResource, providersFor } from '../../domain/similar.ts';
import { endOfTerm, termBetween } from '../../domain/term.ts';
import type { Language, Text } from '../../domain/text.ts';
import type { Choice, Dialogue } from '../../platform/dialogue.ts';
import { catalogue } from '../../rules/catalogue.ts';
import {
  countedFrom,
  type DayReading,
  endReading,
  firstDayOf,
  readWrittenDay,
} from '../../run/recording/given-days.ts';
import { scopeFrom } from '../../run/recording/given-entry.ts';
import { dayQuestion, HINTS, type Step, textQuestion, walkThrough } from '../../run/recording/questions.ts';
import { nearest } from '../../schema/did-you-mean.ts';

export interface Asking {
  readonly ledger: Ledger;
  readonly today: CalendarDay;
  readonly dialogue: Dialogue;
  readonly language: Language;
}

const LABELS = {
  kind: { zh: '种类', en: 'Kind' },
  title: { zh: '名称', en: 'Title' },
  provider: { zh: '对方单位', en: 'Provider' },
  starts: { zh: '起始日', en: 'First day' },
  expires: { zh: '到期日（最后有效日）', en: 'Last valid day' },
  serves: { zh: '用于哪些许可证', en: 'Licences it serves' },
  owner: { zh: '负责人或部门', en: 'Owner' },
  number: { zh: '许可证编号', en: 'Number' },
  scope: { zh: '业务覆盖范围（national 或省份）', en: 'Scope (national, or provinces)' },
  issued: { zh: '发证日期', en: 'Day of issue' },
} as const satisfies Record<string, Text>;

/** Asks for the kind. A step back from here leads nowhere, so the question comes again. */
export async function askKind({ ledger, dialogue, language }: Asking): Promise<string> {
  const choices = [...knownKinds(ledger)].map(([kind, name]) => choiceOf(kind, name[language]));
  for (;;) {
    const kind = await dialogue.choose({
      label: LABELS.kind[language],
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

/** Asks for each field that is not given yet. */
export async function askFields(kind: string, given: PlainMapping, asking: Asking): Promise<PlainMapping> {
  const steps = isLicenceKind(kind) ? licenceSteps(kind, asking) : resourceSteps(kind, asking);
  return walkThrough(steps, given);
}

type FieldStep = Step<PlainMapping>;

function resourceSteps(kind: string, asking: Asking): readonly FieldStep[] {
  const { ledger, today } = asking;
  const similar = mostSimilarResource(ledger, kind);
  return [
    textStep('title', asking, { initial: similar?.title }),
    providerStep(kind, asking),
    dayStep('starts', asking, () => ({ first: countedFrom(today) }), {
      initial: () => formatDay(today),
      isOptional: true,
    }),
    dayStep('expires', asking, (fields) => endReading(fields, today, true), {
      initial: (fields) => sameTerm(fields, similar?.starts, similar?.expires),
    }),
    servesStep(similar, asking),
    textStep('owner', asking, { initial: similar?.owner, isOptional: true }),
  ];
}

function licenceSteps(kind: string, asking: Asking): readonly FieldStep[] {
  const { ledger, today } = asking;
  const similar: Licence | undefined = mostSimilarLicence(ledger, kind);
  const scope = similar?.scope === undefined || similar.scope === 'national' ? 'national' : similar.scope.join(',');
  return [
    textStep('number', asking),
    textStep('scope', asking, { initial: scope, read: scopeFrom }),
    dayStep('issued', asking, () => ({ first: countedFrom(today) })),
    dayStep('expires', asking, (fields) => endReading(fields, today, false), {
      initial: (fields) => sameTerm(fields, similar?.issued, similar?.expires),
    }),
    textStep('owner', asking, { initial: similar?.owner, isOptional: true }),
  ];
}

/** The end of a term as long as the similar entry's. */
function sameTerm(
  fields: PlainMapping,
  from: CalendarDay | undefined,
  to: CalendarDay | undefined,
): string | undefined {
  if (to === FOREVER) return 'never';
  const first = firstDayOf(fields);
  const term = from === undefined || to === undefined ? undefined : termBetween(from, to);
  const last = first === undefined || term === undefined ? undefined : endOfTerm(first, term);
  return last === undefined ? undefined : formatDay(last);
}

type Label = keyof typeof LABELS;

function stepFor(field: Label, ask: (fields: PlainMapping) => Promise<Plain | undefined>): FieldStep {
  return {
    isOpen: (fields) => fields[field] === undefined,
    async ask(fields) {
      const answer = await ask(fields);
      // An empty answer is one too: it keeps the question from coming again.
      return answer === undefined ? undefined : { ...fields, [field]: answer };
    },
  };
}

function textStep(
  field: Label,
  { dialogue, language }: Asking,
  options: {
    readonly initial?: string | undefined;
    readonly isOptional?: boolean;
    readonly read?: (word: string) => Plain;
  } = {},
): FieldStep {
  const { read = (word: string): Plain => word } = options;
  return stepFor(field, async () => {
    const answer = await dialogue.askText(textQuestion(LABELS[field], language, options));
    return answer === undefined ? undefined : read(answer);
  });
}

function dayStep(
  field: Label,
  { dialogue, language }: Asking,
  readingOf: (fields: PlainMapping) => DayReading,
  options: { readonly initial?: (fields: PlainMapping) => string | undefined; readonly isOptional?: boolean } = {},
): FieldStep {
  return stepFor(field, async (fields) => {
    const reading = readingOf(fields);
    const initial = options.initial?.(fields);
    const refuse = field === 'expires' ? refuseBefore(firstDayOf(fields)) : () => undefined;
    const question = dayQuestion(LABELS[field], language, { ...options, initial, reading, refuse });
    const answer = await dialogue.askText(question);
    return answer === undefined ? undefined : (readWrittenDay(answer, reading) ?? '');
  });
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

function providerStep(kind: string, asking: Asking): FieldStep {
  const { ledger, dialogue, language } = asking;
  const providers = providersFor(ledger, kind);
  if (providers.length === 0) return textStep('provider', asking, { isOptional: true });
  const none = choiceOf('', { zh: '（不填）', en: '(leave it empty)' }[language]);
  return stepFor('provider', async () =>
    dialogue.choose({
      label: LABELS.provider[language],
      hint: HINTS.choice[language],
      choices: [...providers.map((provider) => choiceOf(provider)), none],
      orElse: (typed) => choiceOf(typed),
    }),
  );
}

function servesStep(similar: Resource | undefined, { ledger, dialogue, language }: Asking): FieldStep {
  const { licences } = ledger;
  const step = stepFor('serves', async () =>
    dialogue.chooseSeveral({
      label: LABELS.serves[language],
      hint: HINTS.several[language],
      choices: licences.map(({ id, kind, number }) => choiceOf(id, [kind, number ?? ''].join('  ').trimEnd())),
      initial: similar?.serves ?? [],
    }),
  );
  return { ...step, isOpen: (fields) => licences.length > 0 && step.isOpen(fields) };
}

function choiceOf(value: string, name = ''): Choice {
  return { value, label: name === '' || value === '' ? `${value}${name}` : `${value}  ${name}` };
}

/** Kinds of entries, each once with what people call it. Those of the ledger come first: they are likely to come again. */
function knownKinds({ licences, resources }: Ledger): ReadonlyMap<string, Text> {
  const used = [...resources, ...licences].map(({ kind }) => kind);
  const all = new Set([...used, ...Object.keys(RESOURCE_KINDS), ...catalogue.kinds.keys()]);
  return new Map([...all].map((kind) => [kind, nameOf(kind)]));
}

function nameOf(kind: string): Text {
  const licence = catalogue.kinds.get(kind);
  if (licence !== undefined) return licence.name;
  return (Object.hasOwn(RESOURCE_KINDS, kind) ? RESOURCE_KINDS[kind] : undefined) ?? { zh: '', en: '' };
}

/** Whether it is a kind of licence, not of a contract. */
export function isLicenceKind(kind: string): boolean {
  return catalogue.kinds.has(kind);
}

/** The known kind that an unknown word was probably meant to be. */
export function kindProbablyMeant(kind: string, ledger: Ledger): string | undefined {
  const known = knownKinds(ledger);
  return known.has(kind) ? undefined : nearest(kind, known.keys());
}
