/** The time lines of the ledgers that a command tells about. */
import type { Until } from '../command-line/until-option.ts';
import { addMonths, type CalendarDay } from '../domain/calendar-day.ts';
import { type LedgerHorizon, timelineOf } from '../domain/horizon.ts';
import { rulesOf } from './ledger-rules.ts';
import type { ReadableLedger } from './tell-ledgers.ts';

export const ONE_YEAR: Until = { months: 12 };

export function horizonOf({ file, ledger, asOf }: ReadableLedger, until: Until = ONE_YEAR): LedgerHorizon {
  const last = lastDay(until, asOf);
  return {
    file,
    company: ledger.company.name,
    timezone: ledger.policy.timezone,
    timeline: timelineOf(ledger, rulesOf(ledger), { asOf, until: last }),
  };
}

/** Never before the as-of day. */
export function lastDay(until: Until, asOf: CalendarDay): CalendarDay {
  const day = 'day' in until ? until.day : addMonths(asOf, until.months);
  return day < asOf ? asOf : day;
}
