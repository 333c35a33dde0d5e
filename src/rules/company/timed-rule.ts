/** Rules of the company about what something brings once. */
import { type Found, judgeOccasions, type TimedDuty } from '../../domain/occasion.ts';
import { defineRule, type Outcome, type Rule, type RuleContext, type RuleDescription } from '../../domain/rule.ts';

/** What is found in a ledger, and what to say where nothing is. */
interface TimedCheck extends TimedDuty {
  readonly occasionsOf: (context: RuleContext) => Iterable<Found>;
  readonly none: Outcome;
}

/** A rule about every occasion in a ledger. */
export function defineTimedRule(id: string, check: TimedCheck, description: RuleDescription): Rule {
  const duty = { ...check, statuses: description.statuses };
  const run = (context: RuleContext) => judgeOccasions([...check.occasionsOf(context)], duty, context);
  return defineRule(id, { of: 'company', run }, description);
}
