import type { KeyForm } from '../fields/field.ts';
/** The forms of words that a ledger holds. */
import { PROVINCES } from '../fields/provinces.ts';

/** Whether a text has so many characters at most, counted as JSON Schema does: one beyond the first 65,536 is one. */
export function isWithin(text: string, most: number): boolean {
  return text.length <= most || (text.length <= 2 * most && lengthOf(text) <= most);
}

/** In characters. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

export const FILLED = /\S/;
export const ID = /^[a-z0-9][a-z0-9-]*$/;
export const KIND = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const DAY_OR_NEVER = /^(?:never|\d{4}-\d{2}-\d{2})$/;
export const SHA256 = /^[0-9A-Fa-f]{64}$/;

/** The keys of mappings that the ledger does not name one by one. */
export const KEY_FORMS: Readonly<Record<KeyForm | 'kind-days', RegExp>> = {
  year: /^\d{4}$/,
  quarter: /^\d{4}-Q[1-4]$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  // A month, a quarter, a year, or the first day of another period.
  period: /^\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/,
  rule: /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9][a-z0-9-]*$/,
  province: new RegExp(`^(?:${PROVINCES.join('|')})$`, 'u'),
  'kind-days': KIND,
};
