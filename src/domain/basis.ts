import { addMonths, type CalendarDay } from './calendar-day.ts';
import type { Text } from './text.ts';

/**
 * How sure we are of a legal fact.
 * - `text`: the article itself was read.
 * - `quoted`: a literal quotation of it, or the decision that amended it, was read.
 * - `secondary`: others report it.
 * - `practice`: custom at the counters, or an agency's word; never more than a warning.
 */
export const CERTAINTIES = ['text', 'quoted', 'secondary', 'practice'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The legal ground of a rule: one article of one instrument, with its days and its certainty. */
export interface Basis {
  readonly instrument: Text;
  /** `27`; `27.2` its second paragraph (款), `24(1)` its first item (项), `11.1(2)` an item of a paragraph. Left out where the articles were not read. */
  readonly article?: string | undefined;
  /** Official address of the instrument. */
  readonly url: string;
  readonly certainty: Certainty;
  readonly from: CalendarDay;
  /** Last day in force; absent while it is in force. */
  readonly until?: CalendarDay | undefined;
  /** The day on which somebody last read its text, or a literal quotation of it. */
  readonly lastRead?: CalendarDay | undefined;
  /** Where only others report it: the day on which somebody last looked at what they say. */
  readonly lastReported?: CalendarDay | undefined;
}

export function isInForce(basis: Basis, day: CalendarDay): boolean {
  return basis.from <= day && (basis.until === undefined || day <= basis.until);
}

/** In force on a day, and by then not read for a year: somebody should look whether it still says so. */
export function isStale(basis: Basis, day: CalendarDay): boolean {
  const seen = lastSeen(basis);
  return isInForce(basis, day) && (seen === undefined || addMonths(seen, MONTHS_GOOD) <= day);
}

/** The day on which somebody last looked it up: the text, or what others say of it. */
export function lastSeen({ lastRead, lastReported }: Basis): CalendarDay | undefined {
  return lastRead ?? lastReported;
}

const MONTHS_GOOD = 12;
