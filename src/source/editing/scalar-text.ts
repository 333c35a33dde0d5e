/** Scalars as YAML: plain where the reader reads the same back and people take it for the same, else quoted. */
import { isPlainKey, isPlainText } from '../plain-value.ts';

export type Quote = 'plain' | 'single' | 'double';

/** Where a scalar stands: each place has its own signs that a plain text must not hold. */
export type Where = 'block' | 'flow' | 'key';

/** What stands plain must look as it is: no line breaks, controls, bidirectional marks or other invisible signs. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E0FFF}]/u;

/** Nearly all texts are such; `UNSEEN` takes longer to make ready than all else that is done with a text. */
const SEEN = /^[ -~\u3001-\u9FFF]*$/;

function hasUnseen(text: string): boolean {
  return !SEEN.test(text) && UNSEEN.test(text);
}

/** Words that other programs, which read YAML 1.1, take for yes and no, for numbers or for times. */
const MISLEADING = /^(?:[yn]|yes|no|on|off|[-+]?\d[\d_]*(?:\.[\d_]*)?|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?)$/i;

const LIKE_A_DAY = /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt\s])/;

export interface ScalarStyle {
  readonly where: Where;
  /** How texts around it are quoted without need. */
  readonly quote?: Quote | undefined;
  /** Whether a text that looks like a day is one. */
  readonly isWords?: boolean;
}

export function scalarText(value: string | number | boolean | null, style: ScalarStyle): string {
  if (typeof value === 'string') return textOf(value, style);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

function textOf(text: string, { where, quote = 'plain', isWords = false }: ScalarStyle): string {
  if (quote === 'plain' && !(isWords && LIKE_A_DAY.test(text)) && mayBePlain(text, where)) return text;
  if (hasUnseen(text)) return doubleQuoted(text);
  const prefersSingle = /["\\]/.test(text) && !text.includes("'");
  return quote === 'single' || (quote === 'plain' && prefersSingle) ? singleQuoted(text) : doubleQuoted(text);
}

/** Whether a text without quotes is the same text to the reader, and not misleading to others. */
export function mayBePlain(text: string, where: Where): boolean {
  if (text === '' || text.trim() !== text || hasUnseen(text)) return false;
  if (where === 'key') return !MISLEADING_KEY.test(text) && (isPlainKey(text) || WORDS.test(text));
  return !MISLEADING.test(text) && isPlainText(text, where === 'flow');
}

/** Letters of any script with single signs between them, as a key of the company's own may be. */
const WORDS = /^\p{L}[\p{L}\p{M}\p{N}]*(?:[ _-][\p{L}\p{M}\p{N}]+)*$/u;
const MISLEADING_KEY = /^(?:true|false|null|~)$/i;

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const UNSEEN_EACH = new RegExp(UNSEEN, 'gu');

/** JSON's escapes are YAML's, and what JSON leaves as it is but nobody sees is escaped as well. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replaceAll(UNSEEN_EACH, escaped);
}

function escaped(sign: string): string {
  const digits = (sign.codePointAt(0) ?? 0).toString(16);
  return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}
