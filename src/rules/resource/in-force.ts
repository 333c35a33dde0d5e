import type { Resource } from '../../domain/ledger.ts';
import { renewsItself } from '../../domain/requirement.ts';
import type { RuleContext } from '../../domain/rule.ts';

/** Begun and not ended: nothing else is asked of a contract that is to come or has gone. */
export function isInForceNow(resource: Resource, { asOf }: RuleContext): boolean {
  const { starts, expires } = resource;
  return (starts === undefined || starts <= asOf) && (expires >= asOf || renewsItself(resource));
}
