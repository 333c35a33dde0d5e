/** The phases of the 700 pilot, each counted from the day of the notice, as the press and the ministry's comment report them. */
import { addMonths, type CalendarDay } from '../../domain/calendar-day.ts';
import type { RuleContext } from '../../domain/rule.ts';

/** Three months to prepare, three to move existing business over, two years of pilot. */
const MONTHS_TO_END_OF_TRANSITION = 6;
const MONTHS_TO_END_OF_PILOT = 30;

/** The last day of the transition. */
export function endOfTransition({ ledger }: Pick<RuleContext, 'ledger'>): CalendarDay {
  return addMonths(ledger.policy.number700Notice, MONTHS_TO_END_OF_TRANSITION);
}

/** The last day of the pilot. */
export function endOfPilot({ ledger }: RuleContext): CalendarDay {
  return addMonths(ledger.policy.number700Notice, MONTHS_TO_END_OF_PILOT);
}
