/** Questions that commands ask, as steps of an interview. */
import type { Complaint } from '../../command-line/complaint.ts';
import { type Plain, type PlainMapping, wordOf } from '../../domain/edit.ts';
import type { Language, Text } from '../../domain/text.ts';
import { type Choice, choiceOf, type Dialogue, type Objection, type TextQuestion } from '../../platform/dialogue.ts';
import type { Reading } from './answers.ts';

/** One question. */
export interface Step {
  /** Where its answer is kept, as `entries.0.idc.number`: no other question has it, nor this one about another entry. */
  readonly key: string;
  /**
   * Puts it; undefined when a step back is wanted.
   *
   * @param before what was answered here before a step back: the default
   */
  readonly ask: (dialogue: Dialogue, before: Plain | undefined) => Promise<Plain | undefined>;
  /** Whether an answer is what Enter alone gives here. */
  readonly isUsual: (answer: Plain) => boolean;
  /** The line that tells an answer of a draft; undefined where that will not do any more. */
  readonly retell: (answer: Plain) => string | undefined;
  /** At the first question about an entry: whether what was answered about one here is recorded by now, so that this is another. */
  readonly isAnother?: ((before: PlainMapping) => boolean) | undefined;
}

/** A question that is about something: what is answered to it is no default where it is about something else. */
export function about(subject: string, step: Step): Step {
  return { ...step, key: `${subject}.${step.key}` };
}

/** How a question is answered. */
const HINTS = {
  text: { zh: '回车确认，< 返回上一步', en: 'Enter accepts, < goes back' },
  optional: { zh: '可留空；< 返回上一步', en: 'may be empty; < goes back' },
  /** Where Enter takes a default, something else must say that there is nothing. */
  optionalWithDefault: {
    zh: '回车确认，- 为空；< 返回上一步',
    en: 'Enter accepts, - leaves it empty; < goes back',
  },
  choice: { zh: '↑↓ 选择，输入可筛选；< 返回上一步', en: '↑↓ choose, type to filter; < goes back' },
  several: { zh: '空格勾选，回车确认；< 返回上一步', en: 'Space ticks, Enter accepts; < goes back' },
  day: { zh: 'YYYY-MM-DD，或 +1y、+36m、+90d；< 返回上一步', en: 'YYYY-MM-DD, or +1y, +36m, +90d; < goes back' },
  plainDay: { zh: 'YYYY-MM-DD；< 返回上一步', en: 'YYYY-MM-DD; < goes back' },
  optionalDay: {
    zh: 'YYYY-MM-DD，可留空；< 返回上一步',
    en: 'YYYY-MM-DD, may be empty; < goes back',
  },
  dayFromToday: {
    zh: 'YYYY-MM-DD，或 +1y、+36m、+90d（自今天算）；< 返回上一步',
    en: 'YYYY-MM-DD, or +1y, +36m, +90d from today; < goes back',
  },
} as const satisfies Record<string, Text>;

const UNLISTED: Text = { zh: '没有这一项，请从列表中选择。', en: 'Nothing is called that: choose from the list.' };

const FILL_IN: Complaint = {
  what: { zh: '这一项不能留空', en: 'this cannot be empty' },
  remedy: { zh: '请填写。', en: 'Enter a value.' },
};

/** What all questions have. */
interface Asked {
  readonly key: string;
  readonly label: Text;
  readonly language: Language;
}

export interface TextStep extends Asked {
  /** What Enter alone answers. */
  readonly initial?: string | undefined;
  readonly isOptional?: boolean | undefined;
  readonly hint?: keyof typeof HINTS | undefined;
  readonly read: (typed: string) => Reading;
  /** What only the machine can tell of an answer, as whether there is such a file. */
  readonly examine?: ((typed: string) => Promise<Complaint | undefined>) | undefined;
  /** The answer as it is typed; the text itself where it is absent. */
  readonly write?: ((answer: Plain) => string) | undefined;
}

/** A line of text. What is left empty is the answer `''`. */
export function textStep(step: TextStep): Step {
  const { key, label, language, isOptional = false, read: readFilled, write = writeText } = step;
  const read = (typed: string): Reading => {
    if (typed !== '') return readFilled(typed);
    return isOptional ? { value: '' } : { objection: FILL_IN };
  };
  return {
    key,
    async ask(dialogue, before) {
      const initial = before === undefined ? step.initial : before === '' ? undefined : write(before);
      const withDefault = isOptional && initial !== undefined;
      const plain = (typed: string): string => (withDefault && /^[-–—－]$/u.test(typed) ? '' : typed);
      const typed = await dialogue.askText({
        label: label[language],
        hint: HINTS[withDefault ? 'optionalWithDefault' : (step.hint ?? (isOptional ? 'optional' : 'text'))][language],
        initial,
        judge: examining(
          judging((answer) => read(plain(answer)), language),
          step.examine,
          language,
        ),
        echo: (answer) => shownOf(read(plain(answer))) ?? plain(answer),
      });
      if (typed === undefined) return undefined;
      const reading = read(plain(typed));
      return 'value' in reading ? reading.value : '';
    },
    isUsual: (answer) => step.initial !== undefined && write(answer) === step.initial,
    retell: (answer) => ('value' in read(write(answer)) ? `${label[language]}  ${write(answer)}` : undefined),
  };
}

function writeText(answer: Plain): string {
  return Array.isArray(answer) ? answer.join(', ') : wordOf(answer);
}

function shownOf(reading: Reading): string | undefined {
  return 'value' in reading ? reading.shown : undefined;
}

/** A doubtful answer is pointed out once; Enter keeps it. */
function judging(read: (typed: string) => Reading, language: Language): (typed: string) => Objection | undefined {
  const doubted = new Set<string>();
  return (typed) => {
    const reading = read(typed);
    if ('objection' in reading) return objectionTo(reading.objection, reading.offer, language);
    const { doubt } = reading;
    if (doubt === undefined || doubted.has(typed)) return undefined;
    doubted.add(typed);
    return { reason: `${sentences(doubt, language)}${keepsIt(language)}`, offer: typed };
  };
}

/** The same, with what the machine has to say where all else is right. */
function examining(
  judge: (typed: string) => Objection | undefined,
  examine: TextStep['examine'],
  language: Language,
): TextQuestion['judge'] {
  if (examine === undefined) return judge;
  return (typed) => {
    const objection = judge(typed);
    if (objection !== undefined) return objection;
    return examine(typed).then((complaint) =>
      complaint === undefined ? undefined : objectionTo(complaint, undefined, language),
    );
  };
}

function objectionTo({ what, remedy }: Complaint, offer: string | undefined, language: Language): Objection {
  if (offer === undefined) return { reason: sentences({ what, remedy }, language) };
  const takesIt = { zh: `回车改为 ${offer}。`, en: `Press Enter to use ${offer}.` };
  return { reason: sentences({ what, remedy: takesIt }, language), offer };
}

function keepsIt(language: Language): string {
  return { zh: '确认无误的，再按回车。', en: ' If it is correct, press Enter again.' }[language];
}

function sentences({ what, remedy }: Complaint, language: Language): string {
  if (language === 'zh') return `${what.zh}。${remedy.zh}`;
  return `${what.en}. ${remedy.en}`;
}

export interface ChoiceStep extends Asked {
  readonly choices: readonly Choice[];
  readonly initial?: string | undefined;
  /** Turns a word that is no choice into one. */
  readonly orElse?: ((typed: string) => Choice | undefined) | undefined;
  readonly judge?: ((answer: string) => Complaint | undefined) | undefined;
}

/** One of several. */
export function choiceStep({ key, label, language, choices, orElse, judge, ...step }: ChoiceStep): Step {
  const known = (value: string): Choice | undefined => choices.find((one) => one.value === value) ?? orElse?.(value);
  return {
    key,
    async ask(dialogue, before) {
      const initial = typeof before === 'string' ? before : step.initial;
      const added =
        initial === undefined || choices.some(({ value }) => value === initial) ? undefined : known(initial);
      return dialogue.choose({
        label: label[language],
        hint: HINTS.choice[language],
        unlisted: UNLISTED[language],
        choices: added === undefined ? choices : [added, ...choices],
        initial,
        ...(orElse === undefined ? {} : { orElse }),
        judge: (answer) => reasonOf(judge?.(answer), language),
      });
    },
    isUsual: (answer) => answer === step.initial,
    retell(answer) {
      const choice = typeof answer === 'string' ? known(answer) : undefined;
      if (choice === undefined || judge?.(choice.value) !== undefined) return undefined;
      return `${label[language]}  ${choice.label}`;
    },
  };
}

export interface SeveralStep extends Asked {
  readonly choices: readonly Choice[];
  readonly initial: readonly string[];
  /** What may be wrong with a choice: it is pointed out once. */
  readonly doubt?: ((answer: readonly string[]) => Complaint | undefined) | undefined;
}

/** Any number of several. */
export function severalStep({ key, label, language, choices, doubt, ...step }: SeveralStep): Step {
  const values = new Set(choices.map(({ value }) => value));
  return {
    key,
    async ask(dialogue, before) {
      let isTold = false;
      return dialogue.chooseSeveral({
        label: label[language],
        hint: HINTS.several[language],
        choices,
        initial: (Array.isArray(before) ? before.map(String) : step.initial).filter((value) => values.has(value)),
        judge(answer) {
          const complaint = isTold ? undefined : doubt?.(answer);
          isTold ||= complaint !== undefined;
          return complaint === undefined ? undefined : `${sentences(complaint, language)}${keepsIt(language)}`;
        },
      });
    },
    isUsual: (answer) => writeText(answer) === writeText(step.initial),
    retell(answer) {
      const isKnown = Array.isArray(answer) && answer.every((value) => values.has(String(value)));
      return isKnown ? `${label[language]}  ${answer.join(', ')}` : undefined;
    },
  };
}

function reasonOf(complaint: Complaint | undefined, language: Language): string | undefined {
  return complaint === undefined ? undefined : sentences(complaint, language);
}

/** The answer of somebody who leaves it empty. */
export function noChoice(language: Language): Choice {
  return choiceOf('', { zh: '（不填）', en: '(leave it empty)' }[language]);
}
