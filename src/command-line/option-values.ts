/** Words of the command line into values. Each reader is made for its option, so that errors can name it. */
import { type CalendarDay, parseDay } from '../domain/calendar-day.ts';
import { didYouMean, nearest } from '../domain/near-word.ts';
import { valueNamed, type ValueNames } from '../fields/choices.ts';
import { usageError } from './complaint.ts';

export function dayFor(option: string): (word: string) => CalendarDay {
  return (word) => {
    const day = parseDay(word);
    if (day !== undefined) return day;
    throw usageError({
      where: `${option} ${word}`,
      what: { zh: '不是有效的日期', en: 'not a valid date' },
      remedy: {
        zh: '请写成YYYY-MM-DD，如2026-11-21（1900年至2999年）。',
        en: 'Write YYYY-MM-DD, such as 2026-11-21 (from 1900 to 2999).',
      },
    });
  };
}

/** A whole number of days, 0 or more. */
export function daysFor(option: string): (word: string) => number {
  return (word) => {
    const days = Number(word);
    if (/^\d+$/u.test(word) && Number.isSafeInteger(days)) return days;
    throw usageError({
      where: `${option} ${word}`,
      what: { zh: '不是天数', en: 'not a number of days' },
      remedy: { zh: '请写0或正整数，如60。', en: 'Write a whole number, 0 or more, such as 60.' },
    });
  };
}

/** A reader of words that knows all that it lets in, for completion. */
interface Choosing {
  readonly choices: readonly string[];
}

/** An age in days: `8d`, or `8`. */
export function ageFor(option: string): (word: string) => number {
  const readDays = daysFor(option);
  return (word) => readDays(/^\d+d$/u.test(word) ? word.slice(0, -1) : word);
}

/** What a reader lets in; none where it is anything of a form. */
export function choicesOf(reader: unknown): readonly string[] {
  return isChoosing(reader) ? reader.choices : [];
}

function isChoosing(reader: unknown): reader is Choosing {
  return typeof reader === 'function' && 'choices' in reader && Array.isArray(reader.choices);
}

/** @param names what the choices are called: those words are taken too */
export function oneOf<Choice extends string>(
  option: string,
  choices: readonly Choice[],
  names: ValueNames = {},
): ((word: string) => Choice) & Choosing {
  const read = (word: string): Choice => {
    const meant = valueNamed(names, word);
    const choice = choices.find((one) => one === word) ?? choices.find((one) => one === meant);
    if (choice !== undefined) return choice;
    throw usageError({
      where: `${option} ${word}`,
      what: { zh: '无效的值', en: 'unknown value' },
      remedy: didYouMean(nearest(word, choices)) ?? {
        zh: `可用的值：${choices.join('、')}。`,
        en: `Choose one of ${choices.join(', ')}.`,
      },
    });
  };
  return Object.assign(read, { choices });
}

/** An option that may be given again, each time with one word or several joined by commas of either script. */
export function wordsFor(
  option: string,
  marks: RegExp = ANY_COMMA,
): (words: string, before: readonly string[] | undefined) => readonly string[] {
  return (words, before = []) => {
    const all = words.split(marks).map((word) => word.trim());
    if (!all.includes('')) return [...before, ...all];
    throw usageError({
      where: `${option} ${words}`,
      what: { zh: '有空白的一项', en: 'one of the items is empty' },
      remedy: { zh: '请去掉多余的逗号。', en: 'Remove the extra comma.' },
    });
  };
}

const ANY_COMMA = /[,，、;；]/u;

/** Between the names of people: one of several people may be recorded as 张三、李四. */
export const COMMA = /[,，]/u;

/** The same, where each word is one of a few. */
export function severalOf<Choice extends string>(
  option: string,
  choices: readonly Choice[],
  names: ValueNames = {},
): ((words: string, before: readonly Choice[] | undefined) => readonly Choice[]) & Choosing {
  const readWords = wordsFor(option);
  const readOne = oneOf(option, choices, names);
  const read = (words: string, before: readonly Choice[] = []): readonly Choice[] => [
    ...before,
    ...readWords(words, undefined).map((word) => readOne(word)),
  ];
  return Object.assign(read, { choices });
}

/** For an option that may be given again, whose words may hold commas. */
export function gathered(word: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), word];
}

/** A day, or a number of months from the as-of day. */
export type Until = { readonly day: CalendarDay } | { readonly months: number };

/** A century: farther ahead nothing is drawn that could be read. */
const MOST_MONTHS = 1200;

/** `2027-12-31`, or `+18` (also `+18m`): months from the as-of day. */
export function readUntil(word: string): Until {
  const months = Number(/^\+(\d{1,4})m?$/u.exec(word)?.[1]);
  if (months > 0 && months <= MOST_MONTHS) return { months };
  const day = parseDay(word);
  if (day !== undefined) return { day };
  throw usageError({
    where: `--until ${word}`,
    what: { zh: '既不是日期，也不是月数', en: 'neither a date nor a number of months' },
    remedy: {
      zh: '请写成YYYY-MM-DD，或 `+月数`，如 `+18`（1至1200）。',
      en: 'Write YYYY-MM-DD, or `+MONTHS` such as `+18` (1 to 1200).',
    },
  });
}

/** Of commands that explain rules. */
export const FORMAT_NAMES = ['text', 'json'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Of `ledger check`. */
export const CHECK_FORMATS = ['text', 'line', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'csv'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface Destination {
  readonly format: CheckFormat;
  /** As it was given; undefined for stdout. */
  readonly file: string | undefined;
}

export function readDestination(word: string, before: readonly Destination[] = []): readonly Destination[] {
  const at = word.indexOf('=');
  const format = oneOf('--format', CHECK_FORMATS)(at === -1 ? word : word.slice(0, at));
  const file = at === -1 ? undefined : word.slice(at + 1);
  if (file !== '') return [...before, { format, file }];
  throw usageError({
    where: `--format ${word}`,
    what: { zh: '等号后面没有文件名', en: 'there is no file name after the equals sign' },
    remedy: {
      zh: `请写 \`${format}=文件\`，或只写 \`${format}\` 输出到标准输出。`,
      en: `Write \`${format}=FILE\`, or \`${format}\` alone for stdout.`,
    },
  });
}

readDestination.choices = CHECK_FORMATS;
