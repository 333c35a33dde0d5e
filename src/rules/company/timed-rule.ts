/** Rules of the company about what something brings once, and the papers that bring it. */
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { hasEnded } from '../../domain/licence-term.ts';
import { type Found, judgeOccasions, type TimedDuty } from '../../domain/occasion.ts';
import {
  defineRule,
  notApplicable,
  oncePerCheck,
  type Outcome,
  type Rule,
  type RuleContext,
  type RuleDescription,
} from '../../domain/rule.ts';

/** What is found in a ledger, and what to say where nothing is. */
interface TimedCheck extends TimedDuty {
  readonly occasionsOf: (context: RuleContext) => Iterable<Found>;
  readonly none: Outcome;
}

/** A rule about every occasion in a ledger. */
export function defineTimedRule(id: string, check: TimedCheck, description: RuleDescription): Rule {
  const duty = { ...check, statuses: description.statuses };
  const run = (context: RuleContext) => judgeOccasions([...check.occasionsOf(context)], duty, context);
  return defineRule(id, { of: 'company', run }, { ...description, hasPeriods: true });
}

/** The telecom licences in their term, which are under Order 42; numbers have terms of their own. */
export const serviceLicences = oncePerCheck((context) =>
  context.ledger.licences.filter((licence) => context.familyOf(licence) === 'service' && !hasEnded(licence, context)),
);

export const NO_SERVICE_LICENCE = notApplicable('没有有效的电信业务经营许可证', 'no telecom licence is in its term');
export const NO_DAY_OF_ISSUE = notApplicable('没有登记发证日', 'its day of issue is not on record');

const BEFORE_THE_LEDGER = notApplicable(
  '期限早于起查日（policy.since）',
  'it fell due before the ledger began (policy.since)',
);

/** Of papers older than the ledger nobody asks what was done with them when they were new. */
export function beforeTheLedger(limit: CalendarDay, { policy: { since } }: Ledger): Outcome | undefined {
  return since !== undefined && limit < since ? BEFORE_THE_LEDGER : undefined;
}
