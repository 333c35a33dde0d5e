/** Which keys a mapping may have, and what a wrong one may have been meant to be. */
import { nearWord, suggester } from '../domain/near-word.ts';
import type { Text } from '../domain/text.ts';
import { shortNameOf } from '../fields/provinces.ts';
import { changeTo, listed, narrow, quote } from './advice.ts';
import type { Misfit } from './expected-values.ts';
import { KEY_FORMS } from './forms.ts';
import { type DataProblem, fieldOf } from './raw-data.ts';

interface KeyWords {
  readonly is: Text;
  readonly remedy: Text;
}

const KEYS = {
  year: {
    is: { zh: '年份', en: 'a year' },
    remedy: { zh: '写四位数字，如`2025`。', en: 'Write it with four digits, as in `2025`.' },
  },
  quarter: {
    is: { zh: '季度', en: 'a quarter' },
    remedy: { zh: '写所缴费用的季度，如`2026-Q3`。', en: 'Write the quarter that was paid for, as in `2026-Q3`.' },
  },
  period: {
    is: { zh: '周期', en: 'a period' },
    remedy: {
      zh: '写月份、季度、年份或周期的第一天，如`2026-09`、`2026-Q3`、`2026`、`2026-09-15`。',
      en: 'Write a month, a quarter, a year or the first day of the period: `2026-09`, `2026-Q3`, `2026`, `2026-09-15`.',
    },
  },
  date: {
    is: { zh: '日期', en: 'a day' },
    remedy: { zh: '写成 YYYY-MM-DD，如`2026-06-12`。', en: 'Write YYYY-MM-DD, as in `2026-06-12`.' },
  },
  province: {
    is: { zh: '省份', en: 'a province' },
    remedy: { zh: '写省份的简称，如`北京`、`内蒙古`。', en: 'Write its short Chinese name, as in `北京`.' },
  },
  rule: {
    is: { zh: '规则名', en: 'the name of a rule' },
    remedy: { zh: '写成`模块/规则`，如`isp/ip-addresses`。', en: 'Write `module/rule`, as in `isp/ip-addresses`.' },
  },
  'kind-days': {
    is: { zh: '种类名', en: 'a kind' },
    remedy: {
      zh: '写`default`、`renewal`或资源的种类，如`certificate`。',
      en: 'Write `default`, `renewal` or a kind of resource, as in `certificate`.',
    },
  },
} as const satisfies Record<string, KeyWords>;

/** Whether it is the keys of a mapping that the schema says this of. */
export function isKeyExpectation(expectation: string): expectation is keyof typeof KEYS {
  return Object.hasOwn(KEYS, expectation);
}

/** What is plainly meant by other words for a key. */
const MEANT: Readonly<Partial<Record<keyof typeof KEYS, (written: string) => string | undefined>>> = {
  quarter: (written) => narrow(written).toUpperCase(),
  province: shortNameOf,
};

/** A key of the wrong form, in a mapping. */
export function explainKey({ path }: Misfit, expectation: keyof typeof KEYS, holder: unknown): DataProblem {
  const { is, remedy } = KEYS[expectation];
  const written = String(path.at(-1));
  const { zh, en } = quote(written);
  const problem = {
    rule: 'schema/value',
    path,
    atKey: true,
    message: { zh: `${zh}不是${is.zh}`, en: `${en} is not ${is.en}` },
  } as const;
  const meant = MEANT[expectation]?.(written) ?? narrow(written);
  if (!KEY_FORMS[expectation].test(meant) || fieldOf(holder, meant) !== undefined) return { ...problem, remedy };
  return { ...problem, remedy: changeTo(meant), edits: [{ path, key: meant }] };
}

/** Takes the messages of the schema apart, each once: the words that it allows at a place, and which another may have meant. */
export function vocabularies(): (message: string) => Vocabulary {
  const made = new Map<string, Vocabulary>();
  return (message) => {
    const known = made.get(message);
    if (known !== undefined) return known;
    const [expectation = '', ...words] = message.split(' ');
    const suggest = suggester(new Set(words));
    const vocabulary = { expectation, words, suggest, only: onlyNear(words), choice: oneOfFields(words) };
    made.set(message, vocabulary);
    return vocabulary;
  };
}

/** What the schema says of a place, taken apart once. */
export interface Vocabulary {
  readonly expectation: string;
  readonly words: readonly string[];
  readonly suggest: (written: string) => string | undefined;
  /** The word that a slip of the pen made another of, where it can be no other. */
  readonly only: (written: string) => string | undefined;
  /** The words as a remedy. */
  readonly choice: Text;
}

/** Slips are few; what a file has by the thousand is none. */
const MOST_SLIPS = 1000;

function onlyNear(words: readonly string[]): Vocabulary['only'] {
  const known = new Map<string, string | undefined>();
  return (written) => {
    if (known.has(written) || known.size >= MOST_SLIPS) return known.get(written);
    const near = nearWord(narrow(written), words);
    known.set(written, near?.isCertain === true ? near.word : undefined);
    return known.get(written);
  };
}

/** Of two keys that may be one field nobody can tell which is. */
export function onceIn(words: readonly (string | undefined)[]): (word: string | undefined) => boolean {
  const times = new Map<string | undefined, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return (word) => times.get(word) === 1;
}

function oneOfFields(known: readonly string[]): Text {
  const { zh, en } = listed(known);
  return { zh: `这里可用的字段：${zh}。`, en: `Fields that can be used here: ${en}.` };
}
