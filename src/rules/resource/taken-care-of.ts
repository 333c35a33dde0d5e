import type { Resource } from '../../domain/ledger.ts';
import type { RuleContext } from '../../domain/rule.ts';

/** Another entry continues it, or it is meant to end. */
export function isTakenCareOf(resource: Resource, context: RuleContext): boolean {
  return context.index.isFollowed(resource.id) || !resource.renew;
}
