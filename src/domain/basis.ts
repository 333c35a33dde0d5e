import type { CalendarDay } from './calendar-day.ts';
import type { Text } from './text.ts';

/**
 * How sure we are of a legal fact.
 * - `text`: the article itself was read.
 * - `secondary`: others report it.
 * - `practice`: custom at the counters, or an agency's word; never more than a warning.
 */
export type Certainty = 'text' | 'secondary' | 'practice';

/** The legal ground of a rule: one article of one instrument, with its days and its certainty. */
export interface Basis {
  readonly instrument: Text;
  /** As printed: `27`, `24(1)`. Left out where the articles were not read. */
  readonly article?: string | undefined;
  /** Official address of the instrument. */
  readonly url: string;
  readonly certainty: Certainty;
  readonly from: CalendarDay;
  /** Last day in force; absent while it is in force. */
  readonly until?: CalendarDay | undefined;
}

export function isInForce(basis: Basis, day: CalendarDay): boolean {
  return basis.from <= day && (basis.until === undefined || day <= basis.until);
}
