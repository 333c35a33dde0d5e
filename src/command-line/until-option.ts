import { type CalendarDay, parseDay } from '../domain/calendar-day.ts';
import { usageError } from './complaint.ts';

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
    what: { zh: '既不是日期，也不是月数', en: 'it is neither a day nor a number of months' },
    remedy: {
      zh: '请写成YYYY-MM-DD，或 `+月数`，如 `+18`（1至1200）。',
      en: 'Write YYYY-MM-DD, or `+MONTHS` such as `+18` (1 to 1200).',
    },
  });
}
