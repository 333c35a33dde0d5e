/** Questions that commands ask, and the way through several of them with steps back. */
import { type Complaint, type Refusal, usageError } from '../../command-line/complaint.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Language, Text } from '../../domain/text.ts';
import { serviceFields } from '../../fields/licence.ts';
import { isProvince, scopeNamed } from '../../fields/provinces.ts';
import { questionOf } from '../../fields/uses.ts';
import type { Dialogue, TextQuestion } from '../../platform/dialogue.ts';
import { adviseOnDay } from '../../schema/day-advice.ts';
import { type DayReading, readDay, readWrittenDay } from './given-days.ts';

/** How a question is answered. */
export const HINTS = {
  text: { zh: '回车确认，< 返回上一步', en: 'Enter accepts, < steps back' },
  optional: { zh: '可留空；< 返回上一步', en: 'may be left empty; < steps back' },
  choice: { zh: '↑↓ 选择，输入可筛选；< 返回上一步', en: '↑↓ choose, type to filter; < steps back' },
  several: { zh: '空格勾选，回车确认；< 返回上一步', en: 'Space ticks, Enter accepts; < steps back' },
  day: { zh: 'YYYY-MM-DD，或 +1y、+36m、+90d；< 返回上一步', en: 'YYYY-MM-DD, or +1y, +36m, +90d; < steps back' },
  dayFromToday: {
    zh: 'YYYY-MM-DD，或 +1y、+36m、+90d（自今天算）；< 返回上一步',
    en: 'YYYY-MM-DD, or +1y, +36m, +90d from today; < steps back',
  },
  confirm: { zh: 'y / n', en: 'y / n' },
} as const satisfies Record<string, Text>;

const FILL_IN: Text = { zh: '这一项不能留空', en: 'this cannot be left empty' };

/** One question; undefined when a step back is wanted. */
export interface Step<Draft> {
  /** Whether it is asked at all. */
  readonly isOpen: (draft: Draft) => boolean;
  readonly ask: (draft: Draft) => Promise<Draft | undefined>;
}

/** Asks one after the other. A step back returns to the question before and what was known then. */
export async function walkThrough<Draft>(steps: readonly Step<Draft>[], start: Draft): Promise<Draft> {
  const before: { readonly at: number; readonly draft: Draft }[] = [];
  let draft = start;
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at];
    if (step === undefined || !step.isOpen(draft)) continue;
    const answered = await step.ask(draft);
    if (answered !== undefined) {
      before.push({ at, draft });
      draft = answered;
      continue;
    }
    // Where nothing was asked before, the same question comes again.
    const earlier = before.pop() ?? { at, draft };
    draft = earlier.draft;
    at = earlier.at - 1;
  }
  return draft;
}

/** A line of text. */
export function textQuestion(
  label: Text,
  language: Language,
  options: {
    readonly initial?: string | undefined;
    readonly isOptional?: boolean;
    /** Why a text will not do. */
    readonly refuse?: ((answer: string) => Complaint | undefined) | undefined;
  } = {},
): TextQuestion {
  const { initial, isOptional = false, refuse } = options;
  return {
    label: label[language],
    hint: HINTS[isOptional ? 'optional' : 'text'][language],
    initial,
    check(answer) {
      if (answer === '') return isOptional ? undefined : FILL_IN[language];
      const complaint = refuse?.(answer);
      return complaint === undefined ? undefined : sentences(complaint, language);
    },
  };
}

function sentences({ what, remedy }: Complaint, language: Language): string {
  return language === 'zh' ? `${what.zh}。${remedy.zh}` : `${what.en}. ${remedy.en}`;
}

/** Where a service may be offered: the whole country or provinces, however they are called. */
export function scopeQuestion(language: Language, initial: string): TextQuestion {
  return textQuestion(questionOf(serviceFields.fields.scope), language, { initial, refuse: refuseScope });
}

function refuseScope(answer: string): Complaint | undefined {
  const named = scopeNamed(answer);
  const unknown = named === 'national' ? undefined : named.find((name) => !isProvince(name));
  if (unknown === undefined) return undefined;
  return {
    what: { zh: `「${unknown}」不是省份`, en: `“${unknown}” is no province` },
    remedy: { zh: '写全国，或省份，如北京、河北。', en: 'Write national, or provinces such as 北京, 河北.' },
  };
}

/** A day, or a term such as `+1y`. */
export function dayQuestion(
  label: Text,
  language: Language,
  options: {
    readonly initial?: string | undefined;
    readonly isOptional?: boolean;
    readonly reading: DayReading;
    /** Why a day that exists will not do. */
    readonly refuse?: ((day: CalendarDay) => Complaint | undefined) | undefined;
    /** Nothing says when the term began: then it is counted from today, and that is said. */
    readonly isFromToday?: boolean;
  },
): TextQuestion {
  const { initial, isOptional = false, reading, refuse, isFromToday = false } = options;
  return {
    label: label[language],
    hint: HINTS[isFromToday ? 'dayFromToday' : 'day'][language],
    initial,
    check(answer) {
      if (answer === '') return isOptional ? undefined : FILL_IN[language];
      const day = readDay(answer, reading);
      if (day === undefined) {
        const { reason, remedy } = adviseOnDay(answer, reading.allowsNever === true);
        return sentences({ what: reason, remedy }, language);
      }
      const complaint = refuse?.(day);
      return complaint === undefined ? undefined : sentences(complaint, language);
    },
    echo: (answer) => {
      const day = readWrittenDay(answer, reading);
      return day === undefined || day === answer ? answer : `${answer} → ${day}`;
    },
  };
}

/** A step back from the last question of all is a no. */
export async function confirmWriting(dialogue: Dialogue, file: string, language: Language): Promise<boolean> {
  const answer = await dialogue.confirm({
    label: { zh: `写入 ${file}？`, en: `Write ${file}?` }[language],
    hint: HINTS.confirm[language],
    yes: { zh: '写入', en: 'write' }[language],
    no: { zh: '放弃', en: 'leave it' }[language],
    initial: true,
  });
  return answer === true;
}

/** Nobody is there to be asked for what the command line leaves out. */
export function missingOptions(options: readonly string[]): Refusal {
  return usageError({
    what: { zh: `缺少：${options.join('、')}`, en: `missing: ${options.join(', ')}` },
    remedy: {
      zh: '请补上这些选项，或在终端中运行，逐项回答。',
      en: 'Give these options, or run it in a terminal to be asked for them.',
    },
  });
}
