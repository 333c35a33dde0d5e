/** What several rules conclude in the same words. A ledger may have thousands of entries, so each is made once. */
import { lastDayOf } from '../domain/cover.ts';
import type { Licence, Resource } from '../domain/ledger.ts';
import { hasEnded } from '../domain/licence-term.ts';
import { notApplicable, type Outcome, type RuleContext } from '../domain/rule.ts';
import { isAtLeast, type Severity } from '../domain/severity.ts';

export const OTHER_KIND = notApplicable('不适用于这一种类', 'it is of another kind');
export const OF_ANOTHER = notApplicable('针对的是别的许可证', 'it is about another licence');
export const FOLLOWED = notApplicable('已有条目接续', 'another entry follows it');
export const OVER = notApplicable('已经结束', 'it is over');
export const NOT_IN_FORCE = notApplicable('不在有效期内', 'it is not in force');

export function isLicence(entry: Licence | Resource): entry is Licence {
  return 'services' in entry;
}

/** Why nothing more is asked about the papers of an entry: it is over, given up, or another one continues it. */
export function whyClosed(entry: Licence | Resource, context: RuleContext): Outcome | undefined {
  if (isLicence(entry)) return hasEnded(entry, context) ? OVER : undefined;
  if (context.index.isFollowed(entry.id)) return FOLLOWED;
  return lastDayOf(entry) < context.asOf ? OVER : undefined;
}

export { soonest } from '../domain/occasion.ts';

/** Never graver than the company chose. */
export function atMost(severity: Severity, chosen: Severity): Severity {
  return isAtLeast(severity, chosen) ? chosen : severity;
}
