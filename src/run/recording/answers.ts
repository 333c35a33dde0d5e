/** What somebody types at a question, as the ledger writes it; where only one right value can be meant, that is offered. */
import { type Complaint, Refusal } from '../../command-line/complaint.ts';
import { FOREVER, formatDay } from '../../domain/calendar-day.ts';
import { type Plain, wordOf } from '../../domain/edit.ts';
import type { Language } from '../../domain/text.ts';
import { saysNo, saysYes, textsIn } from '../../fields/cells.ts';
import { isNationwide, isProvince, scopeNamed } from '../../fields/provinces.ts';
import { adviseOnDay } from '../../schema/day-advice.ts';
import { readDay as readAnyDay } from '../../spreadsheet/sheet.ts';
import { type DayReading, readDay } from './given-days.ts';

export type Reading =
  | {
      readonly value: Plain;
      /** How the answer is repeated, where that is not what was typed. */
      readonly shown?: string | undefined;
      /** What may be wrong with it all the same: the paper may say so. */
      readonly doubt?: Complaint | undefined;
    }
  | {
      readonly objection: Complaint;
      /** What was meant. */
      readonly offer?: string | undefined;
    };

/** A reader whose values must also fit into a plan: what the plan refuses, the question does. */
export function refusing(
  read: (typed: string) => Reading,
  plan: (value: Plain) => unknown,
): (typed: string) => Reading {
  return (typed) => {
    const reading = read(typed);
    if ('objection' in reading) return reading;
    try {
      plan(reading.value);
      return reading;
    } catch (error) {
      if (error instanceof Refusal) return { objection: error.complaint };
      throw error;
    }
  };
}

/** Words of the person: they stand as they are typed. */
export function readWords(typed: string): Reading {
  return { value: typed };
}

/** Numbers and codes: full-width letters and digits are a slip of the keyboard. */
export function readCode(typed: string): Reading {
  const plain = typed.normalize('NFKC');
  return plain === typed ? { value: typed } : { objection: fullWidth(typed), offer: plain };
}

/** Eighteen capital letters and digits. */
export function readCreditCode(typed: string): Reading {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '');
  if (plain === typed) return { value: typed };
  const objection = {
    what: {
      zh: `“${typed}”应为半角的大写字母和数字`,
      en: `"${typed}" should be half-width capital letters and digits`,
    },
    remedy: { zh: '不要空格。', en: 'Do not use spaces.' },
  };
  return { objection, offer: plain };
}

/** Several of them, with any mark between; `[]` says that there are none. */
export function readCodes(typed: string): Reading {
  if (/^\[\s*\]$/u.test(typed)) return { value: [] };
  const texts = textsIn(typed);
  const plain = texts.map((text) => text.normalize('NFKC'));
  return plain.every((text, at) => text === texts[at])
    ? { value: texts }
    : { objection: fullWidth(typed), offer: plain.join(', ') };
}

function fullWidth(typed: string): Complaint {
  return {
    what: { zh: `“${typed}”中有全角字符`, en: `"${typed}" has full-width characters` },
    remedy: { zh: '改用半角字符。', en: 'Use half-width characters.' },
  };
}

/** A day, a term such as `+1y`, or `never`; a day in another notation, or as Excel counts it, is offered as the ledger writes it. */
export function readDayAnswer(typed: string, reading: DayReading): Reading {
  const plain = typed.normalize('NFKC').trim();
  const day = readDay(plain, reading);
  const written = day === undefined ? undefined : formatDay(day);
  if (written !== undefined && plain === typed) {
    return { value: written, shown: written === typed ? undefined : `${typed} → ${written}` };
  }
  const { reason, remedy } = adviseOnDay(typed, reading.allowsNever === true);
  const meant = readAnyDay(typed, false);
  const isMeant = meant !== undefined && (meant === FOREVER ? reading.allowsNever === true : meant >= EARLIEST_OFFERED);
  const offer = written === undefined ? (isMeant ? formatDay(meant) : undefined) : plain;
  return { objection: { what: reason, remedy }, offer };
}

/** No paper of this trade is older; a short number is no day that Excel has counted. */
const EARLIEST_OFFERED = readAnyDay('1980-01-01', false) ?? 0;

/** The whole country or provinces, however they are called. */
export function readScope(typed: string, language: Language): Reading {
  if (isNationwide(typed)) return { value: 'national', shown: scopeWord('national', language) };
  const words = typed.split(/[,，、;；\s]+/u).filter((word) => word !== '');
  const named = scopeNamed(typed);
  const names = named === 'national' ? [] : named;
  const unknown = names.find((name) => !isProvince(name));
  if (unknown !== undefined || names.length === 0) {
    return {
      objection: {
        what: { zh: `“${unknown ?? typed}”不是省份`, en: `"${unknown ?? typed}" is not a province` },
        remedy: { zh: '写全国，或省份，如北京、河北。', en: 'Write national, or provinces such as 北京, 河北.' },
      },
    };
  }
  if (names.every((name, at) => name === words[at])) return { value: names };
  return {
    objection: {
      what: { zh: `“${typed}”不是省份的简称`, en: `"${typed}" is not the short name of a province` },
      remedy: { zh: '写简称，如北京、河北。', en: 'Write short names, such as 北京, 河北.' },
    },
    offer: scopeWord(names, language),
  };
}

/** A coverage as people of a language write it. */
export function scopeWord(scope: Plain, language: Language): string {
  if (scope === 'national') return { zh: '全国', en: 'national' }[language];
  return Array.isArray(scope) ? scope.join(language === 'zh' ? '、' : ', ') : wordOf(scope);
}

/** CNY, with or without commas between the thousands; `1000万` is offered in full. */
export function readAmount(typed: string): Reading {
  const plain = typed.normalize('NFKC').replaceAll(/[\s¥]|人民币|元整?$/gu, '');
  const [, digits = '', unit = ''] = /^(\d{1,3}(?:,?\d{3})*|\d+)(万|亿|)$/u.exec(plain) ?? [];
  const amount = Number(digits.replaceAll(',', '')) * (UNITS[unit] ?? 1);
  if (digits !== '' && plain === typed && unit === '') return { value: amount };
  const isMeant = digits !== '' && Number.isSafeInteger(amount);
  return {
    objection: {
      what: { zh: `“${typed}”不是以元为单位的数字`, en: `"${typed}" is not an amount in CNY` },
      remedy: { zh: '请写数字，单位是元，如 10000000。', en: 'Write an amount in CNY, such as 10000000.' },
    },
    offer: isMeant ? String(amount) : undefined,
  };
}

const UNITS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Yes or no, in the words of a register. */
export function readYesOrNo(typed: string): Reading {
  const plain = typed.normalize('NFKC');
  if (saysYes(plain)) return { value: true };
  if (saysNo(plain)) return { value: false };
  return {
    objection: {
      what: { zh: `“${typed}”不是“是”或“否”`, en: `"${typed}" is neither yes nor no` },
      remedy: { zh: '请写“是”或“否”。', en: 'Write yes or no.' },
    },
  };
}

/** A whole number. */
export function readCount(typed: string): Reading {
  const plain = typed.normalize('NFKC');
  if (!/^\d{1,9}$/u.test(plain)) {
    return {
      objection: {
        what: { zh: `“${typed}”不是整数`, en: `"${typed}" is not a whole number` },
        remedy: { zh: '请写整数，如 60。', en: 'Write a whole number, such as 60.' },
      },
    };
  }
  return plain === typed ? { value: Number(typed) } : { objection: fullWidth(typed), offer: plain };
}
